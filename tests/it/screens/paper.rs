//! Paper: what can be handed out, and what is missing in it.

use crate::support::stage::Stage;
use breachbook::case::Fact;

fn last(stage: &Stage) -> Fact {
    let state = stage.app.case().unwrap().state();
    state.at(state.log.len() - 1).fact.clone()
}

#[test]
fn a_document_says_how_many_parts_it_has_and_which_are_missing() {
    let stage =
        Stage::trinity().keys("g p").shows("Nothing to hand out. First report to the Privacy Officer: 0 of 4 parts.");
    let stage = stage.shows("Goes to Privacy Officer").shows("○ When the suspected breach was discovered");
    let stage =
        stage.shows("missing").keys(r#"/ "When was the suspected breach" <enter> <enter> "01:40" <enter> <enter>"#);
    let mut stage = stage.keys("g p").shows("1 of 4");
    let text = stage.text();
    let part = text.lines().find(|line| line.contains("When the suspected breach was discovered")).unwrap();
    assert!(part.contains("✓") && part.contains("01:40"), "{text}");
}

#[test]
fn enter_opens_the_card_of_the_document_and_esc_goes_back_to_now() {
    Stage::trinity().keys("g p <down> <enter>").shows("[Now]").shows("Report on a breach that was not escalated");
    Stage::trinity().keys("g p <esc>").shows("[Now]");
}

#[test]
fn paper_shows_every_page_and_how_it_would_look() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let stage = Stage::trinity().keys("g p").at(columns, lines);
        let stage = stage.shows("Data breach action record").shows("not printed yet");
        stage.keys("<down> <down> <down> <down>").shows("By time recorded").shows("Case opened");
    }
}

#[test]
fn p_prints_what_is_here_and_the_record_names_it() {
    for (keys, what) in [
        ("g g", "briefing"),
        ("g s", "action-record"),
        ("g c", "calls"),
        ("g t", "decisions"),
        ("g r", "log"),
        ("g p", "document:first_report"),
        ("g p <down> <down> <down>", "action-record"),
    ] {
        let stage = Stage::trinity().keys(keys).keys("p").shows("Print: ").keys("4");
        let mut stage = stage.keys("<enter>");
        let (fact, text) = (last(&stage), stage.text());
        let Fact::Exported { what: printed, format, name, .. } = fact else { panic!("{keys}: {fact:?}\n{text}") };
        assert_eq!((printed.as_str(), format.as_str()), (what, "md"), "{keys}");
        assert!(stage.app.case().unwrap().folder().path().join("documents").join(&name).is_file(), "{name}");
        stage.shows("Recorded as");
    }
}

#[test]
fn to_whom_it_goes_and_where_are_asked_and_esc_prints_nothing() {
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().to_str().unwrap().to_owned();
    let stage = Stage::trinity().keys("g s p 4 <tab>").keys(&format!("\"The Principal\" <tab> \"{path}\" <enter>"));
    let Fact::Exported { to, name, .. } = last(&stage) else { panic!("it is not recorded") };
    assert_eq!(to.as_deref(), Some("The Principal"));
    assert!(elsewhere.path().join(name).is_file());
    let stage = Stage::trinity().keys("g s p <esc>");
    assert!(!matches!(last(&stage), Fact::Exported { .. }));
}

#[test]
fn what_was_printed_is_told_and_how_much_came_since() {
    let stage = Stage::trinity().keys("g r p 4 <enter>").keys("w").keys("\"Something more\" <enter>");
    let stage = stage.keys("g p <down> <down> <down> <down>").shows("printed").shows("1 since");
    stage.shows("as md, by R. Okafor");
}

#[test]
fn a_place_that_takes_no_file_is_said_in_the_form_and_nothing_is_recorded() {
    let stage = Stage::trinity().keys("g s p 4 <tab> <tab>").keys("\"/nowhere/at/all/record.md\" <enter>");
    let stage = stage.shows("Nothing was printed").shows("No file was written");
    assert!(!matches!(last(&stage), Fact::Exported { .. }));
}

#[test]
fn a_playbook_without_documents_has_nothing_to_hand_out() {
    for playbook in ["modot", "morenet", "msu", "shepherd"] {
        let mut stage = Stage::home().starts(playbook).keys("g p");
        let text = stage.text();
        assert!(text.contains("Nothing to hand out.") || text.contains(" to send"), "{playbook}:\n{text}");
    }
}

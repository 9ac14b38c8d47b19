//! Paper: what can be handed out, and what is missing in it.

use crate::support::stage::Stage;

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
fn paper_says_what_cannot_be_printed_from_the_screen() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let stage = Stage::trinity().keys("g p").at(columns, lines);
        stage.shows("Nothing is printed from this screen yet: `breachbook log CASE` prints the whole record");
    }
}

#[test]
fn a_playbook_without_documents_has_nothing_to_hand_out() {
    for playbook in ["modot", "morenet", "msu", "shepherd"] {
        let mut stage = Stage::home().starts(playbook).keys("g p");
        let text = stage.text();
        assert!(text.contains("Nothing to hand out.") || text.contains(" to send"), "{playbook}:\n{text}");
    }
}

//! What was approved or sent is looked at again when it says something else now.

use crate::morenet::night::Night;
use crate::support::desk::Desk;
use crate::verbs::draft;
use breachbook::judge::marks::Cause;
use breachbook::record::Draft;

const PLAYBOOK: &str = crate::verbs::PLAYBOOK;

fn record(desk: &mut Desk, draft: &Draft) {
    desk.session.submit(draft).unwrap_or_else(|why| panic!("{draft:?}: {why:?}"));
}

fn answer(desk: &mut Desk, words: &str) {
    record(desk, &draft("answer", "story", &[("value", words)]));
}

fn sent(desk: &mut Desk, to: &str) {
    record(desk, &draft("sent", "letter", &[("to", to), ("channel", "by letter")]));
}

fn causes(desk: &Desk) -> Vec<&'static str> {
    let view = desk.session.view();
    let at = view.playbook.position("letter").unwrap();
    view.picture.marks_of(at).iter().flat_map(|mark| mark.causes.iter().map(Cause::code)).collect()
}

#[test]
fn a_letter_that_was_only_sent_is_looked_at_again_and_sending_it_anew_to_the_same_people_clears_it() {
    let mut desk = Desk::open_text("letters", PLAYBOOK);
    answer(&mut desk, "140 records were copied.");
    sent(&mut desk, "The readers");
    assert_eq!(desk.state("documents", "letter"), "final");
    assert!(causes(&desk).is_empty());
    answer(&mut desk, "9,000 records were copied.");
    assert_eq!(causes(&desk), ["contents"]);
    sent(&mut desk, "The newspaper");
    assert_eq!(causes(&desk), ["contents"], "the readers still have the old words");
    sent(&mut desk, "the  readers");
    assert!(causes(&desk).is_empty());
}

#[test]
fn an_approved_text_is_looked_at_again_when_a_content_changes_until_a_new_one_is_drafted() {
    let mut desk = Desk::open_text("letters", PLAYBOOK);
    answer(&mut desk, "140 records were copied.");
    let own = desk.home.path().join("letter.md");
    std::fs::write(&own, "Dear reader,\n\n{{ must.story }}\n").unwrap();
    let text = draft("draft", "letter", &[("text", own.to_str().unwrap())]);
    record(&mut desk, &text);
    let seal = breachbook::judge::evidence::texts::latest(desk.session.view().counting(), "letter")[0].seal();
    record(&mut desk, &draft("approve", "letter", &[("role", "head"), ("text", &seal)]));
    assert_eq!(desk.state("documents", "letter"), "approved");
    answer(&mut desk, "9,000 records were copied.");
    assert_eq!(causes(&desk), ["contents"]);
    record(&mut desk, &text);
    assert_eq!(desk.state("documents", "letter"), "drafted");
    assert!(causes(&desk).is_empty());
}

#[test]
fn before_it_is_confirmed_a_statement_does_not_say_that_there_was_a_breach() {
    let night = Night::third_party();
    let drafted = |version: u32| {
        night.record(&["draft", "holding_statement"]);
        let case = night.home.cases().join(&night.case);
        let begins = format!("holding_statement-v{version}-");
        let mut drafts = case.join("documents").read_dir().unwrap().map(|entry| entry.unwrap().path());
        let named = |path: &std::path::PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(&begins);
        std::fs::read_to_string(drafts.find(named).unwrap()).unwrap()
    };
    night.answers(&[("holding_words", "We will answer questions at noon."), ("speaks_for", "rumour_news")]);
    let text = drafted(1);
    assert!(text.contains("do not know whether they are true") && !text.contains("breach"), "{text}");
    night.answer("speaks_for", "third_party_word");
    let text = drafted(2);
    assert!(
        text.contains("possible incident") && !text.contains("breach") && !text.contains("confirmed that"),
        "{text}"
    );
    night.answer("vendor_says", "event");
    let text = drafted(3);
    assert!(text.contains("not been confirmed that information of ours"), "{text}");
    for says in ["own_data", "not_breach"] {
        night.answer("vendor_says", says);
        let why = night.home.refused(&night.case, &["draft", "holding_statement"]);
        assert!(why.contains("does not apply"), "{says}: {why}");
    }
}

#[test]
fn while_the_state_is_not_known_no_text_is_taken_for_it() {
    let night = Night::open();
    let why = night.home.refused(&night.case, &["draft", "holding_statement"]);
    assert!(why.contains("nobody knows yet") || why.contains("Nobody knows yet"), "{why}");
}

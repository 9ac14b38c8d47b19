//! What a deed rests on without any key: that it applies, what was suggested, which gap holds, and what a letter contains.

use super::night::{Night, confirmed, done};
use crate::support::say::{self, Deed, v};
use crate::support::voice::{says, says_not};
use crate::verbs::draft;

#[test]
fn what_was_done_and_does_not_apply_any_more_is_confirmed_with_words() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.done("big");
    night.answer("affected", "9000");
    assert!(night.look_again("big").is_empty(), "it applies as before");
    night.answer("affected", "50");
    let (state, why) = night.stands("big");
    assert_eq!((state.as_str(), why), ("done", vec!["done, does not apply any more: say what becomes of it".into()]));
    says(
        &night.reads(),
        &["Look again: Tell the agencies (big): done, does not apply any more: say what becomes of it"],
    );
    says(&night.reads_of("big"), &["Still right: :confirm REASON."]);
    let refused = night.try_on(0, confirmed("big")).unwrap_err();
    assert!(refused.contains("does not apply any more"), "{refused}");
    let reason = Some("The agencies were told of the lower number.".to_owned());
    night.record(0, say::confirm("big").with_some(&v::confirm::REASON, reason));
    says_not(&night.reads(), &["Look again:"]);
    assert!(night.look_again("big").is_empty());
}

#[test]
fn what_was_recorded_while_it_did_not_apply_is_marked_once_it_does() {
    let mut night = Night::alone();
    night.answer("affected", "50");
    night.done("big");
    assert!(night.look_again("big").is_empty());
    night.answer("affected", "140");
    assert_eq!(night.look_again("big"), ["recorded before it applied"]);
}

#[test]
fn a_letter_rests_on_its_contents_once_it_is_final() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.answer("affected", "150");
    assert_eq!(night.stands("letter"), ("drafted".into(), vec![]));
    night.done("letter");
    night.answer("affected", "160");
    assert_eq!(night.stands("letter"), ("final".into(), vec!["How many persons: was 150, is 160".into()]));
    says(&night.reads(), &["Look again: Letter to those affected (letter): How many persons: was 150, is 160"]);
    night.done("letter");
    assert!(night.look_again("letter").is_empty(), "a corrected letter was sent");
}

#[test]
fn a_letter_that_was_sent_is_marked_until_a_corrected_one_went_to_the_same_people() {
    let mut night = Night::alone();
    let sent = |how: &str| draft("sent", "letter", &[("to", "All affected"), ("channel", "by letter"), ("proof", how)]);
    night.answer("affected", "140");
    assert!(night.look_again("letter").is_empty());
    night.done("letter");
    night.take(sent("R-0155"));
    night.answer("affected", "150");
    assert_eq!(night.stands("letter"), ("final".into(), vec!["How many persons: was 140, is 150".into()]));
    assert!(night.left_open().contains("Letter to those affected"), "{}", night.left_open());
    let others = draft("sent", "letter", &[("to", "Some"), ("channel", "by letter"), ("proof", "R-0157")]);
    night.take(others);
    assert_eq!(night.look_again("letter").len(), 1, "the others still hold the old words");
    night.take(sent("R-0156"));
    assert!(night.look_again("letter").is_empty());
    night.answer("affected", "140");
    assert_eq!(night.look_again("letter"), ["How many persons: was 150, is 140"], "the newer one says 150");
}

#[test]
fn what_was_decided_for_one_gap_of_a_scale_is_asked_again_in_another() {
    let mut night = Night::alone();
    night.answer("affected", "50");
    night.decides("size_in_gap", "medium");
    assert_eq!(night.state("size_in_gap"), "decided");
    night.answer("affected", "500");
    assert_eq!(night.state("size_in_gap"), "open");
    says(&night.reads(), &["  Look again: Which size? (size_in_gap): asked again: Size changed"]);
    night.answer("affected", "50");
    assert_eq!(night.state("size_in_gap"), "decided", "and counts again once the number is back");
}

#[test]
fn a_decision_is_looked_at_again_once_another_option_is_suggested() {
    let mut night = Night::alone();
    night.decides("escalate", "wait");
    night.answer("sign_one", "yes");
    assert_eq!(night.stands("escalate"), ("decided".into(), vec!["suggested now: Escalate".into()]));
    says(&night.reads(), &["Look again: Escalate? (escalate), Head: suggested now: Escalate"]);
    night.confirm("escalate");
    says(&night.reads(), &["  Done: Escalate? (escalate): Wait"]);
    assert!(night.look_again("escalate").is_empty());
}

#[test]
fn a_deed_that_fell_and_does_not_apply_any_more_is_named_until_somebody_says_what_becomes_of_it() {
    let mut night = Night::alone();
    night.decides("boards", "off");
    night.done("boards_off");
    night.decides("boards", "leave");
    let (state, why) = night.stands("boards_off");
    assert_eq!(state, "not-applicable");
    assert_eq!(why, ["done, does not apply any more: say what becomes of it"]);
    let mark = "Take the message boards off (boards_off): done, does not apply any more: say what becomes of it";
    says(&night.reads(), &[mark, "  Look again: Take the message boards off (boards_off)"]);
    says(&night.reads_of("boards_off"), &["Still right: :confirm REASON."]);
    assert!(night.left_open().contains("Take the message boards off"), "{}", night.left_open());
    let reason = Some("They are up again since four.".to_owned());
    night.record(0, say::confirm("boards_off").with_some(&v::confirm::REASON, reason));
    assert!(night.look_again("boards_off").is_empty());
}

#[test]
fn whoever_was_asked_to_call_is_told_that_it_does_not_apply_any_more() {
    let text = super::night::TEXT.replace("title = \"Warn the bank\"", "title = \"Warn the bank\"\nwhen = \"limit\"");
    let mut night = Night::on(&text, 1);
    night.answer("limit", "yes");
    let (id, to) = ("warn".to_owned(), Some("Pat Lee".to_owned()));
    night.record(0, say::pass_on(id).with_some(&v::pass_on::TO, to));
    assert!(night.look_again("warn").is_empty());
    night.answer("limit", "no");
    assert_eq!(night.look_again("warn"), ["Pat Lee was asked to call; it does not apply any more. Tell them"]);
}

#[test]
fn what_is_not_needed_rests_on_its_lines_but_not_on_whether_it_applies() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    let outcome = Deed::RuledOut { reason: "They know.".into(), adviser: None };
    night.record(0, say::task("big", outcome));
    night.answer("affected", "50");
    assert!(night.look_again("big").is_empty());
    night.record(0, done("offer"));
}

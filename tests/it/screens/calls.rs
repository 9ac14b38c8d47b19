//! Calls: the card of the selected call, whom to call now, and everybody.

use crate::support::desk::{Desk, call};
use crate::support::stage::Stage;
use breachbook::contacts::load;
use breachbook::page::call_list::{Entry, Listed, Part, list, nobody};
use breachbook::page::{State, calls};
use breachbook::source::Source;

const LIST: &str = r#"
schema = 1
[list]
title = "Example college"
playbooks = ["trinity"]
[[person]]
id = "a"
name = "Robin Vale"
channels = [{ kind = "mobile", value = "555-0147" }, { kind = "home", value = "555-0149" }]
[[person]]
id = "b"
name = "Kim Osei"
channels = [{ kind = "desk", value = "555-0148" }]
[[person]]
id = "c"
name = "Dean Marsh"
channels = [{ kind = "desk", value = "555-0146" }]
[[holder]]
role = "deputy"
people = ["a"]
[[holder]]
role = "business_manager"
people = ["b"]
[[holder]]
role = "principal"
people = ["c"]
"#;

/// A case with a phone list beside it.
fn stage() -> Stage {
    let stage = Stage::home();
    std::fs::write(stage.library().join("contacts.toml"), LIST).unwrap();
    stage.starts("trinity").keys("g c")
}

#[test]
fn a_digit_opens_the_form_of_the_call_with_that_outcome_and_the_card_tells_it_afterwards() {
    let stage = stage().shows("CALL").shows("1 reached   2 voicemail left   3 no answer   Enter other ways");
    let stage = stage.keys("3").shows("(•) 3 No answer").keys("<ctrl-s>");
    stage.shows("Before   02:13  Privacy Officer: no answer").shows("✓ k4-2 02:13  No answer: Privacy Officer");
}

/// The team is called together, with the phone list.
fn convened() -> Desk {
    let mut desk = Desk::open("trinity");
    desk.session.use_phones(Some(load(Source::new("contacts.toml", LIST))));
    desk.decide("escalate", "escalate", "Many people.");
    desk
}

fn rows(desk: &Desk) -> Vec<Listed> {
    list(&desk.session.view())
}

fn of<'r>(desk: &Desk, rows: &'r [Listed], id: &str) -> &'r Listed {
    let at = desk.session.playbook().position(id).unwrap();
    rows.iter().find(|row| row.of == Entry::Call(at)).unwrap()
}

#[test]
fn who_was_tried_and_who_comes_after_stand_beside_the_number_to_dial_now() {
    let mut desk = convened();
    let at = desk.session.playbook().position("team_legal").unwrap();
    let said = |desk: &Desk| {
        let view = desk.session.view();
        let lines: Vec<_> = calls::call(&view, at).blocks.iter().map(|block| format!("{block:?}")).collect();
        (calls::number(&view, at).unwrap().words(), calls::who(&view, at).unwrap().words(), lines.join("\n"))
    };
    let (number, who, beside) = said(&desk);
    assert_eq!((number.as_str(), who.as_str()), ("desk 555-0146", "Principal, Dean Marsh"));
    assert!(beside.contains("After") && !beside.contains("Before"), "{beside}");
    desk.record(call("team_legal", "no_answer"));
    let (number, who, beside) = said(&desk);
    assert_eq!((number.as_str(), who.as_str()), ("mobile 555-0147", "Deputy, Robin Vale"));
    assert!(beside.contains("Principal, Dean Marsh, desk 555-0146: no answer"), "{beside}");
    // The other number of the same person comes before the next of the order.
    assert!(beside.contains("Deputy, Robin Vale, home 555-0149"), "{beside}");
}

#[test]
fn a_call_that_counts_for_another_says_so_on_the_row_of_the_other() {
    let desk = convened();
    let rows = rows(&desk);
    assert_eq!(of(&desk, &rows, "team_legal").last.words(), "desk 555-0146");
    assert_eq!(of(&desk, &rows, "team_communications").last.words(), "with the call above");
}

#[test]
fn what_was_not_tried_yet_stands_before_what_would_be_tried_again() {
    let mut desk = convened();
    desk.record(call("inform_council", "no_answer"));
    let rows = rows(&desk);
    let place = |id: &str| rows.iter().position(|row| std::ptr::eq(row, of(&desk, &rows, id))).unwrap();
    assert!(place("inform_levnt") < place("inform_council"));
    assert_eq!(of(&desk, &rows, "inform_council").part, Part::Now);
}

#[test]
fn with_nobody_to_call_the_one_who_comes_next_is_named_with_what_that_waits_for() {
    let mut desk = Desk::open("trinity");
    desk.record(call("tell_privacy_officer", "reached"));
    let rows = rows(&desk);
    let said = nobody(&desk.session.view(), &rows).unwrap();
    assert!(said.starts_with("Nobody to call now. Next: ") && said.contains("once it is answered: "), "{said}");
    assert_eq!(of(&desk, &rows, "tell_privacy_officer").state, Some(State::Done));
}

#[test]
fn the_columns_stand_at_every_size_and_no_number_is_cut() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let mut stage = Stage::home().starts("modot").at(columns, lines).keys("g c");
        let text = stage.text();
        let row = text.lines().find(|line| line.contains("▸ ○")).unwrap_or_else(|| panic!("{text}"));
        assert!(row.contains("573-751-7446"), "{text}");
        // The card, with every way how it ended, and at least five rows below it.
        assert!(text.contains("3 no answer") && text.contains("Enter other ways"), "{text}");
        let head = text.lines().position(|line| line.contains("Whom to call now")).unwrap();
        assert!(text.lines().skip(head + 1).take(5).all(|line| !line.trim().is_empty()), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= usize::from(columns)), "{text}");
        stage.keys("<end>").shows("Everybody").shows("no number: f");
    }
}

#[test]
fn enter_on_somebody_fills_in_the_number_and_a_digit_there_says_that_no_call_goes_to_them() {
    let stage = stage().keys("<end>").shows("PHONE LIST");
    let stage = stage.keys("1").shows("No call to do goes to this role.");
    stage.keys("<enter>").shows("Who is: ");
}

#[test]
fn space_unfolds_why_and_folds_it_again() {
    let stage = stage().shows_not("the policy says immediately").keys("<space>").shows("the policy says immediately");
    stage.keys("<space>").shows_not("the policy says immediately");
}

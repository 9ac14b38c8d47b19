//! Every type of answer and every kind of item, through its form.

use crate::support::stage::Stage;

/// For each type: the keys in its open form, what the form echoes before it is recorded, and what is recorded.
const ANSWERS: [(&str, &str, &str, &str); 14] = [
    ("really", "u", "(x) 3 Not known yet", "Not known yet"),
    ("which", r#"3 <tab> "a third" "#, "a third", "other: a third"),
    ("several", r#"2 <tab> "fax" "#, "[x] 2 Money", "Money, other: fax"),
    ("how_many", r#""about 120""#, "Understood: about 120", "about 120"),
    ("how_much", r#""1,500.5""#, "Understood: AUD 1,500.50", "AUD 1,500.50"),
    ("since", r#""20m ago""#, "Understood: 22 Nov 01:53", "22 Nov 01:53"),
    ("how_long", r#""1h 30m""#, "Understood: 1 h 30 min", "1 h 30 min"),
    ("story", r#""It fell" <enter> "off""#, "Cover: What; Where", "It fell"),
    (
        "people",
        r#""Ana Example; class=student" <enter> "Bo Example""#,
        "Understood: 2 lines",
        "Ana Example; class=student (2 in all)",
    ),
    ("assets", r#""Laptop; encrypted=yes""#, "Understood: 1 line", "Laptop; encrypted=yes"),
    ("parties", r#""Example Pty; role=host""#, "Understood: 1 line", "Example Pty; role=host"),
    ("places", r#""Depot; jurisdiction=VIC""#, "Understood: 1 line", "Depot; jurisdiction=VIC"),
    ("elements", r#""Tax number; encrypted=no""#, "Understood: 1 line", "Tax number; encrypted=no"),
    ("person", r#""M. Ito""#, "Understood: M. Ito", "M. Ito"),
];

#[test]
fn each_type_is_answered_through_its_form() {
    for (nth, (id, keys, echo, recorded)) in ANSWERS.iter().enumerate() {
        let down = "<down> ".repeat(nth + 1);
        let stage = Stage::every_kind().keys("<home>").keys(&down).keys("<enter>").keys(keys).shows(echo);
        let stage = stage.keys("<ctrl-s>").shows("recorded k4-2").keys("<home>").keys(&down);
        let mut stage = stage.shows(&format!("Recorded: {recorded}"));
        let case = stage.app.case().unwrap();
        assert!(case.state().answers(id).is_some(), "{id} has no answer:\n{}", stage.text());
    }
}

#[test]
fn a_prohibition_stays_in_sight_until_it_is_lifted() {
    for size in [(60, 16), (60, 20), (80, 24), (120, 40), (40, 10)] {
        Stage::every_kind().keys("<end>").at(size.0, size.1).shows("! Do not switch the computer off");
    }
    let stage = Stage::every_kind().keys("<home> <down> y <enter>").shows_not("! Do not switch the computer off");
    stage.keys("<home>").shows("lifted");
}

#[test]
fn a_decision_of_two_is_recorded_by_each_for_itself() {
    let to_decision = "<end> <up> <up>";
    let stage = Stage::every_kind().keys(to_decision).shows("Tell everybody?").shows("The policy states no quorum");
    let stage = stage
        .keys("<enter> 1 <tab> 1 <ctrl-s>")
        .shows("partly decided")
        .shows("Head (Tell)")
        .shows("Counsel (not recorded yet)");
    stage.keys("<enter> 1 <tab> 2 <ctrl-s>").keys(to_decision).shows("x decided · decision");
}

#[test]
fn what_is_needed_only_if_advised_asks_who_advised() {
    let stage = Stage::every_kind().keys("<end> <up> <enter>").shows("Inform the regulator").shows("Who advised it");
    let stage = stage
        .keys(r#"2 <tab> "Counsel says so" <ctrl-s>"#)
        .shows("nobody is named who advised it")
        .shows("Counsel says so");
    stage
        .keys(r#""B. Counsel" <ctrl-s> <end> <up>"#)
        .shows("Needed: Counsel says so (advised by B. Counsel)")
        .shows("open");
}

#[test]
fn nobody_answered_leads_to_the_stand_in() {
    let stage = Stage::every_kind().keys("<end>").shows("Call now: Head: mobile 555-0100");
    let stage = stage.keys("<enter> 3 <enter>").shows("Call now: Counsel").shows("Recorded: No answer: Head");
    stage.keys("<enter>").shows("(x) 2 Counsel");
}

#[test]
fn what_the_policy_does_not_say_is_decided_outside_it() {
    let stage = Stage::every_kind()
        .keys("<right>")
        .shows("This policy does not say who pays.")
        .shows("not the policy's: The owner");
    stage
        .keys(r#"<enter> "The owner of the system" <ctrl-s>"#)
        .keys("<end> <right>")
        .shows("Decided outside the policy: The owner of the system");
}

#[test]
fn a_stopwatch_shows_the_word_the_limit_and_whose_limit_it_is() {
    let stage = Stage::every_kind().at(120, 40).shows("0 s \"without delay\" (72 h, law), due 25 Nov 02:13");
    stage.after(3600).shows("1 h 00 min \"without delay\"");
}

#[test]
fn a_case_that_cannot_be_made_on_the_disk_leaves_the_form_as_it_was() {
    let stage = Stage::home();
    std::fs::write(stage.library().join("cases"), "a file where the folder should be").unwrap();
    let stage = stage.keys(r#"<enter> <tab> <ctrl-u> "Lost bag" <enter>"#);
    stage.shows("No case was opened. Something else has that name").shows("Lost bag").shows("start it again");
}

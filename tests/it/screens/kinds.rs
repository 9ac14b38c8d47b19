//! Every type of answer and every kind of item, through its form.

use crate::support::stage::Stage;

/// For each type: the keys in its open form, what the form echoes before it is recorded, and what is recorded.
const ANSWERS: [(&str, &str, &str, &str); 14] = [
    ("really", "<tab> u", "(•) 3 Not known yet", "Not known yet"),
    ("which", r#"3 "a third""#, "(•) 3 Something else", "other: a third"),
    ("several", r#"2 3 <enter> "fax""#, "[x] 2 Money", "Money, other: fax"),
    ("how_many", r#""about 120""#, "Understood: about 120", "about 120"),
    ("how_much", r#""1,500.5""#, "Understood: AUD 1,500.50", "AUD 1,500.50"),
    ("since", r#""20m ago""#, "Understood: 22 Nov 01:53", "22 Nov 01:53"),
    ("how_long", r#""1h 30m""#, "Understood: 1 h 30 min", "1 h 30 min"),
    ("story", r#""It fell" <ctrl-j> "off""#, "Cover: What; Where", "It fell"),
    (
        "people",
        r#""Ana Example; class=student" <ctrl-j> "Bo Example""#,
        "Understood: 2 lines",
        "Ana Example; class=student (2 in all)",
    ),
    ("assets", r#""Laptop; encrypted=yes""#, "Understood: 1 line", "Laptop; encrypted=yes"),
    ("parties", r#""Example Pty; role=host""#, "Understood: 1 line", "Example Pty; role=host"),
    ("places", r#""Depot; jurisdiction=VIC""#, "Understood: 1 line", "Depot; jurisdiction=VIC"),
    ("elements", r#""Tax number; encrypted=no""#, "Understood: 1 line", "Tax number; encrypted=no"),
    ("person", r#""M. Ito""#, "Understood: M. Ito", "M. Ito"),
];

/// The card of the thing that stands so many rows below the step.
fn card(row: usize) -> String {
    format!("g s <home> {} <enter>", "<down> ".repeat(row))
}

#[test]
fn each_type_is_answered_through_its_form() {
    for (nth, (id, keys, echo, recorded)) in ANSWERS.iter().enumerate() {
        let card = card(nth + 2);
        // A yes/no card takes a line; Tab opens its form.
        let opens = if *id == "really" { "u" } else { "<enter>" };
        let stage = Stage::every_kind().keys(&card).keys(opens).keys(keys).shows(echo);
        let stage = stage.keys("<enter>").shows("✓ k4-2 02:13").keys(&card);
        let mut stage = stage.shows(recorded).shows_not("Enter go on");
        let case = stage.app.case().unwrap();
        assert!(case.state().answers(id).is_some(), "{id} has no answer:\n{}", stage.text());
    }
}

#[test]
fn a_prohibition_stays_in_sight_until_it_is_lifted() {
    for size in [(60, 16), (60, 20), (80, 24), (120, 40)] {
        for screen in ["g g", "g s <end>", "g c", "g t", "g r", "g p"] {
            Stage::every_kind().keys(screen).at(size.0, size.1).shows("DO NOT switch the computer off");
        }
    }
    let stage = Stage::every_kind().keys("y <enter>").shows_not("DO NOT switch the computer off");
    stage.shows("Do not switch the computer off: lifted").keys("g s").shows("✓ Do not switch the computer off");
}

#[test]
fn a_decision_of_two_is_recorded_by_each_for_itself() {
    let to_decision = r#"/ "Tell everybody" <enter>"#;
    let stage = Stage::every_kind().keys(to_decision).shows("DECISION · 0 of 2").shows("The policy states no quorum");
    let stage = stage.keys("1").shows("(•) 1 Tell").shows("(•) 1 Head").keys("<enter>");
    let stage = stage.shows("DECISION · 1 of 2").shows("✓ Head Tell").shows("○ Counsel no view yet");
    stage
        .keys("1")
        .shows("(•) 2 Counsel")
        .keys("<enter>")
        .keys(to_decision)
        .shows("DECISION · 2 of 2")
        .shows("✓ Counsel Tell");
}

#[test]
fn what_is_needed_only_if_advised_asks_who_advised() {
    let to_task = r#"/ "Inform the regulator" <enter>"#;
    let stage = Stage::every_kind().keys(to_task).shows("y needed").keys("y <enter>");
    let stage = stage.shows("Not recorded.").shows("nobody is named who advised it").shows("▸ Who advised it");
    let stage = stage.keys(r#""B. Counsel" <backtab> "Counsel says so" <enter>"#).keys(to_task);
    stage.shows("Counsel says so").shows("advised by B. Counsel").shows("TASK");
}

#[test]
fn nobody_answered_leads_to_the_stand_in() {
    let stage =
        Stage::every_kind().keys(r#"/ "Tell the head" <enter>"#).shows("CALL · 1 of 2").shows("mobile 555-0100");
    let stage = stage.keys("3 <enter>").shows("CALL · 2 of 2").shows("Before 02:13 Head, mobile 555-0100: no answer");
    stage.keys("<enter>").shows("(•) 2 Counsel");
}

#[test]
fn what_the_policy_does_not_say_is_decided_outside_it() {
    let to_silence = r#"/ "Who pays" <enter>"#;
    let stage = Stage::every_kind().keys(to_silence).shows("THE POLICY DOES NOT SAY").shows("The owner of the system.");
    let stage = stage.keys(r#"<enter> "The insurer" <enter>"#).keys(to_silence);
    stage.shows("Decided outside the policy: The insurer");
}

#[test]
fn a_stopwatch_shows_the_word_the_limit_and_whose_limit_it_is() {
    let stage =
        Stage::every_kind().at(120, 40).shows("“without delay” Telling the regulator").shows("due in 72 h · law");
    stage.after(3600).shows("due in 71 h · law");
}

#[test]
fn a_case_that_cannot_be_made_on_the_disk_leaves_the_form_as_it_was() {
    let stage = Stage::home();
    std::fs::write(stage.library().join("cases"), "a file where the folder should be").unwrap();
    let stage = stage.keys(r#"5 "M. Ito" <enter>"#);
    stage.shows("No case was opened. Something else has that name").shows("M. Ito");
}

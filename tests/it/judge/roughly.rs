//! Numbers known roughly: what they decide, what they leave open, and how long people may decide in their place.

use crate::support::desk::{Desk, words};
use crate::support::voice::says;
use breachbook::page::{Block, test_whole};

const TEXT: &str = r#"
schema = 1

[playbook]
id = "size"
title = "Size of an incident"
jurisdiction = "US-MO"
source = { title = "Size", organisation = "Example Organisation" }

[clauses]
A = { at = "1", text = "Major with more than 100 persons, minor with fewer." }
B = { at = "2", text = "More than 1,000 persons: tell the agencies." }

[[phase]]
id = "size"
title = "Size"

[[question]]
id = "affected"
phase = "size"
ask = "How many are affected?"
answer = "number"
cite = "A"

[[decision]]
id = "level"
phase = "size"
ask = "Which level is it?"
options = [{ id = "major", label = "Major" }, { id = "minor", label = "Minor" }]
seats = ["head"]
when = "gap.impact"
cite = "A"

[[task]]
id = "plan"
phase = "size"
title = "Make a plan"
record = "Which?"
when = 'scale.impact == "major"'
verb = "shall"
cite = "A"

[[scale]]
id = "impact"
title = "Impact"
decided_by = "level"
gaps = [{ if = "affected == 100", between = ["major", "minor"], say = "Of exactly 100 nothing is said.", cite = "A" }]
levels = [
    { id = "major", title = "Major", any = [{ if = "affected > 100", title = "More than 100", cite = "A" }], cite = "A" },
    { id = "minor", title = "Minor", any = [{ if = "affected < 100", title = "Fewer than 100", cite = "A" }], cite = "A" },
]
cite = "A"

[[rule]]
id = "agencies"
title = "The agencies are told"
verb = "shall"
effect = "duty"
say = "Tell the agencies."
any = [{ if = "affected > 1000", title = "More than 1,000", cite = "B" }]
cite = "B"

[[role]]
id = "head"
title = "Head"
cite = "A"
"#;

fn desk() -> Desk {
    Desk::open_text("size", TEXT)
}

#[test]
fn about_is_not_met_below_the_line_pending_across_it_and_met_above() {
    for (value, state, roughly) in [
        ("about 900", "not-met", None),
        ("about 1,000", "pending", Some("affected = on the line: leans neither way")),
        ("about 950", "pending", Some("affected = leans to no: 950")),
        ("900 to 1,200", "pending", Some("affected = holds from 1001")),
        ("about 1,200", "met", None),
    ] {
        let mut desk = desk();
        desk.answer("affected", value);
        let rule = desk.of("rules", "agencies");
        assert_eq!(rule["state"], state, "{value}");
        assert_eq!(words(&rule["elements"][0]["roughly"]), roughly.into_iter().collect::<Vec<_>>(), "{value}");
        let said = match state {
            "met" => "Met: The agencies are told (agencies; B). Tell the agencies.",
            "pending" => "Waits: The agencies are told (agencies; B). Waits for: affected.",
            _ => "Done: How many are affected? (affected): about 900",
        };
        says(&desk.reads(), &[said]);
        assert_eq!(desk.reads().contains("The agencies are told"), state != "not-met", "{value}");
    }
}

#[test]
fn while_a_number_is_known_roughly_people_may_decide_until_the_number_does() {
    let mut desk = desk();
    desk.answer("affected", "about 100");
    let scale = desk.of("scales", "impact");
    assert_eq!((scale["state"].as_str(), scale["level"].as_str()), (Some("pending"), None), "{scale}");
    assert_eq!(words(&scale["possible"]), ["major", "minor"]);
    assert_eq!(desk.state("items", "plan"), "pending");
    assert!(
        page(&desk).contains("While “How many are affected?” is about 100, people may decide already"),
        "{}",
        page(&desk)
    );
    assert!(page(&desk).contains("about 100, read by this program as 90 to 110: on the line"), "{}", page(&desk));
    desk.decide("level", "minor", "Hardly any are ours.");
    let scale = desk.of("scales", "impact");
    assert_eq!(
        (scale["state"].as_str(), scale["level"].as_str()),
        (Some("decided-by-person"), Some("minor")),
        "{scale}"
    );
    assert_eq!(scale["say"], "Minor, decided by people, while “How many are affected?” is about 100");
    assert_eq!(desk.state("items", "plan"), "not-applicable");
    desk.answer("affected", "120");
    let scale = desk.of("scales", "impact");
    assert_eq!((scale["state"].as_str(), scale["level"].as_str()), (Some("decided-by-rule"), Some("major")), "{scale}");
    assert_eq!(desk.state("items", "plan"), "open", "what was decided counts no more");
    says(&desk.reads(), &["Test: Impact: Major (A).", "  To do: Make a plan (plan)"]);
    let mark = "Look again: Which level is it? (level), Head: decided, does not apply any more: say what becomes of it";
    says(&desk.reads(), &[mark, "  Look again: Which level is it? (level)"]);
}

#[test]
fn what_was_decided_on_a_rough_number_falls_once_the_number_decides_whether_a_gap_is_there_or_not() {
    let text = TEXT.lines().filter(|line| !line.starts_with("gaps = ")).collect::<Vec<_>>().join("\n");
    assert!(text.len() < TEXT.len());
    let mut desk = Desk::open_text("size", &text.replace("when = \"gap.impact\"\n", ""));
    desk.answer("affected", "about 100");
    desk.decide("level", "minor", "Hardly any are ours.");
    assert_eq!(desk.state("scales", "impact"), "decided-by-person");
    desk.answer("affected", "95 to 110");
    assert_eq!(desk.state("items", "level"), "decided", "it is known roughly as before");
    desk.answer("affected", "120");
    assert_eq!((desk.state("items", "level").as_str(), desk.state("items", "plan").as_str()), ("open", "open"));
    says(&desk.reads(), &["  Look again: Which level is it? (level): asked again: Impact changed"]);
    desk.answer("affected", "about 100");
    assert_eq!(desk.state("items", "level"), "decided", "it counts again while the number decides nothing");
}

#[test]
fn what_nobody_was_asked_yet_leaves_nothing_to_decide() {
    let mut desk = desk();
    desk.decide("level", "minor", "It feels small.");
    assert_eq!(desk.state("scales", "impact"), "pending", "no number is known at all");
    desk.answer("affected", "unknown");
    assert_eq!(desk.state("scales", "impact"), "pending");
    desk.answer("affected", "80 to 120");
    assert_eq!(desk.state("scales", "impact"), "decided-by-person");
}

/// The page of the scale.
fn page(desk: &Desk) -> String {
    let view = desk.session.view();
    let texts =
        test_whole::whole(&view, breachbook::page::test::Test::Scale(0), false).blocks.into_iter().map(|block| {
            match block {
                Block::Text(line) | Block::Labelled(_, line) => line.words(),
                _ => String::new(),
            }
        });
    texts.collect::<Vec<_>>().join("\n")
}

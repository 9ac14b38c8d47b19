//! Rules that doubt what was recorded: the records that decided them are marked, and nothing is refused or changed.

use crate::support::desk::Desk;
use crate::support::say::{self, v};
use breachbook::judge::marks::Cause;
use breachbook::page::item::card;

pub const PLAYBOOK: &str = r#"schema = 1

[playbook]
id = "doubts"
title = "Doubts"
jurisdiction = "US"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "Part A, 1", text = "Find out when it happened and how many are affected." }

[[phase]]
id = "start"
title = "Start"

[[question]]
id = "happened_at"
phase = "start"
ask = "When did it happen?"
answer = "when"
cite = ["A-1"]

[[question]]
id = "found_at"
phase = "start"
ask = "When was it found?"
answer = "when"
cite = ["A-1"]

[[question]]
id = "affected"
phase = "start"
ask = "How many persons are affected?"
answer = "number"
cite = ["A-1"]

[[question]]
id = "residents"
phase = "start"
ask = "How many of them live here?"
answer = "number"
cite = ["A-1"]

[[decision]]
id = "escalate"
phase = "start"
ask = "Escalate?"
options = [{ id = "yes", label = "Escalate" }, { id = "no", label = "Do not escalate" }]
seats = ["head"]
cite = ["A-1"]
suggest = [
    { if = "affected > 100", option = "yes", say = "Many are affected.", cite = ["A-1"] },
    { if = "residents < 10", option = "no", say = "Few of them live here.", cite = ["A-1"] },
]

[[role]]
id = "head"
title = "Head librarian"
cite = ["A-1"]

[[rule]]
id = "found_first"
title = "It was found before it happened"
verb = "do"
effect = "doubts"
say = "One of the two times is wrong."
cite = ["A-1"]
all = [{ if = "found_at < happened_at", title = "Found before it happened", cite = ["A-1"] }]

[[rule]]
id = "more_residents"
title = "More live here than are affected"
verb = "do"
effect = "doubts"
say = "One of the two counts is wrong."
cite = ["A-1"]
all = [{ if = "residents > affected", title = "More residents than persons", cite = ["A-1"] }]
"#;

/// The items that are marked, each with the rules that doubt it.
fn doubted(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let view = desk.session.view();
    let rules = |causes: &[Cause]| {
        let doubts = causes.iter().filter_map(|cause| match cause {
            Cause::Doubt { rule } => Some(view.playbook.rules[*rule].id.to_string()),
            _ => None,
        });
        doubts.collect::<Vec<_>>()
    };
    let marks = view.picture.marks.iter();
    marks.map(|mark| (view.playbook.items[mark.item].id.to_string(), rules(&mark.causes))).collect()
}

fn by(id: &str, rule: &str) -> (String, Vec<String>) {
    (id.into(), vec![rule.into()])
}

#[test]
fn a_time_before_the_event_is_taken_and_both_records_are_to_be_looked_at_again() {
    let mut desk = Desk::open_text("doubts", PLAYBOOK);
    desk.answer("happened_at", "21 Nov 2026 12:00");
    assert!(doubted(&desk).is_empty());
    desk.answer("found_at", "21 Nov 2026 10:00");
    assert_eq!(desk.state("items", "found_at"), "answered", "nothing is refused");
    assert_eq!(doubted(&desk), [by("happened_at", "found_first"), by("found_at", "found_first")]);
    desk.answer("found_at", "21 Nov 2026 13:00");
    assert!(doubted(&desk).is_empty(), "put right, and gone");
}

#[test]
fn both_are_confirmed_together_until_one_of_them_says_something_else() {
    for confirmed in ["found_first", "found_at"] {
        let mut desk = Desk::open_text("doubts", PLAYBOOK);
        desk.answer("happened_at", "21 Nov 2026 12:00");
        desk.answer("found_at", "21 Nov 2026 10:00");
        let reason = Some("The clock of the server was wrong.".into());
        desk.record(say::confirm(confirmed).with_some(&v::confirm::REASON, reason));
        assert!(doubted(&desk).is_empty(), "{confirmed}");
        desk.answer("affected", "140");
        assert!(doubted(&desk).is_empty(), "nothing of it has changed");
        desk.answer("found_at", "21 Nov 2026 11:00");
        assert_eq!(doubted(&desk), [by("happened_at", "found_first"), by("found_at", "found_first")]);
    }
}

#[test]
fn what_is_doubted_is_listed_at_closing() {
    let mut desk = Desk::open_text("doubts", PLAYBOOK);
    desk.answer("affected", "140");
    desk.answer("residents", "150");
    let again = &desk.of("items", "residents")["look_again"][0];
    assert_eq!(
        (again["code"].as_str(), again["says"].as_str()),
        (Some("doubt"), Some("One of the two counts is wrong."))
    );
    let refused = desk.refused(say::close("Head librarian"));
    let (look, residents) = (refused.find("Look again"), refused.rfind("question residents"));
    assert!(look.is_some() && look < residents, "{refused}");
}

#[test]
fn counts_are_doubted_only_where_all_that_they_can_be_is_wrong() {
    let mut desk = Desk::open_text("doubts", PLAYBOOK);
    desk.answer("affected", "140");
    desk.answer("residents", "120 to 160");
    assert!(doubted(&desk).is_empty());
    desk.answer("residents", "150");
    assert_eq!(doubted(&desk), [by("affected", "more_residents"), by("residents", "more_residents")]);
}

#[test]
fn two_suggestions_of_one_decision_say_that_the_criteria_point_both_ways() {
    use breachbook::judge::picture::agenda::Target;
    let mut desk = Desk::open_text("doubts", PLAYBOOK);
    let said = |desk: &Desk| {
        let view = desk.session.view();
        let at = view.playbook.position("escalate").unwrap();
        format!("{:?}", card(&view, Target::Item(at)).more)
    };
    desk.answer("affected", "140");
    desk.answer("residents", "20");
    assert!(!said(&desk).contains("point both ways"));
    desk.answer("residents", "5");
    assert!(said(&desk).contains("The criteria point both ways."));
    assert_eq!(desk.of("decisions", "escalate")["suggestions"].as_array().unwrap().len(), 2);
}

fn bundled(id: &str) -> Desk {
    Desk::open_text(id, breachbook::playbook::bundled::bundled_text(id).unwrap())
}

#[test]
fn where_the_policy_asks_for_both_more_residents_than_persons_are_doubted_where_all_that_they_can_be_is_so() {
    let counted = [("msu", "persons_to_notify", "michigan_residents"), ("shepherd", "affected_users", "wv_residents")];
    for (policy, persons, residents) in counted {
        let mut desk = bundled(policy);
        if policy == "msu" {
            desk.answer("ability_believed", "yes");
            let seven = "president vp_finance provost general_counsel vp_communications cio chief_of_police";
            for seat in seven.split(' ') {
                let texts = [("option", "notify"), ("role", seat), ("reason", "As discussed.")];
                desk.session.submit(&crate::verbs::draft("decision", "notify", &texts)).unwrap();
            }
        }
        desk.answer(persons, "100 to 200");
        desk.answer(residents, "150");
        assert!(desk.session.assessment().marks.is_empty(), "{policy}: it may be so");
        desk.answer(residents, "201");
        let said = desk.reads();
        for id in [persons, residents] {
            let mark = said.lines().find(|line| line.starts_with("Look again: ") && line.contains(&format!("({id})")));
            assert!(mark.is_some_and(|mark| mark.ends_with("look at both numbers")), "{policy}, {id}: {said}");
        }
        desk.answer(residents, "90");
        assert!(desk.session.assessment().marks.is_empty(), "{policy}");
    }
}

#[test]
fn at_msu_a_breach_that_was_detected_before_its_incident_was_discovered_is_doubted() {
    let mut desk = bundled("msu");
    desk.answer("ability_believed", "yes");
    desk.answer("discovered_at", "22 Nov 01:00");
    desk.answer("detected_at", "about 22 Nov 01:10");
    assert!(desk.session.assessment().marks.is_empty());
    desk.answer("detected_at", "21 Nov 20:00");
    let doubt = "The breach was detected before the incident was discovered: look at both times";
    for title in
        ["When was the incident discovered? (discovered_at)", "When was the security breach detected? (detected_at)"]
    {
        let line = format!("Look again: {title}: {doubt}");
        assert!(desk.reads().contains(&line), "{}", desk.reads());
    }
}

//! The five readiness playbooks: sound, complete for what their documents want between incidents, and nothing invented.

use breachbook::playbook::bundled::{bundled_source, index, load_bundled};
use breachbook::playbook::model::Kind;
use breachbook::playbook::reference::Basis;
use breachbook::playbook::{Body, Playbook};
use std::collections::BTreeSet;

/// What each document wants in order, reviewed, filled in or trained before an incident, by clause.
const WANTED: [(&str, &str); 5] = [
    (
        "morenet_readiness",
        "PRO-1a PRO-1b PRO-2a PRO-2b PRO-3a PRO-3b PRO-4 PRO-5 PRO-6a PRO-6b PRO-7 PRO-8 PRO-9 PRO-10 PRO-10a PRO-10b PRO-11 \
         PRO-12 PRO-13 PRO-14 PRO-14a PRO-15 PRO-15a PRO-15b PRO-15c PRO-15d PRO-15e PRO-16 PRO-16a PRO-17",
    ),
    ("shepherd_readiness", "PUR-3 DI-2 IC-1c IC-2c IC-3a RR-1 GOV-1 GOV-2 GOV-3 CIO-4 RT-T1 RT-T2 PM-1c PM-1c-ii-1"),
    ("modot_readiness", "PS-2 D-1a P1 P1b P2 P8B P10 P11A-9"),
    ("msu_readiness", "UP-1 UP-2 RR-2e"),
    ("trinity_readiness", "RAT-2 OV-2 OV-3 REC-1 REC-2 NE-f GOV-1 GOV-2 GOV-3 RT-L-x RT-I-x RSP-1 RSP-2 ST4-5 ESC-b1"),
];

fn playbook(id: &str) -> Playbook {
    load_bundled(id).and_then(|loaded| loaded.playbook).unwrap_or_else(|| panic!("{id} is bundled and sound"))
}

/// The clauses whose work a question or a task does.
fn worked_on(playbook: &Playbook) -> BTreeSet<&str> {
    playbook.items.iter().flat_map(|item| &item.cite).map(breachbook::base::ClauseId::as_str).collect()
}

#[test]
fn each_of_the_five_loads_without_a_problem_and_is_a_readiness_playbook() {
    for (id, _) in WANTED {
        let loaded = load_bundled(id).unwrap();
        assert_eq!(loaded.rendered(&[bundled_source(id).unwrap()]), "", "{id}");
        assert_eq!(loaded.playbook.unwrap().kind, Kind::Readiness, "{id}");
    }
    let reviews = index().into_iter().filter(|summary| summary.kind == Kind::Readiness);
    assert_eq!(reviews.count(), WANTED.len());
}

#[test]
fn each_works_on_every_clause_that_its_document_wants_between_incidents() {
    for (id, wanted) in WANTED {
        let playbook = playbook(id);
        let worked_on = worked_on(&playbook);
        let lacking: Vec<_> = wanted.split_whitespace().filter(|clause| !worked_on.contains(clause)).collect();
        assert!(lacking.is_empty(), "{id}: {lacking:?}");
    }
}

#[test]
fn a_period_is_the_policys_only_where_the_policy_gives_one() {
    let mut policy = Vec::new();
    for (id, _) in WANTED {
        let playbook = playbook(id);
        let mut local = 0;
        for item in &playbook.items {
            let Body::Task(task) = &item.body else { continue };
            match task.every {
                Some(every) if every.basis == Basis::Policy => {
                    policy.push((item.id.to_string(), every.months));
                }
                Some(_) => {
                    local += 1;
                    assert!(item.why.as_ref().unwrap().contains("local suggestion"), "{id}: {}", item.id);
                }
                None => {}
            }
        }
        assert!(local <= 1, "{id}: periods that no policy gives are suggested sparingly");
    }
    policy.sort();
    assert_eq!(policy, [("policy_review".to_owned(), 36), ("retention_update".to_owned(), 12)]);
}

#[test]
fn every_point_asks_for_a_fact_and_says_why_and_every_silence_says_that_it_is_one() {
    for (id, _) in WANTED {
        let playbook = playbook(id);
        for item in &playbook.items {
            assert!(item.why.is_some() && !item.cite.is_empty(), "{id}: {}", item.id);
            if let Body::Task(task) = &item.body {
                assert!(task.record.ends_with('?'), "{id}: {}", task.record);
            }
        }
        for silence in &playbook.silences {
            assert!(silence.say.starts_with("This policy does not say"), "{id}: {}", silence.id);
            assert!(!silence.used_by.is_empty(), "{id}: {}", silence.id);
        }
    }
}

#[test]
fn the_texts_and_places_of_clauses_are_those_of_the_response_playbook_of_the_same_document() {
    for (id, _) in WANTED {
        let Some(response) = load_bundled(id.trim_end_matches("_readiness")) else { continue };
        let (review, response) = (playbook(id), response.playbook.unwrap());
        for clause in &review.clauses {
            let same = response.clause(clause.id.as_str()).map(|found| (&found.at, &found.text));
            assert_eq!(same, Some((&clause.at, &clause.text)), "{id}: {}", clause.id);
        }
        let source = |playbook: &Playbook| (playbook.source.title.clone(), playbook.source.organisation.clone());
        assert_eq!(source(&review), source(&response), "{id}");
    }
}

#[test]
fn what_a_bundled_playbook_takes_over_is_asked_in_the_review_that_it_names() {
    for summary in index() {
        let playbook = playbook(&summary.id);
        let Some(named) = &playbook.review else { continue };
        let review = self::playbook(named.as_str());
        let mut loaded = breachbook::playbook::load_bundled(&summary.id).unwrap();
        breachbook::playbook::review::compare(&mut loaded, &review);
        assert!(loaded.problems.is_empty(), "{}: {:?}", summary.id, loaded.problems);
    }
}

#[test]
fn the_insurers_wish_and_the_five_missing_lists_are_questions_that_can_be_taken_over() {
    let morenet = playbook("morenet_readiness");
    let answer = |playbook: &Playbook, id: &str| playbook.question(id).map(|question| question.answer.word());
    assert_eq!(answer(&morenet, "insurer_wants_notice"), Some("yes_no"));
    assert_eq!(answer(&morenet, "internal_list"), Some("people"));
    let shepherd = playbook("shepherd_readiness");
    for list in ["consistent_approach", "attributes_critical", "attributes_moderate", "attributes_minor", "user_duties"]
    {
        assert_eq!(answer(&shepherd, list), Some("text"), "{list}");
        let silent = shepherd.silences.iter().any(|s| s.used_by.iter().any(|item| item.as_str() == list));
        assert!(silent, "{list} is said to be missing");
    }
}

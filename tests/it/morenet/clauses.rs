//! Every clause of the guideline is listed and cited; nothing is added that it does not say; verbs keep their strength.

use breachbook::playbook::bundled::{bundled_source, load_bundled};
use breachbook::playbook::item::Body;
use breachbook::playbook::{Playbook, Strength};
use std::collections::BTreeSet;

/// The clauses of the guideline, one on each line, sorted.
const CLAUSES: &str = include_str!("clauses.txt");

fn morenet() -> Playbook {
    load_bundled("morenet").and_then(|loaded| loaded.playbook).unwrap()
}

#[test]
fn the_playbook_has_no_problem_so_every_listed_clause_is_cited_by_what_does_its_work() {
    let loaded = load_bundled("morenet").unwrap();
    assert_eq!(loaded.rendered(&[bundled_source("morenet").unwrap()]), "");
}

#[test]
fn the_playbook_lists_every_clause_of_the_guideline() {
    let playbook = morenet();
    let wanted: BTreeSet<&str> = CLAUSES.lines().collect();
    let listed: BTreeSet<&str> = playbook.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!((wanted.len(), playbook.clauses.len()), (72, 72));
    assert_eq!(listed, wanted);
}

#[test]
fn the_playbook_invents_no_stopwatch_no_level_of_impact_and_no_channel_but_the_printed_one() {
    let playbook = morenet();
    assert!(playbook.clocks.is_empty(), "the guideline has no word for time");
    let scales: Vec<_> = playbook.scales.iter().map(|scale| scale.id.as_str()).collect();
    assert_eq!(scales, ["confirmation"], "the impact has no scale");
    let channels: Vec<_> = playbook.roles.iter().flat_map(|role| &role.channels).map(|c| c.value.as_str()).collect();
    assert_eq!(channels, ["security@more.net"]);
    assert!(playbook.silences.iter().all(|silence| silence.say.starts_with("This policy does not say")));
    let prohibitions: Vec<_> = playbook
        .items
        .iter()
        .filter(|item| matches!(item.body, Body::Prohibition(_)))
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(prohibitions, ["state_no_breach", "no_own_search"]);
}

#[test]
fn what_the_guideline_asks_for_is_a_duty_and_only_what_it_leaves_open_is_a_choice() {
    let playbook = morenet();
    let softer: Vec<_> = playbook
        .items
        .iter()
        .filter(|item| item.verb != Strength::Do)
        .map(|item| (item.id.as_str(), item.verb))
        .collect();
    assert_eq!(
        softer,
        [
            ("holding_words", Strength::Consider),
            ("holding_statement", Strength::May),
            ("tell_now", Strength::Consider),
            ("missouri_residents", Strength::Local),
            ("further_measures", Strength::May),
            ("irp_template", Strength::May),
        ]
    );
}

#[test]
fn what_stands_before_an_incident_is_either_used_on_the_night_or_a_readiness_point() {
    let playbook = morenet();
    let ready: BTreeSet<&str> =
        playbook.readiness.iter().flat_map(|point| &point.cite).map(breachbook::base::ClauseId::as_str).collect();
    let item = |clause: &str| playbook.items.iter().any(|item| item.cite.iter().any(|c| c.as_str() == clause));
    for clause in CLAUSES.lines().filter(|clause| clause.starts_with("PRO-")) {
        assert!(ready.contains(clause) || item(clause), "{clause}");
    }
}

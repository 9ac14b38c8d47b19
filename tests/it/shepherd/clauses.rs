//! The playbook covers its policy, clause by clause, and adds nothing that the policy does not say.

use breachbook::playbook::Playbook;
use breachbook::playbook::bundled::{bundled_source, load_bundled};
use breachbook::playbook::item::Body;
use std::collections::BTreeSet;

/// The clauses of the policy, one on each line, sorted.
const CLAUSES: &str = include_str!("clauses.txt");

pub fn shepherd() -> Playbook {
    load_bundled("shepherd").and_then(|loaded| loaded.playbook).expect("shepherd is bundled and sound")
}

#[test]
fn the_shepherd_playbook_loads_without_a_warning_so_that_every_clause_is_cited_by_what_does_its_work() {
    let loaded = load_bundled("shepherd").expect("shepherd is bundled");
    let source = bundled_source("shepherd").expect("shepherd is bundled");
    assert_eq!(loaded.rendered(&[source]), "");
}

#[test]
fn it_lists_every_clause_of_the_policy_and_says_which_version_it_follows() {
    let playbook = shepherd();
    let wanted: BTreeSet<&str> = CLAUSES.lines().collect();
    let listed: BTreeSet<&str> = playbook.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!((wanted.len(), playbook.clauses.len()), (213, 213));
    assert_eq!(listed, wanted);
    assert_eq!(playbook.source.version.as_deref(), Some("24.1"));
    assert_eq!(playbook.source.dated.map(|day| day.to_string()).as_deref(), Some("2024-02-19"));
    assert_eq!(playbook.jurisdiction, "US-WV");
}

#[test]
fn it_invents_no_deadline_no_prohibition_no_delay_and_no_stand_in() {
    let playbook = shepherd();
    assert!(playbook.clocks.iter().all(|clock| clock.limit.is_none() && clock.pauses.is_empty()));
    for item in &playbook.items {
        match &item.body {
            Body::Call(call) => assert!(call.alternates.is_empty(), "{}", item.id),
            Body::Prohibition(_) => panic!("the policy forbids nothing: {}", item.id),
            Body::Decision(decision) => assert!(decision.quorum.is_none(), "{}", item.id),
            _ => {}
        }
    }
    let delay = playbook.silence("notice_delay").unwrap();
    assert!(delay.say.contains("may be delayed") && !delay.ask);
}

#[test]
fn it_prints_the_two_channels_of_it_services_and_no_other() {
    let playbook = shepherd();
    for role in &playbook.roles {
        let channels: Vec<&str> = role.channels.iter().map(|channel| channel.value.as_str()).collect();
        let wanted: &[&str] = match role.id.as_str() {
            "it_services" => &["304.876.5457", "itworkorder@shepherd.edu"],
            _ => &[],
        };
        assert_eq!(channels, wanted, "{}", role.id);
    }
}

#[test]
fn the_five_lists_that_are_missing_are_silences_that_can_be_filled_in_locally() {
    let playbook = shepherd();
    assert!(playbook.silences.iter().all(|silence| silence.say.starts_with("This policy does not say")));
    for (silence, clause) in [
        ("list_approach", "DI-2"),
        ("list_critical", "IC-1c"),
        ("list_moderate", "IC-2c"),
        ("list_minor", "IC-3a"),
        ("list_users", "RR-1"),
    ] {
        let found = playbook.silence(silence).unwrap();
        assert!(found.say.contains("missing in the published text"), "{silence}");
        assert!(found.cite.iter().any(|cite| cite.as_str() == clause), "{silence}");
        assert!(!found.ask && !found.used_by.is_empty(), "{silence}");
    }
    let night = crate::shepherd::night::Night::open();
    night.record(&["silence", "list_moderate", "Local: a service is down for a day.", "--role", "ciso"]);
    assert!(!night.status().of("silences", "list_moderate")["decided"].is_null());
}

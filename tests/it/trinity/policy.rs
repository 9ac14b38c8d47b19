//! The Trinity Lutheran College playbook covers its policy, clause by clause, and adds nothing that the policy does not say.

use breachbook::base::ClauseId;
use breachbook::playbook::bundled::{bundled_source, load_bundled};
use breachbook::playbook::item::Body;
use breachbook::playbook::{Playbook, Strength};
use std::collections::BTreeSet;

/// The clauses of the policy, one on each line, sorted.
const CLAUSES: &str = include_str!("clauses.txt");

fn trinity() -> Playbook {
    load_bundled("trinity").and_then(|loaded| loaded.playbook).expect("trinity is bundled and sound")
}

/// Every clause that something cites, the arms, options, suggestions and contents included.
fn cited(playbook: &Playbook) -> BTreeSet<&str> {
    let mut lists: Vec<&[ClauseId]> = Vec::new();
    lists.extend(playbook.phases.iter().map(|phase| phase.cite.as_slice()));
    lists.extend(playbook.roles.iter().map(|role| role.cite.as_slice()));
    lists.extend(playbook.clocks.iter().map(|clock| clock.cite.as_slice()));
    lists.extend(playbook.definitions.iter().map(|definition| definition.cite.as_slice()));
    lists.extend(playbook.references.iter().map(|reference| reference.cite.as_slice()));
    lists.extend(playbook.faqs.iter().map(|faq| faq.cite.as_slice()));
    lists.extend(playbook.silences.iter().map(|silence| silence.cite.as_slice()));
    lists.extend(playbook.readiness.iter().map(|readiness| readiness.cite.as_slice()));
    for rule in &playbook.rules {
        lists.push(&rule.cite);
        let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless);
        lists.extend(arms.map(|arm| arm.cite.as_slice()));
    }
    for item in &playbook.items {
        lists.push(&item.cite);
        match &item.body {
            Body::Question(question) => lists.extend(question.options.iter().map(|o| o.cite.as_slice())),
            Body::Decision(decision) => {
                lists.extend(decision.options.iter().map(|o| o.cite.as_slice()));
                lists.extend(decision.suggestions.iter().map(|s| s.cite.as_slice()));
            }
            Body::Document(document) => lists.extend(document.contents.iter().map(|c| c.cite.as_slice())),
            Body::Register(register) => lists.extend(register.methods.iter().map(|m| m.cite.as_slice())),
            Body::Task(_) | Body::Prohibition(_) | Body::Call(_) => {}
        }
    }
    lists.into_iter().flatten().map(ClauseId::as_str).collect()
}

#[test]
fn the_trinity_playbook_loads_without_errors_or_warnings() {
    let loaded = load_bundled("trinity").expect("trinity is bundled");
    let source = bundled_source("trinity").expect("trinity is bundled");
    assert_eq!(loaded.rendered(&[source]), "");
}

#[test]
fn the_trinity_playbook_lists_every_clause_of_the_policy_and_cites_each() {
    let playbook = trinity();
    let wanted: BTreeSet<&str> = CLAUSES.lines().collect();
    let listed: BTreeSet<&str> = playbook.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!((wanted.len(), playbook.clauses.len()), (121, 121));
    assert_eq!(listed, wanted);
    assert_eq!(cited(&playbook), wanted);
}

#[test]
fn the_trinity_playbook_invents_no_deadline_no_prohibition_and_no_channel() {
    let playbook = trinity();
    assert!(playbook.clocks.iter().all(|clock| clock.limit.is_none()));
    assert!(playbook.roles.iter().all(|role| role.channels.is_empty()));
    assert!(!playbook.items.iter().any(|item| matches!(item.body, Body::Prohibition(_))));
    assert!(playbook.silences.iter().all(|silence| silence.say.starts_with("This policy does not say")));
}

#[test]
fn steps_1_to_3_of_trinity_are_open_side_by_side_and_step_4_is_not_among_them() {
    let playbook = trinity();
    let group = |id: &str| {
        let phase = playbook.phases.iter().find(|phase| phase.id.as_str() == id);
        phase.and_then(|phase| phase.beside.as_deref())
    };
    assert_eq!([group("step1"), group("step2"), group("step3")], [Some("steps"); 3]);
    assert_eq!(group("step4"), None);
}

#[test]
fn the_verbs_of_trinity_keep_the_strength_of_the_policy() {
    let playbook = trinity();
    let verb = |id: &str| playbook.item(id).map(|item| item.verb);
    for (id, wanted) in [
        ("tell_privacy_officer", Strength::Do),
        ("escalate", Strength::Should),
        ("multiple_individuals", Strength::Consider),
        ("report_to_council", Strength::Should),
        ("file_report", Strength::Shall),
        ("ict_plan", Strength::IfNecessary),
        ("alert_building_security", Strength::IfNecessary),
        ("inform_commissioner", Strength::IfAdvised),
        ("communications_strategy", Strength::Consider),
        ("notify_police", Strength::Consider),
        ("course_of_action", Strength::Must),
        ("action_record", Strength::Will),
        ("revise_training", Strength::IfNecessary),
        ("audit", Strength::Consider),
    ] {
        assert_eq!(verb(id), Some(wanted), "{id}");
    }
}

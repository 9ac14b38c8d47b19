//! The playbook against the guidelines: every clause, every verb, nothing invented.

use crate::msu::desk::SEVEN;
use breachbook::base::ClauseId;
use breachbook::playbook::bundled::{bundled_source, load_bundled};
use breachbook::playbook::item::Body;
use breachbook::playbook::{Playbook, Strength};
use std::collections::BTreeSet;

/// The clauses of the guidelines, one on each line, sorted.
const CLAUSES: &str = include_str!("clauses.txt");

fn msu() -> Playbook {
    load_bundled("msu").and_then(|loaded| loaded.playbook).expect("msu is bundled and sound")
}

/// Every clause that something other than a phase cites.
fn worked(playbook: &Playbook) -> BTreeSet<&str> {
    let mut lists: Vec<&[ClauseId]> = Vec::new();
    lists.extend(playbook.roles.iter().map(|role| role.cite.as_slice()));
    lists.extend(playbook.clocks.iter().map(|clock| clock.cite.as_slice()));
    lists.extend(playbook.definitions.iter().map(|definition| definition.cite.as_slice()));
    lists.extend(playbook.references.iter().map(|reference| reference.cite.as_slice()));
    for rule in &playbook.rules {
        lists.push(&rule.cite);
        let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless);
        lists.extend(arms.map(|arm| arm.cite.as_slice()));
    }
    for item in &playbook.items {
        lists.push(&item.cite);
        if let Body::Document(document) = &item.body {
            lists.extend(document.contents.iter().map(|content| content.cite.as_slice()));
        }
    }
    lists.into_iter().flatten().map(ClauseId::as_str).collect()
}

#[test]
fn the_playbook_loads_without_errors_or_warnings() {
    let loaded = load_bundled("msu").expect("msu is bundled");
    let source = bundled_source("msu").expect("msu is bundled");
    assert_eq!(loaded.rendered(&[source]), "");
}

#[test]
fn every_clause_of_the_guidelines_is_listed_and_worked_by_something() {
    let playbook = msu();
    let wanted: BTreeSet<&str> = CLAUSES.lines().collect();
    let listed: BTreeSet<&str> = playbook.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!((wanted.len(), playbook.clauses.len()), (104, 104));
    assert_eq!(listed, wanted);
    assert_eq!(worked(&playbook), wanted);
}

#[test]
fn no_deadline_is_invented_and_the_only_channel_is_the_printed_number() {
    let playbook = msu();
    assert!(playbook.clocks.iter().all(|clock| clock.limit.is_none()));
    let numbers: Vec<_> =
        playbook.roles.iter().flat_map(|role| &role.channels).map(|channel| channel.value.as_str()).collect();
    assert_eq!(numbers, ["(517) 432-6200"]);
    assert!(playbook.roles.iter().all(|role| role.printed_person.is_none()), "the guidelines name no person");
    assert!(
        playbook
            .silences
            .iter()
            .all(|silence| silence.say.contains("do not say") || silence.say.starts_with("This policy does not say"))
    );
}

#[test]
fn the_verbs_keep_the_strength_of_the_guidelines() {
    let playbook = msu();
    for (id, wanted) in [
        ("keep_powered_on", Strength::Will),
        ("disconnect", Strength::Will),
        ("tell_it_services", Strength::Will),
        ("action_log", Strength::Will),
        ("alert_police", Strength::Will),
        ("criminal_investigation", Strength::Will),
        ("resume_coordination", Strength::Will),
        ("tell_cio", Strength::Will),
        ("tell_internal_audit", Strength::Will),
        ("tell_controller", Strength::Will),
        ("controller_outside", Strength::IfNecessary),
        ("human_resources_outside", Strength::IfNecessary),
        ("q1_possession", Strength::Will),
        ("q7_likelihood", Strength::Will),
        ("notify", Strength::Will),
        ("notify_persons", Strength::Will),
        ("delay_notice", Strength::May),
        ("delay_ended", Strength::Must),
        ("notice_letter", Strength::Must),
        ("notice_phone", Strength::Must),
        ("prepare_notice", Strength::Will),
        ("review_notice", Strength::Will),
        ("post_website", Strength::Will),
        ("press_release", Strength::Will),
        ("toll_free_number", Strength::Will),
        ("field_calls", Strength::Will),
        ("external_agency", Strength::May),
        ("notice_costs", Strength::Will),
        ("destroy_data", Strength::Will),
        ("retained_for_review", Strength::May),
    ] {
        assert_eq!(playbook.item(id).map(|item| item.verb), Some(wanted), "{id}");
    }
    let rule = |id: &str| playbook.rule(id).map(|rule| (rule.verb, rule.effect.word()));
    assert_eq!(rule("notice_required"), Some((Strength::Must, "duty")));
    assert_eq!(rule("additional_notice"), Some((Strength::Will, "requires_addition")), "never a replacement");
    assert_eq!(rule("delay_ground"), Some((Strength::May, "suggests")));
    assert_eq!(rule("destruction_due"), Some((Strength::Will, "duty")));
}

#[test]
fn the_seven_who_are_told_are_not_the_seven_who_decide() {
    let playbook = msu();
    let told: Vec<&str> = playbook
        .items
        .iter()
        .filter(|item| item.cite.iter().any(|clause| clause.as_str() == "RR-2"))
        .filter_map(|item| match &item.body {
            Body::Call(call) => Some(call.role.as_str()),
            _ => None,
        })
        .collect();
    let Some(Body::Decision(notify)) = playbook.item("notify").map(|item| &item.body) else {
        panic!("notify is a decision")
    };
    let decide: Vec<&str> = notify.seats.iter().map(breachbook::base::ItemId::as_str).collect();
    assert_eq!(
        told,
        [
            "president",
            "vp_finance",
            "provost",
            "general_counsel",
            "vp_communications",
            "board_secretary",
            "internal_audit"
        ]
    );
    assert_eq!((decide.as_slice(), notify.quorum), (SEVEN.as_slice(), None), "no quorum is stated");
    assert_eq!(told.iter().filter(|role| decide.contains(role)).count(), 5);
}

#[test]
fn the_stale_title_is_printed_with_the_one_that_replaced_it() {
    let playbook = msu();
    let title = playbook.item("tell_vp_communications").map(|item| item.title.as_str());
    assert!(
        title.is_some_and(|title| { title.contains("University Relations (now Communications and Brand Strategy)") })
    );
    assert_eq!(playbook.role_title("vp_communications"), "Vice President for Communications and Brand Strategy");
}

//! The verbs of the policy, row by row: a permission is never owed, a duty never optional.

use crate::shepherd::clauses::shepherd;
use breachbook::playbook::Verb;

#[test]
fn every_item_has_the_strength_of_its_clause() {
    let playbook = shepherd();
    for (id, wanted) in [
        ("tell_it_services", Verb::Must),
        ("tell_general_counsel", Verb::Will),
        ("tell_supd", Verb::Will),
        ("information_at_risk", Verb::Will),
        ("follow_the_act", Verb::Will),
        ("direct_staff", Verb::Do),
        ("analyse", Verb::Shall),
        ("incident_report", Verb::Shall),
        ("scope_found", Verb::Shall),
        ("share_leadership", Verb::Shall),
        ("share_affected", Verb::Shall),
        ("share_stakeholders", Verb::Shall),
        ("preliminary_assessment", Verb::Will),
        ("fraud", Verb::Will),
        ("campus_plan", Verb::Shall),
        ("tell_ciso", Verb::Will),
        ("tell_communications", Verb::Will),
        ("evaluate_continuously", Verb::Shall),
        ("tell_hr", Verb::Do),
        ("direct_methods", Verb::May),
        ("use_substitute", Verb::Can),
        ("substitute_email", Verb::Shall),
        ("substitute_webpage", Verb::Shall),
        ("substitute_media", Verb::Shall),
        ("give_notice", Verb::Shall),
        ("vendor_notice", Verb::Shall),
        ("tell_agencies", Verb::Must),
        ("agency_notice", Verb::Must),
        ("offer_credit_monitoring", Verb::Will),
        ("public_plan", Verb::Shall),
        ("notify_public", Verb::Will),
        ("tell_fbi", Verb::IfNecessary),
        ("tell_state_police", Verb::IfNecessary),
        ("measures", Verb::Consider),
        ("recommendations", Verb::Shall),
        ("postmortem_report", Verb::Shall),
        ("new_workflows", Verb::Will),
    ] {
        assert_eq!(playbook.item(id).map(|item| item.verb), Some(wanted), "{id}");
    }
}

#[test]
fn every_rule_has_the_strength_and_the_effect_of_its_clause() {
    let playbook = shepherd();
    for (id, verb, effect) in [
        ("contact_it_services", Verb::Must, "duty"),
        ("supd_due", Verb::Will, "duty"),
        ("security_breach", Verb::Will, "informs"),
        ("breach_notice", Verb::Shall, "duty"),
        ("encrypted_notice", Verb::Must, "duty"),
        ("substitute_permitted", Verb::Can, "permits_replacement"),
        ("substitute_parts", Verb::Shall, "duty"),
        ("vendor_duty", Verb::Shall, "duty"),
        ("agencies_owed", Verb::Must, "duty"),
        ("waves", Verb::Consider, "suggests"),
        ("credit_monitoring", Verb::Will, "duty"),
        ("campus_notification", Verb::Shall, "duty"),
        ("public_communication", Verb::Shall, "duty"),
        ("postmortem_due", Verb::Shall, "duty"),
    ] {
        let rule = playbook.rule(id).unwrap();
        assert_eq!((rule.verb, rule.effect.word()), (verb, effect), "{id}");
    }
}

//! The verbs of the policy, row by row: a permission is never owed, a duty never optional.

use crate::shepherd::clauses::shepherd;
use breachbook::playbook::Strength;

#[test]
fn every_item_has_the_strength_of_its_clause() {
    let playbook = shepherd();
    for (id, wanted) in [
        ("tell_it_services", Strength::Must),
        ("tell_general_counsel", Strength::Will),
        ("tell_supd", Strength::Will),
        ("information_at_risk", Strength::Will),
        ("follow_the_act", Strength::Will),
        ("direct_staff", Strength::Do),
        ("analyse", Strength::Shall),
        ("incident_report", Strength::Shall),
        ("scope_found", Strength::Shall),
        ("share_leadership", Strength::Shall),
        ("share_affected", Strength::Shall),
        ("share_stakeholders", Strength::Shall),
        ("preliminary_assessment", Strength::Will),
        ("fraud", Strength::Will),
        ("campus_plan", Strength::Shall),
        ("tell_ciso", Strength::Will),
        ("tell_communications", Strength::Will),
        ("evaluate_continuously", Strength::Shall),
        ("tell_hr", Strength::Do),
        ("direct_methods", Strength::May),
        ("use_substitute", Strength::Can),
        ("substitute_email", Strength::Shall),
        ("substitute_webpage", Strength::Shall),
        ("substitute_media", Strength::Shall),
        ("give_notice", Strength::Shall),
        ("vendor_notice", Strength::Shall),
        ("tell_agencies", Strength::Must),
        ("agency_notice", Strength::Must),
        ("offer_credit_monitoring", Strength::Will),
        ("public_plan", Strength::Shall),
        ("notify_public", Strength::Will),
        ("tell_fbi", Strength::IfNecessary),
        ("tell_state_police", Strength::IfNecessary),
        ("measures", Strength::Consider),
        ("recommendations", Strength::Shall),
        ("postmortem_report", Strength::Shall),
        ("new_workflows", Strength::Will),
    ] {
        assert_eq!(playbook.item(id).map(|item| item.verb), Some(wanted), "{id}");
    }
}

#[test]
fn every_rule_has_the_strength_and_the_effect_of_its_clause() {
    let playbook = shepherd();
    for (id, verb, effect) in [
        ("contact_it_services", Strength::Must, "duty"),
        ("supd_due", Strength::Will, "duty"),
        ("security_breach", Strength::Will, "informs"),
        ("breach_notice", Strength::Shall, "duty"),
        ("encrypted_notice", Strength::Must, "duty"),
        ("substitute_permitted", Strength::Can, "permits_replacement"),
        ("substitute_parts", Strength::Shall, "duty"),
        ("vendor_duty", Strength::Shall, "duty"),
        ("agencies_owed", Strength::Must, "duty"),
        ("waves", Strength::Consider, "suggests"),
        ("credit_monitoring", Strength::Will, "duty"),
        ("campus_notification", Strength::Shall, "duty"),
        ("public_communication", Strength::Shall, "duty"),
        ("postmortem_due", Strength::Shall, "duty"),
    ] {
        let rule = playbook.rule(id).unwrap();
        assert_eq!((rule.verb, rule.effect.word()), (verb, effect), "{id}");
    }
}

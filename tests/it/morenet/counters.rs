//! What the guideline wants documented: hours, e-mails, people, and whatever else is counted.

use crate::morenet::night::Night;
use crate::support::program::of;

#[test]
fn no_counter_starts_at_zero_and_each_is_kept_apart() {
    let night = Night::third_party();
    for register in ["hours_responding", "hours_mitigating", "public_emails", "how_impacted"] {
        assert_eq!(night.item(register), "open", "{register}");
    }
    assert_eq!(night.item("people_impacted"), "open");
    assert_eq!(night.item("further_measures"), "to-be-decided", "the list can be longer, and need not be");

    night.record(&["count", "hours_responding", "1h 30m", "who=A. Ruiz"]);
    night.record(&["count", "hours_responding", "30min", "who=A. Ruiz"]);
    night.record(&["count", "public_emails", "12"]);
    assert_eq!(night.item("hours_responding"), "continuing");
    assert_eq!(night.item("hours_mitigating"), "open", "the one says nothing about the other");
    night.record(&["count", "hours_mitigating", "3h", "who=A. Ruiz"]);
    let status = night.status();
    let total = |id: &str| of(&status, "registers", id)["total"].clone();
    assert_eq!(total("public_emails"), 12);
}

#[test]
fn the_number_of_people_can_be_corrected_and_how_they_were_impacted_is_kept_by_group() {
    let night = Night::third_party();
    night.answer("people_impacted", "about 1200");
    night.answer("people_impacted", "1184");
    night.record(&["row", "how_impacted", "Pupils of two schools", "how=Names and grades", "number=1150"]);
    night.record(&["row", "how_impacted", "Staff", "how=Names and addresses", "number=34"]);
    assert_eq!(night.item("people_impacted"), "answered");
    assert_eq!(night.item("how_impacted"), "continuing");
    night.record(&["row", "further_measures", "Overtime paid", "amount=4 shifts"]);
    assert_eq!(night.item("further_measures"), "continuing");
}

#[test]
fn the_due_diligence_summary_draws_on_what_was_researched_done_and_counted() {
    let night = Night::third_party();
    let lacks = night.lacks("due_diligence");
    for wanted in ["research_scenario", "define_process", "hours_responding", "hours_mitigating", "people_impacted"] {
        assert!(lacks.contains(&wanted.to_owned()), "{wanted}");
    }
    night.done(&["research_scenario", "define_process", "follow_irp"]);
    night.answers(&[("impact", "Names of two schools"), ("people_impacted", "1184")]);
    night.record(&["count", "hours_responding", "2h", "who=A. Ruiz"]);
    night.record(&["count", "hours_mitigating", "3h", "who=A. Ruiz"]);
    assert_eq!(night.state("documents", "due_diligence"), "drafted");
    assert!(night.next().contains(&"due_diligence".to_owned()), "nobody else says that it is done");
    night.record(&["task", "due_diligence", "done", "Kept with counsel"]);
    assert_eq!(night.state("documents", "due_diligence"), "final");
    assert!(!night.next().contains(&"due_diligence".to_owned()));
}

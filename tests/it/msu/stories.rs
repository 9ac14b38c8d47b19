//! Incidents worked from the first call to the closing, with nothing left open.

use crate::msu::desk::{CONSIDERED, CONTENTS, Desk, SEVEN, STOLEN_NUMBERS};

/// Everything that the unit and IT Services do first.
fn first_hour(desk: &Desk, types: &str) {
    desk.answers(&[
        ("disconnect", "The server in room 12, unplugged by A. Ruiz at 02:04; left on."),
        ("discovered_at", "2026-01-10 02:00"),
        ("responsible_unit", "Registrar's office"),
        ("data_types", types),
    ]);
    desk.record(&["row", "action_log", "Server unplugged", "done=2026-01-10 02:04", "state=done"]);
    desk.reached(&["tell_it_services", "tell_cio", "alert_police"]);
}

fn closed(desk: &Desk, role: &str) {
    assert_eq!(desk.look().next(), Vec::<&str>::new(), "nothing is left to do");
    desk.record(&["close", "--role", role]);
    assert_eq!(desk.look().0["state"], "closed");
}

#[test]
fn a_stolen_database_is_worked_from_the_first_call_to_the_closing() {
    let desk = Desk::open();
    first_hour(&desk, "student, card");
    desk.answers(&[
        ("ability_believed", "yes"),
        ("data_misused", "no"),
        ("significant", "significant\nEvery student since 1990."),
        ("registrar_outside", ":not-needed No outside party holds these records."),
        ("controller_outside", ":needed The contract with the card company asks for it."),
        ("controller_outside", "The card company, by C. Ledger at 09:30."),
        ("criminal_investigation", "yes"),
        ("investigators_arrived", "yes"),
        ("directed_otherwise", "no"),
    ]);
    desk.reached(&[
        "tell_registrar",
        "tell_controller",
        "tell_president",
        "tell_vp_finance",
        "tell_provost",
        "tell_general_counsel",
        "tell_vp_communications",
        "tell_board_secretary",
        "tell_internal_audit",
    ]);
    assert_eq!(desk.look().phase("coordination"), "held");

    desk.answers(&[STOLEN_NUMBERS, CONSIDERED, &[("exception_found", "no")]].concat());
    desk.seats(&SEVEN, "notify");
    desk.answers(&[
        ("persons_to_notify", "502000"),
        ("michigan_residents", "500001"),
        ("notice_cost", "$180,000"),
        ("contact_insufficient", "no"),
        ("delay_scope", "no"),
        ("delay_integrity", "no"),
        ("delay_investigation", "yes"),
        ("delay_security", "no"),
        ("delay_notice", "delay\nSgt. Hall advised it; he says when it ends."),
    ]);
    assert_eq!(desk.look().clock("clock_notice"), "suspended");
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    desk.answers(&[
        ("investigation_completed", "yes"),
        ("delay_ended", "yes"),
        ("resume_coordination", "D. Net leads again since 15:00, on the word of Sgt. Hall."),
        ("prepare_notice", "E. Unit, helped by D. Net."),
        ("notice_clear", "yes"),
        ("review_notice", "General Counsel and Provost, no change."),
        ("notice_methods", "mail, email"),
        ("persons", ":not-needed The list is kept by the registrar."),
        ("notify_persons", "490,000 by mail, 12,000 by e-mail."),
        ("post_website", "On the first page."),
        ("press_release", "To the statewide papers."),
        ("toll_free_number", "555-0100, since noon."),
        ("faq_sheet", "E. Unit; at the desk of those who take the calls."),
        ("field_calls", "Four people of the unit; 300 calls."),
        ("many_calls", "yes"),
        ("external_agency", "contract\nMore calls than four people can take."),
        ("fines", ":not-needed None was levied."),
        ("data_removed", "yes"),
        ("retained_elsewhere", "no"),
        ("retained_for_review", "no"),
        ("destroy_data", "The copies on the old disk, wiped by D. Net."),
    ]);
    desk.record(&["count", "notice_costs", "181000", "Postage", "certainty=paid"]);
    assert_eq!(desk.look().document("notice_letter").0, "final");
    closed(&desk, "CIO");
}

#[test]
fn an_encrypted_laptop_is_worked_inside_and_owes_no_notice() {
    let desk = Desk::open();
    first_hour(&desk, "employee");
    desk.answers(STOLEN_NUMBERS);
    desk.reached(&["tell_human_resources"]);
    desk.answers(&[
        ("ability_believed", "yes"),
        ("data_misused", "no"),
        ("human_resources_outside", ":not-needed No outside party has an interest."),
        ("significant", "not_significant\nOne laptop, encrypted."),
        ("criminal_investigation", "no"),
        ("investigators_arrived", "no"),
        ("directed_otherwise", "no"),
        ("resume_coordination", "IT Services, at once."),
        ("ssn_encrypted", "yes"),
        ("unencrypted_acquired", "no"),
        ("data_removed", "no"),
    ]);
    let look = desk.look();
    let tests = (look.rule("reportable_incident"), look.rule("personal_information"), look.rule("security_breach"));
    assert_eq!(tests, ("met".into(), "not-met".into(), "not-met".into()));
    closed(&desk, "IT Services");
}

#[test]
fn what_an_employee_read_in_good_faith_is_no_breach_while_the_misuse_by_another_is_reportable() {
    let desk = Desk::stolen();
    first_hour(&desk, "none");
    desk.answers(&[
        ("ability_believed", "no"),
        ("data_misused", "yes"),
        ("significant", "not_significant\nOne record."),
        ("criminal_investigation", "no"),
        ("investigators_arrived", "yes"),
        ("directed_otherwise", "yes"),
        ("resume_coordination", "IT Services, at once."),
        ("data_removed", "no"),
    ]);
    let open = desk.home.run(&["record", &desk.case, "close", "--role", "CIO"]);
    assert_eq!(open.code, 1, "{open:?}");
    assert!(open.err.contains("notify") && open.err.contains("harm_caused"), "{}", open.err);
    desk.answers(&[("good_faith_access", "yes"), ("access_related", "yes"), ("no_misuse_or_disclosure", "yes")]);
    let look = desk.look();
    assert_eq!((look.rule("good_faith"), look.rule("security_breach")), ("met".into(), "not-met".into()));
    closed(&desk, "CIO");
}

#[test]
fn a_suspicion_that_comes_to_nothing_can_be_closed() {
    let desk = Desk::open();
    desk.answers(&[
        ("discovered_at", "2026-01-10 02:00"),
        ("ability_believed", "no"),
        ("data_misused", "no"),
        ("responsible_unit", "Library"),
        ("data_types", "none"),
        ("data_accessed", "no"),
        ("data_removed", "no"),
    ]);
    assert_eq!(desk.look().item("keep_powered_on"), "not-applicable");
    closed(&desk, "Head of the library");
}

//! Whole incidents, from the first word to a case that closes with nothing open.

use crate::morenet::night::Night;

/// What every incident needs, whatever its cause.
fn work_and_document(night: &Night) {
    night.answers(&[
        ("impact", "Names and grades of pupils"),
        ("resource_impacted", "The grade book"),
        ("confirmed_words", "As the vendor wrote"),
        ("former_students_elsewhere", "no"),
        ("people_impacted", "1184"),
    ]);
    night.done(&[
        "follow_irp",
        "monitor_data",
        "warn_staff",
        "review_laws",
        "review_terms",
        "review_dpa",
        "organize_emails",
        "research_scenario",
        "define_process",
    ]);
    night.record(&["silence", "law_list", "Counsel's list of March", "--role", "legal_counsel"]);
    night.record(&["count", "hours_responding", "6h", "who=A. Ruiz"]);
    night.record(&["count", "hours_mitigating", "9h", "who=A. Ruiz"]);
    night.record(&["count", "public_emails", "31"]);
    night.record(&["row", "how_impacted", "Pupils", "how=Names and grades", "number=1184"]);
    night.record(&["task", "further_measures", "not-needed", "Nothing else was counted"]);
    night.record(&["task", "irp_template", "not-needed", "We have a plan"]);
    night.record(&["task", "due_diligence", "done", "Kept with counsel"]);
}

#[test]
fn a_vendor_breach_goes_from_a_rumour_to_our_own_data_and_closes_with_nothing_open() {
    let night = Night::open();
    // 21:40, a parent has read something; the technician looks for herself.
    night.answers(&[("way_in", "informed"), ("cause", "third_party"), ("speaks_for", "rumour_news, own_search")]);
    night.record(&[
        "row",
        "confirmations",
        "A parent's e-mail",
        "source=rumour or news",
        "said=The grade book was hacked",
    ]);
    night.record(&[
        "row",
        "confirmations",
        "Leak site",
        "source=own search",
        "said=Our domain is listed",
        "reliable=no",
    ]);
    assert_eq!(night.level(), "rumour");
    assert_eq!(night.item("state_no_breach"), "in-force");
    night.reach(&["consult_counsel"]);
    night.answer("insurer_wants_notice", "yes");
    night.reach(&["notice_of_circumstances", "consult_insurer"]);
    night.answers(&[
        ("integrates", "yes"),
        ("former_service", "no"),
        ("notice_received", "no"),
        ("reliable_says", "nothing"),
    ]);
    night.answer("holding_words", "We have heard of a possible incident and are looking into it.");
    night.record(&["task", "holding_statement", "done", "Given to the front office"]);
    night.together("tell_now", "wait");

    // 08:05, the vendor's notice arrives in the mailbox of somebody who is away.
    night.answers(&[("notice_received", "yes"), ("recipient_out", "yes"), ("vendor_says", "event")]);
    night.reach(&["tell_alternate"]);
    night.done(&["acknowledge_notice"]);
    night.answers(&[("recipient_name", "D. Technology"), ("alternate_name", "E. Business Office")]);
    night.answer("internal_list", "B. Superintendent\nC. Communications");
    night.record(&["call", "tell_internal", "reached", "--for", "B. Superintendent"]);
    night.record(&["call", "tell_internal", "reached", "--for", "C. Communications"]);
    assert_eq!(night.level(), "event_confirmed");
    assert_eq!(night.item("state_no_breach"), "lifted");
    night.together("tell_now", "notify_now");
    night.done(&["tell_as_decided"]);

    // Two days later, the vendor's list: our pupils are on it.
    night.answer("vendor_says", "own_data");
    assert_eq!(night.level(), "own_data_confirmed");
    work_and_document(&night);
    night.guided(&[
        ("guidance_notification", "notify"),
        ("guidance_reporting", "report"),
        ("guidance_dpa", "fulfil"),
        ("guidance_legal_action", "none"),
    ]);
    night.answers(&[
        ("notify_whom", "parents, students, staff"),
        ("notice_words", "As drafted by counsel"),
        ("report_to", "state, dese, attorney_general, others"),
        ("report_words", "As drafted by counsel"),
    ]);
    night.done(&["notify_parents", "notify_students", "notify_staff", "report_others", "fulfil_dpa"]);
    night.reach(&["report_state", "report_dese", "report_attorney_general"]);
    for letter in ["letter_parents", "letter_students", "letter_state", "letter_dese", "letter_attorney_general"] {
        assert_eq!(night.state("documents", letter), "final", "{letter}");
    }
    let over = "It is over; the letters say what is confirmed now";
    night.record(&["confirm", "holding_statement", "--reason", over]);
    night.record(&["confirm", "tell_as_decided", "--reason", over]);
    for role in ["organization", "legal_counsel"] {
        night.record(&["confirm", "tell_now", "--role", role, "--reason", over]);
    }
    night.close();
}

#[test]
fn an_event_of_our_own_is_measured_confirmed_worked_and_closed() {
    let night = Night::own();
    night.reach(&["consult_counsel", "consult_insurer"]);
    night.answers(&[("insurer_wants_notice", "no"), ("speaks_for", "own_signs")]);
    night.record(&["row", "confirmations", "Mail log", "source=own systems", "said=A list went to a wrong address"]);
    night.answers(&[("breach_by_law", "no"), ("breach_by_dpa", "yes")]);
    night.record(&["silence", "definitions_differ", "Each duty by its own definition", "--role", "legal_counsel"]);
    night.record(&["decision", "own_finding", "own_data", "--reason", "By the DPA"]);
    assert_eq!(night.level(), "own_data_confirmed");
    work_and_document(&night);
    night.guided(&[
        ("guidance_notification", "notify"),
        ("guidance_reporting", "do_not_report"),
        ("guidance_dpa", "fulfil"),
        ("guidance_legal_action", "take"),
    ]);
    night.answers(&[("notify_whom", "parents"), ("notice_words", "As drafted by counsel")]);
    night.done(&["notify_parents", "fulfil_dpa", "take_legal_action"]);
    night.close();
}

#[test]
fn a_rumour_that_turns_out_to_be_nothing_is_worked_and_closed() {
    let night = Night::third_party();
    night.reach(&["consult_counsel", "consult_insurer"]);
    night.answers(&[
        ("insurer_wants_notice", "no"),
        ("notice_received", "no"),
        ("integrates", "no"),
        ("former_service", "yes"),
        ("speaks_for", "rumour_news"),
        ("reliable_says", "nothing"),
    ]);
    night.record(&["row", "confirmations", "A forum", "source=rumour or news"]);
    night.answer("vendor_says", "not_breach");
    assert_eq!(night.level(), "not_a_breach");
    work_and_document(&night);
    night.guided(&[
        ("guidance_notification", "do_not_notify"),
        ("guidance_reporting", "do_not_report"),
        ("guidance_dpa", "none"),
        ("guidance_legal_action", "none"),
    ]);
    night.close();
}

#[test]
fn a_suspicion_that_nobody_ever_confirms_can_be_closed_and_still_states_nothing() {
    let night = Night::third_party().with(&[("vendor_says", "possible")]);
    let refusal = night.refused(&["close", "--role", "organization"]);
    assert!(refusal.contains("open"), "{refusal}");
    night.record(&["close", "--role", "organization", "--anyway", "--reason", "The vendor never answered"]);
    assert_eq!(night.status()["state"], "closed");
    assert_eq!(night.item("state_no_breach"), "in-force");
}

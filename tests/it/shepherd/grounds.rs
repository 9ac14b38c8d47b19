//! What is owed ends with its ground, and not before it is certain that the ground is gone.

use crate::shepherd::night::{BREACH_ELEMENTS, Night};

/// A breach in law by 3.a and 3.c, with nobody told yet.
fn breach() -> Night {
    let night = Night::open();
    night.answers(&BREACH_ELEMENTS.map(|element| (element, "yes")));
    night.answers(&[("good_faith", "no"), ("encrypted", "no")]);
    night
}

#[test]
fn substitute_notice_is_owed_no_more_once_it_is_not_permitted_and_gives_no_notice() {
    for (question, ground, gone) in [("notice_cost", "100000.01", "100000"), ("contact_insufficient", "yes", "no")] {
        let night = breach();
        let others = [("users_to_notify", "500"), ("notice_cost", "99999"), ("contact_insufficient", "no")];
        night.answers(&others);
        night.answers(&[(question, ground)]);
        night.decide("use_substitute", "use", &["university"], "It is cheaper.");
        let seen = night.status();
        assert_eq!((seen.item("substitute_webpage").as_str(), seen.item("substitute_media").as_str()), ("open", "due"));
        night.answers(&[(question, "unknown")]);
        assert_eq!(night.status().item("substitute_webpage"), "open", "not known yet takes nothing away");

        night.answers(&[(question, gone), ("direct_methods", "none")]);
        let seen = night.status();
        assert_eq!(seen.rule("substitute_permitted"), "not-met", "{question} {gone}");
        for part in ["valid_emails", "substitute_email", "substitute_webpage", "substitute_media"] {
            assert_eq!(seen.item(part), "not-applicable", "{question} {gone}: {part}");
        }
        night.done(&[("substitute_webpage", "Posted on Monday")]);
        night.reached(&["substitute_media"]);
        let refusal = night.refused(&["task", "give_notice", "done", "By substitute notice"]);
        assert!(refusal.contains("letters, telephone"), "{refusal}");
        assert_eq!(night.status().item("give_notice"), "held", "{question}: the duty stays");
        night.answers(&[("direct_methods", "letter")]);
        night.done(&[("send_letters", "500 on Monday"), ("give_notice", "All 500, checked by A. Ruiz")]);
    }
}

#[test]
fn substitute_notice_that_is_permitted_and_done_gives_notice() {
    let night = breach();
    night.answers(&[("contact_insufficient", "yes"), ("direct_methods", "none")]);
    night.decide("use_substitute", "use", &["university"], "No addresses.");
    night.done(&[("substitute_webpage", "Posted on Monday")]);
    assert!(night.refused(&["task", "give_notice", "done", "Posted"]).contains("substitute notice"));
    night.reached(&["substitute_media"]);
    night.done(&[("give_notice", "All of them by posting and press")]);
}

#[test]
fn agencies_told_because_of_waves_are_owed_nothing_once_there_are_no_such_waves() {
    let night = Night::with_notices();
    night.answers(&[("notified_at_one_time", "600"), ("users_to_notify", "1200")]);
    night.decide("waves_agencies", "tell", &["general_counsel"], "1,200 in all.");
    assert_eq!(night.status().item("tell_agencies"), "due");
    night.answers(&[("users_to_notify", "unknown")]);
    assert_eq!(night.status().item("tell_agencies"), "due", "there may still be such waves");
    night.answers(&[("users_to_notify", "900")]);
    assert_eq!(night.status().item("tell_agencies"), "not-applicable");
}

#[test]
fn a_false_alarm_leaves_nobody_to_tell_and_nothing_to_analyse_once_it_is_certain() {
    let night = Night::open();
    let duties = [
        ("tell_it_services", "due"),
        ("analyse", "open"),
        ("preliminary_assessment", "open"),
        ("evaluate_continuously", "open"),
        ("share_affected", "held"),
    ];
    for (question, answer) in
        [("way_in", "none"), ("data_classes", "public"), ("effects", "none"), ("imminent_threat", "unknown")]
    {
        night.answers(&[(question, answer)]);
        let seen = night.status();
        for (duty, state) in duties {
            assert_eq!(seen.item(duty), state, "{duty} after {question} {answer}");
        }
        assert_eq!(seen.state("documents", "incident_report"), "needed", "after {question} {answer}");
    }
    night.answers(&[("imminent_threat", "no")]);
    let seen = night.status();
    for (duty, _) in duties {
        assert_eq!(seen.item(duty), "not-applicable", "{duty}");
    }
    assert_eq!(seen.state("documents", "incident_report"), "not-needed");
    for clock in ["clock_tell", "clock_analyse"] {
        assert_eq!(seen.state("clocks", clock), "not-applicable", "{clock}");
    }

    night.answers(&[("effects", "disruption")]);
    assert_eq!(night.status().item("analyse"), "open", "an effect makes it an incident");
    night.answers(&[("effects", "none"), ("way_in", "accessed")]);
    assert_eq!(night.status().item("analyse"), "open", "somebody suspects an unauthorized access");
}

#[test]
fn nobody_tells_it_services_what_it_services_found_itself() {
    let night = Night::open();
    night.answers(&[("way_in", "accessed"), ("reported_by", "it_services")]);
    night.answers(&[("discovered_at", "2026-01-04 09:00")]);
    let seen = night.status();
    assert_eq!(seen.item("tell_it_services"), "not-applicable");
    assert_eq!(seen.item("tell_general_counsel"), "due");
    assert_eq!(seen.item("analyse"), "open");
    for (clock, state) in
        [("clock_tell", "not-applicable"), ("clock_classify", "not-applicable"), ("clock_classify_found", "running")]
    {
        assert_eq!(seen.state("clocks", clock), state, "{clock}");
    }
    night.answers(&[("reported_by", "staff")]);
    assert_eq!(night.status().item("tell_it_services"), "due");
}

#[test]
fn what_was_decided_on_the_public_leads_whatever_the_impact_suggests() {
    let night = Night::open();
    night.answers(&[("affected_users", "11"), ("core_database", "no"), ("public_suggested", "yes")]);
    assert_eq!(night.status().item("talking_points"), "open", "the suggestion leads until it is decided");
    let liaison = ["liaison_identified", "liaison", "talking_points", "frame_message", "deliver_messaging"];
    for (suggested, decided, of_liaison, of_review) in
        [("yes", "do_not_notify", "not-applicable", "open"), ("no", "notify", "open", "not-applicable")]
    {
        night.answers(&[("public_suggested", suggested)]);
        night.decide("notify_public", decided, &["university"], "By those present.");
        let seen = night.status();
        for item in liaison {
            assert_eq!(seen.item(item), of_liaison, "{item}: {suggested}, {decided}");
        }
        assert_eq!(seen.item("internal_review"), of_review, "{suggested}, {decided}");
    }
}

#[test]
fn credit_monitoring_that_is_not_arranged_is_asked_nothing_about() {
    let night = Night::open();
    night.answers(&[("core_database", "yes"), ("affected_users", "200")]);
    let three = ["credit_contract", "credit_length_defined", "credit_told_by"];
    let seen = night.status();
    assert!(three.iter().all(|question| seen.item(question) == "open"), "asked while it may be arranged");
    night.not_needed(&[("arrange_credit_monitoring", "No data was in it.")]);
    let seen = night.status();
    for question in three {
        assert_eq!(seen.item(question), "not-applicable", "{question}");
    }
}

#[test]
fn where_no_user_is_affected_no_services_are_arranged_for_users() {
    let night = Night::open();
    night.answers(&[("core_database", "yes")]);
    let services = [
        "identify_services",
        "arrange_credit_monitoring",
        "credit_contract",
        "credit_length_defined",
        "credit_told_by",
        "reminders",
    ];
    for (users, state) in [("unknown", "open"), ("0 to 5", "open"), ("0", "not-applicable")] {
        night.answers(&[("affected_users", users)]);
        let seen = night.status();
        for item in services {
            assert_eq!(seen.item(item), state, "{item}: {users}");
        }
    }
}

#[test]
fn by_the_narrow_reading_credit_monitoring_is_held_only_until_the_number_is_known() {
    let open = || {
        let night = Night::open();
        night.answers(&[("affected_users", "5"), ("information_affected", "yes")]);
        night.decide("credit_reading", "above_1000", &["general_counsel"], "It is printed below 4.f.");
        night
    };
    let night = open();
    assert_eq!(night.status().item("offer_credit_monitoring"), "held");
    night.answers(&[("personal_information", "no"), ("notify_although", "no")]);
    let seen = night.status();
    assert_eq!(seen.item("offer_credit_monitoring"), "not-applicable", "nobody is notified");
    assert_eq!(seen.state("phases", "credit"), "settled", "{}", seen.of("phases", "credit"));
    night.decide("credit_reading", "words", &["general_counsel"], "The words, after all.");
    assert_eq!(night.status().item("offer_credit_monitoring"), "open", "the words owe it all the same");

    let night = open();
    night.answers(&[("personal_information", "no"), ("notify_although", "yes")]);
    night.answers(&[("notified_at_one_time", "900 to 1200")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "held");
    night.answers(&[("notified_at_one_time", "900"), ("users_to_notify", "1800")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "held", "two waves: General Counsel is asked");
    night.decide("waves_agencies", "do_not_tell", &["general_counsel"], "Two mailings.");
    assert_eq!(night.status().item("offer_credit_monitoring"), "not-applicable");
    night.decide("waves_agencies", "tell", &["general_counsel"], "One mailing in two parts.");
    assert_eq!(night.status().item("offer_credit_monitoring"), "open");
    night.answers(&[("users_to_notify", "900")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "not-applicable", "900 in all");
}

#[test]
fn a_second_mailing_of_more_than_a_thousand_is_told_to_the_agencies_again() {
    let night = breach();
    night.answers(&[("notified_at_one_time", "1200")]);
    night.reached(&["tell_agencies"]);
    assert_eq!(night.status().item("tell_agencies"), "reached");
    night.answers(&[("notified_at_one_time", "1,200")]);
    assert_eq!(night.status().item("tell_agencies"), "reached", "the same number again");
    night.answers(&[("notified_at_one_time", "1300")]);
    assert_eq!(night.status().item("tell_agencies"), "due", "they were told of 1,200");
    night.answers(&[("users_to_notify", "900"), ("notified_at_one_time", "900")]);
    assert_eq!(night.status().item("tell_agencies"), "not-applicable");
}

#[test]
fn a_notice_that_was_given_by_a_way_that_is_not_open_any_more_is_given_anew() {
    let night = breach();
    night.answers(&[("users_to_notify", "500"), ("notice_cost", "100000.01"), ("contact_insufficient", "no")]);
    night.decide("use_substitute", "use", &["university"], "It is cheaper.");
    night.done(&[("substitute_webpage", "On the front page.")]);
    night.reached(&["substitute_media"]);
    night.done(&[("give_notice", "By substitute notice, to all.")]);
    assert_eq!(night.status().item("give_notice"), "done");
    night.answers(&[("notice_cost", "100000")]);
    assert_eq!(night.status().item("give_notice"), "held", "at $100,000 substitute notice is not permitted");
}

#[test]
fn the_number_of_months_is_not_held_once_it_is_known_that_nobody_is_notified() {
    let night = Night::open();
    night.answers(&[("affected_users", "5"), ("information_affected", "yes")]);
    night.done(&[("offer_credit_monitoring", "To all five, by letter.")]);
    night.decide("credit_reading", "above_1000", &["general_counsel"], "It is printed below 4.f.");
    assert_eq!(night.status().item("credit_months"), "held");
    night.answers(&[("personal_information", "no"), ("notify_although", "no")]);
    assert_eq!(night.status().item("credit_months"), "open", "what was offered has a length");
}

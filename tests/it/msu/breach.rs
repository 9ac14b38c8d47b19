//! Section II: what a security breach is, what personal information is, and whether notice is required.

use crate::msu::desk::{CONSIDERED, Desk};

#[test]
fn a_security_breach_needs_access_and_acquisition_and_its_failing_closes_no_incident() {
    let desk = Desk::stolen();
    desk.answers(&[("ability_believed", "yes")]);
    assert_eq!(desk.look().rule("security_breach"), "met");

    for (changed, breach) in [
        (&[("data_acquired", "unknown")][..], "pending"),
        (&[("data_acquired", "no")], "not-met"),
        (&[("data_acquired", "yes"), ("data_accessed", "unknown")], "pending"),
        (&[("data_accessed", "no")], "not-met"),
        (&[("data_accessed", "yes"), ("compromises", "unknown")], "pending"),
        (&[("compromises", "no")], "not-met"),
        (&[("compromises", "yes"), ("name_held", "no")], "not-met"),
        (&[("name_held", "yes"), ("public_record", "yes")], "not-met"),
    ] {
        desk.answers(changed);
        let look = desk.look();
        assert_eq!(look.rule("security_breach"), breach, "{changed:?}");
        assert_eq!(look.rule("reportable_incident"), "met", "the first test stands by itself");
        assert_eq!(look.item("tell_cio"), "due", "the incident is worked on");
    }
}

#[test]
fn personal_information_is_a_name_with_an_element_that_is_not_encrypted() {
    let desk = Desk::open();
    desk.answers(&[("name_held", "yes"), ("public_record", "no")]);
    desk.answers(&[("ssn", "no"), ("drivers_license", "no"), ("account_number", "yes")]);
    desk.answers(&[("account_encrypted", "no")]);
    assert_eq!(desk.look().rule("personal_information"), "pending", "the code is not known");
    for (code, wanted) in [("no", "not-met"), ("yes", "met")] {
        desk.answers(&[("security_code", code)]);
        assert_eq!(desk.look().rule("personal_information"), wanted, "security code: {code}");
    }
    desk.answers(&[("account_encrypted", "yes")]);
    assert_eq!(desk.look().rule("personal_information"), "not-met", "encrypted");

    desk.answers(&[("drivers_license", "yes"), ("drivers_license_encrypted", "no")]);
    let look = desk.look();
    assert_eq!(look.rule("personal_information"), "met");
    assert_eq!(look.met("personal_information"), ["PI-1", "PI-1b", "PI-1"]);
    desk.answers(&[("name_held", "no")]);
    assert_eq!(desk.look().rule("personal_information"), "not-met", "no name");
}

#[test]
fn good_faith_needs_all_three() {
    let desk = Desk::stolen();
    let three = ["good_faith_access", "access_related", "no_misuse_or_disclosure"];
    desk.answers(&three.map(|question| (question, "yes")));
    let look = desk.look();
    assert_eq!((look.rule("good_faith"), look.rule("security_breach")), ("met".into(), "not-met".into()));
    assert_eq!(look.rule("notice_required"), "not-met");
    let mut before = three[2];
    for question in three {
        desk.answers(&[(before, "yes"), (question, "unknown")]);
        let look = desk.look();
        let both = (look.rule("good_faith"), look.rule("security_breach"));
        assert_eq!(both, ("pending".into(), "pending".into()), "{question}");
        desk.answers(&[(question, "no")]);
        let look = desk.look();
        let both = (look.rule("good_faith"), look.rule("security_breach"));
        assert_eq!(both, ("not-met".into(), "met".into()), "{question}");
        before = question;
    }
}

#[test]
fn the_key_is_asked_even_where_encryption_made_the_first_test_no() {
    let desk = Desk::stolen();
    desk.answers(&[("ssn_encrypted", "yes"), ("unencrypted_acquired", "no"), ("encrypted_key", "unknown")]);
    let look = desk.look();
    assert_eq!(look.rule("personal_information"), "not-met", "encrypted elements are outside the definition");
    assert_eq!(look.rule("encrypted_information"), "met");
    assert!(look.next().contains(&"encrypted_key"), "and the key is asked");
    assert_eq!((look.rule("security_breach"), look.rule("notice_required")), ("pending".into(), "pending".into()));

    desk.answers(&[("encrypted_key", "yes")]);
    let look = desk.look();
    assert_eq!((look.rule("security_breach"), look.rule("notice_required")), ("met".into(), "met".into()));
    assert!(look.met("notice_required").contains(&"NR-1b".to_owned()));

    desk.answers(&[("encrypted_key", "no")]);
    let look = desk.look();
    assert_eq!((look.rule("security_breach"), look.rule("notice_required")), ("not-met".into(), "not-met".into()));
    assert_eq!(look.rule("notice_ruled_out"), "met");
    assert_eq!(look.item("notify"), "not-applicable", "nothing is left for the seven to decide");
}

#[test]
fn either_alternative_is_enough_for_the_duty() {
    let desk = Desk::stolen();
    let look = desk.look();
    assert_eq!(
        (look.rule("notice_required"), look.met("notice_required")),
        ("met".into(), vec!["NR-1a".into(), "NR-1".into(), "SB-1".into()])
    );
    desk.answers(&[("encrypted_key", "unknown")]);
    assert_eq!(desk.look().rule("notice_required"), "met", "one is enough, whatever the other is");
    desk.answers(&[("unencrypted_acquired", "unknown"), ("encrypted_key", "no")]);
    assert_eq!(desk.look().rule("notice_required"), "pending");
}

#[test]
fn the_harm_exception_is_open_by_either_half_and_lifts_only_by_the_administrators_finding() {
    let desk = Desk::stolen();
    for (caused, likely, exception) in [
        ("yes", "yes", "not-met"),
        ("no", "yes", "met"),
        ("yes", "no", "met"),
        ("no", "no", "met"),
        ("unknown", "no", "met"),
        ("unknown", "yes", "pending"),
    ] {
        desk.answers(&[("harm_caused", caused), ("harm_likely", likely)]);
        let look = desk.look();
        assert_eq!(look.rule("harm_exception"), exception, "caused {caused}, likely {likely}");
        assert_eq!(look.rule("notice_required"), "met", "the answers alone lift nothing");
    }
    let said = desk.look().of("rules", "harm_exception")["say"].as_str().unwrap().to_owned();
    assert!(said.contains("has not caused, or is not likely to cause"), "the literal words are shown: {said}");

    desk.answers(&[("harm_caused", "no"), ("exception_found", "no")]);
    assert_eq!(desk.look().rule("notice_required"), "met");
    desk.answers(&[("exception_found", "yes")]);
    let look = desk.look();
    assert_eq!(look.rule("notice_required"), "not-met");
    assert_eq!(look.item("notify"), "open", "the seven still decide");
    assert_eq!(look.of("decisions", "notify")["suggestions"][0]["option"], "do_not_notify");
    assert_eq!(look.rule("additional_notice"), "pending", "it hangs on what the seven decide");
}

#[test]
fn all_seven_questions_are_answered_each_by_itself() {
    let desk = Desk::stolen();
    desk.answers(&CONSIDERED[2..8]);
    let look = desk.look();
    assert_eq!(look.rule("seven_considered"), "not-met");
    assert_eq!(look.met("seven_considered"), ["Q-1", "Q-2", "Q-3", "Q-4", "Q-5", "Q-6"]);
    assert!(desk.refused(&["answer", "q7_likelihood", "perhaps"]).contains("unlikely"));
    desk.answers(&[("q7_likelihood", "other: only with the old program")]);
    let look = desk.look();
    assert_eq!(
        (look.rule("seven_considered"), look.item("notify")),
        ("met".into(), "open".into()),
        "they decide nothing"
    );
    desk.answers(&[("q2_copied", "unknown")]);
    assert_eq!(desk.look().rule("seven_considered"), "not-met", "not known yet is no answer");
}

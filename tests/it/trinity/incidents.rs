//! Incidents at Trinity Lutheran College that its policy does not give as an example, worked by the policy to their end.

use crate::support::desk::{Desk, words};
use crate::support::say::{self, Deed, FOR, ON, v};
use breachbook::record::Draft;
use std::fmt::Write as _;

/// What is told and determined before escalation is considered.
fn suspected(desk: &mut Desk, happened: &str, kind: &str) {
    desk.call("tell_privacy_officer", "reached");
    for (question, answer) in [
        ("discovered_at", "about 01:30"),
        ("information_type", kind),
        ("cause_and_extent", "Not known how far it reaches."),
        ("context", "Enrolment papers of one year level."),
        ("how_discovered", "staff"),
        ("discovered_by", "The front office."),
        ("about_people", "yes"),
        ("what_happened", happened),
        ("whose_information", "students_parents"),
        ("missent_email", "no"),
    ] {
        desk.answer(question, answer);
    }
    desk.done("first_report", "To the Privacy Officer by telephone, 02:05.");
    desk.decide("breach_occurred", "may_have_occurred", "It cannot be ruled out.");
}

fn four(desk: &mut Desk, answers: [&str; 4]) {
    let questions = ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"];
    for (question, answer) in questions.into_iter().zip(answers) {
        desk.answer(question, answer);
    }
}

fn not_needed(desk: &mut Desk, id: &str, reason: &str) {
    let outcome = Deed::RuledOut { reason: reason.into(), adviser: None };
    desk.record(say::task(id, outcome));
}

fn decide_silence(desk: &mut Desk, id: &str, value: &str, role: &str) {
    desk.record(say::silence(id, value).with(&v::silence::ROLE, role));
}

fn close(reason: Option<&str>) -> Draft {
    say::close("Privacy Officer")
        .with_some(&v::close::REASON, reason.map(Into::into))
        .with_some(&v::close::ANYWAY, reason.is_some().then(|| ON.to_owned()))
}

/// The state of one role in one call.
fn contact(desk: &Desk, call: &str, role: &str) -> String {
    let status = desk.status();
    let rows = status["contacts"].as_array().unwrap();
    let row = rows.iter().find(|row| row["call"] == call && row["role"] == role).unwrap();
    row["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_lost_usb_stick_with_harm_unknown_is_declined_with_reason_reported_to_both_filed_and_closed() {
    let mut desk = Desk::open("trinity");
    suspected(&mut desk, "lost", "other_personal");
    four(&mut desk, ["no", "unknown", "no", "no"]);
    let rule = desk.of("rules", "escalation_suggested");
    assert_eq!((rule["state"].as_str(), words(&rule["missing"])), (Some("pending"), vec!["serious_harm"]));
    assert!(rule["leans"].as_str().unwrap().contains("may be"), "unknown is not no: {rule}");
    let suggestions = desk.of("decisions", "escalate")["suggestions"].clone();
    assert_eq!(suggestions[0]["option"], "escalate", "the clause's words lean to yes, and people decide");
    desk.decide("escalate", "not_escalate", "Encrypted; one student; the stick was handed in.");

    assert_eq!(desk.state("rules", "notify_immediately"), "not-applicable", "that is a matter for the team");
    assert_eq!(desk.state("items", "inform_council"), "not-applicable");
    for (answer, left) in [("ne_description", 3), ("ne_action", 2), ("ne_outcome", 1), ("ne_view", 0)] {
        desk.answer(answer, "As the Privacy Officer put it.");
        let missing = desk.of("documents", "not_escalated_report")["missing"].clone();
        assert_eq!(missing.as_array().unwrap().len(), left);
    }
    assert_eq!(desk.state("documents", "not_escalated_report"), "drafted", "written, and told to nobody yet");
    desk.call("report_to_principal", "reached");
    assert_eq!(desk.state("items", "report_to_council"), "due", "the Principal does not stand for Council");
    desk.call("report_to_council", "reached");
    assert_eq!(desk.state("documents", "not_escalated_report"), "final");

    assert_eq!(desk.status()["next"][0]["id"], "filing_site", "the policy leaves the site open");
    decide_silence(&mut desk, "filing_site", "The Privacy Officer's folder.", "principal");
    desk.done("file_report", "Filed by the Privacy Officer.");
    let open = desk.refused(close(None));
    assert!(open.contains("serious_harm") && open.contains("escalation_suggested"), "{open}");
    desk.answer("serious_harm", "no");
    assert!(desk.refused(close(None)).contains("escalate"), "it was decided before that was known");
    desk.decide("escalate", "not_escalate", "As before: no harm.");
    assert_eq!(desk.state("items", "report_to_council"), "due", "this decision was reported to nobody");
    desk.answer("ne_view", "As the Privacy Officer put it: no harm.");
    desk.call("report_to_principal", "reached");
    desk.call("report_to_council", "reached");
    desk.done("file_report", "Filed anew by the Privacy Officer.");
    desk.record(close(None));
    assert_eq!(desk.status()["state"], "closed");
}

#[test]
fn stolen_papers_whose_suspect_is_the_principal_are_worked_without_the_principal() {
    let mut desk = Desk::open("trinity");
    suspected(&mut desk, "lost, misused", "health");
    assert_eq!(desk.state("rules", "sensitive_information"), "met");
    assert_eq!(desk.of("silences", "officer_is_subject")["applies"], true);
    decide_silence(&mut desk, "officer_is_subject", "The chair of Council is told instead.", "council");
    four(&mut desk, ["yes", "yes", "unknown", "yes"]);
    desk.decide("escalate", "escalate", "Health papers; somebody of the College may have taken them.");

    let deputy = say::call("team_legal", "reached").with(&v::call::ROLE, "deputy");
    desk.record(deputy);
    assert_eq!(desk.state("items", "team_legal"), "reached", "the stand-in may be called first");
    assert_eq!(contact(&desk, "team_communications", "principal"), "due", "and nothing is credited unasked");
    desk.call("team_it", "voicemail");
    assert_eq!(contact(&desk, "team_it", "it_manager"), "attempted");
    assert_eq!(contact(&desk, "team_it", "bds_manager"), "due", "no answer leads to the next in the order");
    desk.call("team_it", "reached");
    not_needed(&mut desk, "team_communications", "The Deputy sits for both areas; the Principal is concerned.");
    assert_eq!(desk.state("clocks", "clock_escalate"), "stopped", "every area is settled");

    desk.decide("notify_police", "notify", "The papers were stolen.");
    assert_eq!(contact(&desk, "tell_police", "police"), "due");
    desk.call("tell_police", "reached");
    desk.decide("notify_police", "do_not_notify", "Recorded by mistake.");
    assert_eq!(desk.state("items", "tell_police"), "reached", "what happened stays on record");
}

#[test]
fn ransomware_at_a_vendor_leaves_out_a_step_and_asks_advice_before_the_commissioner() {
    let mut desk = Desk::open("trinity");
    suspected(&mut desk, "accessed, modified", "health, other: passwords");
    four(&mut desk, ["yes", "yes", "no", "yes"]);
    desk.decide("escalate", "escalate", "The vendor that keeps the student records is down.");
    assert_eq!(contact(&desk, "team_it_external", "intec"), "not-due", "the table names it; no clause owes it");
    assert_eq!(desk.state("items", "inform_commissioner"), "to-be-decided");
    let advice = |adviser: Option<&str>| {
        say::task(
            "inform_commissioner",
            Deed::Needed { reason: "Health data.".into(), adviser: adviser.map(Into::into) },
        )
    };
    assert!(desk.refused(advice(None)).contains("if so advised"));
    desk.record(advice(Some("Counsel")));
    assert_eq!(contact(&desk, "inform_commissioner", "commissioner"), "due");

    desk.answer("real_risk", "yes");
    desk.answer("high_risk", "unknown");
    let rule = desk.of("rules", "notify_immediately");
    assert_eq!((rule["state"].as_str(), words(&rule["missing"])), (Some("pending"), vec!["high_risk"]));
    desk.answer("high_risk", "yes");
    let clock = desk.of("clocks", "clock_notify");
    assert_eq!((clock["state"].as_str(), clock["due"].is_null()), (Some("running"), true), "no deadline");
    assert_eq!(desk.state("items", "notify_affected"), "pending", "the team decides, not the rule");
    desk.decide("notify_individuals", "notify_immediately", "Passwords were taken.");
    assert_eq!(desk.state("items", "notify_affected"), "open");

    desk.decide("notify_contract", "notify", "The contract with the vendor's insurer names it.");
    assert_eq!(desk.state("items", "tell_contract_parties"), "pending", "nobody is named yet");
    desk.answer("contract_parties_to_tell", "Example Insurance; contract=C-7");
    assert_eq!(contact(&desk, "tell_contract_parties", "contract_parties"), "due");
    assert_eq!(desk.state("items", "tell_mou_parties"), "pending", "an MOU is decided on its own");
    desk.decide("course_of_action", "adapted", "The vendor reviews itself; the College waits for it.");
    desk.answer("steps_not_necessary", "step4");
    assert_eq!(desk.state("documents", "outcome_report"), "not-needed");
    assert_eq!(desk.state("items", "contain_breach"), "open", "the other steps go on");
    desk.answer("steps_not_necessary", "none");
    assert_eq!(desk.state("documents", "outcome_report"), "needed", "it comes back");
}

#[test]
fn company_data_only_is_a_finding_the_policy_says_nothing_after_and_can_be_opened_again() {
    let mut desk = Desk::open("trinity");
    suspected(&mut desk, "disclosed", "none");
    desk.answer("about_people", "no");
    assert_eq!(desk.state("rules", "not_about_people"), "met");
    assert_eq!(desk.state("rules", "data_breach"), "not-met");
    assert_eq!(desk.state("decisions", "breach_occurred"), "decided", "a test closes nothing by itself");
    desk.decide("breach_occurred", "no_breach", "A price list of a supplier, no person in it.");
    assert_eq!(desk.state("rules", "plan_applies"), "not-met");
    assert_eq!(desk.of("silences", "no_breach_found")["applies"], true);
    assert_eq!(desk.state("items", "escalate"), "not-applicable", "the case ends here");
    assert_eq!(desk.state("items", "report_to_council"), "not-applicable", "nothing is owed that nobody decided");

    desk.record(close(None));
    assert!(desk.status()["next"].as_array().unwrap().is_empty());
    desk.record(say::reopen("A staff list was in the same e-mail."));
    desk.answer("about_people", "yes");
    assert_eq!(desk.state("rules", "data_breach"), "met");
    desk.decide("breach_occurred", "has_occurred", "The staff list went out too.");
    assert_eq!(desk.of("silences", "no_breach_found")["applies"], false);
    four(&mut desk, ["yes", "no", "no", "no"]);
    assert_eq!(desk.of("decisions", "escalate")["suggestions"][0]["option"], "escalate");
}

/// An escalated breach of which nothing else is recorded.
fn escalated() -> Desk {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Two schools may be affected.");
    desk
}

#[test]
fn a_high_risk_speaks_for_itself_while_the_question_on_a_real_risk_is_open() {
    let mut desk = escalated();
    desk.answer("high_risk", "yes");
    for real_risk in ["unknown", "yes"] {
        desk.answer("real_risk", real_risk);
        assert_eq!(desk.state("rules", "notify_immediately"), "met", "{real_risk} is not no");
    }
    desk.answer("real_risk", "no");
    assert_eq!(desk.state("rules", "notify_immediately"), "not-met");
}

#[test]
fn two_schools_that_are_affected_are_told_one_by_one() {
    let mut desk = escalated();
    desk.decide("notify_agencies", "notify", "Their enrolment lists were in it.");
    assert_eq!(desk.state("items", "agencies_to_tell"), "open");
    desk.answer("agencies_to_tell", "First School\nSecond School");
    desk.record(told("First School"));
    assert_eq!(desk.state("items", "tell_agencies"), "due", "one of two is told");
    desk.record(told("Second School"));
    assert_eq!(desk.state("items", "tell_agencies"), "reached");
}

fn told(name: &str) -> Draft {
    say::call("tell_agencies", "reached").with(&FOR, name)
}

#[test]
fn what_the_team_decides_to_do_stays_open_until_it_is_done() {
    let mut desk = escalated();
    for (decision, yes, no, task) in [
        ("communications_strategy", "develop", "do_not_develop", "develop_strategy"),
        ("made_aware", "internal_external", "nobody_else", "make_aware"),
        ("audit", "audit", "no_audit", "have_audit"),
    ] {
        assert_eq!(desk.state("items", task), "pending", "nothing is owed that nobody decided: {task}");
        desk.decide(decision, no, "Weighed.");
        assert_eq!(desk.state("items", task), "not-applicable", "{task}");
        desk.decide(decision, yes, "Weighed again.");
        assert_eq!(desk.state("items", task), "open", "{task}");
        desk.done(task, "Done by the team on 3 March.");
        assert_eq!(desk.state("items", task), "done", "{task}");
    }
}

#[test]
fn a_principal_who_is_the_subject_is_pointed_out_where_the_team_is_called() {
    let desk = escalated();
    let playbook = desk.session.playbook();
    let silence = playbook.silences.iter().find(|silence| silence.id.as_str() == "officer_is_subject").unwrap();
    for call in ["report_to_principal", "team_legal", "team_it", "team_communications"] {
        assert!(silence.used_by.iter().any(|id| id.as_str() == call), "{call}");
    }
}

#[test]
fn a_file_of_thousands_joins_the_list_of_affected_individuals_and_is_counted_by_class() {
    let mut desk = escalated();
    assert_eq!(desk.state("items", "affected_individuals"), "open", "the list is owed, and nobody is on it");
    assert!(desk.of("registers", "affected_individuals")["total"].is_null(), "which is not zero");
    let row = "Ana Example; class=Student; residence=Victoria; contact=ana@example.org; note=only possibly";
    desk.record(say::row("affected_individuals", row));

    let mut text = "Name,Class,State or country of residence,contact,Note,Timetable\n".to_owned();
    for n in 0..3_000 {
        let class = ["student", "parent", "student", "staff"][n % 4];
        let residence = ["Victoria", "", "South Australia"][n % 3];
        writeln!(text, "Person {n},{class},{residence},p{n}@example.org,,7B").unwrap();
    }
    let file = desk.home.path().join("enrolments.csv");
    std::fs::write(&file, text).unwrap();
    desk.record(say::import("affected_individuals", file));

    let list = desk.of("registers", "affected_individuals");
    assert_eq!((list["kind"].as_str(), list["total"].as_u64()), (Some("list"), Some(3_001)));
    let tallies: Vec<_> = list["tallies"].as_array().unwrap().iter().map(counted).collect();
    // The one that was typed lives in Victoria: a word for home, as it is in a file.
    let wanted: [&[(&str, u64)]; 2] =
        [&[("Student", 1_501), ("parent", 750), ("staff", 750)], &[("Australia", 2_001), ("", 1_000)]];
    let wanted = wanted.map(|rows| rows.iter().map(|(value, rows)| ((*value).to_owned(), *rows)).collect::<Vec<_>>());
    assert_eq!(tallies, wanted, "{list}");
    assert_eq!(desk.state("items", "affected_individuals"), "continuing", "it goes on while the case does");
    assert!(!desk.status().to_string().contains("Person 7"), "no row of the file is in the status");
}

/// The values of a counted column, most frequent first; those that are equally frequent by their letters.
fn counted(tally: &serde_json::Value) -> Vec<(String, u64)> {
    let values = tally["values"].as_array().unwrap().iter();
    let mut values: Vec<_> =
        values.map(|one| (one["value"].as_str().unwrap().to_owned(), one["rows"].as_u64().unwrap())).collect();
    values.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    values
}

#[test]
fn a_decision_not_to_escalate_is_asked_again_when_an_answer_under_it_turns_out_otherwise() {
    let mut desk = Desk::open("trinity");
    for id in ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"] {
        desk.answer(id, "unknown");
    }
    desk.decide("escalate", "principal_level", "One mis-sent e-mail, as far as is known.");
    assert_eq!(desk.state("items", "report_to_principal"), "due");
    desk.answer("serious_harm", "yes");
    assert_eq!(desk.state("decisions", "escalate"), "open", "the Privacy Officer did not know it then");
    desk.decide("escalate", "escalate", "Serious harm.");
    desk.answer("serious_harm", "no");
    assert_eq!(desk.state("decisions", "escalate"), "decided", "a team that was called is not called back");
}

#[test]
fn a_decision_not_to_notify_is_asked_again_when_the_risk_turns_out_otherwise() {
    let mut desk = Desk::open("trinity");
    suspected(&mut desk, "misused", "health");
    four(&mut desk, ["yes", "unknown", "no", "no"]);
    desk.decide("escalate", "escalate", "Health papers.");
    desk.answer("real_risk", "no");
    desk.decide("notify_individuals", "do_not_notify", "No real risk.");
    desk.answer("real_risk", "yes");
    assert_eq!(desk.state("decisions", "notify_individuals"), "open");
    desk.decide("notify_individuals", "notify", "There is one.");
    desk.answer("real_risk", "no");
    assert_eq!(desk.state("decisions", "notify_individuals"), "decided", "a notice is not called back");
    assert_eq!(desk.state("items", "report_outcome_council"), "not-applicable", "there is no outcome yet");
    desk.answer("outcomes", "Contained; forty told.");
    assert_eq!(desk.state("items", "report_outcome_council"), "due");
}

#[test]
fn no_breach_is_asked_again_when_its_ground_is_withdrawn() {
    let mut desk = Desk::open("trinity");
    desk.answer("about_people", "no");
    desk.decide("breach_occurred", "no_breach", "Figures only.");
    desk.answer("about_people", "yes");
    assert_eq!(desk.state("decisions", "breach_occurred"), "open");
}

//! When Trinity's four questions, or a mis-sent e-mail, point to the response team: every row of the boundary, by the program.

use crate::support::program::{Home, of, state};

const QUESTIONS: [&str; 4] = ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"];

/// How the rule stands and which options the criteria suggest, after these four answers.
fn four(answers: [&str; 4]) -> (String, Vec<String>) {
    let (home, case) = Home::with_case();
    home.answers(&case, &[("how_discovered", "staff")]);
    home.record(&case, &["decision", "breach_occurred", "has_occurred", "--reason", "It went out."]);
    for (question, answer) in QUESTIONS.into_iter().zip(answers) {
        home.record(&case, &["answer", question, answer]);
    }
    seen(&home, &case)
}

fn seen(home: &Home, case: &str) -> (String, Vec<String>) {
    let status = home.status(case);
    let decision = of(&status, "decisions", "escalate");
    assert_eq!(decision["value"], serde_json::Value::Null, "the program decides nothing");
    let suggested = decision["suggestions"].as_array().unwrap().iter();
    let suggested = suggested.map(|one| one["option"].as_str().unwrap().to_owned());
    (state(&status, "rules", "escalation_suggested"), suggested.collect())
}

#[test]
fn any_yes_suggests_the_team_and_four_times_no_does_not() {
    let no = four(["no", "no", "no", "no"]);
    assert_eq!((no.0.as_str(), no.1), ("not-met", vec!["not_escalate".to_owned()]));
    for at in 0..QUESTIONS.len() {
        let mut answers = ["no"; 4];
        answers[at] = "yes";
        let (rule, suggested) = four(answers);
        assert_eq!((rule.as_str(), suggested), ("met", vec!["escalate".to_owned()]), "{}", QUESTIONS[at]);
    }
    let one_yes_rest_unknown = four(["unknown", "unknown", "yes", "unknown"]);
    assert_eq!(one_yes_rest_unknown.0, "met", "one is enough, whatever is not known");
}

#[test]
fn not_known_on_harm_or_attention_leans_to_yes_by_the_words_and_on_the_others_does_not() {
    for (at, leans) in [(0, false), (1, true), (2, false), (3, true)] {
        let mut answers = ["no"; 4];
        answers[at] = "unknown";
        let (rule, suggested) = four(answers);
        assert_eq!(rule, "pending", "{}: unknown is not no", QUESTIONS[at]);
        assert_eq!(suggested.contains(&"escalate".to_owned()), leans, "{}", QUESTIONS[at]);
    }
}

#[test]
fn a_mis_sent_email_is_of_no_use_to_the_team_only_if_recalled_or_deleted_and_not_sensitive() {
    let rows = [
        ("no", "yes", None, "met"),
        ("no", "no", Some(("yes", "yes")), "met"),
        ("no", "no", Some(("yes", "no")), "not-met"),
        ("no", "no", Some(("no", "no")), "not-met"),
        ("yes", "yes", None, "not-met"),
        ("unknown", "yes", None, "pending"),
    ];
    for (sensitive, recalled, recipient, wanted) in rows {
        let (home, case) = Home::with_case();
        home.answers(&case, &[("missent_email", "yes"), ("content_sensitive", sensitive), ("recalled", recalled)]);
        if let Some((contacted, agrees)) = recipient {
            home.answers(&case, &[("recipient_contacted", contacted), ("recipient_agrees_delete", agrees)]);
        }
        let found = state(&home.status(&case), "rules", "no_utility");
        assert_eq!(found, wanted, "sensitive {sensitive}, recalled {recalled}, recipient {recipient:?}");
    }
}

#[test]
fn the_privacy_officer_may_decide_against_every_suggestion_with_a_reason() {
    let (home, case) = Home::with_case();
    for question in QUESTIONS {
        home.record(&case, &["answer", question, "yes"]);
    }
    home.refused(&case, &["decision", "escalate", "not_escalate"]);
    home.record(&case, &["decision", "escalate", "not_escalate", "--reason", "Dealt with on the spot."]);
    let status = home.status(&case);
    assert_eq!(state(&status, "rules", "escalation_suggested"), "met", "the criteria stay in sight");
    assert_eq!(state(&status, "documents", "not_escalated_report"), "needed");
}

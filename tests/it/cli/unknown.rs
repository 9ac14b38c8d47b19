//! "Not known yet" is an answer and never a no; an answer can change and the old one stays.

use crate::support::program::{Home, of, state, words};

#[test]
fn a_rule_that_hangs_on_an_unknown_answer_waits_for_it_by_name_and_settles_when_it_comes() {
    let (home, case) = Home::with_case();
    for question in ["multiple_individuals", "systemic_problem", "media_attention"] {
        home.record(&case, &["answer", question, "no"]);
    }
    home.record(&case, &["answer", "serious_harm", "unknown"]);
    let status = home.status(&case);
    let rule = of(&status, "rules", "escalation_suggested");
    assert_eq!(rule["state"], "pending", "unknown is not no");
    assert_eq!(words(&rule["missing"]), ["serious_harm"], "the missing answer is named");
    assert!(rule["leans"].is_string(), "the clause's own words lean to yes: {rule}");
    assert_eq!(state(&status, "items", "serious_harm"), "unknown");
    assert!(status["open"]["pending"].as_u64().unwrap() > 0);
    let said = home.run(&["status", &case]).out;
    assert!(said.contains("Waits for: serious_harm."), "{said}");

    let answered = home.record(&case, &["answer", "serious_harm", "no"]).out;
    assert!(answered.contains("(escalation_suggested): not met; before: pending"), "{answered}");
    assert_eq!(state(&home.status(&case), "rules", "escalation_suggested"), "not-met");

    let changed = home.record(&case, &["answer", "serious_harm", "yes", "--source", "Call with the school nurse"]).out;
    assert!(changed.contains("on: Any yes: it may be appropriate to notify the team"), "{changed}");
    assert_eq!(state(&home.status(&case), "rules", "escalation_suggested"), "met");
}

#[test]
fn a_changed_answer_keeps_the_old_one_in_the_log_and_points_to_the_new_one() {
    let (home, case) = Home::with_case();
    home.answers(&case, &[("recalled", "no"), ("recalled", "yes")]);
    let log = home.log(&case);
    let answers: Vec<_> = log.iter().filter(|entry| entry["kind"] == "answered").collect();
    assert_eq!(answers.iter().map(|e| e["fields"]["value"].as_str().unwrap()).collect::<Vec<_>>(), ["no", "yes"]);
    assert_eq!(answers[0]["replaced_by"], answers[1]["number"]);
    assert!(answers[1]["replaced_by"].is_null());
    let text = home.run(&["log", &case]).out;
    let old = text.lines().find(|line| line.contains("No · ") && line.contains("(recalled)")).unwrap();
    assert!(old.ends_with(&format!("[replaced by {}]", answers[1]["name"].as_str().unwrap())), "{old}");
}

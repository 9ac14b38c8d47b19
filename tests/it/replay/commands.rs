//! A moment of a case without a screen: by the command, and in the plain walk.

use crate::support::program::Home;
use serde_json::Value;

/// A case with three records of its own, and their names.
fn home() -> (Home, String, Vec<String>) {
    let (home, case) = Home::with_case();
    let record = |args: &[&str]| home.record(&case, args).receipts().remove(0);
    let names = vec![
        record(&["answer", "multiple_individuals", "yes"]),
        record(&["call", "tell_privacy_officer", "no-answer"]),
        record(&["call", "tell_privacy_officer", "reached"]),
    ];
    (home, case, names)
}

fn json(home: &Home, args: &[&str]) -> Value {
    let ran = home.run(args);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

fn call(status: &Value) -> &str {
    let items = status["items"].as_array().unwrap();
    items.iter().find(|item| item["id"] == "tell_privacy_officer").unwrap()["state"].as_str().unwrap()
}

#[test]
fn a_moment_is_a_status_as_of_that_moment() {
    let (home, case, names) = home();
    let then = json(&home, &["replay", &case, "--at", &names[1], "--json"]);
    let log = home.log(&case);
    let entry = log.iter().find(|entry| entry["name"] == *names[1]).unwrap();
    assert_eq!((then["schema"].as_str(), call(&then)), (Some("status/1"), "attempted"));
    assert_eq!(then["as_of"], entry["recorded"]["at"].as_str().map_or_else(|| entry["recorded"].clone(), Value::from));
    let mut last = json(&home, &["replay", &case, "--json"]);
    let mut now = home.status(&case);
    assert_eq!(call(&last), "reached");
    // Only what passes with the time may differ.
    for status in [&mut last, &mut now] {
        status["as_of"] = Value::Null;
        for clock in status["clocks"].as_array_mut().unwrap() {
            clock["elapsed_s"] = Value::Null;
        }
    }
    assert_eq!(last, now);
}

#[test]
fn it_says_which_entry_it_was_what_it_switched_and_where_the_case_stood() {
    let (home, case, names) = home();
    let said = home.run(&["replay", &case, "--at", &names[0]]).out;
    let mut lines = said.lines();
    let first = lines.next().unwrap();
    assert!(first.starts_with("LIVE. REPLAY ") && first.contains(" · 2 of 4 · read only, "), "{said}");
    let second = lines.next().unwrap();
    assert!(second.contains(&names[0]) && second.ends_with("Yes · Are multiple individuals affected?"), "{said}");
    assert!(lines.next().unwrap().starts_with("on: Any yes: it may be appropriate"), "{said}");
    assert!(said.contains("LIVE. Mis-sent e-mail. Case "), "{said}");
}

#[test]
fn what_one_run_could_know_leaves_out_the_others_and_a_moment_before_the_case_is_refused() {
    let (home, case, names) = home();
    let run = names[1].split('-').next().unwrap();
    let said = home.run(&["replay", &case, "--seen-by", run]).out;
    let first = said.lines().next().unwrap();
    assert!(first.contains("3 of 4") && first.ends_with(&format!("as {run} could know it.")), "{said}");
    assert!(!said.contains("Reached: "), "{said}");
    for (args, says) in [
        (vec!["--at", "zz-9"], "There is no entry zz-9."),
        (vec!["--at", "soonish"], "soonish"),
        (vec!["--seen-by", "zz"], "There is no run zz in this case."),
        (vec!["--at", "1 Jan 2020 02:00"], "Nothing had been recorded by then."),
    ] {
        let ran = home.run(&[&["replay", &case], &args[..]].concat());
        assert!(ran.code == 1 && ran.err.contains(says) && ran.out.is_empty(), "{args:?}: {ran:?}");
    }
}

#[test]
fn looking_back_leaves_no_trace_in_the_case() {
    let (home, case, names) = home();
    let journals = || std::fs::read_dir(home.cases().join(&case).join("journals")).unwrap().count();
    let before = (journals(), home.log(&case));
    home.run(&["replay", &case, "--at", &names[0]]);
    let walked = home.walk(&case, ":replay\n:replay -1\n:replay nonsense\n:quit\n");
    assert!(walked.out.contains("Ended. Nothing was recorded in this run."), "{}", walked.out);
    assert_eq!((journals(), home.log(&case)), before);
}

#[test]
fn the_walk_says_the_same_and_steps_from_the_moment_that_it_told_last() {
    let (home, case, names) = home();
    let typed = format!(":replay {}\n:replay -1\n:replay +2\n:replay 1 Jan 2020 02:00\n:quit\n", names[1]);
    let said = home.walk(&case, &typed).out;
    let told: Vec<_> = said.lines().filter(|line| line.contains(" · read only, ")).collect();
    assert_eq!(told.len(), 3, "{said}");
    for (line, entries) in told.iter().zip(["3 of 4", "2 of 4", "4 of 4"]) {
        assert!(line.contains(entries), "{told:?}");
    }
    assert!(said.contains("That is the past; the next line answers what is asked now."), "{said}");
    assert!(said.contains("Nothing had been recorded by then."), "{said}");
}

#[test]
fn an_exercise_says_that_it_is_one() {
    let home = Home::new();
    let case = home.start_on("trinity", &["--exercise"]);
    assert!(home.run(&["replay", &case]).out.starts_with("EXERCISE. REPLAY "));
    let walked = home.walk(&case, ":replay\n:quit\n").out;
    assert!(walked.contains("EXERCISE. REPLAY "), "{walked}");
}

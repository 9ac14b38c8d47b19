//! Every verb of `record`, and what the log says afterwards.

use crate::support::program::Home;

/// The last entry but the end of its run.
fn last(home: &Home, case: &str) -> serde_json::Value {
    home.log(case).into_iter().rev().find(|entry| entry["kind"] != "session_ended").unwrap()
}

#[test]
fn every_verb_is_recorded_with_its_words() {
    let (home, case) = Home::with_case();
    let verbs: &[(&[&str], &str, &str)] = &[
        (&["answer", "recalled", "y"], "answered", "Yes"),
        (&["answer", "information_type", "health, other: library card"], "answered", "Health, other: library card"),
        (&["answer", "breach_duration", "1h 30m"], "answered", "1 h 30 min"),
        (&["task", "contain_breach", "done", "Unplugged the server"], "task_done", "Unplugged the server"),
        (&["task", "preserve_evidence", "Image of the disk"], "task_done", "Image of the disk"),
        (&["task", "ict_plan", "needed", "It spreads"], "necessity_found", "It spreads"),
        (&["task", "ict_plan", "na", "It does not"], "ruled_out", "It does not"),
        (&["task", "update_plans", "not-applicable", "No plan"], "ruled_out", "No plan"),
        (&["task", "change_policies", "not-needed", "None"], "ruled_out", "None"),
        (
            &["task", "inform_commissioner", "needed", "Advised", "--adviser", "B. Counsel"],
            "necessity_found",
            "Advised; advised by B. Counsel",
        ),
        (
            &["decision", "breach_occurred", "2", "--reason", "Logs"],
            "decided",
            "A data breach may have occurred, decided by Privacy Officer; reason: Logs",
        ),
        (
            &["call", "tell_privacy_officer", "voicemail", "--channel", "555-0142", "--said", "Call back"],
            "called",
            "Privacy Officer: voicemail left; channel: 555-0142; said: Call back",
        ),
        (&["note", "The phone is dead", "--about", "contain_breach"], "noted", "The phone is dead"),
        (
            &["defer", "context", "2099-01-01 10:00", "--reason", "Asleep"],
            "deferred",
            "until 1 Jan 2099 10:00; reason: Asleep",
        ),
        (&["defer", "discovered_by", "context"], "deferred", "until context has a record"),
        (
            &["silence", "filing_site", "Safe", "--role", "principal"],
            "decided_outside_policy",
            "Safe; decided by Principal",
        ),
        (&["contact", "council", "--person", "C. Chair", "--channel", "555-0143"], "contact_set", "C. Chair, 555-0143"),
        (
            &["handover", "A. Ruiz", "--witness", "B. Guard"],
            "handed_over",
            "from R. Okafor to A. Ruiz; witness: B. Guard",
        ),
        (
            &["close", "--role", "Privacy Officer", "--anyway", "--reason", "Moved"],
            "closed",
            "by Privacy Officer; reason: Moved; still open: ",
        ),
        (&["reopen", "--reason", "Back"], "reopened", "Back"),
    ];
    for (args, kind, value) in verbs {
        home.record(&case, args);
        let entry = last(&home, &case);
        assert_eq!(entry["kind"], *kind, "{args:?}");
        let said = entry["value"].as_str().unwrap();
        assert!(said == *value || *kind == "closed" && said.starts_with(value), "{args:?}: {said}");
    }
    home.record(&case, &["time-check", "14:07:40", "--checked-by", "A. Ruiz"]);
    assert_eq!(last(&home, &case)["kind"], "time_checked");
    assert_eq!(home.run(&["verify", &case]).code, 0);
}

#[test]
fn who_and_when_are_kept_apart_and_a_late_entry_says_so() {
    let (home, case) = Home::with_case();
    home.record(
        &case,
        &[
            "task",
            "contain_breach",
            "Mailbox locked",
            "--at",
            "3h ago",
            "--actor",
            "A. Ruiz",
            "--by",
            "B. Guard",
            "--note",
            "By phone",
        ],
    );
    let entry = last(&home, &case);
    assert_eq!((entry["by"].as_str(), entry["actor"].as_str()), (Some("B. Guard"), Some("A. Ruiz")));
    assert_eq!((entry["note"].as_str(), entry["late"].as_bool()), (Some("By phone"), Some(true)));
    let text = home.run(&["log", &case]).out;
    let line = text.lines().find(|line| line.contains("Mailbox locked")).unwrap();
    assert!(line.contains("by A. Ruiz, written down by B. Guard") && line.contains(", written down late)"), "{line}");
    assert!(line.ends_with("Remark: By phone"), "{line}");
}

#[test]
fn a_dash_reads_the_words_from_standard_input_up_to_what_fits() {
    let (home, case) = Home::with_case();
    let ran = home.type_into(&["record", &case, "answer", "context", "-"], "two\nlines\n".as_bytes());
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(last(&home, &case)["fields"]["value"], "two\nlines");
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("two / lines"), "one line for one entry: {log}");

    let flood = vec![b'x'; 300_000];
    let ran = home.type_into(&["record", &case, "note", "-"], &flood);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(ran.err.contains("at most"), "{}", ran.err);
    let ran = home.type_into(&["record", &case, "note", "-"], b"\xff\xfe");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("not UTF-8"), "{}", ran.err);
}

#[test]
fn the_receipt_as_json_names_the_entry_its_seal_and_every_change() {
    let (home, case) = Home::with_case();
    let out = home.record(&case, &["answer", "multiple_individuals", "yes", "--json"]).out;
    let receipt: serde_json::Value = serde_json::from_str(&out).unwrap();
    let entry = last(&home, &case);
    for key in ["session", "seq", "id", "seal", "number"] {
        assert_eq!(receipt["recorded"][key], entry[key], "{key}");
    }
    assert_eq!(receipt["recorded"]["at"], entry["recorded"]);
    assert_eq!(receipt["recorded"]["short"].as_str().unwrap().len(), 19);
    let change = &receipt["changes"][0];
    assert_eq!((change["id"].as_str(), change["way"].as_str()), (Some("escalation_suggested"), Some("on")));
    let head = receipt["head"]["seal"].as_str().unwrap().to_owned();
    assert!(home.run(&["verify", &case]).out.contains(&head), "the head that is printed is the one that verify finds");
}

#[test]
fn the_first_line_is_the_receipt_and_the_last_line_the_head_to_write_down() {
    let (home, case) = Home::with_case();
    let out = home.record(&case, &["answer", "recalled", "yes"]).out;
    let first = out.lines().next().unwrap();
    let name = home.log(&case)[2]["name"].as_str().unwrap().to_owned();
    assert!(first.starts_with(&format!("recorded {name} at ")) && first.contains(" (seal "), "{first}");
    let short = out.lines().last().unwrap().rsplit(' ').next().unwrap().to_owned();
    assert!(home.run(&["verify", &case]).out.contains(&format!("Short seal {short}.")), "{out}");
}

#[test]
fn an_exercise_says_so_everywhere() {
    let home = Home::new();
    let case = home.start(&["--exercise"]);
    assert!(case.starts_with("ex-"), "{case}");
    assert_eq!(home.status(&case)["mode"], "exercise");
    assert!(home.run(&["list"]).out.contains("EXERCISE"));
    assert!(home.run(&["status", &case]).out.starts_with("EXERCISE. "));
    assert!(home.walk(&case, "").out.contains("EXERCISE. "));
}

#[test]
fn a_case_goes_by_its_path_its_name_or_the_last_word_of_its_name() {
    let (home, case) = Home::with_case();
    let path = home.cases().join(&case);
    let word = case.rsplit('-').next().unwrap();
    for name in [path.to_str().unwrap(), &case, word] {
        assert_eq!(home.run(&["log", name]).code, 0, "{name}");
    }
    let elsewhere = home.run(&["--cases", "elsewhere", "list"]);
    assert_eq!((elsewhere.code, elsewhere.out.as_str()), (0, ""), "--cases goes before the environment");
}

#[test]
fn the_log_for_people_counts_the_ends_of_runs_and_the_one_for_programs_lists_each() {
    let (home, case) = Home::with_case();
    home.answers(&case, &[("recalled", "yes"), ("how_discovered", "staff")]);
    let text = home.run(&["log", &case]).out;
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 4, "opened, two answers, and one line for all that ended: {text}");
    assert_eq!(lines[3], "3 runs ended; --json and --csv list each.");
    let ends = home.log(&case).iter().filter(|entry| entry["kind"] == "session_ended").count();
    assert_eq!(ends, 3);
    assert_eq!(home.run(&["log", &case, "--csv"]).out.matches("run of the program ended").count(), 3);
}

//! The plain walk as a person meets it.

use crate::support::program::{Home, ran};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn the_first_item_is_shown_with_its_reason_its_clause_and_numbered_choices() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, "").out;
    let shown: Vec<_> = out.lines().filter(|line| !line.starts_with("LIVE.")).collect();
    insta::assert_snapshot!("first-item", shown.join("\n"));
    assert!(out.contains("\nLIVE. Mis-sent e-mail. "), "{out}");
}

#[test]
fn the_end_of_the_input_ends_the_run_in_order_and_prints_the_head() {
    let (home, case) = Home::with_case();
    let walked = home.walk(&case, ":skip\n20m ago\n25:0");
    assert_eq!(walked.code, 0, "{walked:?}");
    assert_eq!(walked.receipts().len(), 1, "{}", walked.out);
    let ended = walked.out.lines().last().unwrap();
    assert!(ended.starts_with("Ended: session ") && ended.contains(", entry 2, short seal "), "{ended}");
    let short = ended.trim_end_matches('.').rsplit(' ').next().unwrap();
    let verdict = home.run(&["verify", &case]).out;
    assert!(verdict.contains(short) && !verdict.contains("no closing entry"), "{verdict}");
}

#[test]
fn a_refused_answer_keeps_the_question_and_a_record_left_half_is_told() {
    let (home, case) = Home::with_case();
    let walked = home.walk(&case, ":go how_discovered\nperhaps\nstaff\n:go escalate\n1\n");
    let out = &walked.out;
    assert!(out.contains("\"perhaps\" is not an answer here. It takes one of:"), "{out}");
    assert_eq!(walked.receipts().len(), 1, "{out}");
    assert!(out.contains("The last record was not finished and was not recorded."), "{out}");
    assert_eq!(home.log(&case).len(), 4);
}

#[test]
fn what_was_typed_before_a_refusal_is_taken_again_by_an_empty_line() {
    let counties = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/lists/counties.toml");
    let (home, case) = Home::with_case_on(counties, &[]);
    let out = home.walk(&case, ":go mails\nmany\nfrom parents\n14\n\n").out;
    assert!(out.contains("\"many\" cannot be added to this list."), "{out}");
    assert!(out.contains("An empty line takes again: from parents"), "{out}");
    let counted = home.log(&case).into_iter().find(|entry| entry["kind"] == "counted").unwrap();
    assert_eq!((&counted["fields"]["amount"], &counted["fields"]["what"]), (&"14".into(), &"from parents".into()));
}

#[test]
fn only_what_was_refused_is_asked_again() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, ":go escalate\nperhaps\n1\n\nHealth data\n").out;
    assert!(out.contains("Write 1, 2 or 3."), "{out}");
    let after = out.split_once("Say why.").unwrap().1;
    assert!(after.starts_with("\nWhy?\n> Recorded "), "only what is missing is asked again: {out}");
    let decided = home.log(&case).into_iter().find(|entry| entry["kind"] == "decided").unwrap();
    assert_eq!(decided["fields"]["reason"], "Health data");
    assert!(out.contains("\nWHAT CHANGED: ") && out.contains(" calls to make: "), "{out}");
    assert!(out.contains(": and "), "a long list is cut: {out}");
}

#[test]
fn going_skipping_and_coming_back_move_freely() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, ":skip\n:back\n:go filing_site\n:go nothing\n:xyz\n:s\n:help me\n:go\n").out;
    let asked: Vec<_> = out.lines().filter_map(|line| line.trim_start_matches("> ").strip_prefix("Id: ")).collect();
    assert_eq!(asked.len(), 4, "{asked:?}");
    assert!(asked[0] == asked[2] && asked[0] != asked[1] && asked[3] == "filing_site", "{asked:?}");
    assert!(out.contains("This playbook has no item \"nothing\"."), "{out}");
    assert!(out.contains("There is no command \":xyz\"."), "{out}");
    assert!(out.contains("There is no command \":s\"."), "several begin with it: {out}");
    assert!(out.contains("Write it as: :help") && out.contains("Write it as: :go ID"), "{out}");
    assert!(out.ends_with("Ended. Nothing was recorded in this run.\n"), "{out}");
    assert_eq!(home.log(&case).len(), 2, "a run that records nothing leaves nothing behind");
}

#[test]
fn a_call_that_reached_nobody_stays_open_and_what_can_be_recorded_meanwhile_is_asked() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, "2\n\n\n\n20m ago\n:go tell_privacy_officer\n1\n\n\n\n").out;
    assert!(out.contains("This call stays open: it comes back after the rest"), "{out}");
    let asked: Vec<_> = out.lines().filter_map(|line| line.strip_prefix("Id: ")).collect();
    let ids = ["tell_privacy_officer", "discovered_at", "information_type", "tell_privacy_officer", "information_type"];
    assert_eq!(asked, ids);
    assert_eq!(crate::support::program::state(&home.status(&case), "items", "tell_privacy_officer"), "reached");
}

#[test]
fn an_answer_may_begin_with_a_colon_and_have_several_lines() {
    let (home, case) = Home::with_case();
    home.walk(
        &case,
        ":go context\n:::) said the note\n:go cause_and_extent\n:text\n:one\n\ntwo\n.\n:go context\n:text\nlost\n",
    );
    let log = home.log(&case);
    let values: Vec<_> =
        log.iter().filter(|e| e["kind"] == "answered").map(|e| e["fields"]["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["::) said the note", ":one\n\ntwo"]);
}

#[test]
fn a_handover_changes_who_writes_and_the_walk_goes_on() {
    let (home, case) = Home::with_case();
    home.walk(&case, ":handover A. Ruiz\n:go how_discovered\nstaff\n:time-check 12:00\n");
    let log = home.log(&case);
    let by = |kind: &str| log.iter().find(|entry| entry["kind"] == kind).unwrap()["by"].clone();
    assert_eq!((by("handed_over"), by("answered")), ("R. Okafor".into(), "A. Ruiz".into()));
    assert_eq!(by("time_checked"), "A. Ruiz");
}

#[test]
fn a_case_is_closed_and_opened_again_in_the_walk() {
    let (home, case) = Home::with_case();
    let out = home
        .walk(
            &case,
            ":close Officer\n:close-anyway Officer because moved\nyes\n:reopen back\n:go how_discovered\nstaff\n",
        )
        .out;
    assert!(out.contains("things are still to do:\n  contact tell_privacy_officer"), "{out}");
    assert!(out.contains("CLOSED, AND NOT ALL IS DONE"), "{out}");
    assert!(out.contains("Nothing is asked now."), "{out}");
    let kinds: Vec<_> = home.log(&case).iter().map(|e| e["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds[2..], ["closed", "reopened", "answered", "session_ended"]);
}

#[test]
fn two_walks_at_once_see_each_other_and_a_contradiction_is_settled_by_people() {
    let (home, case) = Home::with_case();
    let mut first = home.command(&["walk", &case, "--plain", "--by", "A. Ruiz"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(first.stdout.take().unwrap()).lines();
    // It has read the case once it asks how the first call ended.
    lines
        .by_ref()
        .map(Result::unwrap)
        .find(|line| line.starts_with("1 reached, 2 voicemail left, 3 no answer"))
        .unwrap();
    home.record(&case, &["answer", "recalled", "no"]);
    crate::support::program::feed(&mut first, b":go recalled\n:status\n:quit\n");
    let rest: Vec<_> = lines.map(Result::unwrap).collect();
    assert_eq!(ran(first.wait_with_output().unwrap()).code, 0);
    assert!(rest.iter().any(|line| line == "> Other entries arrived in the case folder."), "{rest:?}");
    assert!(rest.iter().any(|line| line == "Done: No"), "{rest:?}");
}

/// The signals that ask a program to stop end the walk as `:quit` does.
#[cfg(unix)]
#[test]
fn a_signal_ends_the_walk_in_order() {
    use rustix::process::{Pid, Signal, kill_process};
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let (home, case) = Home::with_case();
        let mut child = home.command(&["walk", &case, "--plain"]).stdin(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        std::io::Write::write_all(&mut input, b":go how_discovered\nstaff\n").unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        lines.by_ref().find(|line| line.contains("Recorded ")).unwrap();
        kill_process(Pid::from_child(&child), signal).unwrap();
        assert!(lines.last().unwrap().starts_with("Ended: session "), "{signal:?}");
        assert!(child.wait().unwrap().success(), "{signal:?}");
        let log = home.log(&case);
        assert_eq!(log.last().unwrap()["kind"], "session_ended", "{signal:?}");
        drop(input);
    }
}

#[test]
fn a_question_of_yes_and_no_takes_a_whole_line_and_nothing_that_only_begins_like_one() {
    let (home, case) = Home::with_case();
    let said = ["nobody knows yet", "yes but ask Ana", "n/a", "u there", "not sure", "ye", "1", ""];
    let out = home.walk(&case, &format!(":go recalled\n{}\n:quit\n", said.join("\n"))).out;
    assert_eq!(out.matches("Only y, n and u answer this. Nothing was recorded.").count(), said.len(), "{out}");
    assert!(home.log(&case).iter().all(|entry| entry["kind"] != "answered"));
    let out = home.walk(&case, ":go recalled\nNot known yet\n:go recalled\n Y \n").out;
    assert!(out.contains("Not known yet.") && out.contains(": Yes."), "{out}");
    let values: Vec<_> =
        home.log(&case).into_iter().filter(|e| e["kind"] == "answered").map(|e| e["fields"]["value"].clone()).collect();
    assert_eq!(values, ["unknown", "yes"]);
}

#[test]
fn a_bare_strike_takes_the_last_record_of_the_walk_and_only_that() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, ":go recalled\nyes\n:go how_discovered\nstaff\n:strike\n:strike\n").out;
    assert!(out.contains(":strike strikes it out.") && out.contains("Struck out: "), "{out}");
    assert!(out.contains("is struck out already, or there is none."), "{out}");
    let states = ["recalled", "how_discovered"];
    let states = states.map(|id| crate::support::program::state(&home.status(&case), "items", id));
    assert_eq!(states[0], "answered");
    assert_ne!(states[1], "answered");
}

#[test]
fn what_is_folded_on_the_screen_is_said_on_request() {
    let (home, case) = Home::with_case();
    let out = home.walk(&case, ":why\n:more\n:where\n").out;
    let (before, after) = out.split_once("\n> ").unwrap();
    assert!(!before.contains("Why: ") && !before.contains("FC-2a"), "{before}");
    assert!(after.contains("Why: The Privacy Officer decides") && after.contains("FC-2a: "), "{after}");
    assert!(after.contains("\n9. Identity not verified\n") && after.contains(&case), "{after}");
    assert!(!out.contains('\u{1b}') && !out.chars().any(|sign| ('\u{2500}'..='\u{259f}').contains(&sign)), "{out}");
}

/// One step with three questions; the second hangs on the first.
const THREE: &str = r#"
schema = 1

[playbook]
id = "library"
title = "Lost records"
jurisdiction = "AU"
source = { title = "Reader Records Procedure", organisation = "Example Library" }

[clauses]
A-1 = { at = "Part A, 1", text = "Say whether the room stands open, since when, and how many readers." }

[[phase]]
id = "look"
title = "Look"

[[question]]
id = "room_open"
phase = "look"
ask = "Does the room stand open?"
answer = "yes_no"
cite = "A-1"

[[question]]
id = "all_night"
phase = "look"
ask = "Was it open all night?"
answer = "yes_no"
when = "room_open"
cite = "A-1"

[[question]]
id = "readers"
phase = "look"
ask = "How many readers?"
answer = "number"
cite = "A-1"
"#;

#[test]
fn a_step_is_filled_in_together_and_recorded_in_one_piece_or_not_at_all() {
    let home = Home::new();
    let path = home.path().join("library.toml");
    std::fs::write(&path, THREE).unwrap();
    let case = home.start_on(path.to_str().unwrap(), &[]);
    let answers = || home.log(&case).iter().filter(|entry| entry["kind"] == "answered").count();
    // Left before the end, by a dash, by a command or by the end of the input, it records nothing.
    for script in [":together\ny\n-\n", ":together\ny\n:list\n", ":together\ny\nn\n12\n", ":together\n\n\n"] {
        let out = home.walk(&case, script).out;
        assert_eq!(answers(), 0, "{script}: {out}");
        assert!(
            out.contains("not recorded") || out.contains("othing was recorded") || out.contains("nothing of it"),
            "{out}"
        );
    }
    // What a no switches off is not asked; a line that is no answer is asked again.
    let out = home.walk(&case, ":together\nnobody knows yet\nn\nmany\n12\n\n").out;
    assert!(out.contains("Only y, n and u answer this.") && out.contains("Filled in: 2."), "{out}");
    assert!(!out.contains("Was it open all night?"), "{out}");
    assert_eq!(answers(), 2, "{out}");
    assert_eq!(home.log(&case).iter().filter(|entry| entry["kind"] == "sheet_ended").count(), 1);
    let struck = home.run(&["log", &case]).out;
    assert!(struck.contains("Together: 2 entries"), "{struck}");
}

#[test]
fn a_task_of_a_step_is_filled_in_with_the_others_in_words_and_a_slip_is_no_deed() {
    let home = Home::new();
    let path = home.path().join("library.toml");
    let task = "\n[[task]]\nid = \"lock\"\nphase = \"look\"\ntitle = \"Lock the door\"\nrecord = \"What was locked, and by whom?\"\nverb = \"shall\"\ncite = \"A-1\"\n";
    std::fs::write(&path, format!("{THREE}{task}")).unwrap();
    let case = home.start_on(path.to_str().unwrap(), &[]);
    let out = home.walk(&case, ":together\nn\n12\ny\nLocked by the caretaker\n\n").out;
    assert!(out.contains("What was done, in words") && out.contains("Say what was done, in words;"), "{out}");
    assert!(out.contains("Filled in: 3."), "{out}");
    let log = home.log(&case);
    let done: Vec<_> = log.iter().filter(|entry| entry["kind"] == "task_done").collect();
    assert_eq!((done.len(), done[0]["value"].as_str()), (1, Some("Locked by the caretaker")), "{out}");
}

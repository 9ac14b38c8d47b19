//! The same facts in words: what the plain walk and the command line say of what changed, waits, ends, is doubted and settled.

use super::night::TEXT;
use crate::judge::{doubts, ends, given_up, settled, waits};
use crate::support::program::{Home, state};

/// A home with one open case on this playbook.
fn case_on(playbook: &str) -> (Home, String) {
    let home = Home::new();
    let path = home.path().join("sample.toml");
    std::fs::write(&path, playbook).unwrap();
    let case = home.start_on(path.to_str().unwrap(), &[]);
    (home, case)
}

fn status(home: &Home, case: &str) -> String {
    home.run(&["status", case]).out
}

fn has(text: &str, all: &[&str]) {
    for wanted in all {
        assert!(text.contains(wanted), "{wanted:?} is not said: {text}");
    }
}

/// Monitoring was offered to 140, and then there were 9000.
fn offered() -> (Home, String) {
    let (home, case) = case_on(TEXT);
    home.answers(&case, &[("affected", "140")]);
    home.record(&case, &["task", "offer", "done", "To all 140."]);
    let receipt = home.record(&case, &["answer", "affected", "9000"]).out;
    has(&receipt, &["on: Offer monitoring (offer): look again: How many persons are affected: was 140, is 9000"]);
    (home, case)
}

#[test]
fn the_card_says_what_was_and_what_is_and_one_word_says_that_it_is_still_right() {
    let (home, case) = offered();
    let mark = "Look again: Offer monitoring (offer): How many persons are affected: was 140, is 9000";
    has(&status(&home, &case), &[mark]);
    let out = home.walk(&case, ":go offer\n:close Head\n:confirm\n:go affected\n9001\n").out;
    has(&out, &["Was: 140  How many persons are affected", "Is: 9000  ", "Still right: :confirm."]);
    has(&out, &["Look again:\n    task offer: Offer monitoring", ": Still right."]);
    has(&out, &["1 to look again: ! Offer monitoring · How many persons are affected: was 9000, is 9001"]);
    home.record(&case, &["confirm", "offer"]);
    assert!(!status(&home, &case).contains("Look again"), "confirmed");
    has(&home.refused(&case, &["confirm", "offer"]), &["Nothing of offer has to be looked at again."]);
}

#[test]
fn a_slip_that_is_struck_takes_its_mark_away_and_a_struck_strike_brings_it_back() {
    let (home, case) = case_on(TEXT);
    home.answers(&case, &[("affected", "140")]);
    home.record(&case, &["task", "offer", "done", "To all 140."]);
    let out = home.walk(&case, ":go affected\n9000\n:strike\n:go offer\n").out;
    has(&out, &["1 to look again: Offer monitoring", "Struck out: ", "Counts now: "]);
    assert!(
        out.rfind("Task, done: Offer monitoring").is_some() && !status(&home, &case).contains("Look again"),
        "{out}"
    );
    let strike = home.log(&case).into_iter().rfind(|entry| entry["kind"] == "struck_out").unwrap();
    let name = strike["name"].as_str().unwrap();
    assert!(home.refused(&case, &["strike", name]).contains("Say why it is wrong."), "later it wants a reason");
    let receipt = home.record(&case, &["strike", name, "--reason", "It was no slip."]).out;
    has(&receipt, &["on: Offer monitoring (offer): look again: How many persons are affected: was 140, is 9000"]);
}

/// A clock of an hour that begins when people became aware.
const LATE: &str = r#"schema = 1

[playbook]
id = "late"
title = "Late"
jurisdiction = "AU"
source = { title = "Sample policy", organisation = "Example Library" }

[clauses]
A-1 = { at = "1", text = "File a report within an hour of becoming aware." }

[[phase]]
id = "start"
title = "Start"

[[question]]
id = "aware"
phase = "start"
ask = "Since when are we aware?"
answer = "when"
cite = "A-1"

[[task]]
id = "report"
phase = "start"
title = "File the report"
record = "Under which number?"
verb = "shall"
cite = "A-1"

[[clock]]
id = "limit"
title = "The report"
word = "within an hour"
within = "1h"
basis = "policy"
from = "aware"
until = "task.report"
cite = "A-1"
"#;

#[test]
fn what_was_reported_too_late_says_so_in_the_status_and_at_the_end() {
    let (home, case) = case_on(LATE);
    home.record(&case, &["answer", "aware", "9h ago"]);
    let receipt = home.record(&case, &["task", "report", "done", "Number 12"]).out;
    has(&receipt, &["off: The report (limit): stopped, 8 h 00 min late; before: runs"]);
    has(&status(&home, &case), &["Clock: \"within an hour\" The report, stopped 8 h 00 min late, due "]);
    has(&home.walk(&case, "").out, &["NOTHING IS LEFT TO DO", "Late: The report (8 h 00 min late)"]);
}

#[test]
fn a_case_that_ends_closes_as_what_it_was_and_is_opened_again_with_what_undoes_it() {
    let (home, case) = case_on(ends::PLAYBOOK);
    home.answers(&case, &[("occurred", "no")]);
    let out = home.walk(&case, ":close Board\n:go file_report\nNumber 12\n:close Board\n").out;
    has(&out, &["1 thing is still to do:\n  Ends as: No breach\n  task file_report: File the report (open)"]);
    has(&out, &["Case closed: No breach, by Board", "CLOSED: ", "Ended as: No breach"]);

    let refused = home.refused(&case, &["answer", "occurred", "yes"]);
    has(&refused, &["The case is closed.", "--reopen REASON"]);
    let receipt = home.record(&case, &["answer", "occurred", "yes", "--reopen", "The logs show it."]).out;
    has(&receipt, &["The case is open again: The logs show it.", "off: No breach (no_breach): not met; before: met"]);
    let kinds: Vec<_> = home.log(&case).into_iter().rev().map(|entry| entry["kind"].clone()).take(3).collect();
    assert_eq!(kinds, ["session_ended", "answered", "reopened"]);
    assert_eq!(state(&home.status(&case), "items", "call_board"), "due");
}

#[test]
fn in_the_walk_a_closed_case_asks_first_why_it_is_opened_again() {
    let (home, case) = case_on(ends::PLAYBOOK);
    home.answers(&case, &[("occurred", "no")]);
    home.record(&case, &["task", "file_report", "done", "Number 12"]);
    home.record(&case, &["close", "--role", "board"]);
    let out = home.walk(&case, ":go occurred\nThe logs show it.\nyes\n").out;
    has(&out, &["Why the case is opened again", "The case is open again: The logs show it.", "11 to do"]);
    let log = home.log(&case);
    let kinds: Vec<_> = log.iter().rev().map(|entry| entry["kind"].clone()).take(3).collect();
    assert_eq!(kinds, ["session_ended", "answered", "reopened"], "{out}");
}

#[test]
fn what_nobody_can_find_out_is_undecided_for_good_at_closing() {
    let (home, case) = case_on(ends::PLAYBOOK);
    home.answers(&case, &[("occurred", "yes"), ("ours", "yes")]);
    home.record(&case, &["task", "harm", "not-needed", "No logs were kept."]);
    let out = home.walk(&case, ":go harm\n:close Board\n").out;
    has(&out, &["Off: cannot be found out"]);
    has(&out, &["Undecided for good:\n    rule tell_owed: Those affected are told (cannot be found out)"]);
    assert!(!out.contains("question harm"), "it is not asked any more: {out}");
    let for_good = "Undecided for good: Those affected are told (tell_owed; A-1). Cannot be found out: harm.";
    has(&status(&home, &case), &[for_good]);
}

#[test]
fn each_vendor_has_its_own_word_and_one_of_a_hundred_and_forty_is_not_all() {
    let (home, case) = case_on(include_str!("../lists/vendors.toml"));
    home.answers(&case, &[("vendors", "StudentBase\nGradeBook\nLunchPay"), ("persons", "140")]);
    for (vendor, says) in [("StudentBase", "own_data"), ("GradeBook", "not_breach"), ("LunchPay", "maybe")] {
        home.record(&case, &["answer", "vendor_says", says, "--for", vendor]);
    }
    home.record(&case, &["row", "people", "Ana Example"]);
    home.record(&case, &["task", "tell_person", "done", "By letter.", "--for", "Ana Example"]);
    has(&status(&home, &case), &["Test: What is exposed: Our own data", "Affected: 140 persons (1 listed)"]);
    let out = home.walk(&case, ":go ask_again\n:go tell_person\n:close x\n").out;
    has(&out, &["To do: LunchPay", "Off: StudentBase: does not apply", "Off: GradeBook: does not apply"]);
    has(&out, &["Task, 1 of 140, ", "task tell_person: Tell this person (open)"]);
    home.record(&case, &["confirm", "people", "--reason", "All others were test records."]);
    assert!(!home.walk(&case, ":close x\n").out.contains("tell_person"), "a list that is complete as it stands");
    home.record(&case, &["row", "people", "Bo Example"]);
    has(&home.walk(&case, ":close x\n").out, &["task tell_person: Tell this person (open)"]);
}

#[test]
fn what_has_to_come_first_refuses_done_and_a_hold_only_says_so() {
    let (home, case) = case_on(waits::PLAYBOOK);
    home.record(&case, &["task", "interview", "done", "Everybody, at ten."]);
    let refused = home.refused(&case, &["task", "file", "done", "Number 12"]);
    has(&refused, &["The draft comes first.", "First record: Is the draft ready (draft_ready)."]);
    let out = home.walk(&case, ":go file\nNumber 12\n:go insurer_asks\ny\n:why\n:go publish\nOn the board\n").out;
    has(&out, &["Task, waits: File the report", "Not yet: The draft comes first.", "First record: Is the draft ready"]);
    has(&out, &["Recorded although it waits: The insurer reads it first."]);
    assert_eq!(state(&home.status(&case), "items", "file"), "held");
    assert_eq!(state(&home.status(&case), "items", "publish"), "done");
    has(&home.walk(&case, ":go draft_ready\n:why\n").out, &["Waits for this: File the report\n"]);
}

#[test]
fn a_silence_that_people_have_to_decide_comes_before_what_waits_for_it() {
    let text = waits::PLAYBOOK.replace("after = \"draft_ready\"", "after = \"silence.site\"");
    let silence = "\n[[silence]]\nid = \"site\"\ntopic = \"Where it is filed\"\nsay = \"This policy does not say where.\"\nask = true\ndecide_by = [\"head\"]\ncite = [\"A-1\"]\n\n[[role]]\nid = \"head\"\ntitle = \"Head\"\ncite = [\"A-1\"]\n";
    let (home, case) = case_on(&format!("{text}{silence}"));
    let refused = home.refused(&case, &["task", "file", "done", "Number 12"]);
    has(&refused, &["The draft comes first.", "Where it is filed (site)"]);
    let out = home.walk(&case, ":list\n:go file\n:go site\n:why\n").out;
    has(
        &out,
        &["To do: Where it is filed (site)", "Task, waits: File the report", "Waits for this: File the report\n"],
    );
    home.record(&case, &["silence", "site", "In the archive."]);
    home.record(&case, &["task", "file", "done", "Number 12"]);
}

#[test]
fn a_call_if_so_advised_is_not_passed_on_before_somebody_advised_it() {
    let (home, case) = case_on(given_up::CALLS);
    let refused = home.refused(&case, &["pass-on", "if_advised", "--to", "Pat Lee"]);
    has(&refused, &["only \"if so advised\", and nobody is recorded who advised it."]);
    let receipt = home.record(&case, &["pass-on", "tell_head", "--to", "Pat Lee", "--all"]).out;
    has(&receipt, &["Left out, until somebody finds that it is needed: Tell the head librarian of the press"]);
    let passed = home.log(&case).iter().filter(|entry| entry["kind"] == "passed_on").count();
    assert_eq!((passed, state(&home.status(&case), "items", "if_advised").as_str()), (1, "to-be-decided"));
}

#[test]
fn two_times_that_cannot_both_be_true_are_doubted_on_their_cards() {
    let (home, case) = case_on(doubts::PLAYBOOK);
    home.answers(&case, &[("happened_at", "20m ago"), ("found_at", "40m ago")]);
    let doubt = "One of the two times is wrong";
    let out = home.walk(&case, ":go found_at\n:confirm\n:go happened_at\n:go found_at\n30m ago\n").out;
    has(&out, &[&format!("{doubt}.\nNothing was changed."), ": Still right · It was found before it happened"]);
    assert!(!out.contains(&format!("{doubt}..")), "{out}");
    has(&out, &["Question, done: When did it happen?"]);
    has(&status(&home, &case), &[&format!("Look again: When did it happen? (happened_at): {doubt}")]);
}

#[test]
fn the_council_settles_and_the_seats_that_agree_later_count_over_it() {
    let (home, case) = case_on(settled::PLAYBOOK);
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        home.record(&case, &["decision", "team", option, "--role", role, "--reason", "It is so."]);
    }
    let split = "They do not agree: Set up a team? (team): Head: Leave it; Deputy: Leave it; Clerk: Set up.";
    has(&status(&home, &case), &[&format!("{split}\n")]);
    home.record(&case, &["decision", "team", "set_up", "--settled-by", "council", "--reason", "The council met."]);
    has(&status(&home, &case), &[&format!("{split} Settled by Council: Set up.\n")]);
    let out = home.walk(&case, ":go team\n").out;
    has(&out, &["Done: Set up, settled by Council", "Done: Deputy: Leave it", "Done: Clerk: Set up"]);
    home.record(&case, &["decision", "team", "leave", "--role", "clerk", "--reason", "After all."]);
    assert!(!status(&home, &case).contains("do not agree"));
    has(&home.walk(&case, ":go team\n").out, &["Done: Leave it"]);
}

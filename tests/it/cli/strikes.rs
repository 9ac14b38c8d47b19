//! Taking a wrong entry out of account from the command line and in the plain walk: by its name, with the reason.

use crate::record::journal::Journal;
use crate::support::program::{Home, state};
use breachbook::journal::{Entry, EntryId, Fields, Header, names, scan};
use std::fs;
use std::path::Path;

#[test]
fn a_call_that_was_wrong_is_struck_with_its_reason_and_the_call_is_open_again() {
    let (home, case) = Home::with_case();
    let call = "tell_privacy_officer";
    let before = state(&home.status(&case), "items", call);
    let called = home.record(&case, &["call", call, "reached"]).receipts().remove(0);
    assert_eq!(state(&home.status(&case), "items", call), "reached");
    let refused = home.refused(&case, &["strike", &called]);
    assert!(refused.contains("No reason is given") && refused.contains(&called), "{refused}");
    let struck = home.record(&case, &["strike", &called.to_uppercase(), "--reason", "It was another case"]);
    assert!(struck.out.contains(&format!("Struck out: {called} (Reached: ")), "{}", struck.out);
    assert!(struck.out.contains(&format!("({call}): call now; before: reached")), "{}", struck.out);
    assert_eq!(state(&home.status(&case), "items", call), before);
    let log = home.log(&case);
    let entry = log.iter().find(|entry| entry["name"] == *called).unwrap();
    assert_eq!(entry["struck_by"], *struck.receipts()[0]);
    let text = home.run(&["log", &case]).out;
    let line = text.lines().find(|line| line.starts_with(&format!("{called}  "))).unwrap();
    let by = format!("[struck out by {}, by R. Okafor: It was another case]", struck.receipts()[0]);
    assert!(line.ends_with(&by), "{line}");
    let csv = home.run(&["log", &case, "--csv"]).out;
    assert!(
        csv.lines()
            .any(|line| line.contains(&called) && line.trim_end().ends_with(&format!("{},", struck.receipts()[0]))),
        "{csv}"
    );
}

#[test]
fn the_plain_walk_strikes_its_last_record_without_a_reason_and_any_other_with_one() {
    let (home, case) = Home::with_case();
    let first = home.record(&case, &["answer", "recalled", "yes"]).receipts().remove(0);
    // What it switches is said before the reason is asked.
    let out = home.walk(&case, &format!(":strike {first}\nThe answer of another case\n")).out;
    let switches = out.find("This switches:").unwrap_or_else(|| panic!("{out}"));
    assert!(out.find("Why it is wrong").is_some_and(|asked| asked > switches), "{out}");
    // Once: which entry, and what it said.
    assert!(out.contains(&format!("Struck out: {first}, Yes · ")), "{out}");
    assert_eq!(out.matches("Struck out").count(), 1, "{out}");
    assert_eq!(state(&home.status(&case), "items", "recalled"), "pending");
    let first = home.record(&case, &["answer", "recalled", "yes"]).receipts().remove(0);
    let out = home.walk(&case, &format!(":strike {first}\n-\n")).out;
    assert!(out.contains("Nothing was recorded.") && !out.contains("Struck out"), "{out}");
    let out = home.walk(&case, &format!(":strike {first} because The answer of another case\n")).out;
    assert!(out.contains(&format!("Struck out: {first}, Yes · ")), "{out}");
    assert_eq!(state(&home.status(&case), "items", "recalled"), "pending");
}

#[test]
fn an_entry_is_put_right_on_the_command_line_and_in_the_walk_and_what_that_switches_is_said_first() {
    let (home, case) = Home::with_case();
    let first = home.record(&case, &["answer", "recalled", "yes"]).receipts().remove(0);
    let preview = home.run(&["record", &case, "answer", "recalled", "no", "--settles", &first, "--preview"]).out;
    assert!(preview.starts_with("not recorded; would switch:\n"), "{preview}");
    assert_eq!(home.log(&case).iter().filter(|entry| entry["kind"] == "answered").count(), 1);
    let right = home.record(&case, &["answer", "recalled", "no", "--settles", &first]);
    assert!(right.out.contains(&format!("In the place of {first} (")), "{}", right.out);
    for line in preview.lines().skip(1) {
        assert!(right.out.contains(line), "{line}: {}", right.out);
    }
    let right = right.receipts().remove(0);
    let log = home.log(&case);
    let entry = |name: &str| log.iter().find(|entry| entry["name"] == *name).unwrap();
    assert_eq!(entry(&first)["replaced_by_name"], *right);
    assert!(entry(&right)["value"].as_str().unwrap().ends_with(&format!("in the place of {first}")));
    // In the walk what is typed last is told first, and only an empty line records it.
    let out = home.walk(&case, &format!(":correct {right}\nyes\nquite\n-\n")).out;
    assert!(out.contains(&format!(" ({right})")) && out.contains("This switches:"), "{out}");
    assert!(out.contains("Nothing was recorded."), "{out}");
    assert_eq!(home.log(&case).iter().filter(|entry| entry["kind"] == "answered").count(), 2);
    let out = home.walk(&case, &format!(":correct {right}\nyes\n\n")).out;
    assert!(out.contains(&format!("; in the place of {right}")), "{out}");
    let last = home.log(&case).iter().rfind(|entry| entry["kind"] == "answered").unwrap()["name"].to_string();
    let refused = home.refused(&case, &["note", "x", "--settles", last.trim_matches('"')]);
    assert!(refused.contains("says something else") && refused.contains("Strike it out"), "{refused}");
}

/// A journal of another laptop: its run bears this name and had seen nothing.
fn elsewhere(home: &Home, case: &str, begins: &str, words: &str) {
    elsewhere_of(&home.cases().join(case), begins, "noted", words);
}

/// The same of any kind, in the folder of a case.
pub fn elsewhere_of(case: &Path, begins: &str, kind: &str, words: &str) {
    elsewhere_with(case, begins, kind, Fields::new().text("text", words).text("by", "A. Ruiz"));
}

/// An entry with these fields, in a journal of a run that saw nothing.
pub fn elsewhere_with(case: &Path, begins: &str, kind: &str, fields: Fields) {
    let journals = case.join("journals");
    let own = fs::read_dir(&journals).unwrap().next().unwrap().unwrap().path();
    let header = scan(&fs::read(own).unwrap()).header.unwrap().header;
    let session = breachbook::base::SessionId::new(&format!("{begins:a<26}")).unwrap();
    let extra = Fields::new().text(names::FIELD, &begins[..2]);
    let mut journal = Journal::new(&Header { session: session.clone(), saw: Vec::new(), extra, ..header.clone() });
    let id = EntryId::new(session, 1);
    journal.put(&Entry { id, seq: 1, reading: header.reading, saw: Vec::new(), kind: kind.into(), fields });
    fs::write(journals.join(journal.file_name()), journal.bytes()).unwrap();
}

#[test]
fn a_name_that_two_runs_took_unseen_is_answered_with_both_and_strikes_neither() {
    let (home, case) = Home::with_case();
    elsewhere(&home, &case, "k4x", "Here");
    let before = home.log(&case).len();
    assert!(home.log(&case).iter().any(|entry| entry["name"] == "k4-1"));
    elsewhere(&home, &case, "k4y", "There");
    let refused = home.refused(&case, &["strike", "k4-1", "--reason", "Wrong"]);
    assert!(refused.contains("\"k4-1\" can mean 2 entries."), "{refused}");
    assert!(refused.contains("k4x-1 (Note: Here, by A. Ruiz") && refused.contains("k4y-1 (Note: There"), "{refused}");
    assert_eq!(home.log(&case).len(), before + 1);
    let struck = home.record(&case, &["strike", "K4Y-1", "--reason", "Wrong"]);
    assert!(struck.out.contains("Struck out: k4y-1 (Note: There, by A. Ruiz"), "{}", struck.out);
}

#[test]
fn an_entry_of_an_unknown_kind_is_not_said_to_be_the_programs_own() {
    let (home, case) = Home::with_case();
    elsewhere_of(&home.cases().join(&case), "k4x", "confirmed", "Here");
    let refused = home.refused(&case, &["strike", "k4-1", "--reason", "Wrong"]);
    assert!(refused.contains("This version does not know this kind of entry."), "{refused}");
    assert!(!refused.contains("The program wrote it"), "{refused}");
}

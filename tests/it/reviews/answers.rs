//! Answers of the latest review that a new case takes over, with their source.

use crate::reviews::shelf::{Shelf, answer, item};
use crate::support::program::Home;
use crate::support::say;
use breachbook::journal::Mode;
use breachbook::session::Session;

/// A policy with one question for the insurer and one for the site, and what its review asks.
const HEAD: &str = r#"
jurisdiction = "AU"
source = { title = "Reader Records Procedure", organisation = "Example Library" }

[clauses]
A-1 = { at = "Part A, 1", text = "Tell the insurer if it wants to know." }

[[phase]]
id = "start"
title = "Start"
"#;

fn response(options: &str) -> String {
    format!(
        r#"schema = 1
[playbook]
id = "library"
title = "Lost records"
review = "library_readiness"
{HEAD}
[[question]]
id = "tell_insurer"
phase = "start"
ask = "Does the insurer want to know first?"
answer = "yes_no"
from_review = "insurer_wants_notice"
cite = "A-1"

[[question]]
id = "site"
phase = "start"
ask = "Where are records filed?"
answer = "one_of"
options = [{options}]
from_review = "filing_site"
cite = "A-1"
"#
    )
}

fn readiness() -> String {
    format!(
        r#"schema = 1
[playbook]
id = "library_readiness"
title = "Readiness of the library"
kind = "readiness"
{HEAD}
[[question]]
id = "insurer_wants_notice"
phase = "start"
ask = "Does the insurer want to know first?"
answer = "yes_no"
cite = "A-1"

[[question]]
id = "filing_site"
phase = "start"
ask = "Where are records filed?"
answer = "one_of"
options = [{SITES}]
cite = "A-1"
"#
    )
}

const SITES: &str = r#"{ id = "vault", label = "The vault" }, { id = "drive", label = "The drive" }"#;

fn review(shelf: &Shelf, day: &str, mode: Mode) -> Session {
    shelf.start_text("library_readiness", &readiness(), day, mode)
}

fn case(shelf: &Shelf, options: &str) -> Session {
    shelf.start_text("library", &response(options), "2026-05-04", Mode::Live)
}

/// The entries of the log that answer a question.
fn answered(session: &Session) -> Vec<String> {
    let told = |row: &breachbook::case::Row| {
        let told = breachbook::page::log::describe(Some(session.playbook()), &row.recorded, session.now());
        (told.kind == "answered").then(|| format!("{}: {}", told.item.unwrap_or_default(), told.value))
    };
    session.state().log.iter().filter_map(told).collect()
}

#[test]
fn what_the_latest_review_answers_is_recorded_after_the_opening_with_its_source() {
    let shelf = Shelf::new();
    let mut old = review(&shelf, "2025-02-01", Mode::Live);
    answer(&mut old, "insurer_wants_notice", "no");
    let mut latest = review(&shelf, "2026-02-01", Mode::Live);
    answer(&mut latest, "insurer_wants_notice", "yes");
    answer(&mut latest, "filing_site", "vault");
    let mut practice = review(&shelf, "2026-03-01", Mode::Exercise);
    answer(&mut practice, "insurer_wants_notice", "no");

    let case = case(&shelf, SITES);
    let source = format!("source: Readiness review of 2026-02-01 ({})", latest.folder().name());
    assert_eq!(answered(&case), [format!("tell_insurer: Yes; {source}"), format!("site: The vault; {source}")]);
    assert!(case.odd().is_empty(), "{:?}", case.odd());
    assert_eq!(item(&case, "tell_insurer")["value"], "yes");

    // It is on the disk, and can be corrected like any answer.
    let mut again = crate::reviews::shelf::later(&case, "2026-05-04");
    assert_eq!(answered(&again).len(), 2);
    let correct = say::answer("tell_insurer", "no");
    again.submit(&correct).unwrap();
    assert_eq!(item(&again, "tell_insurer")["value"], "no");
}

#[test]
fn what_is_unknown_or_unanswered_in_the_review_is_not_recorded() {
    let shelf = Shelf::new();
    assert!(answered(&case(&shelf, SITES)).is_empty(), "there is no review yet");
    let mut latest = review(&shelf, "2026-02-01", Mode::Live);
    answer(&mut latest, "insurer_wants_notice", "unknown");
    let case = case(&shelf, SITES);
    assert!(answered(&case).is_empty() && case.odd().is_empty(), "{:?}", case.odd());
}

#[test]
fn an_answer_of_another_kind_is_not_recorded_and_said() {
    let shelf = Shelf::new();
    let mut latest = review(&shelf, "2026-02-01", Mode::Live);
    answer(&mut latest, "insurer_wants_notice", "yes");
    answer(&mut latest, "filing_site", "vault");
    let other = r#"{ id = "vault", label = "The vault" }, { id = "desk", label = "The desk" }"#;
    let case = case(&shelf, other);
    assert_eq!(answered(&case).len(), 1);
    let [odd] = case.odd() else { panic!("{:?}", case.odd()) };
    let remark = odd.to_string();
    assert!(remark.starts_with("review: ") && remark.contains("filing_site"), "{remark}");
}

#[test]
fn a_damaged_review_gives_what_is_sound_and_the_damage_is_said() {
    let shelf = Shelf::new();
    let mut latest = review(&shelf, "2026-02-01", Mode::Live);
    answer(&mut latest, "insurer_wants_notice", "yes");
    answer(&mut latest, "filing_site", "vault");
    let journals = latest.folder().path().join("journals");
    let journal = std::fs::read_dir(journals).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&journal).unwrap();
    std::fs::write(&journal, text.replace("\"vault\"", "\"drive\"")).unwrap();
    let case = case(&shelf, SITES);
    assert_eq!(item(&case, "site")["value"], serde_json::json!(null), "an altered answer is not taken");
    assert!(case.odd().iter().any(|odd| odd.to_string().contains("damaged")), "{:?}", case.odd());
}

#[test]
fn on_the_command_line_the_answer_is_there_after_start() {
    let home = Home::new();
    for (name, text) in [("library", response(SITES)), ("library_readiness", readiness())] {
        std::fs::write(home.path().join(format!("{name}.toml")), text).unwrap();
    }
    let review = home.start_on("library_readiness.toml", &[]);
    let given = ["answer", "insurer_wants_notice", "yes", "--source", "Letter of 3 May", "--by", "J. Park"];
    home.record(&review, &given);
    let case = home.start_on("library.toml", &[]);
    let log = home.log(&case);
    let entry = log.iter().find(|entry| entry["kind"] == "answered").unwrap().to_string();
    assert!(entry.contains(&format!("({review})")) && entry.contains("Readiness review of"), "{entry}");
    let shown = home.run(&["log", &case]).out;
    assert!(shown.contains("by J. Park, written down by R. Okafor"), "{shown}");
    let status = home.status(&case);
    assert_eq!(crate::support::program::of(&status, "items", "tell_insurer")["value"], "yes");
    assert_eq!(crate::support::program::state(&status, "items", "site"), "open");
}

#[test]
fn checking_a_playbook_says_what_does_not_fit_its_review() {
    let home = Home::new();
    let own = home.path().join("config/breachbook/playbooks");
    std::fs::create_dir_all(&own).unwrap();
    let response = home.path().join("library.toml");
    let check = || home.run(&["playbook", "check", response.to_str().unwrap()]);
    let other = r#"{ id = "vault", label = "The vault" }, { id = "desk", label = "The desk" }"#;
    std::fs::write(&response, self::response(other)).unwrap();
    let alone = check();
    assert!(alone.err.contains("library_readiness is not among the playbooks here"), "{alone:?}");
    std::fs::write(own.join("library_readiness.toml"), readiness()).unwrap();
    let misfit = check();
    assert_eq!(misfit.code, 0, "it can be used all the same: {misfit:?}");
    assert!(misfit.out.contains("`site` and the question `filing_site` of library_readiness"), "{misfit:?}");
    std::fs::write(&response, self::response(SITES)).unwrap();
    assert_eq!(check().err, "");
}

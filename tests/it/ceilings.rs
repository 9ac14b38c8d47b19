//! What the house still has and is to lose: each count may only fall, and a lower one is written down here at once.

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a room, with what is built into the program, comments left out.
fn room(name: &str) -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let built = text.split("#[cfg(test)]").next().unwrap_or_default();
                let code = built.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.push((path, code.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    found
}

fn count(rooms: &[&str], form: &str) -> usize {
    let form = Regex::new(form).unwrap();
    rooms.iter().flat_map(|name| room(name)).map(|(_, text)| form.find_iter(&text).count()).sum()
}

fn files(rooms: &[&str], form: &str) -> usize {
    let form = Regex::new(form).unwrap();
    rooms.iter().flat_map(|name| room(name)).filter(|(_, text)| form.is_match(text)).count()
}

/// A pure room says nothing in the words of the command line: screens and the walk have other words.
#[test]
fn texts_of_the_judge_that_name_an_argument_or_a_command() {
    assert_eq!(count(&["judge", "record"], r#"[ (`"]--[a-z]"#), ARGUMENTS, "arguments in texts of the judge");
    assert_eq!(
        count(&["judge", "record"], "breachbook (?:list|log|open|playbook|record|status|verify|contacts)"),
        COMMANDS
    );
}

/// What a kind of entry means is told in few places, so that a new one costs few files.
#[test]
fn files_outside_the_case_and_the_judge_that_know_kinds_of_entries() {
    assert_eq!(files(&["store", "session", "tui", "plain", "cli"], "Fact::[A-Z]"), FACTS, "files that know kinds");
}

/// A sentence that is cut or put together from another is a sentence that nobody wrote.
#[test]
fn places_where_a_refusal_is_worded_anew_for_the_screen() {
    assert_eq!(count(&["tui"], r"on_screen\("), ON_SCREEN, "sentences mended for the screen");
}

/// Nobody branches on what people read: a label, a sentence, a telling or a hint. Whoever reads what people type may.
#[test]
fn branches_that_are_taken_on_words_for_people() {
    let rooms = ["journal", "case", "judge", "record", "page", "session", "tui", "plain", "cli"];
    let asks = r"(?:(?:starts|ends)_with|contains|find|strip_(?:pre|suf)fix|r?split_once|trim_(?:start|end)_matches)\(";
    let words = r#"&?"[^"\n]*(?:[A-Z][a-z]| [a-z]|\. |: )[^"\n]*""#;
    let compared = format!(r"[=!]= *{words}|label\(\) *[=!]=|[=!]= *[a-z_.()]*label\(\)");
    assert_eq!(count(&rooms, &format!("{asks}{words}|{compared}")), WORDS, "branches on words for people");
}

const ARGUMENTS: usize = 0;
const COMMANDS: usize = 0;
const FACTS: usize = 6;
const ON_SCREEN: usize = 0;
/// The end of the name of a place, as people type it.
const WORDS: usize = 1;

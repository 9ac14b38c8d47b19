//! Two programs on one case at once: an answer that arrived while a form was open is told before anything replaces it, and every order
//! in which the journals arrive elsewhere folds to the same state.

use crate::night::{CTRL_S, ENTER, Night, USUAL, count, entries, journals};
use crate::terminal::Terminal;
use breachbook::case::CaseState;
use std::path::Path;

const QUESTION: &str = "/recalled\r";

fn answers(case: &Path) -> Vec<(String, String)> {
    let answered = entries(case).into_iter().filter(|sealed| sealed.entry.kind == "answered");
    let text = |sealed: &breachbook::journal::SealedEntry, key| {
        sealed.entry.fields.get_text(key).unwrap_or_default().to_owned()
    };
    answered.map(|sealed| (text(&sealed, "by"), text(&sealed, "value"))).collect()
}

#[test]
fn of_two_screens_that_answer_the_same_question_the_second_is_told_of_the_first() {
    let night = Night::new();
    let case = night.case();
    let path = case.to_str().unwrap();
    let mut first = night.screen(&["open", path, "--by", "A. Ruiz"], USUAL);
    let mut second = night.screen(&["open", path, "--by", "M. Ito"], USUAL);
    for (screen, key) in [(&mut first, "n"), (&mut second, "y")] {
        screen.shows("Who is at the keyboard?").keys(ENTER).hides("Who is at the keyboard?");
        screen.keys(QUESTION).shows("Can the e-mail be recalled?").keys(key).shows(&format!("▸ {key}"));
    }
    first.keys(ENTER).records(1);
    second.keys(CTRL_S).shows("Somebody else recorded this meanwhile").shows("recorded by A. Ruiz at");
    assert_eq!(answers(&case), [("A. Ruiz".into(), "no".into())]);
    second.keys("2").hides("Somebody else recorded this meanwhile").records(1);
    assert_eq!(answers(&case), [("A. Ruiz".into(), "no".into()), ("M. Ito".into(), "yes".into())]);
    for screen in [&mut first, &mut second] {
        assert!(screen.signal(rustix::process::Signal::TERM).ends().success());
    }
    assert_eq!(count(&case, "session_ended"), 3);
    in_every_order_the_same(&case);
}

#[test]
fn of_two_walks_that_answer_at_once_neither_replaces_the_other_unseen() {
    let night = Night::new();
    let case = night.case();
    let path = case.to_str().unwrap();
    let walks = ["A. Ruiz", "M. Ito"].map(|by| {
        let mut walk = night.screen(&["walk", path, "--plain", "--by", by], USUAL);
        walk.keys(":go recalled\r").shows("y, n or u");
        walk
    });
    let [mut one, mut other] = walks;
    // Both press Enter before either can see the other: told, or a contradiction.
    one.keys("yes\r");
    other.keys("no\r");
    for walk in [&mut one, &mut other] {
        // What comes next may push it off the screen, so everything that was sent is looked at.
        walk.wait("a receipt or the question", |_, sent| {
            let text = String::from_utf8_lossy(sent);
            text.lines().any(|line| line.contains("Recorded ")) || text.contains("Write 1 or 2.")
        });
    }
    let asked = |walk: &&&Terminal| String::from_utf8_lossy(&walk.raw()).contains("Write 1 or 2.");
    let told = [&one, &other].iter().filter(asked).count();
    assert_eq!(answers(&case).len() + told, 2);
    if told == 0 {
        let status = night.fine(&["status", path, "--json"]);
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        let item = status["items"].as_array().unwrap().iter().find(|item| item["id"] == "recalled").unwrap();
        assert_eq!(item["state"], "conflict", "{item}");
    }
    in_every_order_the_same(&case);
}

/// Journals are copied to another computer one after the other, in any order; what they say there is the same.
fn in_every_order_the_same(case: &Path) {
    let state = |case: &Path| {
        let journals = journals(case);
        CaseState::of(&journals.order())
    };
    let here = state(case);
    let mut names: Vec<_> = case.join("journals").read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    names.sort();
    for turn in 0..names.len() {
        names.rotate_left(1);
        let copy = tempfile::tempdir().unwrap();
        let there = copy.path().join(case.file_name().unwrap());
        std::fs::create_dir_all(there.join("journals")).unwrap();
        std::fs::create_dir_all(there.join("playbook")).unwrap();
        for file in case.join("playbook").read_dir().unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), there.join("playbook").join(file.file_name())).unwrap();
        }
        for name in names.iter().chain(names.iter().rev().take(turn)) {
            std::fs::copy(name, there.join("journals").join(name.file_name().unwrap())).unwrap();
        }
        assert_eq!(state(&there), here);
    }
}

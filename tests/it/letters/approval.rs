//! An approval is bound to one exact text, and refused while something that the policy requires is not in it.

use crate::msu::desk::{CONTENTS, Desk};
use std::path::PathBuf;

const CLAUSES: [(&str, &str); 4] = [
    ("notice_description", "CN-1"),
    ("notice_information", "CN-2"),
    ("notice_phone", "CN-4"),
    ("notice_vigilance", "CN-5"),
];

fn text(desk: &Desk, version: u32) -> String {
    std::fs::read_to_string(file(desk, version)).unwrap()
}

fn file(desk: &Desk, version: u32) -> PathBuf {
    let folder = desk.home.cases().join(&desk.case).join("documents");
    let begins = format!("notice_letter-v{version}-");
    let mut names = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    folder.join(names.find(|name| name.starts_with(&begins)).unwrap())
}

/// Drafts the notice; gives the seal of the text.
fn drafted(desk: &Desk) -> String {
    let ran = desk.record(&["draft", "notice_letter"]);
    let log = desk.home.run(&["log", &desk.case, "--json"]).out;
    let at = log.rfind("text ").unwrap_or_else(|| panic!("{log}\n{}", ran.out));
    log[at + 5..at + 24].to_owned()
}

fn approve(seal: &str) -> [&str; 6] {
    ["approve", "notice_letter", "--role", "administrators", "--text", seal]
}

fn complete() -> Desk {
    let desk = Desk::notifying();
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    desk
}

#[test]
fn a_notice_with_a_required_content_emptied_cannot_be_approved_and_the_clause_is_named() {
    let desk = complete();
    for (question, clause) in CLAUSES {
        desk.answers(&[(question, "unknown")]);
        let seal = drafted(&desk);
        let why = desk.refused(&approve(&seal));
        assert!(why.contains(clause), "{question}: {why}");
        let words = CONTENTS.iter().find(|(known, _)| *known == question).unwrap().1;
        desk.answers(&[(question, words)]);
        let why = desk.refused(&approve(&seal));
        assert!(why.contains(clause) && why.contains("raft it again"), "{question} is known by now: {why}");
    }
    let seal = drafted(&desk);
    desk.record(&approve(&seal));
    assert_eq!(desk.look().document("notice_letter").0, "approved");
}

#[test]
fn what_the_university_has_done_is_required_only_where_it_applies_and_its_paragraph_goes_where_it_does_not() {
    let desk = Desk::notifying();
    let four: Vec<_> = CONTENTS.into_iter().filter(|(question, _)| *question != "notice_protection").collect();
    desk.answers(&four);
    let seal = drafted(&desk);
    let why = desk.refused(&approve(&seal));
    assert!(why.contains("not yet known") || why.contains("CN-3"), "nobody knows whether it applies: {why}");
    assert!(text(&desk, 1).contains("What the University has done"));

    desk.answers(&[("protection_applicable", "no")]);
    let seal = drafted(&desk);
    assert!(!text(&desk, 2).contains("What the University has done"), "{}", text(&desk, 2));
    desk.record(&approve(&seal));
    assert_eq!(desk.look().document("notice_letter").0, "approved");

    desk.answers(&[("protection_applicable", "yes"), ("notice_protection", "The server was rebuilt.")]);
    let why = desk.refused(&approve(&seal));
    assert!(why.contains("CN-3"), "{why}");
}

#[test]
fn one_changed_sign_makes_it_another_text() {
    let desk = complete();
    let seal = drafted(&desk);
    desk.record(&approve(&seal));
    let mut own = String::from_utf8(
        breachbook::playbook::bundled::letters("msu")
            .all()
            .find(|text| text.name == "notice_letter.md")
            .unwrap()
            .text
            .clone()
            .into_bytes(),
    )
    .unwrap();
    own = own.replace("Sincerely,", "Sincerely");
    let path = desk.home.cases().join("own.md");
    std::fs::write(&path, own).unwrap();
    desk.record(&["draft", "notice_letter", "--text", path.to_str().unwrap()]);
    assert_ne!(text(&desk, 1), text(&desk, 2));
    assert_eq!(desk.look().document("notice_letter").0, "drafted", "the text that was approved is not the latest");
    let why = desk.refused(&approve(&seal));
    assert!(why.contains("later"), "{why}");

    // The file itself, changed by one sign, is no text that anybody approved.
    let seal = drafted(&desk);
    let changed = text(&desk, 3).replacen("breach", "breech", 1);
    std::fs::write(file(&desk, 3), changed).unwrap();
    let why = desk.refused(&approve(&seal));
    assert!(why.contains("not as it was"), "{why}");
}

#[test]
fn a_text_of_ones_own_keeps_the_required_contents_and_has_no_name_that_nobody_knows() {
    let desk = complete();
    let own = |text: &str| {
        let path = desk.home.cases().join("own.md");
        std::fs::write(&path, text).unwrap();
        desk.refused(&["draft", "notice_letter", "--text", path.to_str().unwrap()])
    };
    let why = own("Dear reader,\n\nplease call {{ must.notice_phone }}.\n");
    assert!(why.contains("CN-1") && why.contains("must.notice_description"), "{why}");
    let why = own("Dear reader,\n\nplease call {{ must.notice_fone }}.\n");
    assert!(why.contains("line 3") && why.contains("notice_phone"), "{why}");
}

#[test]
fn an_approval_ends_by_striking_it_and_who_wants_a_change_does_not_approve() {
    let desk = complete();
    let seal = drafted(&desk);
    let why = desk.refused(&["approve", "notice_letter", "--role", "registrar", "--text", &seal]);
    assert!(why.contains("administrators"), "{why}");
    let mut change = approve(&seal).to_vec();
    change.extend(["--change", "Say when it was found."]);
    desk.record(&change);
    assert_eq!(desk.look().document("notice_letter").0, "drafted");
    let ran = desk.record(&approve(&seal));
    assert_eq!(desk.look().document("notice_letter").0, "approved");
    let entry = ran.out.split_whitespace().nth(1).unwrap().to_owned();
    desk.record(&["strike", &entry, "--reason", "Read the wrong text"]);
    assert_eq!(desk.look().document("notice_letter").0, "drafted");
}

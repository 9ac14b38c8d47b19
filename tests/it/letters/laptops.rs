//! Two laptops that draft the same version of a letter without having seen each other.

use crate::msu::desk::{CONTENTS, Desk};
use crate::support::program::Home;
use std::fs;
use std::path::Path;

/// Copies a folder over another; what is there already stays. Journals of other runs have names of their own.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false if !to.exists() => _ = fs::copy(entry.path(), to).unwrap(),
            false => {}
        }
    }
}

#[test]
fn two_laptops_that_drafted_the_same_version_have_both_texts_where_their_folders_meet() {
    let one = Desk::notifying();
    one.answers(&[("protection_applicable", "yes")]);
    one.answers(&CONTENTS);
    let other = Home::new();
    copy(&one.home.cases(), &other.cases());
    one.record(&["draft", "notice_letter"]);
    other.record(&one.case, &["answer", "notice_phone", "555-0199"]);
    other.record(&one.case, &["draft", "notice_letter"]);
    let (here, there) = (one.home.cases().join(&one.case), other.cases().join(&one.case));
    copy(&there, &here);

    let documents = here.join("documents").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let texts: Vec<_> = documents.map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    for phone in ["555-0142", "555-0199"] {
        assert_eq!(texts.iter().filter(|text| text.contains(phone)).count(), 1, "{phone}: {texts:?}");
    }
    let verified = one.home.run(&["verify", &one.case]);
    assert_eq!(verified.code, 0, "{verified:?}");
}

#[test]
fn a_text_of_a_case_from_before_is_read_under_its_old_name() {
    let desk = Desk::notifying();
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    desk.record(&["draft", "notice_letter"]);
    let documents = desk.home.cases().join(&desk.case).join("documents");
    let now = documents.read_dir().unwrap().next().unwrap().unwrap().path();
    fs::rename(&now, documents.join("notice_letter-v1.md")).unwrap();
    let page = desk.home.run(&["export", &desk.case, "--what", "notice_letter", "--as", "md", "--out", "-"]).out;
    assert!(page.contains("555\\-0142") || page.contains("555-0142"), "{page}");
    assert_eq!(desk.home.run(&["verify", &desk.case]).code, 0);
    fs::write(documents.join("notice_letter-v1.md"), "another text").unwrap();
    let verified = desk.home.run(&["verify", &desk.case]);
    assert!(verified.code == 4 && verified.out.contains("notice_letter-v1.md"), "{verified:?}");
}

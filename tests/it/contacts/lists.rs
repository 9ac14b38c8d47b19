//! Phone lists of invented people, and a desk that has one.

use crate::support::desk::Desk;
use breachbook::contacts::{PhoneFile, load, review};
use breachbook::contract::Folder;
use breachbook::plain::overview;
use breachbook::playbook::{Playbook, load_bundled};
use breachbook::source::{Problem, Source};

/// Two people for the Privacy Officer, one of whom can be reached in two ways; one person for three roles of Trinity.
pub const NIGHT: &str = r#"
schema = 1
[list]
title = "Example College"
playbooks = ["trinity"]

[[person]]
id = "a_ruiz"
name = "A. Ruiz"
channels = [
  { kind = "mobile", value = "555-0101", out_of_band = true, verified = 2026-10-02, verified_by = "B. Cole" },
  { kind = "desk", value = "555-0102", verified = 2026-10-02 },
]

[[person]]
id = "b_cole"
name = "B. Cole"
channels = [{ kind = "mobile", value = "555-0103", verified = 2026-10-02 }]

[[person]]
id = "m_ito"
name = "M. Ito"
channels = [{ kind = "home", value = "555-0104", verified = 2026-10-02 }]

[[organisation]]
id = "boone_sheriff"
name = "Boone County Sheriff"
places = ["Boone County"]
channels = [{ kind = "hotline", value = "555-0190", verified = 2026-10-02 }]

[[holder]]
role = "privacy_officer"
people = ["a_ruiz", "b_cole"]

[[holder]]
role = "principal"
people = ["m_ito"]

[[holder]]
role = "deputy"
people = ["b_cole"]

[[holder]]
role = "police"
people = ["boone_sheriff"]

[[fill_in]]
playbook = "trinity"
silence = "filing_site"
value = "The Principal's drive"
decided_by = "Principal"
dated = 2026-03-01

[[target]]
playbook = "trinity"
clock = "clock_tell"
hours = 2
"#;

/// The same list with something put behind `A. Ruiz`, such as an absence.
pub fn with_ruiz(more: &str) -> String {
    NIGHT.replacen("name = \"A. Ruiz\"\n", &format!("name = \"A. Ruiz\"\n{more}\n"), 1)
}

pub fn read(text: &str) -> PhoneFile {
    load(Source::new("contacts.toml", text))
}

/// The codes of everything that is wrong with the file itself.
pub fn codes(text: &str) -> Vec<&'static str> {
    read(text).problems.iter().map(|problem| problem.code.word()).collect()
}

pub fn trinity() -> Playbook {
    load_bundled("trinity").unwrap().playbook.unwrap()
}

/// What a review on a day says, beside the Trinity playbook.
pub fn warnings(text: &str, day: &str) -> Vec<Problem> {
    let file = read(text);
    assert_eq!(file.rendered(&file.problems), "", "the file itself is sound");
    review(&file.list, &[&trinity()], day.parse().unwrap())
}

/// The messages of one kind.
pub fn messages(found: &[Problem], code: &str) -> Vec<String> {
    found.iter().filter(|problem| problem.code.word() == code).map(|problem| problem.message.clone()).collect()
}

/// A Trinity case with a phone list, on 22 November 2026.
pub fn desk(list: &str) -> Desk {
    let mut desk = Desk::open("trinity");
    desk.session.use_phones(Some(read(list)));
    desk
}

/// The status in words.
pub fn glance(desk: &Desk) -> String {
    let session = &desk.session;
    let lines = overview::glance(
        &session.view(),
        Folder { case: &session.folder().name(), heads: &session.heads(), damage: &[] },
    );
    lines.join("\n")
}

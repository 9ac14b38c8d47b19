//! Phone lists that were made to do harm.

use crate::contacts::lists::{NIGHT, codes, desk, read, trinity};
use breachbook::base::text::is_active;
use breachbook::contacts::{card, review, show};
use std::fmt::Write as _;

#[test]
fn a_list_that_is_too_large_is_not_parsed() {
    let large = format!("{NIGHT}\n# {}", "x".repeat(600 * 1024));
    assert_eq!(codes(&large), ["list-too-large"]);
    assert!(read(&large).list.parties.is_empty());
}

#[test]
fn nesting_and_broken_toml_are_told_and_leave_an_empty_list() {
    assert_eq!(codes(&format!("person = {}", "[".repeat(60_000))).len(), 1);
    assert_eq!(codes("[[person]\nid = 1"), ["not-toml"]);
    assert!(read("\u{0}").list.parties.is_empty());
}

#[test]
fn thousands_of_slips_are_collected_up_to_a_bound() {
    let mut list = String::new();
    for at in 0..1500 {
        let _ = write!(list, "[[holder]]\nrole = \"r{at}\"\npeople = [\"nobody{at}\"]\nx{at} = 1\n");
    }
    let found = read(&list).problems.len();
    assert!((200..=402).contains(&found), "{found}");
}

#[test]
fn more_people_numbers_or_absences_than_anybody_calls_through_are_left_out() {
    let mut list = String::from("[[person]]\nid = \"a\"\nname = \"A\"\nchannels = [\n");
    for at in 0..500 {
        let _ = writeln!(list, "{{ kind = \"mobile\", value = \"555-01{at}\" }},");
    }
    list.push_str("]\naway = [\n");
    for _ in 0..500 {
        list.push_str("{ from = 2026-01-01, to = 2026-12-31 },\n");
    }
    list.push_str("]\n");
    let file = read(&list);
    assert_eq!(codes(&list), ["too-many-entries", "too-many-entries"]);
    assert_eq!((file.list.parties[0].channels.len(), file.list.parties[0].away.len()), (20, 20));
}

#[test]
fn nothing_in_a_list_acts_on_a_terminal() {
    let evil = NIGHT
        .replace("A. Ruiz", "A\\u001B[2J\\u202ERuiz")
        .replace("555-0101", "555\\u009B0101")
        .replace("The Principal's drive", "x\\u001B]0;y\\u0007");
    let file = read(&evil);
    assert!(file.mistakes() > 0, "it is told");
    let mut shown = file.rendered(&file.problems);
    let today = "2026-11-22".parse().unwrap();
    shown.push_str(&show::to_lines(&file.list, today).join("\n"));
    shown.push_str(&card(&file.list, &trinity(), today));
    shown.push_str(&file.rendered(&review(&file.list, &[&trinity()], today)));
    let status = desk(&evil).status();
    shown.push_str(&status["contacts"].to_string());
    shown.push_str(&status["silences"].to_string());
    assert!(!shown.chars().any(|sign| sign != '\n' && is_active(sign)), "{shown:?}");
}

#[test]
fn a_list_whose_every_key_is_wrong_still_opens_the_case() {
    let desk = desk("[list]\ntitle = 1\n[[person]]\nid = []\nname = {}\nchannels = 3\n[[holder]]\npeople = \"a\"\n");
    assert_eq!(desk.status()["contacts"][0]["person"], serde_json::Value::Null);
}

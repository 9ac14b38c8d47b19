//! Numbers as other programs leave them: what was lost is named and not dialled, and every way to reach somebody is on the card.

use crate::contacts::lists::{codes, read};
use breachbook::contacts::card;

fn with(channels: &str) -> String {
    format!(
        "schema = 1\n[[person]]\nid = \"ruiz\"\nname = \"A. Ruiz\"\nchannels = [{channels}]\n\
         [[holder]]\nrole = \"privacy_officer\"\npeople = [\"ruiz\"]\n"
    )
}

#[test]
fn a_number_that_a_spreadsheet_has_shortened_is_named_and_never_dialled() {
    let text = with("{ kind = \"mobile\", value = \"5.73556E+09\" }, { kind = \"desk\", value = \"555-0101\" }");
    assert_eq!(codes(&text), ["number-lost"]);
    let list = read(&text).list;
    let shown: Vec<_> = list.parties[0].channels.iter().map(breachbook::contacts::Channel::shown).collect();
    assert_eq!(shown, ["desk 555-0101"]);
}

#[test]
fn the_apostrophe_of_a_spreadsheet_is_no_part_of_a_number() {
    let list = read(&with("{ kind = \"mobile\", value = \"'573-555-0101\" }")).list;
    assert_eq!(list.parties[0].channels[0].shown(), "mobile 573-555-0101");
}

#[test]
fn two_numbers_in_one_value_and_a_number_without_digits_are_named() {
    for (value, code) in [
        ("555-0101 ::: 555-0102", "several-in-one"),
        ("a ::: b", "several-in-one"),
        ("see the wall", "no-digits"),
        ("555-0101 / 555-0102", "several-in-one"),
        ("555-0101 or 573-555-0102", "several-in-one"),
    ] {
        assert_eq!(codes(&with(&format!("{{ kind = \"phone\", value = \"{value}\" }}"))), [code], "{value}");
    }
    for no_address in ["a.ruiz at example.org", "a ruiz@example.org", "a.ruiz"] {
        let codes = codes(&with(&format!("{{ kind = \"email\", value = \"{no_address}\" }}")));
        assert_eq!(codes, ["not-an-address"], "{no_address}");
    }
    assert_eq!(codes(&with("{ kind = \"phone\", value = \"555-0101, 12\" }")), [] as [&str; 0], "an extension");
    assert_eq!(codes(&with("{ kind = \"radio\", value = \"channel four\" }")), [] as [&str; 0]);
}

#[test]
fn a_third_way_to_reach_somebody_is_on_the_card() {
    let ways = "{ kind = \"mobile\", value = \"555-0101\" }, { kind = \"home\", value = \"555-0102\" }, \
                { kind = \"email\", value = \"ruiz@example.org\" }";
    let page = card(&read(&with(ways)).list, &crate::contacts::lists::trinity(), "2026-11-22".parse().unwrap());
    for way in ["mobile 555-0101", "home 555-0102", "email ruiz@example.org"] {
        assert!(page.contains(way), "{way}: {page}");
    }
}

#[test]
fn a_role_that_an_answer_of_the_case_names_needs_no_holder() {
    let named = breachbook::playbook::load_bundled("morenet").unwrap().playbook.unwrap();
    let ids: Vec<_> = named.roles.iter().filter(|role| role.named_by.is_some()).map(|role| role.id.as_str()).collect();
    assert!(!ids.is_empty(), "MOREnet has roles that an answer names");
    let list = read("schema = 1\n[list]\nplaybooks = [\"morenet\"]\n").list;
    let found = breachbook::contacts::review(&list, &[&named], "2026-11-22".parse().unwrap());
    let unheld = found.iter().find(|problem| problem.code.word() == "role-without-holder").unwrap();
    for id in ids {
        assert!(!unheld.message.split([' ', ',', '.']).any(|word| word == id), "{id}: {}", unheld.message);
    }
}

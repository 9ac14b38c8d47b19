//! `contacts` on the command line, and the phone list on the night through `record`, `status` and `walk`.

use crate::contacts::lists::NIGHT;
use crate::support::program::{Home, of};
use std::fs;

/// An empty home with a phone list beside the cases.
fn home(list: &str) -> Home {
    let home = Home::new();
    fs::write(home.path().join("contacts.toml"), list).unwrap();
    home
}

#[test]
fn the_starter_is_written_once_checks_without_a_mistake_and_is_found_beside_the_cases() {
    let home = Home::new();
    let none = home.run(&["contacts", "list"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""), "{none:?}");
    assert!(none.err.contains("contacts new contacts.toml"), "{}", none.err);
    assert_eq!(home.run(&["contacts", "new", "contacts.toml"]).code, 0);
    let again = home.run(&["contacts", "new", "contacts.toml"]);
    assert_eq!(again.code, 1, "an existing file is left as it is: {again:?}");
    let check = home.run(&["contacts", "check"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.out.contains("3 people, 3 roles held; 0 mistakes"), "{}", check.out);
    assert_eq!(home.run(&["contacts", "new"]).out.trim_end(), breachbook::contacts::STARTER.trim_end());
}

#[test]
fn a_mistake_is_shown_with_its_line_and_gives_exit_code_1_in_words_and_in_json() {
    let home = home(&NIGHT.replacen("\"mobile\"", "\"moblie\"", 1));
    let check = home.run(&["contacts", "check"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(check.out.contains("error[unknown-word]") && check.out.contains('^'), "{}", check.out);
    let json = home.run(&["contacts", "check", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, found["mistakes"].as_u64()), (1, Some(1)));
    let first = found["problems"].as_array().unwrap().iter().find(|row| row["severity"] == "error").unwrap();
    assert_eq!((first["code"].as_str(), first["line"].as_u64()), (Some("unknown-word"), Some(11)));
    let case = home.start(&[]);
    let status = home.run(&["status", &case, "--json"]);
    assert_eq!(status.code, 0);
    assert!(status.err.contains("has 1 mistake") && status.err.contains("contacts check"), "{}", status.err);
    assert!(status.out.contains("desk 555-0102"), "the number beside it is used");
}

#[test]
fn an_argument_goes_before_the_environment_and_the_environment_before_the_place() {
    let home = home(NIGHT);
    let of_people = |ran: crate::support::program::Ran| ran.out.contains("A. Ruiz");
    fs::write(home.path().join("other.toml"), NIGHT.replace("A. Ruiz", "Z. Other")).unwrap();
    assert!(of_people(home.run(&["contacts", "list"])));
    assert!(!of_people(home.run(&["contacts", "list", "--contacts", "other.toml"])));
    let mut by_environment = home.command(&["contacts", "list"]);
    let out = by_environment.env("BREACHBOOK_CONTACTS", "other.toml").output().unwrap();
    assert!(String::from_utf8_lossy(&out.stdout).contains("Z. Other"));
    let missing = home.run(&["--contacts", "none.toml", "contacts", "list"]);
    assert_eq!(missing.code, 1, "{missing:?}");
    // On the night, a list that is not there stops nobody.
    let started = home.run(&["--contacts", "none.toml", "start", "trinity"]);
    assert_eq!(started.code, 0, "{started:?}");
    assert!(started.err.contains("none.toml was not read"), "{}", started.err);
    fs::remove_file(home.path().join("contacts.toml")).unwrap();
    let settings = home.path().join("config/breachbook");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("contacts.toml"), NIGHT).unwrap();
    assert!(of_people(home.run(&["contacts", "list"])), "the folder of settings comes last");
}

#[test]
fn a_call_on_the_command_line_records_who_was_proposed_and_the_status_names_the_next() {
    let home = home(NIGHT);
    let case = home.start(&[]);
    home.record(&case, &["call", "tell_privacy_officer", "voicemail"]);
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("A. Ruiz") && log.contains("mobile 555-0101"), "{log}");
    let status = home.status(&case);
    let row = status["contacts"].as_array().unwrap()[0].clone();
    assert_eq!((row["person"].as_str(), row["channel"].as_str()), (Some("A. Ruiz"), Some("desk 555-0102")));
    assert!(row["why"].as_str().unwrap().contains("now the next number of the same person"), "{row}");
    home.record(&case, &["call", "tell_privacy_officer", "reached"]);
    assert_eq!(of(&home.status(&case), "items", "tell_privacy_officer")["state"], "reached");
    fs::remove_file(home.path().join("contacts.toml")).unwrap();
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("desk 555-0102"), "the entry keeps it: {log}");
}

#[test]
fn the_plain_walk_names_the_number_and_records_it_where_nothing_is_typed() {
    let home = home(NIGHT);
    let case = home.start(&[]);
    let walked = home.walk(&case, ":go tell_privacy_officer\n2\n\n\n\n:who\n:go filing_site\n:quit\n");
    assert!(walked.out.contains("Whom: Privacy Officer, A. Ruiz\nDial: mobile 555-0101\n"), "{}", walked.out);
    assert!(walked.out.contains("Who answered? Empty is A. Ruiz."), "{}", walked.out);
    assert!(walked.out.contains("Which number or means? Empty is mobile 555-0101."), "{}", walked.out);
    assert!(walked.out.contains("A. Ruiz (desk 555-0102)"), "{}", walked.out);
    assert!(walked.out.contains("Your organisation wrote on 2026-03-01 (Principal): The Principal's drive"));
    assert!(home.run(&["log", &case]).out.contains("mobile 555-0101"));
}

#[test]
fn the_card_follows_the_playbook_that_the_list_serves_or_the_one_that_is_named() {
    let home = home(NIGHT);
    let card = home.run(&["contacts", "card"]);
    assert_eq!(card.code, 0, "{card:?}");
    assert!(card.out.contains("WHOM TO CALL: Example College") && card.out.contains("Not legal advice"));
    assert_eq!(home.run(&["contacts", "card", "trinity"]).out, card.out);
    assert_eq!(home.run(&["contacts", "card", "no_such"]).code, 1);
}

#[test]
fn a_local_target_is_called_that_in_the_status() {
    let home = home(NIGHT);
    let case = home.start(&[]);
    home.answers(&case, &[("discovered_at", "1h ago")]);
    let glance = home.run(&["status", &case]).out;
    assert!(glance.contains("local target, not in the policy: 2 h, due"), "{glance}");
}

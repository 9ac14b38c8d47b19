//! Playbooks from the command line: bundled, a person's own, files and folders.

use crate::program::Home;
use std::fs;

#[test]
fn the_starter_checks_clean_and_opens_a_case() {
    let home = Home::new();
    let written = home.run(&["playbook", "new", "mine.toml"]);
    assert_eq!(written.code, 0, "{written:?}");
    let again = home.run(&["playbook", "new", "mine.toml"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""), "an existing file is left as it is: {again:?}");
    let check = home.run(&["playbook", "check", "mine.toml"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.out.contains("can be used"), "{}", check.out);
    assert_eq!(home.run(&["start", "mine.toml"]).code, 0);
    assert_eq!(home.run(&["playbook", "new"]).out.trim_end(), breachbook::playbook::STARTER.trim_end());
}

#[test]
fn a_mistake_is_shown_with_its_line_and_refuses_the_start() {
    let home = Home::new();
    let broken = breachbook::playbook::STARTER.replacen("[[question]]", "[[qestion]]", 1);
    fs::write(home.path().join("broken.toml"), broken).unwrap();
    let check = home.run(&["playbook", "check", "broken.toml"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(check.out.contains("broken.toml:") && check.out.contains('^'), "{}", check.out);
    let start = home.run(&["start", "broken.toml"]);
    assert_eq!((start.code, start.out.as_str()), (1, ""), "{start:?}");
    assert!(start.err.contains("playbook check"), "{}", start.err);
    assert!(!home.cases().exists(), "no case was made");
}

#[test]
fn an_own_playbook_goes_before_the_bundled_one_of_the_same_id_and_that_is_said() {
    let home = Home::new();
    let folder = home.path().join("config/breachbook/playbooks/Our Trinity");
    fs::create_dir_all(&folder).unwrap();
    let text = breachbook::playbook::bundled_text("trinity").unwrap();
    let own = text.replacen("title = \"Data breach response", "title = \"Our own response", 1);
    fs::write(folder.join("Our Policy.toml"), own).unwrap();
    fs::write(folder.join("contacts.toml"), "people = []\n").unwrap();
    let list = home.run(&["playbook", "list"]).out;
    assert!(
        list.starts_with("trinity  Our own response") && list.contains("your own is used instead"),
        "{list}"
    );
    let start = home.run(&["start", "trinity"]);
    assert_eq!(start.code, 0, "{start:?}");
    assert!(start.err.contains("your own instead of the bundled one"), "{}", start.err);
    let log = home.run(&["log", start.out.trim()]).out;
    assert!(log.contains("Our own response"), "{log}");
    assert_eq!(home.run(&["status", start.out.trim()]).code, 0, "the frozen files read back");
}

#[test]
fn showing_and_the_schema_are_for_people_and_for_programs() {
    let home = Home::new();
    assert!(home.run(&["playbook", "list"]).out.starts_with("trinity  "));
    let json: serde_json::Value =
        serde_json::from_str(&home.run(&["playbook", "show", "trinity", "--json"]).out).unwrap();
    assert!(json.to_string().contains("ESC-c1"));
    assert!(home.run(&["playbook", "show", "trinity"]).out.contains("Are multiple individuals affected?"));
    let schema: serde_json::Value = serde_json::from_str(&home.run(&["playbook", "schema"]).out).unwrap();
    assert!(schema["properties"].is_object());
}

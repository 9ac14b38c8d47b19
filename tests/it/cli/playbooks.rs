//! Playbooks from the command line: bundled, a person's own, files and folders.

use crate::support::program::Home;
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
    assert!(list.starts_with("trinity  Our own response") && list.contains("your own is used instead"), "{list}");
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
    let list = home.run(&["playbook", "list"]).out;
    let ids: Vec<_> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let night = ["modot", "morenet", "msu", "shepherd", "trinity"];
    assert_eq!(ids[..5], night, "for the night first: {list}");
    assert_eq!(ids[5..], night.map(|id| format!("{id}_readiness")), "then the reviews: {list}");
    let json: serde_json::Value =
        serde_json::from_str(&home.run(&["playbook", "show", "trinity", "--json"]).out).unwrap();
    assert!(json.to_string().contains("ESC-c1"));
    assert!(home.run(&["playbook", "show", "trinity"]).out.contains("Are multiple individuals affected?"));
    let schema: serde_json::Value = serde_json::from_str(&home.run(&["playbook", "schema"]).out).unwrap();
    assert!(schema["properties"].is_object());
}

/// Trinity's text with a clause more, that nothing or only a phase cites.
fn with_an_idle_clause(by_a_phase: bool) -> String {
    let text = breachbook::playbook::bundled_text("trinity").unwrap();
    let more = "\n[clauses]\nNEW-1 = { at = \"Afterwards\", text = \"Something that nobody works on.\" }\n";
    let text = text.replacen("\n[clauses]\n", more, 1);
    let phase = "\n[[phase]]\nid = \"afterwards\"\ntitle = \"Afterwards\"\ncite = \"NEW-1\"\n";
    if by_a_phase { text + phase } else { text }
}

#[test]
fn a_bundled_playbook_is_checked_by_its_id_and_every_clause_of_it_must_be_worked_on() {
    let home = Home::new();
    for summary in breachbook::playbook::index() {
        let check = home.run(&["playbook", "check", &summary.id]);
        assert_eq!((check.code, check.err.as_str()), (0, ""), "{check:?}");
        assert!(check.out.contains("can be used") && check.out.contains("0 warnings"), "{}", check.out);
    }
    let unknown = home.run(&["playbook", "check", "trinitee"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (1, ""), "{unknown:?}");
    assert!(unknown.err.contains("trinity"), "{}", unknown.err);
}

#[test]
fn a_copy_of_a_bundled_playbook_with_an_idle_clause_is_refused() {
    let home = Home::new();
    for (by_a_phase, code) in [(false, "clause-not-cited"), (true, "clause-only-decorates")] {
        let text = with_an_idle_clause(by_a_phase);
        fs::write(home.path().join("copy.toml"), &text).unwrap();
        let check = home.run(&["playbook", "check", "copy.toml"]);
        assert_eq!(check.code, 1, "{check:?}");
        assert!(check.out.contains(code) && check.out.contains("NEW-1"), "{}", check.out);
        assert!(
            check.out.contains("refused: 1 clause is not worked on, and trinity is the id of a bundled playbook"),
            "{}",
            check.out
        );
        assert!(!check.out.contains("can be used"), "{}", check.out);
        let folder = home.path().join("config/breachbook/playbooks");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("own.toml"), &text).unwrap();
        let shadow = home.run(&["playbook", "check", "trinity"]);
        assert_eq!(shadow.code, 1, "{shadow:?}");
        assert!(shadow.err.contains("your own instead of the bundled one"), "{}", shadow.err);
    }
}

#[test]
fn an_idle_clause_of_any_other_playbook_is_a_warning() {
    let home = Home::new();
    let own = with_an_idle_clause(false).replacen("id = \"trinity\"", "id = \"our_own\"", 1);
    fs::write(home.path().join("own.toml"), own).unwrap();
    let check = home.run(&["playbook", "check", "own.toml"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.out.contains("clause-not-cited") && check.out.contains("can be used"), "{}", check.out);
}

/// A response playbook and its review, each complete.
fn pair(home: &Home) {
    let response = breachbook::playbook::STARTER
        .replacen("jurisdiction =", "review = \"my_review\"\njurisdiction =", 1)
        .replacen("answer = \"number\"\ncite", "answer = \"number\"\nfrom_review = \"staff\"\ncite", 1);
    let review = "schema = 1\n[playbook]\nid = \"my_review\"\ntitle = \"Review\"\nkind = \"readiness\"\njurisdiction = \"AU\"\n\
        source = { title = \"T\", organisation = \"O\" }\n[clauses]\na = { at = \"1\", text = \"Know the staff.\" }\n\
        [[phase]]\nid = \"p\"\ntitle = \"P\"\n[[question]]\nid = \"staff\"\nphase = \"p\"\nask = \"Who?\"\nanswer = \"text\"\ncite = \"a\"\n";
    fs::write(home.path().join("response.toml"), response).unwrap();
    fs::write(home.path().join("review.toml"), review).unwrap();
}

#[test]
fn a_playbook_and_its_review_are_checked_against_each_other_given_together_or_side_by_side() {
    let home = Home::new();
    pair(&home);
    for given in [&["response.toml", "review.toml"][..], &["response.toml"]] {
        let check = home.run(&[&["playbook", "check"], given].concat());
        assert_eq!(check.code, 0, "{check:?}");
        assert!(
            check.out.contains("warning[review-differs]") && check.out.contains("from_review = \"staff\""),
            "{}",
            check.out
        );
        assert!(check.out.contains("1 warning"), "{}", check.out);
        assert!(check.err.contains("playbook schema"), "{}", check.err);
    }
    let alike = fs::read_to_string(home.path().join("review.toml")).unwrap().replace("\"text\"\n", "\"number\"\n");
    fs::write(home.path().join("review.toml"), alike).unwrap();
    let check = home.run(&["playbook", "check", "response.toml"]);
    assert!(check.out.contains("0 warnings") && check.err.is_empty(), "{check:?}");
}

#[test]
fn a_file_of_clauses_is_checked_together_with_the_playbook_that_it_belongs_to() {
    let home = Home::new();
    let text = breachbook::playbook::STARTER;
    let (at, end) = (text.find("[clauses]").unwrap(), text.find("# 2. Steps").unwrap());
    fs::write(home.path().join("mine.toml"), format!("{}{}", &text[..at], &text[end..])).unwrap();
    fs::write(home.path().join("clauses.toml"), &text[at..end]).unwrap();
    let check = home.run(&["playbook", "check", "clauses.toml", "mine.toml"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.out.contains("mine.toml with clauses.toml: playbook my_policy can be used"), "{}", check.out);
    let alone = home.run(&["playbook", "check", "clauses.toml"]);
    assert!(alone.code == 1 && alone.out.contains("check both together"), "{alone:?}");
}

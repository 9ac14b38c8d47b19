//! Complete playbooks load without a single problem, and say what their files say.

use breachbook::contract::playbook::{by_role, to_text};
use breachbook::playbook::{self, Body, Shown};
use breachbook::source::Source;
use sha2::{Digest, Sha256};

fn library() -> playbook::Playbook {
    let sources = [Source::new("library.toml", include_str!("../../playbooks/good/library.toml"))];
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    loaded.playbook.expect("there is no problem")
}

#[test]
fn every_playbook_that_stands_as_good_loads_without_a_problem() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/playbooks/good");
    let mut found = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let sources = [Source::new(name.clone(), std::fs::read_to_string(&path).unwrap())];
        assert_eq!(playbook::load(&sources).rendered(&sources), "", "{name}");
        found += 1;
    }
    assert!(found >= 6, "{found}");
}

#[test]
fn a_complete_playbook_loads_without_a_problem() {
    let library = library();
    assert_eq!(library.items.len(), 24);
    assert_eq!(library.source.dated.map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
    let Body::Decision(decision) = &library.item("tell_press").expect("it is declared").body else { unreachable!() };
    assert_eq!(decision.suggestions[0].option.as_str(), "inform");
}

#[test]
fn a_procedure_for_each_user_and_each_device_loads_without_a_problem() {
    let sources = [Source::new("users_and_devices.toml", include_str!("../../playbooks/good/users_and_devices.toml"))];
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    let playbook = loaded.playbook.expect("there is no problem");
    let text = to_text(&playbook, 100);
    assert!(text.contains("infected"), "{text}");
    let rows = |id: &str| playbook.item(id).and_then(|item| item.body.for_each()).map(ToString::to_string);
    assert_eq!((rows("infected").as_deref(), rows("devices")), (Some("devices"), None));
}

#[test]
fn what_an_exception_asks_and_nobody_may_be_asked_is_said_beside_its_rule() {
    let sources = [Source::new("charity.toml", include_str!("../../playbooks/good/charity.toml"))];
    let playbook = playbook::load(&sources).playbook.expect("there is no problem");
    let shown = serde_json::to_value(Shown::of(&playbook)).unwrap();
    let owed = &shown["rules"][0];
    assert_eq!((owed["id"].as_str(), owed["effect"].as_str()), (Some("notice_owed"), Some("opens")));
    assert_eq!(owed["may_not_arise"], serde_json::json!(["accept", "partner_agreed"]), "`breach` is always asked");
    let text = to_text(&playbook, 200);
    assert!(text.contains("not so where nobody is asked: accept, partner_agreed"), "{text}");
}

#[test]
fn items_are_walked_phase_by_phase_in_the_order_of_the_file() {
    let library = library();
    let order: Vec<_> = library.items.iter().take(5).map(|item| item.id.as_str()).collect();
    assert_eq!(order, ["noticed_at", "call_head", "keep_logs", "way", "close_way"]);
}

#[test]
fn the_digest_of_one_file_is_that_of_its_bytes() {
    let two = |name: &str| [Source::new(name, ""), Source::new("b.toml", playbook::STARTER)];
    let digest = |sources: &[Source]| playbook::load(sources).playbook.map(|p| p.digest);
    let one = digest(&[Source::new("any name", playbook::STARTER)]);
    assert_eq!(one, digest(&[Source::new("another", playbook::STARTER)]));
    let bytes = Sha256::digest(playbook::STARTER.as_bytes());
    let hex = bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    assert_eq!(one, Some(hex), "what sha256sum prints for the file");
    assert_ne!(digest(&two("a.toml")), digest(&two("aa.toml")));
}

#[test]
fn a_folder_of_files_is_read_as_one_playbook() {
    let text = include_str!("../../playbooks/good/library.toml");
    let at = text.find("[[role]]").expect("there are roles");
    let sources = [Source::new("a.toml", &text[..at]), Source::new("b.toml", &text[at..])];
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    assert_eq!(loaded.playbook.map(|p| p.roles.len()), Some(5));
}

#[test]
fn a_playbook_is_shown_with_every_item_and_its_clauses() {
    let library = library();
    insta::assert_snapshot!("text", to_text(&library, 80));
    let json = serde_json::to_value(Shown::of(&library)).unwrap();
    insta::assert_snapshot!("json", format!("{json:#}"));
}

/// Texts of the JSON that the text says in other words, or by what it puts together.
const OTHERWISE: [&str; 4] = ["schema", "digest", "phase", "kind"];

fn leaves(key: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    use serde_json::Value;
    match value {
        Value::String(text) if !OTHERWISE.contains(&key) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| leaves(key, value, found)),
        Value::Object(of) => of.iter().for_each(|(key, value)| leaves(key, value, found)),
        _ => {}
    }
}

#[test]
fn whatever_is_written_in_a_playbook_can_be_proof_read_in_its_text() {
    let bundled = playbook::index().into_iter().filter_map(|summary| playbook::load_bundled(&summary.id)?.playbook);
    for book in bundled.chain([library()]) {
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let text = flat(&to_text(&book, 100));
        let mut written = Vec::new();
        leaves("", &serde_json::to_value(Shown::of(&book)).unwrap(), &mut written);
        assert!(written.len() > 100);
        for words in written {
            assert!(text.contains(&flat(&words)), "{}: {words}", book.id);
        }
    }
}

#[test]
fn the_checklist_of_each_role_is_in_walking_order_with_what_it_hangs_on() {
    insta::assert_snapshot!("by_role", by_role(&library(), 100));
}

#[test]
fn a_task_of_two_roles_falls_to_both() {
    let text = include_str!("../../playbooks/good/library.toml");
    let own = "record = \"What was closed, by whom, and when?\"\nverb = \"if_necessary\"\nrole = \"technician\"";
    assert!(text.contains(own));
    let both = own.replace("\"technician\"", "[\"technician\", \"board\"]");
    let sources = [Source::new("library.toml", text.replacen(own, &both, 1))];
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    let book = loaded.playbook.unwrap();
    let roles = by_role(&book, 100);
    assert!(
        roles.contains("does with Library board (if_necessary)") && roles.contains("does with Technician"),
        "{roles}"
    );
    let json = serde_json::to_value(Shown::of(&book)).unwrap();
    let task = json["items"].as_array().unwrap().iter().find(|item| item["id"] == "close_way").unwrap();
    assert_eq!((&task["role"], &task["with"]), (&"technician".into(), &serde_json::json!(["board"])));
}

#[test]
fn every_clause_says_what_cites_it() {
    let json = serde_json::to_value(Shown::of(&library())).unwrap();
    let clauses = json["clauses"].as_array().expect("a list");
    assert_eq!(clauses.len(), 13);
    for clause in clauses {
        assert!(clause["cited_by"].as_array().is_some_and(|by| !by.is_empty()), "{clause}");
    }
}

#[test]
fn text_keeps_to_its_width() {
    for width in [40, 60, 100] {
        for line in to_text(&library(), width).lines() {
            assert!(breachbook::base::text::width(line) <= width, "{line}");
        }
        for line in by_role(&library(), width).lines() {
            assert!(breachbook::base::text::width(line) <= width, "{line}");
        }
    }
}

#[test]
fn a_file_from_another_system_loads_as_well() {
    let text = include_str!("../../playbooks/good/library.toml").replace('\n', "\r\n");
    for text in [format!("\u{feff}{text}"), text] {
        let sources = [Source::new("library.toml", text)];
        assert_eq!(playbook::load(&sources).rendered(&sources), "");
    }
    let spoiled = playbook::STARTER.replace("phase = \"report\"", "phase = \"reprot\"").replace('\n', "\r\n");
    let sources = [Source::new("starter.toml", format!("\u{feff}{spoiled}"))];
    let shown = playbook::load(&sources).rendered(&sources);
    assert!(
        shown.contains("starter.toml:60:9") && !shown.contains('␍') && shown.contains("Did you mean `report`?"),
        "{shown}"
    );
}

//! Cases as an earlier version of the program wrote them, each with what every entry changed in the status: they fold today as they did.
//!
//! `tests/corpus/NAME.journals` holds the journals of a case behind each other, `tests/corpus/playbooks` the playbooks they follow,
//! and `NAME.changes` what is so after each entry. `UPDATE_CORPUS=1` writes the changes anew; each difference has to be meant.

use breachbook::base::time::{Now, Zone};
use breachbook::case::{CaseState, Row};
use breachbook::contract::{Folder, status};
use breachbook::journal::{Mode, Scan, causal, scan};
use breachbook::judge::View;
use breachbook::judge::assess;
use breachbook::page::log;
use breachbook::playbook::{Playbook, load::load_checked};
use breachbook::source::Source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The cases by name, each with its journals.
pub fn cases() -> Vec<(String, Vec<Scan>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "journals") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let scans = case(&name);
            found.push((name, scans));
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(found.len() >= 14, "the corpus is there");
    found
}

/// The journals of one case.
pub fn case(name: &str) -> Vec<Scan> {
    let text = std::fs::read_to_string(folder().join(format!("{name}.journals"))).unwrap();
    let journals = text.split("== ").skip(1).map(|part| part.split_once('\n').unwrap().1);
    let scans: Vec<Scan> = journals.map(|journal| scan(journal.as_bytes())).collect();
    assert!(scans.iter().all(Scan::is_sound), "{name}: a journal is damaged");
    scans
}

pub fn playbook(digest: &str) -> Playbook {
    let files = std::fs::read_dir(folder().join("playbooks")).unwrap();
    let texts = files.map(|entry| {
        let path = entry.unwrap().path();
        Source::new(path.file_name().unwrap().to_string_lossy(), std::fs::read_to_string(&path).unwrap())
    });
    let mut loaded = texts.filter_map(|source| load_checked(&[source]).playbook);
    loaded.find(|playbook| playbook.digest == digest).expect("the playbook is in the corpus")
}

/// Every value of a status under its path. Parts of a list are known by their id.
fn flat(path: &str, value: &Value, into: &mut BTreeMap<String, String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                // What only passes with the time is no change, and what comes next is told in full by its item.
                let passes = ["as_of", "elapsed_s"].contains(&key.as_str());
                let again = path.starts_with("next.") && key != "state";
                if !passes && !again {
                    flat(&below(key), value, into);
                }
            }
        }
        Value::Array(list) => {
            for (at, part) in list.iter().enumerate() {
                let name = ["id", "role", "clause"].iter().find_map(|key| part[*key].as_str());
                flat(&below(name.unwrap_or(&at.to_string())), part, into);
            }
        }
        value => {
            into.insert(path.to_owned(), value.to_string());
        }
    }
}

/// What each entry says, and what is so after it that was not so before.
fn changes(scans: &[Scan]) -> String {
    let ordered = causal(scans);
    assert!(ordered.faults.is_empty(), "{:?}", ordered.faults);
    let header = scans.iter().find_map(|scan| scan.header.as_ref()).unwrap();
    let digest = header.header.playbook.strip_prefix("sha256:").unwrap();
    let playbook = playbook(digest);
    let whole = CaseState::of(&ordered);
    let (mut told, mut before) = (String::new(), BTreeMap::new());
    for upto in 1..=whole.log.len() {
        let rows: Vec<Row> = whole.log[..upto].to_vec();
        let recorded = rows[upto - 1].recorded.clone();
        let state = CaseState::fold(rows);
        let now = Now::new(recorded.reading.wall, Zone::utc());
        let view = View {
            playbook: &playbook,
            state: &state,
            picture: &assess(&playbook, &state, now),
            now,
            reading: &recorded.reading,
            mode: Mode::Live,
            person: "",
            role: None,
            head: None,
            at: None,
            real: None,
        };
        let status = serde_json::to_value(status(&view, Folder { case: "corpus", heads: &[], damage: &[] })).unwrap();
        let mut after = BTreeMap::new();
        flat("", &status, &mut after);
        let words = log::describe(Some(&playbook), &recorded, now);
        let item = words.item.unwrap_or_default();
        let _ = writeln!(told, "{upto} {} {item}: {}", ordered.entries[upto - 1].entry.kind, words.value);
        if upto > 1 {
            for (path, value) in &after {
                match before.get(path) {
                    Some(same) if same == value => {}
                    Some(old) => _ = writeln!(told, "  {path}: {old} -> {value}"),
                    None => _ = writeln!(told, "  {path}: + {value}"),
                }
            }
            for (path, value) in before.iter().filter(|(path, _)| !after.contains_key(*path)) {
                let _ = writeln!(told, "  {path}: - {value}");
            }
        }
        before = after;
    }
    told
}

#[test]
fn cases_of_an_earlier_version_fold_as_they_did_entry_by_entry() {
    let mut differ = Vec::new();
    let told: Vec<(String, String)> = std::thread::scope(|scope| {
        let all: Vec<_> =
            cases().into_iter().map(|(name, scans)| scope.spawn(move || (name, changes(&scans)))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for (name, told) in told {
        let path = folder().join(format!("{name}.changes"));
        if std::env::var_os("UPDATE_CORPUS").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let line = kept.lines().zip(told.lines()).position(|(kept, told)| kept != told);
        if kept != told {
            let at = line.unwrap_or_else(|| kept.lines().count().min(told.lines().count()));
            let of = |text: &str| text.lines().nth(at).unwrap_or("the end").to_owned();
            differ.push(format!("{name}, line {}:\n  was {}\n  is  {}", at + 1, of(&kept), of(&told)));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

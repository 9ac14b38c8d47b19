//! Incidents in which facts change after duties were met. Each file under `worked/` says what the policy's text asks for, worked
//! out with the clause for each line before it was run; the test runs it and compares.
//!
//! A file is read line by line. `# ...` is told to the reader. A line that begins with a verb of `breachbook record` is recorded, as
//! on the command line. Every other line says what must hold now:
//!
//! ```text
//! WORD id -- CLAUSE, CLAUSE: why the text asks for it
//! ```
//!
//! | Word | Holds while |
//! |---|---|
//! | `owed` | it applies and nothing that counts was recorded: open, due, to be written, asked again |
//! | `settled` | what was recorded counts, and nothing is to be looked at again |
//! | `look_again` | what was recorded counts, and is to be looked at again; words after `says` stand in the reason |
//! | `waits` | its condition hangs on what is not known, or its step waits |
//! | `not_owed` | it does not apply, and nothing in it is to be looked at again |
//! | `suggests` | the decision suggests the option |
//! | `rule`, `scale`, `clock`, `document`, `state` | the second word is its state, its level |
//! | `shown` | the silence is shown |
//! | `closes`, `open_at_closing` | the case could be closed with nothing left; closing names the item as open |
//! | `refused` | the rest of the line is not taken |
//!
//! `id for ROW` speaks of one row. A line after `pending WHAT |` is not so yet; when it becomes so, the mark has to go.

mod line;

use crate::support::desk::Desk;
use breachbook::plain::arguments::typed;
use line::{Line, Says};
use serde_json::Value;

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Runs one worked incident; gives every line that is not so.
fn work(text: &str) -> Vec<String> {
    let playbook = text.lines().find_map(|line| line.strip_prefix("playbook ")).expect("a line `playbook ID`");
    let mut desk = Desk::open_text(playbook.trim(), &read(&format!("playbooks/{}.toml", playbook.trim())));
    let mut wrong = Vec::new();
    for (number, line) in Line::all(text) {
        let so = match &line.says {
            Says::Record(typed_line) => recorded(&mut desk, typed_line),
            Says::Refused(typed_line) => match recorded(&mut desk, typed_line) {
                Ok(()) => Err("it was taken".to_owned()),
                Err(_) => Ok(()),
            },
            Says::Holds { word, words } => holds(&mut desk, word, words),
        };
        let so = so.and_then(|()| unknown_clause(&desk, &line.clauses).map_or(Ok(()), Err));
        match (so, line.pending) {
            (Err(why), None) => wrong.push(format!("line {number}: {}: {why}", line.text)),
            (Ok(()), Some(what)) => {
                wrong.push(format!("line {number}: {}: it is so: take `pending {what}` away", line.text));
            }
            _ => {}
        }
    }
    wrong
}

fn recorded(desk: &mut Desk, line: &str) -> Result<(), String> {
    let line = line.replace("\\n", "\n");
    let draft = typed(&line).map_err(|why| why.join(" "))?;
    match desk.session.submit(&draft) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{error}")),
    }
}

fn unknown_clause(desk: &Desk, clauses: &[String]) -> Option<String> {
    let (playbook, silence) = (desk.session.playbook(), |id: &str| id.strip_prefix("silence ").map(str::to_owned));
    clauses.iter().find_map(|clause| match silence(clause) {
        Some(id) => playbook.silences.iter().all(|one| one.id.as_str() != id).then(|| format!("no silence {id}")),
        None if clause == "local" => None,
        None => playbook.clause(clause).is_none().then(|| format!("no clause {clause}")),
    })
}

/// Whether it is so; else what is.
fn holds(desk: &mut Desk, word: &str, said: &[String]) -> Result<(), String> {
    let status = desk.status();
    let first = said.first().map_or("", String::as_str);
    let is = |so: bool, found: String| if so { Ok(()) } else { Err(found) };
    let second = || said.get(1).cloned().unwrap_or_default();
    let of = |list: &str| {
        let found = status[list].as_array().and_then(|all| all.iter().find(|one| one["id"] == first)).cloned();
        found.ok_or_else(|| format!("no {first} among the {list}"))
    };
    match word {
        "owed" | "settled" | "look_again" | "waits" | "not_owed" => {
            let item = of("items")?;
            let row = said.iter().position(|word| word == "for").and_then(|at| said.get(at + 1));
            let mark = mark(&item, row);
            let item = match row {
                None => item,
                Some(row) => item["targets"]
                    .as_array()
                    .and_then(|rows| rows.iter().find(|one| one["name"] == **row))
                    .cloned()
                    .ok_or_else(|| format!("{first} has no row {row}"))?,
            };
            let state = item["state"].as_str().unwrap_or_default();
            let says = said.iter().position(|word| word == "says").map_or(String::new(), |at| said[at + 1..].join(" "));
            let found =
                format!("it is {state}{}", mark.as_ref().map_or(String::new(), |why| format!(", look again: {why}")));
            let counts = COUNTS.contains(&state);
            is(
                match word {
                    "owed" => OWED.contains(&state),
                    "settled" => counts && mark.is_none(),
                    "look_again" => mark.is_some_and(|why| why.contains(&says)),
                    "waits" => ["pending", "held"].contains(&state),
                    _ => state == "not-applicable" && mark.is_none(),
                },
                found,
            )
        }
        "suggests" => {
            let decision = of("decisions")?;
            let options: Vec<_> =
                decision["suggestions"].as_array().into_iter().flatten().map(|one| &one["option"]).collect();
            is(options.iter().any(|option| **option == *second()), format!("it suggests {options:?}"))
        }
        "rule" | "clock" | "document" | "state" | "phase" => {
            let list = if word == "state" { "items".to_owned() } else { format!("{word}s") };
            let state = of(&list)?["state"].as_str().unwrap_or_default().to_owned();
            is(state == second(), format!("it is {state}"))
        }
        "scale" => {
            let level = of("scales")?["level"].to_string();
            is(level.trim_matches('"') == second(), format!("it is at {level}"))
        }
        "shown" => is(of("silences")?["applies"] == true, "it is not shown".into()),
        "closes" => {
            let left = words_of_closing(desk);
            is(left.is_empty(), format!("left: {}", left.join("; ")))
        }
        "open_at_closing" => {
            let left = words_of_closing(desk);
            is(left.iter().any(|line| line.contains(&format!(" {first}:"))), format!("left: {}", left.join("; ")))
        }
        other => Err(format!("\"{other}\" is no word of these files")),
    }
}

const OWED: [&str; 10] = [
    "open",
    "to-be-decided",
    "conflict",
    "unknown",
    "partly-decided",
    "due",
    "attempted",
    "passed-on",
    "needed",
    "drafted",
];
const COUNTS: [&str; 8] = ["answered", "decided", "done", "continuing", "ruled-out", "reached", "covered", "final"];

/// Why it, or one row of it, is to be looked at again.
fn mark(item: &Value, row: Option<&String>) -> Option<String> {
    let whys = item["look_again"].as_array().into_iter().flatten();
    let whys: Vec<_> = whys.filter(|why| row.is_none_or(|row| why["row"] == **row)).map(Value::to_string).collect();
    (!whys.is_empty()).then(|| whys.join("; "))
}

/// What closing says is left; nothing if it could be closed. Nothing is recorded.
fn words_of_closing(desk: &mut Desk) -> Vec<String> {
    let close = typed("close --role Principal --reason Settled").unwrap();
    match breachbook::record::decide(&desk.session.view(), &close) {
        Ok(_) => Vec::new(),
        Err(refusal) => crate::support::voice::refused(&desk.session, &refusal).lines().map(str::to_owned).collect(),
    }
}

macro_rules! incidents {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            let wrong = work(&read(concat!("tests/it/incidents/worked/", stringify!($name), ".txt")));
            assert!(wrong.is_empty(), "\nin worked/{}.txt:\n{}", stringify!($name), wrong.join("\n"));
        })*

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

include!("names.rs");

#[test]
fn every_worked_incident_is_run_and_every_policy_has_three() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/incidents/worked");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let stems: Vec<_> = files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(stems, NAMES.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    for policy in ["modot", "morenet", "msu", "shepherd", "trinity"] {
        assert!(stems.iter().filter(|name| name.starts_with(policy)).count() >= 3, "{policy}");
    }
}

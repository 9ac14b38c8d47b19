//! Eight programs record in one case while a screen is open: each receipt's name means the same entry afterwards, in whatever
//! order and under whatever names the journals come together.

use crate::night::{CTRL_S, Night, USUAL, journals};
use breachbook::journal::EntryId;
use serde_json::Value;
use std::fs;
use std::path::Path;

const WRITERS: usize = 8;
const EACH: usize = 3;

/// The name in a receipt, and the entry that it was given for.
type Named = (String, String);

fn record(night: &Night, case: &str, words: &str) -> Named {
    let receipt: Value = serde_json::from_str(&night.fine(&["record", case, "note", words, "--json"])).unwrap();
    let text = |key: &str| receipt["recorded"][key].as_str().unwrap().to_owned();
    (text("name"), text("id"))
}

/// A copy of the case whose journals came in another order and were called otherwise by whatever copied them.
fn copied(case: &Path, turn: usize) -> std::path::PathBuf {
    let copy = case.with_file_name(format!("copy-{turn}"));
    fs::create_dir_all(copy.join("journals")).unwrap();
    fs::create_dir_all(copy.join("playbook")).unwrap();
    for plain in ["README.txt", "verify.py"] {
        fs::copy(case.join(plain), copy.join(plain)).unwrap();
    }
    for file in fs::read_dir(case.join("playbook")).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        fs::copy(file.path(), copy.join("playbook").join(file.file_name())).unwrap();
    }
    let mut files: Vec<_> = fs::read_dir(case.join("journals")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let count = files.len();
    files.rotate_left(turn * 5 % count);
    if turn % 2 == 1 {
        files.reverse();
    }
    for (place, file) in files.iter().enumerate() {
        fs::copy(file, copy.join("journals").join(format!("{place:03} (copy {turn}).toml"))).unwrap();
    }
    copy
}

#[test]
fn every_receipts_name_means_the_same_entry_after_all_journals_are_merged_in_any_order() {
    let night = Night::new();
    let case = night.case();
    let name = case.to_str().unwrap();
    let mut terminal = night.guide(&case, USUAL);
    let mut named: Vec<Named> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let night = &night;
                scope.spawn(move || {
                    let records = (0..EACH).map(|turn| record(night, name, &format!("writer {writer}, turn {turn}")));
                    records.collect::<Vec<_>>()
                })
            })
            .collect();
        terminal.keys("w").shows("▸ Note").keys("Seen on the screen").keys(CTRL_S).records(1);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let shown = terminal.receipt().unwrap();
    let kept = journals(&case);
    let ordered = kept.order();
    let screen =
        ordered.entries.iter().find(|sealed| sealed.entry.fields.get_text("text") == Some("Seen on the screen"));
    named.push((shown, screen.unwrap().entry.id.to_string()));
    assert_eq!(named.len(), WRITERS * EACH + 1);
    drop(terminal);
    let mut logs = Vec::new();
    for turn in 0..4 {
        let copy = copied(&case, turn);
        let log: Vec<Value> = serde_json::from_str(&night.fine(&["log", copy.to_str().unwrap(), "--json"])).unwrap();
        let names = {
            let kept = journals(&copy);
            kept.names(&kept.order())
        };
        for (name, id) in &named {
            let id = EntryId::parse(id).unwrap();
            let found = names.find(name).unwrap();
            // Of two runs that took one name unseen, both are found, and both are shown with a longer one.
            assert!(found.contains(&id), "{name} is not {id}");
            let entry = log.iter().find(|entry| entry["id"] == id.to_string()).unwrap();
            let now = entry["name"].as_str().unwrap();
            assert_eq!(names.find(now).unwrap(), [id], "{now}");
            assert!(
                found.len() == 1 && now == name || found.len() > 1 && now.len() > name.len(),
                "{name} is shown as {now}"
            );
        }
        logs.push(log.iter().map(|entry| (entry["name"].to_string(), entry["id"].to_string())).collect::<Vec<_>>());
    }
    assert!(logs.windows(2).all(|pair| pair[0] == pair[1]), "the log is one, however the files came");
}

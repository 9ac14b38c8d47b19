//! What an earlier version of the program judged is judged so today: every state after every entry of the stories that the tests
//! tell, and at the end of 1,500 walks by chance, on the ten bundled playbooks as they were then.
//!
//! `tests/judged` holds all of it, and none of it is ever written anew:
//!
//! - `playbooks`: the playbooks, frozen. Those in `playbooks/` may change, and this test does not see it.
//! - `stories.jsonl`: the entries of the stories; an object alone is an entry, what stands above is whose it is (`story.rs`).
//! - `states.txt`: what was so (`judgements.rs`).
//! - `intended.txt`: where today's judgement is meant to be another.
//!
//! # How a difference is added
//!
//! A judgement that is not as it was fails the test, and the message has the lines that `intended.txt` would need:
//! `playbook | thing | was | is | why`. Whoever means the difference adds the line and says in words which rule of judging asks for
//! it; `*` stands for any playbook, any thing of a kind (`clock *`) and any state. A line that no difference needs any more fails,
//! too.

mod differences;
mod judgements;
mod story;
mod walk;

use breachbook::playbook::Playbook;
use breachbook::playbook::load::load_checked;
use breachbook::source::Source;
use differences::{Difference, Intended};
use judgements::Judgements;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judged")
}

/// The frozen playbooks by name.
fn playbooks() -> BTreeMap<String, Playbook> {
    let files = std::fs::read_dir(folder().join("playbooks")).unwrap().map(|entry| entry.unwrap().path());
    let loaded = files.map(|path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let loaded = load_checked(&[Source::new(format!("{name}.toml"), std::fs::read_to_string(&path).unwrap())]);
        (name, loaded.playbook.unwrap_or_else(|| panic!("{}: {:?}", path.display(), loaded.problems)))
    });
    loaded.collect()
}

/// Where the stories and walks with these numbers are judged otherwise than they were.
fn differences(playbooks: &BTreeMap<String, Playbook>, old: &Judgements, part: usize, parts: usize) -> Vec<Difference> {
    let mut found = Vec::new();
    for story in story::all().into_iter().skip(part).step_by(parts) {
        let playbook = &playbooks[&story.playbook];
        let was = old.story(&story.name);
        assert_eq!(was.len(), story.entries.len(), "{}: a state for each entry", story.name);
        let mut state = breachbook::case::CaseState::default();
        for (at, (entry, was)) in story.entries.iter().zip(was).enumerate() {
            state.apply(entry.clone());
            let is = judgements::of(playbook, &state);
            found.extend(differences::between(
                &story.playbook,
                &was,
                &is,
                &format!("{} after entry {}", story.name, at + 1),
            ));
        }
    }
    for (seed, (name, taken, was)) in old.walks().into_iter().enumerate().skip(part).step_by(parts) {
        let playbook = &playbooks[&name];
        let is = judgements::of(playbook, &walk::again(playbook, seed, &taken));
        found.extend(differences::between(&name, &was, &is, &format!("at the end of walk {seed}")));
    }
    found
}

#[test]
fn everything_is_judged_as_it_was_but_for_what_is_meant_to_differ() {
    let (playbooks, old) = (playbooks(), Judgements::read());
    let parts = std::thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<Difference> = std::thread::scope(|scope| {
        let part = |part| {
            let (playbooks, old) = (&playbooks, &old);
            scope.spawn(move || differences(playbooks, old, part, parts))
        };
        let all: Vec<_> = (0..parts).map(part).collect();
        all.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let intended = Intended::read();
    let mut unmeant: BTreeMap<String, String> = BTreeMap::new();
    let mut needed = BTreeSet::new();
    for difference in found {
        match intended.covers(&difference) {
            Some(line) => _ = needed.insert(line),
            None => _ = unmeant.entry(difference.line()).or_insert(difference.place),
        }
    }
    let unmeant: Vec<String> = unmeant.into_iter().map(|(line, place)| format!("{line} (first: {place})")).collect();
    assert!(unmeant.is_empty(), "these are judged otherwise than they were:\n{}", unmeant.join("\n"));
    let idle = intended.but(&needed);
    assert!(idle.is_empty(), "nothing differs any more as these lines say:\n{}", idle.join("\n"));
}

//! What it costs to look at a case in which many records have to be looked at again.
//!
//! `cargo bench --bench marks` prints medians: a playbook of 10,000 items with 300 records that rest on one answer, before and after
//! it changes, alone and over 1,250 runs of which each saw the one before; and the largest bundled playbook.

use breachbook::base::{Clock as _, FixedClock, ItemId, Now, SessionId, Stamp, ids::base32_128};
use breachbook::case::Row;
use breachbook::case::{Attribution, CaseState, Fact, FollowUp, ForRows, Recorded};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::judge::assess;
use breachbook::playbook::{Playbook, bundled, load};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const ITEMS: usize = 10_000;
const RECORDS: usize = 300;
const RUNS: usize = 1_250;

fn now() -> Stamp {
    Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp")
}

/// So many items in each file: one file may not hold all of them.
const EACH: usize = 2_000;

const HEAD: &str = r#"schema = 1
[playbook]
id = "marks"
title = "Marks"
jurisdiction = "US"
source = { title = "Marks", organisation = "Example Library" }
[clauses]
C = { at = "1", text = "A clause." }
[[phase]]
id = "all"
title = "All"
[[question]]
id = "affected"
phase = "all"
ask = "How many?"
answer = "number"
cite = "C"
"#;

fn playbook() -> Playbook {
    let mut files = vec![HEAD.to_owned()];
    for item in 1..ITEMS {
        if item % EACH == 0 {
            files.push("schema = 1\n".to_owned());
        }
        let again = if item <= RECORDS { "again = [{ on = [\"affected\"] }]\n" } else { "when = \"affected > 100\"\n" };
        let _ = write!(
            files.last_mut().expect("one"),
            "[[task]]\nid = \"t{item}\"\nphase = \"all\"\ntitle = \"Task {item}\"\nrecord = \"What?\"\nverb = \"shall\"\n\
             cite = \"C\"\n{again}"
        );
    }
    let named = |(number, text): (usize, String)| breachbook::source::Source::new(format!("f{number:02}.toml"), text);
    let sources: Vec<_> = files.into_iter().enumerate().map(named).collect();
    load(&sources).playbook.expect("sound")
}

fn id(text: &str) -> ItemId {
    ItemId::new(text).expect("an id")
}

/// Entries one after the other, spread over so many runs, each of which saw all before it.
fn state(facts: &[Fact], runs: usize) -> CaseState {
    let mut seen = Seen::of(runs);
    let row = |(at, fact): (usize, &Fact)| {
        let (run, seq) = (at % runs, u64::try_from(at / runs).expect("small") + 1);
        let session = SessionId::new(&base32_128((run as u128).to_be_bytes())).expect("valid");
        let own = Mark { run, seq };
        let past = Past::new(own, seen.clone());
        seen.note(run, seq);
        let (reading, who) = (FixedClock::at(now()).read(), Attribution::default());
        Row { recorded: Recorded::new(EntryId::new(session, seq), reading, who, fact.clone()), past }
    };
    CaseState::fold(facts.iter().enumerate().map(row).collect::<Vec<_>>())
}

fn answered(value: &str) -> Fact {
    Fact::Answered { question: id("affected"), value: value.into(), source: None, target: ForRows::default() }
}

fn median(playbook: &Playbook, state: &CaseState) -> (Duration, usize) {
    let mut times = Vec::new();
    let mut marks = 0;
    for _ in 0..21 {
        let start = Instant::now();
        marks = assess(playbook, state, Now::from(now())).marks.len();
        times.push(start.elapsed());
    }
    times.sort();
    (times[times.len() / 2], marks)
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    let playbook = playbook();
    let done = (1..=RECORDS).map(|item| Fact::TaskDone {
        task: id(&format!("t{item}")),
        value: "By post.".into(),
        target: ForRows::default(),
        follow_up: FollowUp::default(),
    });
    let before: Vec<Fact> = std::iter::once(answered("140")).chain(done).collect();
    let after: Vec<Fact> = before.iter().cloned().chain([answered("9000")]).collect();
    for runs in [1, RUNS] {
        for (what, facts) in [("before", &before), ("after", &after)] {
            let (time, marks) = median(&playbook, &state(facts, runs));
            println!("{ITEMS} items, {runs} runs, {what} the change: {marks} marks in {time:?}");
        }
    }
    let largest = bundled::index().into_iter().filter_map(|offer| {
        let text = bundled::bundled_text(&offer.id)?;
        load(&[breachbook::source::Source::new("bundled.toml", text)]).playbook
    });
    let largest = largest.max_by_key(|playbook| playbook.items.len()).expect("one");
    let done = largest.items.iter().map(|item| Fact::TaskDone {
        task: item.id.clone(),
        value: "By post.".into(),
        target: ForRows::default(),
        follow_up: FollowUp::default(),
    });
    let (time, marks) = median(&largest, &state(&done.collect::<Vec<_>>(), 1));
    println!("{} with {} records: {marks} marks in {time:?}", largest.id, largest.items.len());
}

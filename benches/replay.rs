//! What a step costs when a long case is looked back on: an answer changes, a note, a call, 2,000 entries in all, and every step from
//! its end to its beginning in both ways of the arrow keys.
//!
//! `cargo bench --bench replay` prints medians and the slowest step. A step folds the case anew, judges it twice, and says what the entry
//! switched; what is drawn afterwards costs what any other key does.

use breachbook::base::{Clock as _, FixedClock, ItemId, Now, SessionId, Stamp};
use breachbook::case::Row;
use breachbook::case::{Attribution, CaseState, Fact, ForRows, Recorded};
use breachbook::contacts::PhoneList;
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::judge::view::replay::{Replay, Step, Whole};
use breachbook::playbook::{Playbook, bundled, load};
use breachbook::source::Source;
use std::time::{Duration, Instant};

const ENTRIES: u64 = 2_000;

fn id(text: &str) -> ItemId {
    ItemId::new(text).expect("an id")
}

fn fact(at: u64, playbook: &Playbook) -> Fact {
    let answer = |question: &str, value: &str| Fact::Answered {
        question: id(question),
        value: value.into(),
        source: None,
        target: ForRows::default(),
    };
    match at {
        1 => Fact::Opened {
            title: "A long case".into(),
            playbook: playbook.id.to_string(),
            playbook_title: playbook.title.clone(),
            source_version: None,
            files: Vec::new(),
        },
        _ if at.is_multiple_of(5) => answer("multiple_individuals", if at.is_multiple_of(2) { "yes" } else { "no" }),
        _ if at.is_multiple_of(7) => answer("systemic_problem", if at.is_multiple_of(2) { "yes" } else { "no" }),
        _ => Fact::Noted {
            about: None,
            text: format!("What was seen in minute {at}, in a sentence of the usual length."),
            tag: None,
            because: None,
        },
    }
}

fn state(playbook: &Playbook) -> CaseState {
    let session = SessionId::new("k4aaaaaaaaaaaaaaaaaaaaaaaa").expect("valid");
    let start = Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp");
    let row = |seq: u64| {
        let mut reading = FixedClock::at(start).read();
        reading.wall = start.plus_seconds(i64::try_from(seq).expect("small") * 30);
        let (past, who) = (Past::new(Mark { run: 0, seq }, Seen::of(1)), Attribution::default());
        let recorded = Recorded {
            id: EntryId::new(session.clone(), seq),
            at: reading.wall,
            reading,
            who,
            fact: fact(seq, playbook),
            facilitator: false,
        };
        Row { recorded, past }
    };
    CaseState::fold((1..=ENTRIES).map(row).collect::<Vec<_>>())
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn said(what: &str, mut all: Vec<Duration>) {
    all.sort_unstable();
    let (median, slowest) = (all[all.len() / 2], all[all.len() - 1]);
    println!("{what}: {} steps, median {median:.2?}, slowest {slowest:.2?}", all.len());
}

fn main() {
    let text = bundled::bundled_text("trinity").expect("bundled");
    let playbook = load(&[Source::new("trinity.toml", text)]).playbook.expect("sound");
    let (state, phones) = (state(&playbook), PhoneList::default());
    let now = Now::from(state.at(state.log.len() - 1).at);
    let whole = Whole { playbook: &playbook, phones: &phones, state: &state, now };
    let mut replay = Replay::last(whole).expect("a case");
    for (what, step) in [
        ("one entry back, from the end", Step::Back(1)),
        ("ten entries back", Step::Back(10)),
        ("one entry on", Step::On(1)),
    ] {
        let timed = |_| {
            let begun = Instant::now();
            replay.step(whole, step);
            begun.elapsed()
        };
        said(what, (0..60).map(timed).collect());
    }
}

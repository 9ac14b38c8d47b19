//! How long an answer for one row takes, and the picture, where a list has 5,000 rows and 500 items are settled for each of them.
//!
//! `cargo bench --bench rows` prints medians of several runs. The playbook is made here: a list, a question for each row, tasks for
//! each row that wait for its answer, tasks for each row without a condition, rules over all rows. Half of the rows have an answer.

use breachbook::base::{FixedClock, ItemId, SessionId, Stamp};
use breachbook::case::{Attribution, CaseState, Cells, Fact, ForRow, ForRows, Recorded, Row};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::judge::assess;
use breachbook::playbook::load;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const ROWS: u64 = 5_000;
const ITEMS: usize = 500;

const HEAD: &str = r#"schema = 1
[playbook]
id = "rows"
title = "Rows"
jurisdiction = "US"
source = { title = "Large policy", organisation = "Example Library" }
[clauses]
C-1 = { at = "1", text = "Each device is looked at." }
[[phase]]
id = "each"
title = "Each device"
[[register]]
id = "devices"
phase = "each"
title = "Devices"
kind = "list"
prompt = "Which device?"
cite = "C-1"
[[question]]
id = "infected"
phase = "each"
ask = "Is it infected?"
answer = "yes_no"
for_each = "devices"
cite = "C-1"
[[rule]]
id = "one"
title = "One is infected"
verb = "should"
effect = "informs"
any = [{ if = "any(infected)", title = "One", cite = "C-1" }, { if = "all(infected)", title = "All", cite = "C-1" }]
say = "One is."
cite = "C-1"
"#;

/// `waiting` of the tasks wait for what is answered of their row.
fn playbook(waiting: usize) -> String {
    let mut text = HEAD.to_owned();
    for task in 0..ITEMS {
        let when = if task < waiting { "when = \"row.infected\"\n" } else { "" };
        let _ = write!(
            text,
            "[[task]]\nid = \"t{task}\"\nphase = \"each\"\ntitle = \"Task {task}\"\nrecord = \"What was done, and when?\"\n\
             verb = \"shall\"\nfor_each = \"devices\"\n{when}cite = \"C-1\"\n"
        );
    }
    text
}

fn id(text: &str) -> ItemId {
    ItemId::new(text).expect("an id")
}

/// The rows, and an answer for every second of them.
fn log(clock: &FixedClock) -> Vec<Row> {
    let session = SessionId::new(&"zz".repeat(13)).expect("valid");
    let entry = |seq: u64| EntryId::new(session.clone(), seq);
    let device = |row: u64| format!("Device {row}");
    let added = (1..=ROWS).map(|row| Fact::RowAdded {
        register: id("devices"),
        label: None,
        cells: Cells(vec![("name".into(), device(row))]),
    });
    let answered = (1..=ROWS).step_by(2).map(|row| Fact::Answered {
        question: id("infected"),
        value: "yes".into(),
        source: None,
        target: ForRows(vec![ForRow { row: Some(entry(row)), name: device(row) }]),
    });
    let reading = breachbook::base::Clock::read(clock);
    let row = |(at, fact): (usize, Fact)| {
        let seq = at as u64 + 1;
        let who = Attribution { by: "R. Okafor".into(), ..Attribution::default() };
        let recorded = Recorded::new(entry(seq), reading.clone(), who, fact);
        Row { recorded, past: Past::new(Mark { run: 0, seq }, Seen::of(1)) }
    };
    added.chain(answered).enumerate().map(row).collect()
}

fn median(runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    let now = Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp");
    let clock = FixedClock::at(now);
    let rows = log(&clock);
    for waiting in [0, 20, ITEMS] {
        let source = breachbook::source::Source::new("rows.toml", playbook(waiting));
        let playbook = load(&[source]).playbook.expect("sound");
        let fold = median(3, || {
            let rows = rows.clone();
            let start = Instant::now();
            assert!(!CaseState::fold(rows).log.is_empty());
            start.elapsed()
        });
        let state = CaseState::fold(rows.clone());
        let picture = median(5, || {
            let start = Instant::now();
            let picture = assess(&playbook, &state, now);
            assert!(!picture.items.is_empty());
            start.elapsed()
        });
        println!("{ROWS} rows, {ITEMS} items for each, {waiting} by its answer: folded {fold:?}, picture {picture:?}");
    }
}

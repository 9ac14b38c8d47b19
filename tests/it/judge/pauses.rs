//! Pauses of a clock: taken in the order in which things happened, whenever they were written down.

use crate::support::desk::Desk;
use crate::support::say::{self, Deed, v};
use crate::support::voice::says;
use breachbook::page::{Block, clock};
use breachbook::record::Draft;
use breachbook::record::common::AT;
use breachbook::record::verbs::answer;
use serde_json::Value;

const TEXT: &str = r#"
schema = 1

[playbook]
id = "delay"
title = "Delay of a notice"
jurisdiction = "US-MO"
source = { title = "Delay", organisation = "Example Organisation" }

[clauses]
A = { at = "1", text = "Notice may be delayed while the police or a court ask for it." }

[[phase]]
id = "p"
title = "Notice"

[[question]]
id = "found"
phase = "p"
ask = "When was it found?"
answer = "when"
cite = "A"

[[question]]
id = "hold_asked"
phase = "p"
ask = "Do the police ask for a hold?"
answer = "yes_no"
cite = "A"

[[question]]
id = "hold_over"
phase = "p"
ask = "Is the hold over?"
answer = "yes_no"
again = [{ if = "hold_asked", hard = true }]
cite = "A"

[[question]]
id = "court_asks"
phase = "p"
ask = "Does a court ask for a hold?"
answer = "yes_no"
cite = "A"

[[task]]
id = "notify"
phase = "p"
title = "Give notice"
record = "When, how?"
verb = "shall"
cite = "A"

[[clock]]
id = "notice"
title = "Notice"
word = "without delay"
from = "found"
until = "task.notify"
pauses = [
    { if = "hold_asked && possible(!hold_over)", say = "The police ask for it.", cite = "A" },
    { if = "court_asks", say = "A court asks for it.", cite = "A" },
]
cite = "A"
"#;

const HOUR: i64 = 3600;

/// The case is looked at on 22 Nov, 02:13:44.
pub fn desk() -> Desk {
    let mut desk = Desk::open_text("delay", TEXT);
    desk.answer("found", "20 Nov 10:00");
    desk
}

fn said(desk: &mut Desk, id: &str, value: &str, at: &str) {
    let command = say::answer(id, value);
    desk.session.submit(&command.clone().with(&AT, at)).unwrap();
}

fn rested(desk: &Desk) -> (String, i64) {
    let clock = desk.of("clocks", "notice");
    (clock["state"].as_str().unwrap().to_owned(), clock["suspended_s"].as_i64().unwrap())
}

#[test]
fn a_delay_that_was_written_down_after_its_end_is_none_the_less_a_delay() {
    let mut desk = desk();
    said(&mut desk, "court_asks", "no", "21 Nov 12:00");
    said(&mut desk, "hold_asked", "yes", "21 Nov 08:00");
    said(&mut desk, "hold_over", "yes", "21 Nov 18:00");
    assert_eq!(rested(&desk), ("running".into(), 10 * HOUR));
    let mut desk = self::desk();
    said(&mut desk, "court_asks", "yes", "21 Nov 12:00");
    said(&mut desk, "court_asks", "no", "21 Nov 13:00");
    said(&mut desk, "hold_asked", "yes", "21 Nov 08:00");
    said(&mut desk, "hold_over", "yes", "21 Nov 18:00");
    assert_eq!(rested(&desk), ("running".into(), 10 * HOUR), "two grounds at one time are one pause");
    says(&desk.reads(), &["Clock: \"without delay\" Notice, 1 d 6 h\n"]);
}

#[test]
fn a_hold_that_is_asked_for_once_more_asks_anew_whether_it_is_over_and_rests_again() {
    let mut desk = desk();
    said(&mut desk, "hold_asked", "yes", "21 Nov 10:00");
    said(&mut desk, "hold_over", "yes", "21 Nov 14:00");
    assert_eq!(rested(&desk), ("running".into(), 4 * HOUR));
    said(&mut desk, "hold_asked", "yes", "21 Nov 16:00");
    assert_eq!(desk.state("items", "hold_over"), "open");
    let since = 10 * HOUR + 13 * 60 + 44;
    assert_eq!(rested(&desk), ("suspended".into(), 4 * HOUR + since));
    says(&desk.reads(), &["paused: ", "(hold_over): asked again: "]);
    said(&mut desk, "hold_over", "yes", "21 Nov 17:00");
    assert_eq!(rested(&desk), ("running".into(), 5 * HOUR));
}

#[test]
fn a_hold_written_down_late_is_asked_once_too_often_and_never_lost() {
    let mut desk = desk();
    said(&mut desk, "hold_asked", "yes", "21 Nov 10:00");
    said(&mut desk, "hold_over", "yes", "21 Nov 14:00");
    said(&mut desk, "hold_asked", "yes", "21 Nov 12:00");
    assert_eq!(desk.state("items", "hold_over"), "open");
    assert_eq!(rested(&desk).0, "suspended", "until somebody says again that it is over");
    said(&mut desk, "hold_over", "yes", "21 Nov 14:00");
    assert_eq!(rested(&desk), ("running".into(), 4 * HOUR));
}

#[test]
fn an_answer_of_a_sheet_rests_the_clock_as_one_that_was_given_alone() {
    let mut desk = desk();
    let draft =
        |id: &str, value: &str, at: &str| Draft::new(&answer::VERB, id).with(&answer::VALUE, value).with(&AT, at);
    let sheet = [draft("court_asks", "no", "21 Nov 09:00"), draft("hold_asked", "yes", "21 Nov 10:00")];
    desk.session.submit_all(&sheet).unwrap_or_else(|(at, why)| panic!("{at}: {why}"));
    assert_eq!(rested(&desk), ("suspended".into(), 16 * HOUR + 13 * 60 + 44));
}

#[test]
fn the_pause_is_that_of_the_entries_whatever_their_order_and_ends_as_the_grounds_stand_now() {
    let told = [
        ("court_asks", "yes", "20 Nov 12:00"),
        ("court_asks", "no", "20 Nov 14:00"),
        ("hold_asked", "yes", "21 Nov 08:00"),
        ("hold_over", "yes", "21 Nov 09:00"),
    ];
    // Each order in which what belongs together stays in order.
    for order in [[0, 1, 2, 3], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1], [2, 0, 1, 3], [0, 2, 3, 1]] {
        let mut desk = desk();
        for (id, value, at) in order.map(|place| told[place]) {
            said(&mut desk, id, value, at);
        }
        assert_eq!(rested(&desk), ("running".into(), 3 * HOUR), "{order:?}");
    }
}

#[test]
fn a_clock_whose_stop_was_struck_out_goes_on_and_says_so() {
    let mut desk = desk();
    let done = say::task("notify", Deed::Done("By post".into()));
    let receipt = desk.session.submit(&done.clone().with(&AT, "21 Nov 02:40")).unwrap();
    assert_eq!(rested(&desk).0, "stopped");
    desk.record(say::strike(receipt.name).with(&v::strike::REASON, "It was the draft."));
    let clock = desk.of("clocks", "notice");
    assert_eq!(clock["state"], "running");
    assert!(clock["undone"]["stopped"].as_str().unwrap().starts_with("2026-11-21T02:40:00"), "{clock}");
    assert!(clock["undone"]["struck"].as_str().unwrap().starts_with("2026-11-22T02:13:44"), "{clock}");
    let view = desk.session.view();
    let lines = clock::all(&view).blocks.into_iter().filter_map(|block| match block {
        Block::Text(line) => Some(line.words()),
        _ => None,
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        ["“without delay” Notice · 1 d 16 h, stopped 21 Nov 02:40, struck 22 Nov 02:13"]
    );
    desk.done("notify", "By post");
    assert_eq!(desk.of("clocks", "notice")["undone"], Value::Null);
}

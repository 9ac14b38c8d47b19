//! The clock that stands on every screen, all of them on a page, and what is forbidden now.

use crate::support::desk::Desk;
use breachbook::base::Now;
use breachbook::judge::{View, assess};
use breachbook::page::{Block, Tone, clock, do_not};

const LIMITED: &str = include_str!("../support/every_kind.toml");

/// What a page says of the case so many seconds later.
fn later<T>(desk: &Desk, seconds: i64, says: impl FnOnce(&View<'_>) -> T) -> T {
    let view = desk.session.view();
    let now = Now { at: view.now.at.plus_seconds(seconds), ..view.now };
    let picture = assess(view.playbook, view.state, now);
    says(&View { now, picture: &picture, ..view })
}

fn strip(view: &View<'_>) -> (String, usize, bool) {
    let strip = clock::strip(view).expect("a clock");
    (strip.line.words(), strip.more, strip.line.0.iter().any(|piece| piece.tone == Tone::Alarm))
}

fn page(view: &View<'_>) -> Vec<String> {
    let line = |block: Block| match block {
        Block::Text(line) => line.words(),
        other => panic!("{other:?}"),
    };
    clock::all(view).blocks.into_iter().map(line).collect()
}

#[test]
fn a_clock_that_has_not_started_says_what_starts_it() {
    let mut desk = Desk::open("modot");
    let (line, more, _) = strip(&desk.session.view());
    assert_eq!(line, "“immediately” Calling Audits and Investigations · starts with the next answer");
    assert_eq!(more, 1);
    desk.call("call_ai", "reached");
    let (line, ..) = strip(&desk.session.view());
    assert!(line.starts_with("“as soon as possible” Telling the leader of the place · "), "{line}");
}

#[test]
fn what_starts_it_is_named_where_it_is_not_asked_next() {
    let lines = page(&Desk::open("modot").session.view());
    let call = "starts with: Call Audits and Investigations (AI)";
    assert!(
        lines[1].starts_with(&format!("“as soon as possible” Telling the leader of the place · {call}")),
        "{lines:?}"
    );
}

#[test]
fn the_clock_that_runs_longest_stands_first_and_its_time_goes_on() {
    let mut desk = Desk::open("trinity");
    desk.answer("discovered_at", "22 Nov 02:00");
    let (line, _, over) = later(&desk, 23 * 60, strip);
    assert_eq!((line.as_str(), over), ("“immediately” Telling the Privacy Officer · 36 min", false));
    desk.call("tell_privacy_officer", "reached");
    let lines = page(&desk.session.view());
    assert!(lines.iter().any(|line| line.contains("Telling the Privacy Officer · done after ")), "{lines:?}");
    assert!(!clock::strip(&desk.session.view()).is_some_and(|strip| strip.line.words().contains("Privacy Officer")));
}

#[test]
fn a_limit_that_is_over_is_alarming_until_its_duty_is_done_and_late_for_ever() {
    let mut desk = Desk::open_text("every", LIMITED);
    assert_eq!(
        strip(&desk.session.view()).0,
        "“without delay” Telling the regulator · due in 72 h · law",
        "it runs from the opening"
    );
    assert!(later(&desk, 30 * 3600 + 60, |view| strip(view).0.contains("due in 41 h · law")));
    let (line, _, over) = later(&desk, 74 * 3600, strip);
    assert_eq!((line.as_str(), over), ("“without delay” Telling the regulator · OVER by 2 h 00 min · law", true));
    desk.done("if_told", "Told");
    assert!(page(&desk.session.view())[0].contains("done after"));
}

#[test]
fn what_is_not_known_to_count_is_called_perhaps() {
    let text = LIMITED.replace("until = \"task.if_told\"", "until = \"task.if_told\"\nwhen = \"told\"");
    let question = "[[question]]\nphase = \"all\"\nid = \"told\"\nask = \"Is the regulator to be told?\"\n\
                    answer = \"yes_no\"\nverb = \"must\"\ncite = \"A-1\"\n\n[[clock]]";
    let mut desk = Desk::open_text("every", &text.replace("[[clock]]", question));
    let (line, ..) = strip(&desk.session.view());
    assert_eq!(
        line,
        "~ “without delay” Telling the regulator · perhaps due 25 Nov 02:13, if: Is the regulator to be told?"
    );
    desk.answer("told", "no");
    assert!(clock::strip(&desk.session.view()).is_none());
}

#[test]
fn what_is_forbidden_says_what_lifts_it() {
    let desk = Desk::open("msu");
    let lines: Vec<_> = do_not::lines(&desk.session.view()).iter().map(breachbook::page::Line::words).collect();
    assert_eq!(lines[0], "DO NOT power off the affected systems  until investigators direct otherwise");
    assert_eq!(lines.len(), 3);
    let short = |columns| do_not::in_short(&desk.session.view(), columns).unwrap().words();
    assert_eq!(short(80), "DO NOT power off the affected systems  and 2 more");
    assert_eq!(short(30), "3 DO NOTs are in force");
    assert!(do_not::in_short(&Desk::open("modot").session.view(), 80).is_none());
}

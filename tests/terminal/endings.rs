//! Signals and Ctrl-C, everywhere: the program ends or asks, the terminal is given back, what was recorded is there.

use crate::night::{CTRL_C, CTRL_S, ENTER, Night, USUAL, count};
use crate::terminal::Terminal;
use rustix::process::Signal;
use std::path::Path;

/// Where a person can be when it happens, and the keys that lead there from the guide.
const PLACES: [(&str, &str, &str); 5] = [
    ("Home", "gh", "Go on with"),
    ("the guide", "", "Enter other ways"),
    ("the record", "gr", "[Record]"),
    ("a form with a draft", "wDraft in hand", "Draft in hand"),
    ("the palette", ":", "Commands"),
];

/// A case with one note of this run, at one of the places.
fn at_place(night: &Night, case: &Path, keys: &str, shown: &str) -> Terminal {
    let mut terminal = night.guide(case, USUAL);
    terminal.keys("w").shows("▸ Note").keys("Was here").keys(CTRL_S).records(1).keys(keys).shows(shown);
    terminal
}

fn ended_well(case: &Path, runs: usize, place: &str) {
    assert_eq!(count(case, "noted"), runs, "{place}: the note is there, and the draft is not");
    // One end for the start of the case, one for each run.
    assert_eq!(count(case, "session_ended"), runs + 1, "{place}: the run has its end");
}

#[test]
fn a_signal_ends_the_program_in_good_order_wherever_it_is() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let night = Night::new();
        let case = night.case();
        for (run, (place, keys, shown)) in PLACES.into_iter().enumerate() {
            let mut terminal = at_place(&night, &case, keys, shown);
            let status = terminal.signal(signal).ends();
            assert!(status.success(), "{signal:?} at {place}: {status:?}");
            terminal.is_restored();
            assert!(terminal.screen().contains("short seal"), "{place}: {}", terminal.screen());
            ended_well(&case, run + 1, place);
        }
    }
}

#[test]
fn ctrl_c_asks_once_and_the_second_one_leaves() {
    let night = Night::new();
    let case = night.case();
    for (run, (place, keys, shown)) in PLACES.into_iter().enumerate() {
        let mut terminal = at_place(&night, &case, keys, shown);
        terminal.keys(CTRL_C).shows("Leave breachbook").shows("the last is recorded").keys(CTRL_C);
        assert!(terminal.ends().success(), "{place}");
        terminal.is_restored();
        ended_well(&case, run + 1, place);
    }
}

#[test]
fn ctrl_c_can_be_taken_back_and_the_draft_is_still_there() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = at_place(&night, &case, "wDraft in hand", "Draft in hand");
    terminal.keys(CTRL_C).shows("will be lost").keys(ENTER).hides("Leave breachbook");
    terminal.keys(", and more").shows("Draft in hand, and more");
}

#[test]
fn ctrl_c_at_home_with_nothing_open_leaves_at_once() {
    let night = Night::new();
    let mut terminal = night.screen(&[], USUAL);
    terminal.shows("Something happened").keys(CTRL_C);
    assert!(terminal.ends().success());
    terminal.is_restored();
    assert!(night.cases().is_empty());
}

#[test]
fn a_stop_from_the_shell_gives_the_terminal_back_and_comes_again() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = at_place(&night, &case, "wDraft in hand", "Draft in hand");
    terminal.keys("\x1a").stops().wait("the ordinary screen", |screen, _| !screen.alternate_screen()).is_restored();
    terminal.signal(Signal::CONT).shows("Draft in hand").keys(" again").shows("Draft in hand again");
    terminal.signal(Signal::TERM).ends();
    terminal.is_restored();
}

#[test]
fn half_a_sequence_on_the_keyboard_keeps_no_signal_from_ending_the_program() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = at_place(&night, &case, "", "Enter other ways");
    // Alt and [ on many terminals; the rest of the sequence never comes.
    terminal.keys("\x1b[").signal(Signal::TERM).ends();
    terminal.is_restored();
    ended_well(&case, 1, "half a sequence");
}

//! From nothing to a recorded answer, and out again.

use crate::night::{CTRL_S, DOWN, ENTER, FIRST, Night, USUAL, count, entries, last_text};

/// Trinity's policy is the fifth that Home offers.
const TRINITY: &str = "5";

#[test]
fn two_keys_after_the_start_the_call_to_make_at_once_is_on_the_screen() {
    let night = Night::new();
    let mut terminal = night.screen(&[], USUAL);
    terminal.shows("Something happened").shows("Data breach response");
    terminal.keys(TRINITY).shows("New incident");
    terminal.keys(ENTER).shows(FIRST);
    assert_eq!(count(&night.only_case(), "opened"), 1);
}

#[test]
fn a_call_is_in_the_journal_at_the_moment_it_is_acknowledged() {
    let night = Night::new();
    let mut terminal = night.screen(&[], USUAL);
    terminal.shows("Something happened").keys(TRINITY).shows("New incident").keys(CTRL_S).shows(FIRST);
    let case = night.only_case();
    assert_eq!(count(&case, "called"), 0);
    terminal.keys("1").shows("How it ended").keys(CTRL_S).records(2);
    assert_eq!(count(&case, "called"), 1);
    assert_eq!(last_text(&case, "called", "outcome").as_deref(), Some("reached"));
}

#[test]
fn the_first_call_is_logged_after_four_keys_a_yes_takes_two_and_a_slip_is_struck_with_one() {
    let night = Night::new();
    let mut terminal = night.screen(&[], USUAL);
    terminal.shows("Something happened").keys(TRINITY).shows("New incident").keys(ENTER).shows(FIRST);
    terminal.keys("1").shows("How it ended").keys(ENTER).records(2);
    let case = night.only_case();
    assert_eq!(count(&case, "called"), 1);
    terminal.keys("/").shows("Search").keys("human beings").keys(ENTER).shows("Is any of the information");
    terminal.keys("y").shows("▸ y").keys(ENTER).records(3);
    terminal.keys("z").records(4);
    assert_eq!((count(&case, "answered"), count(&case, "struck_out")), (1, 1));
}

#[test]
fn leaving_ends_the_run_in_the_journal_and_prints_the_seal_to_write_down() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys(DOWN).keys("u").keys(ENTER).records(1).keys("q").shows("Leave breachbook").keys("2");
    let status = terminal.ends();
    assert!(status.success(), "{status:?}");
    terminal.is_restored();
    let last = entries(&case).pop().unwrap();
    assert_eq!((last.entry.kind.as_str(), last.entry.seq), ("session_ended", 2));
    let printed = terminal.screen().replace('\n', "");
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let farewell =
        format!("Ended: case {name}, session {}, entry 2, short seal {}.", last.entry.id.session, last.seal.short());
    assert!(printed.contains(&farewell), "{farewell:?} is not in\n{}", terminal.screen());
}

#[test]
fn a_run_that_recorded_nothing_leaves_the_case_as_it_was() {
    let night = Night::new();
    let case = night.case();
    let before = entries(&case).len();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("q").shows("Leave breachbook").keys("2");
    assert!(terminal.ends().success());
    terminal.is_restored();
    assert_eq!(entries(&case).len(), before);
}

#[test]
fn coming_back_takes_two_keys_and_what_is_still_right_as_it_stands_takes_one() {
    let night = Night::new();
    let case = night.case();
    let path = case.to_str().unwrap();
    let recorded: [&[&str]; 8] = [
        &["decision", "breach_occurred", "has_occurred", "--reason", "Files were copied"],
        &["decision", "escalate", "escalate", "--reason", "Twelve families"],
        &["answer", "individuals_counted", "12"],
        &["decision", "course_of_action", "four_steps", "--reason", "Health notes"],
        &["call", "inform_council", "reached"],
        &["call", "inform_levnt", "reached"],
        &["task", "ongoing_updates", "done", "Both were told of the twelve"],
        &["answer", "individuals_counted", "52"],
    ];
    for words in recorded {
        night.fine(&[&["record", path], words].concat());
    }
    let mut terminal = night.screen(&["open", path], USUAL);
    terminal.shows("Who is at the keyboard?").keys("1").keys(ENTER).hides("Who is at the keyboard?");
    terminal.keys("/").shows("Search").keys("ongoing updates").keys(ENTER).shows("LOOK AGAIN").shows("Is");
    terminal.keys("=").records(1);
    assert_eq!(count(&case, "confirmed"), 1);
}

//! Filling in together in a real terminal: what a sheet records, and that a sentence records nothing.

use crate::night::{CTRL_S, DOWN, ENTER, Night, USUAL, count, entries};

const CTRL_U: &str = "\x15";

#[test]
fn a_sheet_is_in_the_journal_as_one_piece_once_it_is_acknowledged() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("gs").shows("[Steps").keys(&DOWN.repeat(8)).keys("b").shows("Has a breach occurred?").shows("0 of 3");
    terminal.keys("nobody knows yet").keys(ENTER).shows("Only y, n and u answer this.");
    assert_eq!(count(&case, "answered"), 0);
    terminal.keys(CTRL_U).keys("y").keys(ENTER).shows("1 of 3").keys("1").keys(ENTER).shows("2 of 3");
    assert_eq!(count(&case, "answered"), 0, "nothing is recorded before the last row");
    terminal.keys(CTRL_S).hides("FILL IN TOGETHER");
    assert_eq!((count(&case, "answered"), count(&case, "sheet_ended")), (2, 1));
    let sheet = entries(&case).into_iter().filter(|sealed| sealed.entry.fields.get_flag("in_sheet") == Some(true));
    assert_eq!(sheet.count(), 2);
}

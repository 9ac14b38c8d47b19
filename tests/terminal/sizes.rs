//! Terminals of any size, and sizes that change without end.

use crate::night::{CTRL_S, DOWN, ENTER, Night, USUAL, count};

const SIZES: [(u16, u16); 8] = [(8, 2), (1, 1), (20, 5), (60, 16), (59, 16), (300, 100), (1, 60), (200, 1)];

#[test]
fn every_size_is_drawn_and_still_takes_answers() {
    let night = Night::new();
    let case = night.case();
    for (done, size) in SIZES.into_iter().enumerate() {
        let mut terminal = night.screen(&["open", case.to_str().unwrap()], size);
        terminal.wait("the full screen", |screen, _| screen.alternate_screen());
        // The card of where it stands, a note, and a form that stays open: nothing of it needs to be seen.
        terminal.keys(ENTER).keys("w").keys("A note").keys(CTRL_S);
        terminal.keys("wDraft");
        terminal.resize(USUAL).shows("Draft").records(1);
        assert_eq!(count(&case, "noted"), done + 1, "{size:?}");
        terminal.resize(size).resize(USUAL).keys(" is here").shows("Draft is here");
    }
}

#[test]
fn below_the_least_size_yes_and_no_are_still_recorded() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    // To a question of yes and no.
    terminal.keys("/").keys("about human beings").shows("Is any of the information").keys(ENTER).shows("y yes");
    terminal.resize((30, 8)).shows("y yes, n no").shows("✓");
    terminal.keys("y").shows("▸ y").keys(ENTER).records(1);
    assert_eq!(count(&case, "answered"), 1);
    // And from the start at that size.
    drop(terminal);
    let mut terminal = night.guide(&case, (30, 8));
    terminal.shows("This window is small").keys(DOWN).keys("u").keys(ENTER).records(1);
    assert_eq!(count(&case, "answered"), 2);
}

#[test]
fn a_form_below_the_least_size_is_filled_in_and_recorded() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, (30, 8));
    terminal.keys(ENTER).keys("1").shows("▸ Person").keys(ENTER).records(1);
    assert_eq!(count(&case, "called"), 1);
}

#[test]
fn a_storm_of_sizes_leaves_the_case_and_the_form_as_they_were() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    for form in [false, true] {
        if form {
            terminal.keys("w").shows("▸ Note").keys("Draft in the storm").shows("Draft in the storm");
        }
        for turn in 0_u16..200 {
            terminal.resize((1 + turn * 37 % 211, 1 + turn * 17 % 67));
        }
        terminal.resize((100, 30));
        if form {
            terminal.keys(", weathered").shows("Draft in the storm, weathered").keys(CTRL_S).records(2);
        } else {
            terminal.keys(DOWN).keys("u").keys(ENTER).records(1).shows("LIVE");
        }
    }
    assert_eq!((count(&case, "answered"), count(&case, "noted")), (1, 1));
}

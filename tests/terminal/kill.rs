//! The full screen killed without warning at any moment of a walk: what was acknowledged on the screen is in the journal.

use crate::night::{CTRL_S, ENTER, ESC, Night, USUAL, entries, journals};
use crate::terminal::Terminal;
use breachbook::store::{CaseFolder, verify};
use rustix::process::Signal;

const KILLS: u64 = 60;

/// A small generator; the same walks every time the tests run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// One record, as a person makes it on the guide; every one of them leads to a receipt, whatever stands under the cursor.
fn record(dice: &mut Dice, turn: u64) -> String {
    match dice.below(3) {
        0 => format!("/about human\rw\rnote {turn}\r{}{CTRL_S}", "more of it ".repeat(dice.below(60) as usize)),
        // Over an answer that is there, the line asks first.
        1 => format!("/about human\r{}\r{CTRL_S}", ["y", "n", "u"][dice.below(3) as usize]),
        _ => format!("/about human\ro\rJ. Doe {turn}{CTRL_S}"),
    }
}

/// Types the next record and kills somewhere between its first key and its receipt.
fn killed_in_the_middle(terminal: &mut Terminal, keys: &str, dice: &mut Dice) -> u64 {
    let sent = terminal.sent();
    let typed = keys.len() as u64 + 1;
    terminal.keys(&keys[..dice.below(typed) as usize]);
    // So much of the drawing is awaited that follows; none at all where nothing was typed that is drawn.
    let drawn = sent + (dice.below(3) * dice.below(200)) as usize;
    let mut turns = 0;
    while terminal.sent() < drawn && turns < dice.below(200_000) {
        turns += 1;
    }
    terminal.signal(Signal::KILL).ends();
    terminal.recorded() as u64
}

#[test]
fn sixty_kills_lose_nothing_that_the_screen_acknowledged() {
    let night = Night::new();
    let case = night.case();
    let mut dice = Dice(20_261_122);
    let mut total = 0;
    for kill in 0..KILLS {
        let before = entries(&case).len() as u64;
        // Whatever the last kill left behind: the card of where it stands, and no other question.
        let mut terminal = night.guide(&case, USUAL);
        for turn in 0..dice.below(4) {
            let keys = record(&mut dice, turn);
            terminal.keys(&keys).records(turn as usize + 1);
        }
        let keys = record(&mut dice, kill);
        let seen = before + killed_in_the_middle(&mut terminal, &keys, &mut dice);
        let found = entries(&case).len() as u64;
        assert!(found >= seen, "kill {kill}: {seen} were acknowledged, and {found} entries are there");
        assert!(found <= seen + 1, "kill {kill}: {found} entries are there, and {seen} were acknowledged");
        total += seen - before;
    }
    assert!(total > KILLS, "only {total} were acknowledged");
    let verdict = verify(&CaseFolder::open(&case).unwrap()).unwrap();
    assert!(verdict.sound, "{:#?}", verdict.lines);
    let said = night.fine(&["verify", case.to_str().unwrap()]);
    assert!(said.starts_with("Sound:"), "{said}");
}

#[test]
fn a_kill_while_a_case_is_opened_leaves_no_case_or_one_that_opens() {
    let night = Night::new();
    let mut dice = Dice(7);
    for _ in 0..12 {
        let mut terminal = night.screen(&[], USUAL);
        terminal.shows("Something happened").keys("r").shows("Readiness reviews").keys("5").shows("New review");
        let seen = killed_in_the_middle(&mut terminal, ENTER, &mut dice);
        assert!(seen <= 1);
    }
    for case in night.cases() {
        if case.join("journals").is_dir() && !journals(&case).files.is_empty() {
            assert!(verify(&CaseFolder::open(&case).unwrap()).unwrap().sound);
            night.guide(&case, USUAL).shows("REVIEW");
        }
    }
    let mut terminal = night.screen(&[], USUAL);
    terminal
        .shows("Something happened")
        .keys("r")
        .shows("Readiness reviews")
        .keys("5")
        .shows("New review")
        .keys(ESC)
        .hides("New review");
}

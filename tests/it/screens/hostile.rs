//! Text from outside cannot act on the terminal.

use crate::support::say::{self, v};
use crate::support::stage::Stage;
use breachbook::base::text::is_active;
use breachbook::record::common::{ACTOR, REMARK};

const HOSTILE: &str =
    "\u{1b}[2J\u{1b}]52;c;aGk=\u{7}\u{202e}evil\u{200b}\u{9b}31m\u{e0041}\r\n\t漢字 e\u{301} 👩\u{200d}💻";

fn assert_inert(stage: &mut Stage, place: &str) {
    let text = stage.text();
    let found = text.chars().find(|sign| *sign != '\n' && is_active(*sign));
    assert!(found.is_none(), "{:?} reaches the screen ({place}):\n{text}", found.map(u32::from));
}

#[test]
fn a_hostile_entry_is_inert_on_every_screen() {
    let mut stage = Stage::trinity();
    let folder = stage.app.case().unwrap().folder().clone();
    let clock = breachbook::base::FixedClock::at(stage.app.case().unwrap().now());
    let mut other = breachbook::session::Session::open(folder, HOSTILE, Box::new(clock)).unwrap();
    let commands = [
        say::note_about("how_discovered", HOSTILE),
        say::answer("how_discovered", format!("other: {HOSTILE}")).with(&v::answer::SOURCE, HOSTILE),
        say::contact("privacy_officer").with(&v::contact::PERSON, HOSTILE).with(&v::contact::CHANNEL, HOSTILE),
        say::handover(format!("{HOSTILE} two")),
    ];
    for command in commands {
        other.submit(&command.with(&ACTOR, HOSTILE).with(&REMARK, HOSTILE)).unwrap();
    }
    stage = stage.after(1);
    for keys in [
        "",
        "<space>",
        "<enter>",
        "<esc> w",
        "<esc> g s",
        "g c",
        "f",
        "<esc> g t",
        "g r",
        "<enter>",
        "<esc> g p",
        "o",
        "<esc> /",
        "<esc> :",
        "<esc> g h",
        "?",
    ] {
        stage = stage.keys(keys);
        for size in [(80, 24), (60, 20), (120, 40), (30, 10)] {
            stage = stage.at(size.0, size.1);
            assert_inert(&mut stage, keys);
        }
    }
}

#[test]
fn a_paste_loses_its_control_signs_and_says_so() {
    let mut stage =
        Stage::trinity().keys("w").paste(HOSTILE).shows("signs that act on a screen were left out").shows("evil");
    assert_inert(&mut stage, "paste");
}

#[test]
fn a_paste_is_no_command_and_is_capped() {
    let stage = Stage::trinity().paste("q\ny\n").shows("Nothing was pasted: no text field is open.");
    let stage = stage.keys("w").paste(&"x".repeat(1_000_000)).shows("Only the first 32768 bytes were pasted");
    stage.keys("<ctrl-s>").shows("✓ k4-2");
}

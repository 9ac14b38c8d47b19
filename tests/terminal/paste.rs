//! Pastes: too long, full of signs that act, or where nothing can be typed.

use crate::night::{CTRL_S, DOWN, ESC, Night, USUAL, count, last_text};
use std::fmt::Write as _;

/// Most that one field holds.
const LIMIT: usize = 32 * 1024;

#[test]
fn a_megabyte_is_capped_with_a_notice_and_triggers_nothing() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("w").shows("▸ Note");
    // Keys that mean something on every screen, and line breaks between them.
    let mut text = String::with_capacity(1 << 20);
    for line in 0.. {
        if text.len() >= 1 << 20 {
            break;
        }
        let _ = writeln!(text, "{line} qyZ0: and so on");
    }
    terminal.paste(&text).shows("did not fit");
    assert_eq!(count(&case, "noted") + count(&case, "answered"), 0, "nothing was recorded by it");
    terminal.keys(CTRL_S).records(1);
    let recorded = last_text(&case, "noted", "text").unwrap();
    assert!(recorded.len() > LIMIT / 2 && recorded.len() <= LIMIT, "{} bytes", recorded.len());
    assert!(text.starts_with(&recorded), "the beginning, word for word");
}

#[test]
fn a_megabyte_without_a_blank_goes_into_a_field_of_one_line() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("w").shows("▸ Note").keys("short").keys("\t").shows("▸ Said by");
    terminal.paste(&"long".repeat(1 << 18)).shows("did not fit");
    terminal.keys(CTRL_S).records(1);
    assert_eq!(last_text(&case, "noted", "text").as_deref(), Some("short"));
    let actor = last_text(&case, "noted", "actor").unwrap();
    assert!(actor.len() <= LIMIT && actor.len() > LIMIT / 2, "{} bytes", actor.len());
}

#[test]
fn signs_that_act_come_out_of_a_paste_inert() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("w").shows("▸ Note");
    let before = terminal.sent();
    let hostile = "start\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31337m\u{202e}\u{200b}\u{e0041}\u{1b}Pq#\u{7f}end";
    terminal.paste(hostile).shows("end").shows("were left out");
    terminal.keys(CTRL_S).records(1).keys("gr").shows("[Record]");
    let raw = terminal.raw();
    let sent = String::from_utf8_lossy(&raw[before..]).into_owned();
    for sequence in
        ["\u{1b}[2J", "\u{1b}]", "\u{1b}P", "\u{9b}", "\u{202e}", "\u{200b}", "\u{e0041}", "\u{7}", "\u{7f}"]
    {
        assert!(!sent.contains(sequence), "{sequence:?} was sent to the terminal");
    }
    let recorded = last_text(&case, "noted", "text").unwrap();
    assert!(recorded.starts_with("start") && recorded.ends_with("end"), "{recorded:?}");
    assert!(!recorded.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{recorded:?}");
}

#[test]
fn a_paste_where_nothing_is_typed_commands_nothing() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.paste("yq2\r\ru\rZ").shows("Nothing was pasted");
    terminal.keys("wafter").shows("after").keys(ESC).shows("The text is kept");
    assert_eq!(count(&case, "answered"), 0);
}

#[test]
fn keys_that_come_in_one_read_answer_no_question_that_was_not_on_the_screen() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    // A paste by a terminal that does not say that it pastes.
    terminal.keys(DOWN).shows("QUESTION");
    terminal.keys("u\ru\ru\r").records(1).keys("w").shows("▸ Note").keys("Seen").keys(CTRL_S);
    terminal.records(2);
    assert_eq!(count(&case, "answered"), 1);
}

//! Terminals with less: no colours, only ASCII.

use crate::night::{CTRL_S, DOWN, ENTER, ESC, Night, USUAL};
use crate::terminal::Terminal;

/// A walk past every screen, a form, the palette, a receipt and the farewell.
fn tour(night: &Night, env: &[(&str, &str)]) -> Vec<u8> {
    let case = night.titled("Böse Überraschung");
    let mut terminal = Terminal::start_with(night.home(), &["open", case.to_str().unwrap()], USUAL, env);
    terminal.shows("Who is at the keyboard?").keys(ENTER).hides("Who is at the keyboard?");
    terminal
        .keys(DOWN)
        .keys("u")
        .keys(ENTER)
        .records(1)
        .keys("w")
        .shows("Ctrl-J is a new line")
        .keys("ünïcode")
        .keys(CTRL_S)
        .records(2);
    for key in ["gs", "gc", "gt", "gr", "gp", "?", "gh"] {
        terminal.keys(key);
    }
    terminal.keys(":").shows("Commands").keys(ESC).hides("Commands").keys("q").shows("Leave breachbook").keys("2");
    assert!(terminal.ends().success());
    terminal.is_restored();
    terminal.raw()
}

/// The parameters of every SGR sequence.
fn looks(raw: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(raw).into_owned();
    let mut found = Vec::new();
    for part in text.split("\x1b[").skip(1) {
        let end = part.find(|sign: char| !(sign.is_ascii_digit() || sign == ';')).unwrap_or(part.len());
        if part[end..].starts_with('m') {
            found.extend(part[..end].split(';').map(|number| number.parse::<u16>().unwrap_or(0)));
        }
    }
    found
}

fn is_colour(sgr: u16) -> bool {
    matches!(sgr, 30..=38 | 40..=48 | 58 | 90..=107)
}

#[test]
fn no_color_sends_no_colour() {
    let night = Night::new();
    let looks = looks(&tour(&night, &[("NO_COLOR", "1")]));
    assert!(looks.contains(&1) && looks.contains(&7), "bold and reverse are still there");
    let colours: Vec<_> = looks.into_iter().filter(|sgr| is_colour(*sgr)).collect();
    assert!(colours.is_empty(), "{colours:?}");
}

#[test]
fn colours_are_there_otherwise_so_that_the_test_above_has_teeth() {
    let night = Night::new();
    let mut terminal = night.screen(&[], USUAL);
    terminal.shows("Something happened").keys("5").shows("LIVE");
    assert!(looks(&terminal.raw()).into_iter().any(is_colour));
}

#[test]
fn a_plain_terminal_and_a_plain_locale_get_ascii_only() {
    for env in [[("TERM", "vt100")], [("LANG", "C")], [("LC_ALL", "POSIX")]] {
        let night = Night::new();
        let raw = tour(&night, &env);
        let other: Vec<_> = String::from_utf8_lossy(&raw).chars().filter(|sign| !sign.is_ascii()).collect();
        assert!(other.is_empty(), "{env:?}: {other:?}");
    }
}

#[test]
fn a_dumb_terminal_is_told_of_the_walk_and_is_not_painted() {
    let night = Night::new();
    let case = night.case();
    let arguments = ["open", case.to_str().unwrap()];
    let mut terminal = Terminal::start_with(night.home(), &arguments, USUAL, &[("TERM", "dumb")]);
    assert_eq!(terminal.ends().exit_code(), 1);
    let said = terminal.screen().replace('\n', " ");
    assert!(said.contains("TERM=dumb") && said.contains("breachbook walk"), "{said}");
    assert!(!terminal.raw().contains(&0x1b), "no sequence was sent");
}

#[test]
fn each_frame_is_shown_at_once_and_an_unchanged_one_sends_nothing() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    terminal.keys("w").shows("▸ Note").keys("a").keys("b").keys(ESC).hides("Ctrl-S");
    let raw = terminal.raw();
    let count = |wanted: &[u8]| raw.windows(wanted.len()).filter(|part| *part == wanted).count();
    assert!(count(b"\x1b[?2026h") > 1, "each frame begins");
    assert_eq!(count(b"\x1b[?2026h"), count(b"\x1b[?2026l"), "and ends");
    assert_eq!(count(b"\x1b[?2026h\x1b[?2026l"), 0, "none is empty");
}

#[test]
fn the_mouse_can_be_freed_for_selecting_text_and_taken_back() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    let is_free = |screen: &vt100::Screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    terminal.wait("the mouse is taken", |screen, _| !is_free(screen));
    terminal.keys(":").keys("mouse").keys(ENTER).shows("The mouse is free");
    terminal.wait("the mouse is free", |screen, _| is_free(screen));
    terminal.keys(":").keys("mouse").keys(ENTER).shows("The mouse is back");
    terminal.wait("the mouse is taken again", |screen, _| !is_free(screen));
}

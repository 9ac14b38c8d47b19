//! Hostile titles, names, answers and notes: on every screen and in every line they are text and nothing else.

use crate::night::{CTRL_C, DOWN, ENTER, ESC, Night, journals};
use breachbook::base::text::is_active;

const HOSTILE: &str = "evil\u{1b}[31337mred\u{1b}]52;c;b3duZWQ=\u{7}\u{9b}31337A\u{9d}0;owned\u{9c}\u{1b}Pq\u{1b}\\\u{202e}gnp.exe\u{2066}x\u{200b}y\u{feff}z\u{e0041}\u{7f}\u{8}\r\nnext";

/// Fails if anything in what was sent acts on a terminal, besides the plain sequences that the program itself uses.
fn inert(sent: &[u8], context: &str) {
    let text = std::str::from_utf8(sent).unwrap_or_else(|error| panic!("{context}: {error}"));
    let mut rest = text;
    while let Some(at) = rest.find(|sign| is_active(sign) && !matches!(sign, '\n' | '\r')) {
        let from = &rest[at..];
        let shown: String = from.chars().take(30).collect();
        // The title of the window: words up to the sign that ends it, and nothing that acts between.
        if let Some(title) = from.strip_prefix("\x1b]0;") {
            let end = title.find(is_active).unwrap_or(title.len());
            assert!(title[end..].starts_with('\u{7}'), "{context}: {shown:?}");
            rest = &title[end + 1..];
            continue;
        }
        let Some(sequence) = from.strip_prefix("\x1b[") else { panic!("{context}: {shown:?} was sent") };
        let end = sequence.find(|sign: char| !matches!(sign, '0'..='9' | ';' | '?')).unwrap_or(sequence.len());
        assert!(
            sequence[end..].starts_with(['m', 'H', 'h', 'l', 'J', 'K', 'X', 'A', 'B', 'C', 'D', 'G', 't']),
            "{context}: {shown:?}"
        );
        assert!(end < 24 && !sequence[..end].contains("31337"), "{context}: {shown:?}");
        rest = &sequence[end + 1..];
    }
}

#[test]
fn hostile_words_are_text_on_home_guide_and_log() {
    let night = Night::new();
    let long = format!("{HOSTILE}{}", "\u{202e}long\u{1b}[31337m".repeat(900));
    let run = night.run(&["start", "trinity", "--title", &long, "--by", &long]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    inert(&run.stderr, "start");
    let case = night.only_case();
    let name = case.to_str().unwrap();
    for arguments in [
        vec!["record", name, "answer", "discovered_by", &long, "--by", HOSTILE, "--actor", &long],
        vec!["record", name, "note", &long, "--about", "discovered_by", "--note", HOSTILE],
        vec!["record", name, "contact", "privacy_officer", "--person", HOSTILE, "--channel", &long],
        vec!["record", name, "answer", HOSTILE, HOSTILE],
        vec!["log", name],
        vec!["log", "--json", name],
        vec!["log", "--csv", name],
        vec!["status", name],
        vec!["status", "--json", name],
        vec!["list"],
        vec!["verify", name],
        vec!["open", HOSTILE],
        vec!["start", HOSTILE],
        vec![HOSTILE],
    ] {
        let run = night.run(&arguments);
        inert(&run.stdout, &format!("{arguments:.40?}, output"));
        inert(&run.stderr, &format!("{arguments:.40?}, errors"));
    }
    let journals = journals(&case);
    let ordered = journals.order();
    let opening = format!("Entry {}", journals.names(&ordered).entry(&ordered.entries[0].entry.id));
    for size in [(80, 24), (60, 16), (250, 60)] {
        let mut terminal = night.screen(&["open", name, "--light"], size);
        terminal.shows("evil").shows("Who is at the keyboard?").keys(ENTER).hides("Who is at the keyboard?");
        terminal.keys("gr").shows("Case opened").shows("evil").keys("\x1b[H").keys(ENTER).shows(&opening).keys(ESC);
        terminal.hides(&opening).keys("gc").shows("evil").keys("gt").shows("[Tests]").keys("gg").shows("evil");
        terminal
            .keys("/evil")
            .shows("evil")
            .keys(ENTER)
            .keys("w")
            .shows("▸ Note")
            .keys("x")
            .keys(CTRL_C)
            .shows("Leave");
        terminal.keys(CTRL_C).ends();
        terminal.is_restored();
        inert(&terminal.raw(), &format!("the screens at {size:?}"));
    }
    let mut terminal = night.screen(&["open", name], (30, 8));
    terminal
        .shows("Who is at the keyboard?")
        .keys(ENTER)
        .shows("This window is small")
        .keys(DOWN)
        .keys("u")
        .keys(ENTER)
        .records(1);
    terminal.signal(rustix::process::Signal::TERM).ends();
    inert(&terminal.raw(), "a small screen");
    let mut terminal = night.screen(&[], (80, 24));
    terminal.shows("evil<U+001B>[31337mred").keys("\x03");
    terminal.ends();
    inert(&terminal.raw(), "Home");
}

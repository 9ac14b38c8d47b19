//! What every form and every thing on top promises.

use crate::support::stage::Stage;
use breachbook::tui::keymap::Scope;

/// Keys that open something on top, from the first step of a case, and what is shown then.
const OPENERS: [(&str, &str); 12] = [
    ("<enter>", "How it ended"),
    ("1", "Person"),
    ("<down> <enter>", "Time and date"),
    ("<down> <down> <enter>", "Tick all that apply"),
    ("w", "Note"),
    ("d", "Put off"),
    ("f", "Who is"),
    ("o", "Who is at the keyboard?"),
    (": \"time check\" <enter>", "The watch says"),
    (": \"close the case\" <enter>", "Who closes"),
    ("/", "Search"),
    (":", "Commands"),
];

#[test]
fn whatever_opens_takes_the_keys_and_escape_closes_it() {
    for (keys, shown) in OPENERS {
        let mut stage = Stage::trinity().keys(keys).shows(shown);
        let screen = [
            Scope::Now,
            Scope::Steps,
            Scope::Calls,
            Scope::Tests,
            Scope::Record,
            Scope::Paper,
            Scope::Help,
            Scope::Home,
        ];
        assert!(!screen.contains(&stage.app.scope()), "{keys}: the screen below still has the keys");
        stage = stage.keys("<esc>");
        assert!(screen.contains(&stage.app.scope()), "{keys}: Escape does not close it");
    }
}

#[test]
fn a_refused_form_keeps_its_text_and_says_why() {
    let stage = Stage::trinity().keys(r#"<down> <enter> "half past two" <enter>"#);
    stage
        .shows("half past two")
        .shows("is not an answer here")
        .shows("Not recorded.")
        .shows_not("Nothing was recorded");
}

#[test]
fn escape_goes_one_step_back_and_keeps_the_text() {
    let stage = Stage::trinity().keys(r#"w "The printer""#).shows("Not recorded yet");
    let stage = stage.keys("<esc>").shows("The text is kept").shows_not("The printer");
    let stage = stage.keys("w").shows("The printer").shows("The text that you kept is back");
    // Emptied, nothing of it is kept.
    stage.keys("<ctrl-u> <esc> w").shows_not("The printer");
}

#[test]
fn typed_text_is_never_a_command() {
    Stage::trinity().keys(r#"w "q:/?123ynuwd-=""#).shows("q:/?123ynuwd-=").shows("Note");
}

#[test]
fn ctrl_c_asks_once_and_then_leaves() {
    let stage = Stage::trinity().keys("<ctrl-c>").shows("Leave breachbook").shows("recorded k4-1 at 02:13");
    assert!(!stage.app.is_leaving());
    assert!(stage.keys("<ctrl-c>").app.is_leaving());
    assert!(!Stage::trinity().keys("<ctrl-c> <enter>").app.is_leaving(), "the safe answer stands first");
}

#[test]
fn a_name_is_asked_for_when_the_system_knows_none() {
    let stage = Stage::home().keys("5 <ctrl-u> <enter>").shows("Nobody is named");
    stage.shows_not("Then").keys(r#""M. Ito" <enter>"#).shows("Then").shows("M. Ito · 22 Nov 02:13");
}

#[test]
fn an_exercise_says_so_on_every_screen() {
    let mut stage = Stage::home().keys("t <enter>");
    for key in ["g g", "g s", "g c", "g t", "g r", "g p", "?", "g g w", "<esc> :"] {
        stage = stage.keys(key).shows("EXERCISE");
    }
}

#[test]
fn not_known_yet_is_chosen_with_one_key_for_any_question() {
    Stage::trinity().keys("<down> u <enter> <up>").shows("Not known yet.");
}

#[test]
fn a_key_that_cannot_apply_says_what_does() {
    Stage::trinity().keys("<down> y").shows("takes no y or n");
    Stage::trinity().keys("<down> a").shows("Choose the call");
}

#[test]
fn the_mouse_chooses_opens_and_scrolls() {
    let stage = Stage::trinity().click("When was the suspected").shows("Time and date. About is enough");
    let stage = stage.click("Enter give the time").shows("It takes a time").keys("<esc>");
    let stage = stage.click("Tests").shows("Sensitive information is involved").click("Now");
    let stage = stage.click("When was").click("Space").shows("fold").at(60, 16).wheel(true).shows_not("QUESTION");
    stage.wheel(false).shows("QUESTION");
}

#[test]
fn a_yes_no_card_is_answered_with_the_mouse_alone() {
    let stage = Stage::trinity().keys("/ \"human beings\" <enter>").click("y yes").shows("▸ y");
    stage.click("Enter record").shows("✓ k4-2 02:13  Yes");
}

#[test]
fn the_help_lists_every_key_of_the_screen_it_was_called_from() {
    let mut stage = Stage::trinity().keys("?").at(100, 130);
    let text = stage.text();
    for row in breachbook::tui::keymap::rows(Scope::Now) {
        assert!(text.contains(&row.help[..row.help.len().min(40)]), "{:?} is missing:\n{text}", row.action);
    }
    stage.keys("<esc>").at(80, 24).shows("CALL");
}

#[test]
fn a_second_person_in_the_same_folder_is_seen_within_a_second() {
    use crate::support::say;
    let mut stage = Stage::trinity();
    let folder = stage.app.case().unwrap().folder().clone();
    let clock = breachbook::base::FixedClock::at(stage.app.case().unwrap().now());
    let mut other = breachbook::session::Session::open(folder, "M. Ito", Box::new(clock)).unwrap();
    let note = say::note("From the other laptop");
    other.submit(&note).unwrap();
    stage = stage.after(1).shows("M. Ito: Note: From the other laptop");
    stage.keys("g r").shows("From the other laptop");
}

#[test]
fn a_terminal_that_shows_only_ascii_is_sent_only_ascii() {
    for keys in ["", "<enter>", "g s", "g c", "g t", "g r", "g p", "?", ":"] {
        let text = Stage::ascii().keys(keys).text();
        assert!(text.is_ascii(), "{keys}: {text}");
    }
}

#[test]
fn without_colours_no_colour_is_sent_and_the_words_say_it_all() {
    let mut stage = Stage::ascii();
    let terminal = stage.draw();
    let buffer = terminal.backend().buffer();
    let reset = ratatui::style::Color::Reset;
    assert!(buffer.content.iter().all(|cell| cell.fg == reset && cell.bg == reset));
    stage.shows("LIVE").shows("CALL").shows("o When was");
}

#[test]
fn the_log_marks_an_answer_that_was_replaced() {
    let stage = Stage::trinity().keys("/ \"human beings\" <enter> y <enter> <up> n <enter> <esc> g r");
    let text = stage.at(120, 40).text();
    let row =
        |words: &str| text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{text}")).to_owned();
    assert!(row("  Yes").contains("now k4-3"), "{text}");
    assert!(!row("  No").contains("now k4-3"), "{text}");
}

#[test]
fn a_decision_whose_seats_do_not_agree_can_be_settled_with_the_reason() {
    let stage = Stage::home().starts("morenet");
    let stage = stage.keys(r#"/ "Notify before it is" <enter> 1 "The district wants it" <ctrl-s>"#);
    let stage = stage.shows("1 of 2 views given").keys(r#"2 "Counsel would wait" <ctrl-s>"#);
    let stage = stage
        .keys(r#"<esc> / "Notify before it is" <enter>"#)
        .shows("2 of 2 views given")
        .keys("-")
        .shows("Settled by (role)");
    let stage = stage.keys(r#"2 "Organization" <tab> "By the superintendent at 03:10" <ctrl-s> <esc>"#);
    let _ =
        stage.keys(r#"/ "Notify before it is" <enter>"#).shows("settled by Organization").keys("g r").shows("now k4-4");
}

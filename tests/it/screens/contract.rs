//! What every form and every thing on top promises.

use crate::support::stage::Stage;
use breachbook::tui::keymap::Scope;

/// Keys that open something on top, from the first step of a case, and what is shown then.
const OPENERS: [(&str, &str); 12] = [
    ("<enter>", "How it ended"),
    ("<down> <enter>", "[ Record ]"),
    ("<down> <down> <enter>", "Answer"),
    ("<right> <right> <end> <enter>", "gives this decision to"),
    ("w", "Note"),
    ("d", "Put off"),
    ("3 f", "Who is"),
    ("o", "Who takes over"),
    ("t", "The watch says"),
    ("Z", "Who closes"),
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
fn escape_asks_before_it_throws_text_away() {
    let stage = Stage::trinity().keys(r#"w "The printer" <esc>"#).shows("Not recorded yet");
    let stage = stage.keys("<enter>").shows("The printer");
    let stage = stage.keys("<esc> 2").shows("The text is kept").shows_not("The printer");
    let stage = stage.keys("w").shows("The printer").shows("The text that you kept is back");
    stage.keys("<esc> 3 w").shows_not("The printer");
}

#[test]
fn typed_text_is_never_a_command() {
    Stage::trinity().keys(r#"w "q:/?123ynuwdx""#).shows("q:/?123ynuwdx").shows("Note");
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
    let stage = Stage::home().chooses("trinity").keys("<enter> <tab> <tab> <ctrl-u> <enter>");
    stage.shows("Your name is missing").keys(r#""M. Ito" <enter>"#).shows("How did the suspected breach");
}

#[test]
fn an_exercise_says_so_on_every_screen() {
    let mut stage = Stage::home().keys("<enter> 2 <enter>");
    for key in ["1", "2", "3", "4", "0", "?", "1 w", "<esc> :"] {
        stage = stage.keys(key).shows("EXERCISE");
    }
}

#[test]
fn not_known_yet_is_chosen_with_one_key_for_any_question() {
    Stage::trinity().keys("<down> u <enter> <up>").shows("Recorded: Not known yet").shows("not known yet");
}

#[test]
fn a_key_that_cannot_apply_says_what_does() {
    Stage::trinity().keys("<down> y").shows("takes more than yes or no");
    Stage::trinity().keys("<down> x").shows("is a question, not a task");
}

#[test]
fn the_mouse_selects_opens_and_scrolls() {
    let stage = Stage::trinity().click("When was the suspected").shows("Time and date. About is enough");
    let stage = stage.click("When was the suspected").shows("[ Record ]").keys("<esc>");
    let stage = stage.click("Rules").shows("Sensitive information is involved").click("Guide").wheel(true);
    let stage = stage.shows("was discovered.").shows_not("o open · question").wheel(false);
    stage.shows("o open · question");
}

#[test]
fn the_help_lists_every_key_of_the_screen_it_was_called_from() {
    let mut stage = Stage::trinity().keys("?").at(100, 130);
    let text = stage.text();
    for row in breachbook::tui::keymap::rows(Scope::Now) {
        assert!(text.contains(&row.help[..row.help.len().min(40)]), "{:?} is missing:\n{text}", row.action);
    }
    stage.keys("<esc>").at(80, 24).shows("How did the suspected breach");
}

#[test]
fn a_second_person_in_the_same_folder_is_seen_within_a_second() {
    use crate::support::command::{Command, Said, Says};
    let mut stage = Stage::trinity();
    let folder = stage.app.case().unwrap().folder().clone();
    let clock = breachbook::base::FixedClock::at(stage.app.case().unwrap().now());
    let mut other = breachbook::session::Session::open(folder, "M. Ito", Box::new(clock)).unwrap();
    let note = Command::Note { about: None, text: "From the other laptop".into() };
    other.say(&note, &Said::default()).unwrap();
    stage = stage.after(1).shows("Somebody else recorded something");
    stage.keys("4").shows("From the other laptop");
}

#[test]
fn a_terminal_that_shows_only_ascii_is_sent_only_ascii() {
    for keys in ["", "<enter>", "2", "3", "4", "?", ":", "b"] {
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
    stage.shows("LIVE").shows("o call now").shows("open");
}

#[test]
fn the_log_marks_an_answer_that_was_replaced() {
    let stage = Stage::trinity().keys("<right> <right> y <enter> <up> n <enter> 4");
    let text = stage.at(120, 40).text();
    let row =
        |words: &str| text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{text}")).to_owned();
    assert!(row(": Yes").contains("was "), "{text}");
    assert!(!row(": No").contains("was "), "{text}");
}

#[test]
fn a_decision_whose_seats_do_not_agree_can_be_settled_with_the_reason() {
    let stage = Stage::home().starts("morenet");
    let stage =
        stage.keys(r#"/ "Notify before it is" <enter> <enter> 1 <tab> 1 <tab> "The district wants it" <ctrl-s>"#);
    let stage = stage.shows("partly decided").keys("x").shows("How was it settled, by whom, and when?");
    let stage = stage.keys(r#""By the superintendent at 03:10" <ctrl-s>"#);
    let _ =
        stage.keys(r#"/ "Notify before it is" <enter>"#).shows("/ not needed · decision").shows("By the superintende");
}

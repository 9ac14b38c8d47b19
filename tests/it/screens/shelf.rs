//! Home while the cases are still being read: their names stand there at once, keys work, and nothing is said that is not known.

use crate::support::stage::Stage;
use breachbook::store::Library;

/// A library with two cases; the program was just started again, and nothing is read yet.
fn unread() -> (Stage, Vec<String>) {
    let stage = Stage::trinity().keys("g h").after(60).keys("1 <enter> g h");
    let cases = Library::at(stage.library().join("cases")).list().unwrap();
    (stage.restarted(), cases.into_iter().map(|case| case.name).collect())
}

/// The lines on which a case is shown by the name of its folder.
fn rows(text: &str, names: &[String]) -> Vec<String> {
    let row =
        |line: &&str| names.iter().any(|name| line.starts_with([' ', '▸']) && line.contains(&format!(" {name} ")));
    text.lines().filter(row).map(str::to_owned).collect()
}

#[test]
fn a_case_that_is_not_read_yet_stands_there_by_name_and_says_so() {
    let (mut stage, names) = unread();
    let rows = rows(&stage.text_now(), &names);
    assert_eq!(rows.len(), 2, "{}", stage.text_now());
    assert!(rows.iter().all(|row| row.contains("not read yet")), "{rows:#?}");
    assert!(!stage.text_now().contains("none done yet"), "nothing is said of reviews that were not read");
    let mut stage = stage.reads_one();
    assert_eq!(self::rows(&stage.text_now(), &names).len(), 1, "one is known by its title now");
    assert!(!stage.text().contains("not read yet"));
    stage.shows("5, none done yet");
}

#[test]
fn a_case_can_be_opened_before_it_is_read() {
    let (mut stage, names) = unread();
    let first = rows(&stage.text_now(), &names).into_iter().next().unwrap();
    let stage = stage.keys_at_once("<enter>");
    let opened = stage.app.case().unwrap().folder().name();
    assert!(first.contains(&opened), "{opened} was opened, and the first row was {first}");
}

#[test]
fn what_is_selected_stays_selected_when_reading_moves_the_rows() {
    let (mut stage, names) = unread();
    let second = rows(&stage.text_now(), &names).into_iter().nth(1).unwrap();
    let name = names.iter().find(|name| second.contains(*name)).unwrap().clone();
    let mut stage = stage.keys_at_once("<down>");
    stage.reads();
    let stage = stage.keys("<enter>");
    assert_eq!(stage.app.case().unwrap().folder().name(), name);
}

#[test]
fn coming_back_to_home_shows_what_was_recorded_meanwhile() {
    let stage = Stage::trinity().keys("g h").shows("18 to do 02:13 R. Okafor").keys("<home> <enter> <enter>");
    let stage = stage.after(3600).keys(r#"j 1 <enter> w "Printer" <ctrl-s> g h"#);
    stage.shows("18 to do 03:13 R. Okafor").shows_not("not read yet");
}

//! The mock-ups of the design beside the real screens: their words are normative. Each file in `tests/mockups` holds the picture of one, and
//! below it what is not on the screen word for word, with why. What is listed there and is shown after all has to go.
//!
//! Words are what stands between two wide gaps of a line. Figures, times and names of entries vary with the case and are compared by
//! their kind only; a title that the screen cuts for want of room is the same title.

mod scenes;

use crate::support::shown::is_shown;
use regex::Regex;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Words of all mock-ups that are not on the screens; there may only be fewer.
const AT_MOST: usize = 202;
/// A title is recognised by so many signs of it before it is cut.
const CUT: usize = 14;

/// One mock-up: its picture, and the words that are not on the screen.
struct Mockup {
    name: String,
    picture: String,
    differs: Vec<(String, String)>,
}

fn read(number: usize) -> Mockup {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "mockups", &format!("{number:02}.txt")].iter().collect();
    let text = fs::read_to_string(path).unwrap();
    let (name, rest) = text.split_once('\n').unwrap();
    let (picture, differs) = rest.split_once("--- differs\n").unwrap_or((rest, ""));
    let pair = |line: &str| {
        let (words, why) = line.split_once(" => ").unwrap_or_else(|| panic!("no reason stands behind {line:?}"));
        assert!(why.split_whitespace().count() > 3, "no reason: {line:?}");
        (words.to_owned(), why.to_owned())
    };
    Mockup { name: name.into(), picture: picture.into(), differs: differs.lines().map(pair).collect() }
}

/// Figures, times of day and names of entries by their kind.
fn masked(text: &str) -> String {
    let entry = Regex::new(r"(?-u:\b)[a-z0-9]{2}-[0-9]+(?-u:\b)").unwrap();
    let figure = Regex::new(r"[0-9]+(?:[,.][0-9]+)*").unwrap();
    // On a night of change a time of day says which of two it is.
    let zone = Regex::new(r"([0-9]{2}:[0-9]{2}) (?:[A-Z]{3,4}|[+-][0-9]{2}:?(?:[0-9]{2})?)(?-u:\b)").unwrap();
    let text = entry.replace_all(text, "entry-0");
    figure.replace_all(&zone.replace_all(&text, "$1"), "0").into_owned()
}

/// The words of a picture: what stands between wide gaps, without the mark of the selected row and the cursor.
fn words(picture: &str) -> Vec<String> {
    let gap = Regex::new(r" {2,}|│|^ | $").unwrap();
    let parts = picture.lines().flat_map(|line| gap.split(line).map(str::to_owned).collect::<Vec<_>>());
    let plain = parts.map(|part| part.trim().trim_start_matches("▸ ").trim_end_matches('_').trim().to_owned());
    plain.filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

fn is_on(screen: &str, words: &str) -> bool {
    let words = masked(words);
    let whole = words.split_once('…').map_or(words.as_str(), |(whole, _)| whole);
    if is_shown(screen, whole) {
        return true;
    }
    let signs: Vec<char> = whole.chars().collect();
    let known =
        |length: usize| is_shown(screen, &format!("{}…", signs[..length].iter().collect::<String>().trim_end()));
    (CUT..signs.len()).any(known)
}

fn compare(number: usize, screen: &str) {
    let mockup = read(number);
    let (shown, all) = (masked(screen), words(&mockup.picture));
    let mut wrong = String::new();
    for words in &all {
        let known = mockup.differs.iter().any(|(differs, _)| differs == words);
        match (is_on(&shown, words), known) {
            (true, true) => _ = writeln!(wrong, "  is shown now, take it off the list: {words}"),
            (false, false) => _ = writeln!(wrong, "  {words}"),
            _ => {}
        }
    }
    for (differs, _) in mockup.differs.iter().filter(|(differs, _)| !all.contains(differs)) {
        let _ = writeln!(wrong, "  is in the list and not in the mock-up: {differs}");
    }
    assert!(wrong.is_empty(), "\nM{number}, {}:\n{wrong}{screen}", mockup.name);
}

macro_rules! mockups {
    ($($number:literal $scene:ident),* $(,)?) => {
        $(#[test]
        fn $scene() {
            compare($number, &scenes::$scene());
        })*

        const ALL: &[usize] = &[$($number),*];
    };
}

mockups! {
    1 home, 2 first_call, 3 steps, 4 tests, 5 criteria, 6 changed, 7 element, 8 waits, 9 decision, 10 rows, 11 call, 12 back, 13 console,
    14 projector, 15 together, 16 correct, 17 end, 18 mine, 19 first_call_wide, 20 line, 21 plain, 22 look_again,
}

#[test]
fn what_differs_from_the_mock_ups_only_becomes_less() {
    let listed: usize = ALL.iter().map(|number| read(*number).differs.len()).sum();
    assert_eq!(listed, AT_MOST, "words that differ; fewer are written down here at once");
}

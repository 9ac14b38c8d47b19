//! The phrases by which everybody knows that this is not an exercise any more.

use crate::case::{Fact, Recorded};
use std::ops::Range;

/// The phrases, by their letters.
pub const PHRASES: [&str; 8] = [
    "not a drill",
    "no drill",
    "not an exercise",
    "no exercise",
    "not a test",
    "real emergency",
    "real event",
    "no duff",
];

/// Where the phrases stand, compared by their letters alone: case, blanks and other signs do not matter. One that begins or ends
/// inside another word is none ("casino drill", "not a testament"), but a plural is one, and so is one without any blank.
pub fn phrases(text: &str) -> Vec<Range<usize>> {
    let mut letters = String::new();
    // For every byte of the letters: the byte of the text at which the letter stands, and its end.
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| sign.is_alphabetic()) {
        for small in sign.to_lowercase() {
            letters.push(small);
            places.resize(letters.len(), (at, at + sign.len_utf8()));
        }
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for phrase in PHRASES {
        let bare = phrase.replace(' ', "");
        for (at, _) in letters.match_indices(&bare) {
            let range = places[at].0..places[at + bare.len() - 1].1;
            if stands_alone(text, &range) {
                found.push(range);
            }
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by_key(|range| range.start);
    found
}

fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    // Without any sign between its letters it is seen even inside a run of letters.
    if text[range.clone()].chars().all(char::is_alphabetic) {
        return true;
    }
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars().peekable();
    after.next_if(|sign| matches!(sign, 's' | 'S'));
    !before.is_some_and(char::is_alphabetic) && !after.peek().is_some_and(|sign| sign.is_alphabetic())
}

/// Whether what somebody wrote down in an exercise has such a phrase: in a note, or in the remark beside a record.
pub fn sounds_real(recorded: &Recorded) -> bool {
    let said = match &recorded.fact {
        Fact::Noted { text, .. } => Some(text),
        Fact::RealEvent { .. } => None,
        _ => recorded.who.note.as_ref(),
    };
    said.is_some_and(|text| !phrases(text).is_empty())
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn a_phrase_is_found_by_its_letters_whatever_stands_between() {
        for text in [
            "This is not a drill.",
            "NOT-A-DRILL",
            "n o   d.u.f.f",
            "thisisnotadrill",
            "It was no\nexercise!",
            "Real events happen",
            "a REAL emergency",
            "no_test, not a test",
        ] {
            assert_eq!(phrases(text).len(), 1, "{text}");
        }
        let text = "It is: Not, a drill";
        assert_eq!(&text[phrases(text)[0].clone()], "Not, a drill");
    }

    #[test]
    fn words_that_only_hold_the_letters_are_none() {
        for text in [
            "the casino drill",
            "a surreal event",
            "the risk became real eventually",
            "not a testament",
            "a drill, not the night",
            "exercise, drill, test, real",
            "",
        ] {
            assert!(phrases(text).is_empty(), "{text}");
        }
    }
}

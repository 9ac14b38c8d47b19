//! What players see beforehand may not say what comes.

use super::Checked;
use super::texts::{Piece, Seen};
use crate::base::text::cut;
use crate::source::{Code, Problem, Problems};
use std::collections::HashMap;
use std::ops::Range;

/// So many words in a row of an inject give it away.
const WORDS: usize = 6;

pub(super) fn check(checked: &Checked<'_>, pieces: &[Piece<'_>], problems: &mut Problems) {
    let injects = pieces.iter().filter_map(|piece| match piece.seen {
        Seen::Inject(number) => Some((number, words(piece.text))),
        _ => None,
    });
    let injects: Vec<_> = injects.collect();
    let mut rows: HashMap<Vec<&str>, u32> = HashMap::new();
    for (number, words) in &injects {
        for row in words.windows(WORDS) {
            rows.entry(row.iter().map(|(_, word)| word.as_str()).collect()).or_insert(*number);
        }
    }
    for piece in pieces.iter().filter(|piece| matches!(piece.seen, Seen::Beforehand | Seen::Gist)) {
        let own = words(piece.text);
        let given = own.windows(WORDS).find_map(|row| {
            let key: Vec<&str> = row.iter().map(|(_, word)| word.as_str()).collect();
            let place = row[0].0.start..row[WORDS - 1].0.end;
            rows.get(&key).map(|number| (place, *number))
        });
        let Some((range, number)) = given else { continue };
        let shown = cut(&piece.text[range.clone()], 80).into_owned();
        let message = format!("\"{shown}\" stands in inject {number} too.");
        problems.add(Problem::new(Code::GivesAway, checked.inside(piece, range), message));
    }
}

/// The words of a text with their places, in small letters.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match (sign.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from..at, text[from..at].to_lowercase()));
                start = None;
            }
            _ => {}
        }
    }
    words
}

//! Where an address may stand in a text.

/// Runs of a text that stand between blanks and signs that no address holds, with their places.
pub fn runs(text: &str, holds: fn(char) -> bool) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), '\0')]) {
        match (holds(sign), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    runs
}

//! Texts that run from right to left, set apart from what stands beside them, whoever wrote them. See Unicode UAX #9.

/// First strong isolate, and its end: what stands between them does not reorder what stands around them.
pub const FIRST_STRONG: char = '\u{2068}';
pub const POP: char = '\u{2069}';

/// Whether a sign runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and the later blocks that are kept for such scripts.
pub fn is_right_to_left(sign: char) -> bool {
    matches!(sign, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a text has to be set apart.
pub fn wants_isolation(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left)
}

/// Whether a text begins from the right: its first letter does.
pub fn begins_right(text: &str) -> bool {
    let strong = |sign: &char| sign.is_alphabetic() || is_right_to_left(*sign);
    text.chars().find(strong).is_some_and(is_right_to_left)
}

/// The text, between isolates where it has to be.
pub fn isolated(text: &str) -> std::borrow::Cow<'_, str> {
    if wants_isolation(text) { format!("{FIRST_STRONG}{text}{POP}").into() } else { text.into() }
}

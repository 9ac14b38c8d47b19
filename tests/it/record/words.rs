//! The words for the names of case folders.

use breachbook::store::names::WORDS;

#[test]
fn the_words_are_plain_in_order_and_never_repeat() {
    assert!(WORDS.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
    for word in WORDS {
        assert!((4..=10).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
    }
}

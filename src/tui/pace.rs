//! How closely keys follow each other: words that somebody believes to be typing must not act as commands.

use super::action::Action;
use super::key::{Code, Key};
use std::time::Duration;

/// Signs that follow each other faster than this are typed, not chosen one by one.
const BURST: Duration = Duration::from_millis(150);
/// For so long after a sign that means nothing, further signs are taken for the rest of a word.
const WORD: Duration = Duration::from_millis(700);

/// How an input came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Came {
    /// How long after the input before it.
    pub gap: Duration,
    /// Whether it came before what the last record led to stood on the screen.
    pub unseen: bool,
}

impl Came {
    /// From somebody who reads first.
    pub const CALM: Self = Self { gap: Duration::MAX, unseen: false };
}

/// What was typed just before, as far as it tells words from commands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typing {
    /// The sign before, if the key before was one.
    sign: Option<Key>,
    /// Whether somebody is typing words where none are taken.
    words: bool,
}

impl Typing {
    /// Whether a key belongs to words and is to be left out. `means` says whether it would do anything where it was pressed.
    pub fn is_word(&mut self, key: Key, action: Option<Action>, means: bool, came: Came) -> bool {
        let goes_on = self.words && came.gap < WORD;
        let before = self.sign.take();
        if key.typed().is_none() {
            // Whoever ends a word with Enter has not read what Enter would do here.
            self.words = false;
            return goes_on && key.code == Code::Enter;
        }
        self.sign = Some(key);
        let hasty = before.is_some_and(|before| before != key) && came.gap < BURST;
        self.words = goes_on || !means || hasty && action.is_some_and(opens);
        self.words
    }

    /// The sign that was pressed last did not apply: it may be the beginning of a word.
    pub fn misses(&mut self) {
        self.words = self.sign.is_some();
    }
}

/// Whether a verb with a letter of its own opens something or chooses an answer. Moving about may be as fast as anybody likes.
fn opens(action: Action) -> bool {
    acts_on_selected(action)
        || matches!(
            action,
            Action::Note
                | Action::FillIn
                | Action::PhoneList
                | Action::Readiness
                | Action::Resume
                | Action::HandOver
                | Action::CheckTime
                | Action::CloseCase
                | Action::Reopen
                | Action::Quit
        )
}

/// Whether a verb says something about what is selected, which therefore must have been read.
pub fn acts_on_selected(action: Action) -> bool {
    matches!(
        action,
        Action::Open
            | Action::Yes
            | Action::No
            | Action::Unknown
            | Action::Defer
            | Action::RuleOut
            | Action::StillRight
            | Action::Make(_)
            | Action::Correct
            | Action::Strike
            | Action::LogCall
            | Action::PassOn
            | Action::Together
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(ms: u64) -> Came {
        Came { gap: Duration::from_millis(ms), unseen: false }
    }

    #[test]
    fn a_sign_that_means_nothing_begins_a_word_until_a_pause() {
        let mut typing = Typing::default();
        assert!(typing.is_word(Key::sign('v'), None, false, Came::CALM));
        assert!(typing.is_word(Key::sign('o'), Some(Action::HandOver), true, after(400)));
        assert!(typing.is_word(Key::of(Code::Enter), Some(Action::Open), true, after(400)));
        assert!(!typing.is_word(Key::of(Code::Enter), Some(Action::Open), true, after(400)));
        assert!(!typing.is_word(Key::sign('o'), Some(Action::HandOver), true, after(2000)));
    }

    #[test]
    fn a_second_letter_at_typing_speed_opens_nothing_and_moving_is_never_too_fast() {
        let mut typing = Typing::default();
        assert!(!typing.is_word(Key::sign('g'), Some(Action::Go), true, Came::CALM));
        assert!(typing.is_word(Key::sign('o'), Some(Action::HandOver), true, after(90)));
        let mut typing = Typing::default();
        assert!(!typing.is_word(Key::sign('j'), Some(Action::Down), true, Came::CALM));
        assert!(!typing.is_word(Key::sign('k'), Some(Action::Up), true, after(20)));
        assert!(!typing.is_word(Key::sign('w'), Some(Action::Note), true, after(400)));
    }
}

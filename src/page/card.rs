//! A card: everything about one thing that waits, in parts that a small screen can leave out.

use super::document::{Document, Does};
use super::line::Line;

/// A card in its parts, in the order in which they stand; a small screen leaves out the last ones first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Card {
    /// `CALL`, `QUESTION`, `DECISION · 1 of 2`.
    pub kind: String,
    /// For whom it is, or in which step it stands.
    pub aside: String,
    pub title: String,
    /// Whose turn it is, where that is not in the title: one of several, or a person who is known.
    pub who: Option<Line>,
    /// The number to dial.
    pub number: Option<Line>,
    /// What changes the answer: never folded.
    pub detail: Document,
    pub does: Vec<Does>,
    /// What the answers so far come to: criteria, seats, rows, attempts.
    pub more: Document,
    /// Why it is asked, in short, where there is room for it beside the card.
    pub reasons: Document,
    /// Why, the clauses, what the policy does not say, what was recorded: folded.
    pub why: Document,
}

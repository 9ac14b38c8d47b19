//! What makes a step or an item wait, as it is written.

use crate::source::shape::shape;
use crate::source::value::{Cites, Sentence, Text};

shape! {
    /// A condition under which a step or an item waits. The first that holds speaks.
    RawHold = "holds" {
        /// Condition: it waits while this holds. While it is not known, nothing is held.
        needed r#if: Text,
        /// The sentence that says for whom or what it waits.
        needed say: Sentence,
        /// The clauses that make it wait.
        many cite: Cites,
    }
}

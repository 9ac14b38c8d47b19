//! The tables of scales: levels with their elements, and the gaps between them.

use super::rule::RawArm;
use crate::source::shape::shape;
use crate::source::value::{Cites, Line, Sentence, Text};

shape! {
    /// Levels that follow from answers; the highest that is met counts. Without levels: people judge, and the policy gives no scale.
    RawScale = "[[scale]]" {
        /// Identifier; conditions use `scale.` and it, or `gap.` and it.
        needed id: Line,
        /// Title.
        needed title: Line,
        /// The clauses behind the scale itself.
        needed cite: Cites,
        /// One sentence about it.
        optional about: Sentence,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// The levels, highest first.
        many levels: Vec<RawLevel>,
        /// Cases that the policy puts into no level.
        many gaps: Vec<RawGap>,
        /// The decision by which people settle a gap; its options are named like the levels.
        optional decided_by: Line,
        /// The questions in which people judge, for a scale without levels.
        many judged_from: Vec<Line>,
    }
}

shape! {
    /// One level: any one of `any`, and all of `all`, unless one of `unless`.
    RawLevel = "levels" {
        /// Identifier; conditions compare with it.
        needed id: Line,
        /// Title.
        needed title: Line,
        /// Elements of which one is enough.
        many any: Vec<RawArm>,
        /// Elements that are all needed.
        many all: Vec<RawArm>,
        /// Elements of which one is enough for the level not to be met.
        many unless: Vec<RawArm>,
        /// The clauses behind the level.
        many cite: Cites,
    }
}

shape! {
    /// A case that the policy puts into no level; people decide.
    RawGap = "gaps" {
        /// Condition: the case lies here when it holds.
        needed r#if: Text,
        /// The sentence to show.
        needed say: Sentence,
        /// The levels between which it lies.
        needed between: Vec<Line>,
        /// The level that is suggested.
        optional suggest: Line,
        /// The clauses that leave the gap.
        needed cite: Cites,
    }
}

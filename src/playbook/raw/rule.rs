//! The tables of rules: tests whose elements are shown one by one.

use crate::playbook::rule::Effect;
use crate::playbook::strength::Strength;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Line, Sentence, Text};

shape! {
    /// A test, element by element: any one of `any`, and all of `all`, unless one of `unless`.
    RawRule = "[[rule]]" {
        /// Identifier; conditions use `rule.` and it.
        needed id: Line,
        /// Title.
        needed title: Line,
        /// Strength of its consequence.
        needed verb: Chosen<Strength>,
        /// What follows when it is met.
        needed effect: Chosen<Effect>,
        /// The sentence to show when it is met.
        needed say: Sentence,
        /// The clauses behind the rule itself.
        needed cite: Cites,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// With the effect `ends`: items, steps, clocks and silences that go on although the case ends. A name that is both a step and an
        /// item keeps both.
        many keeps: Vec<Line>,
        /// Elements of which one is enough.
        many any: Vec<RawArm>,
        /// Elements that are all needed.
        many all: Vec<RawArm>,
        /// Elements of which one is enough for the rule not to be met.
        many unless: Vec<RawArm>,
    }
}

shape! {
    /// One element of a rule.
    RawArm = "element" {
        /// Condition: met when it holds.
        needed r#if: Text,
        /// The element in words.
        needed title: Sentence,
        /// The clause of this element.
        needed cite: Cites,
        /// Why an unknown answer leans to yes by the clause's own words; it stays unknown.
        optional unknown_leans: Sentence,
    }
}

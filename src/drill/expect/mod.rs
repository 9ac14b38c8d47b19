//! Expectations: what was seen of each, what became of it, and which contingencies it makes be offered. Pure, from both folders.

mod binding;
mod offered;
mod order;
mod seen;
mod verdict;

pub(in crate::drill) use binding::decision;
pub use offered::{Chance, Contingent, contingencies};
pub(in crate::drill) use order::when;
pub use order::{Stage, When, in_order};
pub use seen::{Seen, Step, Watch};
pub(in crate::drill) use verdict::judged;
pub use verdict::{Away, ByPerson, Counts, Expected, Found, judge};

use super::played::Played;

/// All of it at one look.
#[derive(Clone, PartialEq, Debug)]
pub struct Course {
    /// Beside the expectations of the script.
    pub expected: Vec<Expected>,
    pub contingencies: Vec<Contingent>,
}

impl Course {
    /// Judges what a watch has seen, which followed the case up to now.
    pub fn of(played: &Played<'_>, watch: &Watch) -> Self {
        let expected = judge(played, watch.seen());
        let contingencies = contingencies(played, watch.seen(), &expected);
        Self { expected, contingencies }
    }
}

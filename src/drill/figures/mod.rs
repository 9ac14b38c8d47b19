//! The figures of a drill, each by its formula, from both folders. Times count from the first inject that went out and was not taken
//! back, in minutes of the exercise, by when something was recorded. Pure.

mod clock;
mod decided;
mod firsts;
mod took;
mod totals;
mod written;

pub use clock::{Clock, SetAnew};
pub use decided::{Decided, Decision};
pub use firsts::{FirstCall, Timed};
pub use took::{Happened, Took};
pub use totals::{Rated, Rating, Share, Totals, observed};
pub use written::WritingDown;

use super::expect::{Course, Watch, in_order};
use super::played::{Played, Sent};
use crate::case::{CallOutcome, Fact};

/// All figures at one look.
#[derive(Clone, PartialEq, Debug)]
pub struct Figures {
    /// The inject from which times count; `None` while none went out.
    pub first: Option<Sent>,
    pub first_call: FirstCall,
    /// First report, escalation, notify: those that the script asks for, in its order.
    pub timed: Vec<Timed>,
    /// Minutes from that inject to the end, in milliseconds; `None` before the end.
    pub end_ms: Option<u64>,
    pub clock: Clock,
    pub totals: Totals,
    pub objectives: Vec<Rated>,
    pub decided: Decided,
    pub calls: usize,
    pub reached: usize,
    /// `None` where no entry says when it happened.
    pub writing_down: Option<WritingDown>,
}

impl Figures {
    /// From what a watch has seen, which followed the case up to now, and what was judged from it.
    pub fn of(played: &Played<'_>, watch: &Watch, course: &Course) -> Self {
        let first = played.first();
        let calls: Vec<bool> = in_order(played.case)
            .into_iter()
            .filter_map(|at| match &played.case.at(at).fact {
                Fact::Called { outcome, .. } => Some(*outcome == CallOutcome::Reached),
                _ => None,
            })
            .collect();
        let ended = played.has_ended().then(|| played.played_ms());
        Self {
            first,
            first_call: first.map(|z| firsts::first_call(played, z)).unwrap_or_default(),
            timed: first.map(|z| firsts::timed(played, z, watch.seen())).unwrap_or_default(),
            end_ms: first.zip(ended).map(|(z, ended)| ended.saturating_sub(z.played_ms)),
            clock: clock::clock(played),
            totals: Totals::of(&course.expected),
            objectives: totals::objectives(played, &course.expected),
            decided: decided::decided(played, first),
            calls: calls.len(),
            reached: calls.into_iter().filter(|reached| *reached).count(),
            writing_down: written::writing_down(played),
        }
    }
}

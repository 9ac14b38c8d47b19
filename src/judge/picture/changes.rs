//! What a record switched on or off: the difference between two pictures of one case.

use crate::judge::marks::Mark;
use crate::judge::picture::clocks::ClockState;
use crate::judge::truth::scales::Level;
use crate::judge::types::rule::RuleState;
use crate::judge::{Picture, Standing};
use crate::playbook::Playbook;

/// One thing that stands otherwise than before; each is named by its place in the playbook.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    Rule {
        at: usize,
        from: RuleState,
        to: RuleState,
    },
    Item {
        at: usize,
        from: Standing,
        to: Standing,
    },
    Scale {
        at: usize,
        from: Level,
        to: Level,
    },
    Clock {
        at: usize,
        from: ClockState,
        to: ClockState,
        /// By how many seconds it is late after that.
        late_s: Option<i64>,
    },
    /// What was recorded about an item is to be looked at again, or fell although the item stands as before.
    Mark {
        at: usize,
        mark: Mark,
        fell: bool,
    },
    /// What people were to decide where the policy is silent is not to be decided any more, or is to be looked at again.
    Silence {
        at: usize,
        to: Silent,
    },
    /// Nothing that was recorded about an item has to be looked at again any more.
    Unmarked {
        at: usize,
    },
}

/// How a point stands on which the policy is silent, where that moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Silent {
    Decided,
    /// It does not matter any more, and nobody had decided it.
    Over,
    /// It was decided, and does not matter any more.
    LookAgain,
    /// It matters again as it was decided.
    Stands,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// It wants something from people now that it did not want before.
    On,
    /// It counts no longer.
    Off,
    /// Anything else.
    Now,
}

impl Change {
    pub fn way(&self) -> Way {
        let wants = |standing: Standing| standing.is_open() || standing == Standing::InForce;
        match self {
            Self::Mark { .. }
            | Self::Silence { to: Silent::LookAgain, .. }
            | Self::Rule { to: RuleState::Met, .. }
            | Self::Clock { to: ClockState::Running, .. } => Way::On,
            Self::Item { from, to, .. } if wants(*to) && !wants(*from) => Way::On,
            // It is owed from now on, although it waits.
            Self::Item { from, to: Standing::Held, .. } if from.is_outside() => Way::On,
            Self::Unmarked { .. }
            | Self::Silence { .. }
            | Self::Rule { from: RuleState::Met, .. }
            | Self::Rule { to: RuleState::NotApplicable, .. }
            | Self::Clock { to: ClockState::Stopped | ClockState::NotApplicable, .. }
            | Self::Item { to: Standing::NotApplicable | Standing::Lifted, .. } => Way::Off,
            _ => Way::Now,
        }
    }
}

/// What has a mark that it had not, and what fell of things that stand as before.
fn marks<'m>(
    playbook: &'m Playbook,
    before: &'m Picture,
    after: &'m Picture,
    recorded: &'m [&str],
) -> impl Iterator<Item = Change> + 'm {
    let is_new = |mark: &&Mark| !before.marks_of(mark.item).contains(mark);
    let marks = after.marks.iter().filter(is_new).map(|mark| (mark, false));
    let stands = |mark: &Mark| before.items[mark.item].standing == after.items[mark.item].standing;
    let fell = after.fallen.iter().filter(move |mark| !before.fallen_of(mark.item).contains(mark) && stands(mark));
    let all = marks.chain(fell.map(|mark| (mark, true)));
    let is_other = move |at: usize| !recorded.contains(&playbook.items[at].id.as_str());
    let all = all.filter(move |(mark, _)| is_other(mark.item));
    let mut last = None;
    let gone = before.marks.iter().map(|mark| mark.item).filter(move |at| {
        let first = last.replace(*at) != Some(*at);
        first && is_other(*at) && after.mark_of(*at).is_none()
    });
    all.map(|(mark, fell)| Change::Mark { at: mark.item, mark: mark.clone(), fell })
        .chain(gone.map(|at| Change::Unmarked { at }))
}

/// Whether a clock has a start.
fn is_begun(state: ClockState) -> bool {
    matches!(state, ClockState::Running | ClockState::Suspended | ClockState::Stopped)
}

/// Lists what changed, rules first, then items, silences, scales and clocks, leaving out what was `recorded` itself.
pub fn changes(playbook: &Playbook, before: &Picture, after: &Picture, recorded: &[&str]) -> Vec<Change> {
    let rules = before.rules.iter().zip(&after.rules).enumerate();
    let rules = rules.map(|(at, (from, to))| Change::Rule { at, from: from.state, to: to.state });
    let items = before.items.iter().zip(&after.items).zip(&playbook.items).enumerate();
    // That something can be kept beside the policy calls nobody to it.
    let items =
        items.filter(|(_, ((_, to), item))| to.standing != Standing::Optional && !recorded.contains(&item.id.as_str()));
    let items = items.map(|(at, ((from, to), _))| Change::Item { at, from: from.standing, to: to.standing });
    let scales = before.scales.iter().zip(&after.scales).enumerate();
    let scales = scales.map(|(at, (from, to))| Change::Scale { at, from: from.said(), to: to.said() });
    let clocks = before.clocks.iter().zip(&after.clocks).enumerate();
    let clocks = clocks.map(|(at, (from, to))| Change::Clock { at, from: from.state, to: to.state, late_s: to.late_s });
    let moved = |change: &Change| match change {
        Change::Rule { from, to, .. } => from != to,
        Change::Item { from, to, .. } => from != to,
        Change::Scale { from, to, .. } => from != to,
        // One that never ran is not missed.
        Change::Clock { from, to, .. } => from != to && (is_begun(*from) || is_begun(*to)),
        Change::Mark { .. } | Change::Unmarked { .. } | Change::Silence { .. } => true,
    };
    let others = playbook.silences.iter().enumerate().filter(|(_, silence)| !recorded.contains(&silence.id.as_str()));
    let silences = others.filter_map(|(at, silence)| {
        let (was, is) = (&before.silences[at], &after.silences[at]);
        let to = match (was.is_marked(), is.is_marked()) {
            (false, true) => Silent::LookAgain,
            (true, false) => Silent::Stands,
            _ if !was.is_asked(silence) || is.is_asked(silence) => return None,
            _ if is.decided.is_some() => Silent::Decided,
            _ => Silent::Over,
        };
        Some(Change::Silence { at, to })
    });
    let moved = rules.chain(items).chain(silences).chain(scales).chain(clocks).filter(moved);
    moved.chain(marks(playbook, before, after, recorded)).collect()
}

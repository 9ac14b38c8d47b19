//! Stepping through a case: what it looked like after each of its entries, and at any time. Nothing is written.
//!
//! What was said later to have happened earlier appears when it was recorded. A moment between the rows of a sheet is none: they
//! were recorded in one piece, and nobody ever saw the case with a part of them.

use super::as_it_was::Moment;
use crate::base::{ItemId, Now, SessionId, Stamp};
use crate::case::{CaseState, Fact, Reached, Upto};
use crate::contacts::PhoneList;
use crate::journal::EntryId;
use crate::judge::assess_with;
use crate::judge::picture::changes::{Change, changes};
use crate::playbook::Playbook;
use std::borrow::Cow;

/// The case that is replayed, as it is now.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    pub playbook: &'a Playbook,
    pub phones: &'a PhoneList,
    pub state: &'a CaseState,
    pub now: Now,
}

/// A case at a moment of its past.
#[derive(Clone, Debug)]
pub struct Replay {
    /// By the name of its entry, for entries of others may still arrive before it.
    upto: Shown,
    seen_by: Option<SessionId>,
    moment: Moment<'static>,
    /// What the last of its entries switched.
    switched: Vec<Change>,
    /// Which entries there were.
    reached: Reached,
    /// How many entries the case has now.
    of: usize,
}

/// Which moment is shown.
#[derive(Clone, PartialEq, Debug)]
enum Shown {
    After(EntryId),
    At(Upto),
}

/// Which way to step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Back(usize),
    On(usize),
    First,
    Last,
}

impl Replay {
    /// The case at a moment; as a run could know it, where one is given. `None` where nothing had been recorded by then.
    pub fn at(whole: Whole<'_>, upto: &Upto, seen_by: Option<&SessionId>) -> Option<Self> {
        let state = whole.state;
        // A row of a sheet was never seen without the others.
        let upto = match upto {
            Upto::Entry(at) => Upto::Entry(stops(state).find(|stop| stop >= at).unwrap_or(*at)),
            other => other.clone(),
        };
        let mut reached = state.upto(&upto);
        if let Some(run) = seen_by {
            reached = state.seen_by(run, &reached)?;
        }
        let shown = match &upto {
            Upto::Entry(at) => Shown::After(state.at(*at).id.clone()),
            other => Shown::At(other.clone()),
        };
        let (moment, switched) = fold(whole, &upto, &reached)?;
        let of = told(state);
        Some(Self { upto: shown, seen_by: seen_by.cloned(), moment, switched, reached, of })
    }

    /// The case after its last entry.
    pub fn last(whole: Whole<'_>) -> Option<Self> {
        Self::at(whole, &Upto::Entry(whole.state.log.len().checked_sub(1)?), None)
    }

    /// Goes to the moment so many entries before or after; stays within the case.
    pub fn step(&mut self, whole: Whole<'_>, step: Step) {
        let stops: Vec<usize> = stops(whole.state).collect();
        let at = last_told(whole.state, &self.reached).unwrap_or_default();
        let before = stops.partition_point(|stop| *stop < at);
        let after = stops.partition_point(|stop| *stop <= at);
        let to = match step {
            Step::First => 0,
            Step::Last => stops.len().saturating_sub(1),
            Step::Back(by) => before.saturating_sub(by),
            Step::On(by) => (after + by).saturating_sub(1).min(stops.len().saturating_sub(1)),
        };
        let found = stops.get(to).and_then(|stop| Self::at(whole, &Upto::Entry(*stop), None));
        *self = found.unwrap_or_else(|| self.clone());
    }

    /// The same moment of a case into which more has come.
    pub fn follow(&mut self, whole: Whole<'_>) {
        let upto = match &self.upto {
            Shown::After(entry) => whole.state.place(entry).map(Upto::Entry),
            Shown::At(upto) => Some(upto.clone()),
        };
        let found = upto.and_then(|upto| Self::at(whole, &upto, self.seen_by.as_ref()));
        *self = found.unwrap_or_else(|| self.clone());
    }

    pub fn moment(&self) -> &Moment<'static> {
        &self.moment
    }

    /// In an exercise that was started: what time it really was.
    pub fn real(&self) -> Option<Stamp> {
        let exercise = self.moment.state.exercise()?;
        match self.upto {
            Shown::At(Upto::Time(at)) => exercise.real(at),
            _ => {
                exercise.real(self.moment.now.at).and(self.moment.state.log.last()).map(|row| row.recorded.reading.wall)
            }
        }
    }

    /// What the entry after which the case is shown switched.
    pub fn switched(&self) -> &[Change] {
        &self.switched
    }

    /// How many entries there were, ends of runs aside.
    pub fn entries(&self) -> usize {
        told(&self.moment.state)
    }

    /// Their places in the log as it is now.
    pub fn kept(&self) -> &[usize] {
        &self.reached.kept
    }

    /// How many there are now.
    pub fn of(&self) -> usize {
        self.of
    }

    /// How many of the entries seem to be later than the moment; something before it had seen them.
    pub fn ahead(&self) -> usize {
        self.reached.ahead.len()
    }
}

/// The places after which the case was once seen: every entry but the ends of runs, which say nothing of it, and the rows of a sheet,
/// which stand with its end.
fn stops(state: &CaseState) -> impl Iterator<Item = usize> {
    let is_stop = |at: &usize| {
        let recorded = state.at(*at);
        is_told(state, *at) && (!recorded.who.in_sheet || state.is_cut_off(&recorded.id))
    };
    (0..state.log.len()).filter(is_stop)
}

/// Whether an entry says something of the case.
fn is_told(state: &CaseState, at: usize) -> bool {
    state.at(at).fact != Fact::SessionEnded
}

fn told(state: &CaseState) -> usize {
    (0..state.log.len()).filter(|at| is_told(state, *at)).count()
}

/// The case with these entries, and what the last of them switched; `None` where there is none.
fn fold(whole: Whole<'_>, upto: &Upto, reached: &Reached) -> Option<(Moment<'static>, Vec<Change>)> {
    let Whole { playbook, phones, state, .. } = whole;
    let last = last_told(state, reached)?;
    let now = Now { at: whole.now.zone.stamp(reached.moment), ..whole.now }.under(&playbook.jurisdiction);
    let own: Vec<usize> = state.sheet(last).chain([last]).collect();
    let is_earlier = |at: &usize| *at < last && own.binary_search(at).is_err();
    let earlier: Vec<usize> = reached.kept.iter().copied().filter(is_earlier).collect();
    let ends = reached.kept.iter().copied().filter(|at| *at > last);
    let mut then = state.only(&earlier).into_owned();
    let before = assess_with(playbook, &then, phones, now);
    for at in own.iter().copied() {
        then.apply(state.log[at].clone());
    }
    let at = then.log.len().saturating_sub(1);
    for end in ends {
        then.apply(state.log[end].clone());
    }
    // After an entry it is what its writer saw on the clock, whatever was said of the clock since.
    let shown = match upto {
        Upto::Time(_) => now,
        _ => then.now_in(&state.at(last).reading, whole.now.zone),
    };
    let moment = Moment::of(playbook, phones, Cow::Owned(then), shown).past(at);
    let subjects = own.iter().filter_map(|at| state.at(*at).fact.subject()).map(ItemId::as_str);
    let switched = changes(playbook, &before, &moment.picture, &subjects.collect::<Vec<_>>());
    Some((moment, switched))
}

/// The place of the last of these entries that says something.
fn last_told(state: &CaseState, reached: &Reached) -> Option<usize> {
    reached.kept.iter().copied().rfind(|at| is_told(state, *at))
}

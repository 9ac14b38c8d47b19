//! Moments of an exercise: what the clock did when something was recorded, and when a number of minutes was reached.

use super::exercise::{ClockState, Exercise, Placed};
use super::{CaseState, Row};
use crate::base::{Reading, Stamp};
use crate::journal::EntryId;

/// A moment of an exercise in its own time and in real time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reached {
    /// Exercise time.
    pub at: Stamp,
    pub real: Stamp,
}

impl Exercise {
    /// What the clock did when a row was recorded.
    pub fn state_at(&self, row: &Row) -> ClockState {
        self.setting_of(row).map_or(ClockState::NotStarted, |one| one.state)
    }

    /// What time it was at a look at the clocks by somebody beside the console, who knew the clock as it then stood.
    pub fn at(&self, reading: &Reading) -> Option<Placed> {
        let known = self.settings.iter().rev().find(|one| self.is_not_later(&one.reading, reading));
        known.or(self.settings.first()).map(|one| self.after(one, reading))
    }

    /// The look at the clocks with which it was started.
    pub fn started(&self) -> Option<&Reading> {
        self.settings.first().map(|one| &one.reading)
    }

    /// The entry that ended it, and its look at the clocks.
    pub fn ended(&self) -> Option<(&EntryId, &Reading)> {
        let last = self.settings.last().filter(|one| one.state == ClockState::Ended)?;
        Some((&last.entry, &last.reading))
    }

    /// When so many milliseconds had been played, if the clock has gone so far.
    pub fn reached(&self, played_ms: u64) -> Option<Reached> {
        let next = self.settings.iter().skip(1).map(Some).chain([None]);
        let (from, _) = self.settings.iter().zip(next).find(|(one, next)| {
            one.state == ClockState::Running
                && one.placed.played_ms <= played_ms
                && next.is_none_or(|next| played_ms <= next.placed.played_ms)
        })?;
        let since = i64::try_from(played_ms - from.placed.played_ms).ok()?;
        Some(Reached {
            at: from.placed.at.checked_plus_milliseconds(since)?,
            real: self.corrected(&from.reading).checked_plus_milliseconds(since)?,
        })
    }

    /// The minutes at which the clock of the exercise showed a time, in milliseconds; where it was set past that time, when that was.
    /// `None` before the start.
    pub fn played_at(&self, at: Stamp) -> Option<u64> {
        self.settings.first().filter(|start| start.placed.at <= at)?;
        let from = self.settings.iter().rev().find(|one| one.placed.at <= at)?;
        let Placed { at: since, played_ms } = from.placed;
        let next = self.settings.iter().find(|one| one.placed.at > at).map(|one| one.placed.played_ms);
        let ran = u64::try_from((at.instant() - since.instant()).num_milliseconds()).unwrap_or(0);
        let then = if from.state == ClockState::Running { played_ms.saturating_add(ran) } else { played_ms };
        Some(next.map_or(then, |next| then.min(next)))
    }
}

impl CaseState {
    /// When the entry at a place was recorded in real time: the laptop's clock, by the watch with which it was compared.
    pub fn real(&self, at: usize) -> Stamp {
        let reading = &self.at(at).reading;
        self.exercise().map_or(reading.wall, |exercise| exercise.corrected(reading))
    }

    /// Whether somebody led this exercise and it is over.
    pub fn over(&self) -> Option<Over> {
        self.drill_opening()?;
        self.exercise().filter(|exercise| exercise.state() == ClockState::Ended).map(|_| Over(()))
    }
}

/// That an exercise is over: from then on whoever reads its case may read its control folder, too. Only the case itself says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Over(());

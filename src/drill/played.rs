//! A drill as it is played, or was: the script, the playbook, and both folders, at one look at the clocks.

use super::script::Script;
use crate::base::{Reading, Stamp};
use crate::case::{CaseState, ClockState, Exercise, Fact, Placed, Planning};
use crate::playbook::Playbook;

/// All that expectations and figures are worked out from. Nothing here can be changed.
#[derive(Clone, Copy)]
pub struct Played<'a> {
    pub script: &'a Script,
    /// The playbook that the case was opened with.
    pub playbook: &'a Playbook,
    /// The case of the exercise.
    pub case: &'a CaseState,
    /// The control folder: plans, judgements, observations.
    pub control: &'a CaseState,
    /// What the clocks say at this look.
    pub reading: &'a Reading,
}

/// An inject that went out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sent {
    /// The place of the entry in the log of the case.
    pub at: usize,
    /// Minutes of the exercise, in milliseconds.
    pub played_ms: u64,
    /// Where it was taken back: the place of the entry that did.
    pub struck: Option<usize>,
}

impl<'a> Played<'a> {
    pub fn clock(&self) -> Option<&'a Exercise> {
        self.case.exercise()
    }

    /// Minutes of the exercise at this look, in milliseconds.
    pub fn played_ms(&self) -> u64 {
        self.clock().map_or(0, |clock| clock.now(self.reading).played_ms)
    }

    pub fn has_ended(&self) -> bool {
        self.clock().is_some_and(|clock| clock.state() == ClockState::Ended)
    }

    /// Minutes at which an entry of the case was recorded, in milliseconds.
    pub fn played_of(&self, at: usize) -> u64 {
        self.case.placed(at).map_or(0, |placed| placed.played_ms)
    }

    /// The time of the exercise at which an entry of the control folder was recorded, and the minutes.
    pub fn placed_in_control(&self, at: usize) -> Option<Placed> {
        self.clock()?.at(&self.control.at(at).reading)
    }

    /// How an inject went out: as it counts, or else as it was taken back last; `None` where it never did.
    pub fn sent(&self, number: &str) -> Option<Sent> {
        let mut found: Option<Sent> = None;
        for at in self.case.releases() {
            let recorded = self.case.at(at);
            if !matches!(&recorded.fact, Fact::Released { inject, .. } if inject == number) {
                continue;
            }
            let sent = Sent {
                at,
                played_ms: self.played_of(self.case.first_try(at)),
                struck: self.case.struck_by(&recorded.id),
            };
            // The first that counts; what went out twice is one.
            match &found {
                Some(one) if one.struck.is_none() => {}
                _ => found = Some(sent),
            }
        }
        found
    }

    /// The first inject that went out and was not taken back: from here figures count.
    pub fn first(&self) -> Option<Sent> {
        let at = self.case.releases().filter(|at| self.case.counts(*at)).min_by_key(|at| {
            let real: Stamp = self.case.real(*at);
            (self.played_of(self.case.first_try(*at)), real, *at)
        })?;
        Some(Sent { at, played_ms: self.played_of(self.case.first_try(at)), struck: None })
    }

    /// Whether the facilitator means to leave an inject out, by the last word on it.
    pub fn is_skipped(&self, number: &str) -> bool {
        let plans = self.control.drill().iter().copied().filter(|at| self.control.counts(*at));
        let mut states = plans.filter_map(|at| match &self.control.at(at).fact {
            Fact::Planned { injects, state, .. } if injects.iter().any(|one| one == number) => Some(*state),
            _ => None,
        });
        states.next_back() == Some(Planning::Skipped)
    }
}

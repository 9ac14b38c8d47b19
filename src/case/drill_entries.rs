//! What a facilitator recorded of an exercise, in the state of its case.

use super::exercise::{Exercise, Placed};
use super::{CaseState, Fact};
use crate::base::{ItemId, Now, Reading, Zone};

impl CaseState {
    /// The clock of the exercise; `None` in a live case, and in an exercise that nobody leads.
    pub fn exercise(&self) -> Option<&Exercise> {
        self.exercise.as_ref()
    }

    /// What time it is in the case: what the laptop says, in its zone; in an exercise that was started, the time of the exercise
    /// with the offset of its script.
    pub fn now_in(&self, reading: &Reading, zone: Zone) -> Now {
        match self.exercise.as_ref().filter(|exercise| !exercise.settings.is_empty()) {
            Some(exercise) => Now::from(exercise.now(reading).at),
            None => Now::new(reading.wall, zone),
        }
    }

    /// When the entry at a position was recorded, on the clock of the exercise.
    pub fn placed(&self, at: usize) -> Option<Placed> {
        self.exercise.as_ref().map(|exercise| exercise.recorded(&self.log[at]))
    }

    /// What the facilitators and their programs recorded of the exercise, struck out or not, and what players took in; in a control
    /// folder its entries. Positions in the log.
    pub fn drill(&self) -> &[usize] {
        &self.drill
    }

    /// The entry by which a facilitator opened the exercise.
    pub fn drill_opening(&self) -> Option<usize> {
        let opens = |at: &usize| matches!(self.at(*at).fact, Fact::DrillOpened { .. }) && self.at(*at).facilitator;
        self.drill.iter().copied().find(opens)
    }

    /// What contact screens show for the roles of the drill, as its facilitator opened it.
    pub fn drill_numbers(&self) -> impl Iterator<Item = (&ItemId, &str)> {
        let (roles, numbers) = match self.drill_opening().map(|at| &self.at(at).fact) {
            Some(Fact::DrillOpened { roles, numbers, .. }) => (roles.as_slice(), numbers.as_slice()),
            _ => Default::default(),
        };
        roles.iter().zip(numbers.iter().map(String::as_str))
    }
}

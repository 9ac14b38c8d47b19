//! A case as it grew, one entry after another: for whoever asks since when something is so.
//!
//! What was struck out or cut off is left out, as it counts for nothing, and with it what only says that it was. Each entry has the
//! time that is known for it by now.

use super::{CaseState, Fact, Row};

#[derive(Clone, Debug, Default)]
pub struct Growing {
    state: CaseState,
    /// Where in the whole log each entry of the state stands.
    places: Vec<usize>,
}

impl Growing {
    /// The beginning, with the clock of the exercise as it is known by now.
    pub fn of(whole: &CaseState) -> Self {
        let mut state = CaseState::default();
        state.exercise.clone_from(&whole.exercise);
        Self { state, places: Vec::new() }
    }

    /// Takes in the entry at a place of the whole log; those that it had seen come before it. Says whether anything came with it.
    pub fn take_in(&mut self, whole: &CaseState, at: usize) -> bool {
        let Row { recorded, past } = &whole.log[at];
        let of_the_whole = matches!(
            recorded.fact,
            Fact::StruckOut { .. }
                | Fact::SheetEnded { .. }
                | Fact::TimeChecked { .. }
                | Fact::ExerciseClock { .. }
                | Fact::RealEvent { .. }
                | Fact::DrillOpened { .. }
        );
        if of_the_whole || whole.is_cut_off(&recorded.id) || whole.struck_by(&recorded.id).is_some() {
            return false;
        }
        let mut row = Row { recorded: recorded.clone(), past: past.clone() };
        row.recorded.who.in_sheet = false;
        self.state.apply(row);
        self.places.push(at);
        true
    }

    /// The case as it stands after the entries that were taken in.
    pub fn state(&self) -> &CaseState {
        &self.state
    }

    /// Where an entry of [`Self::state`] stands in the whole log.
    pub fn place(&self, at: usize) -> usize {
        self.places[at]
    }
}

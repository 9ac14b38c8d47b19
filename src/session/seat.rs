//! Whose a run is, and in which folder it writes: anybody's in a case, or a facilitator's in the case of an exercise and, with a
//! run of its own, in its control folder.

use super::kept::Kept;
use crate::base::CaseId;
use crate::journal::{Damage, Fields, Mode, Ordered};
use crate::playbook::Playbook;
use crate::store::frozen::NO_PLAYBOOK;
use crate::store::{Frozen, Journals, control, damage};

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Seat {
    Players,
    Console,
    /// In the control folder of this exercise.
    Control(CaseId),
}

impl Seat {
    pub(super) fn is_facilitator(&self) -> bool {
        *self != Self::Players
    }

    /// A control folder is one of an exercise, whatever its name.
    pub(super) fn mode(&self) -> Option<Mode> {
        matches!(self, Self::Control(_)).then_some(Mode::Exercise)
    }

    /// What the headers of its journals say besides.
    pub(super) fn header_fields(&self, fields: Fields) -> Fields {
        match self {
            Self::Control(about) => fields.text(control::ABOUT, about.as_str()),
            _ => fields,
        }
    }

    /// The playbook that the folder is worked on with; a control folder has none and needs none.
    pub(super) fn kept(&self, frozen: &Frozen) -> Kept {
        match self {
            Self::Control(_) => {
                Kept { playbook: Playbook::absent(), header: NO_PLAYBOOK.to_owned(), absent: false, instead: None }
            }
            _ => Kept::of(frozen),
        }
    }

    /// What is damaged in the folder, as far as a look at it shows.
    pub(super) fn damage(&self, frozen: &Frozen, journals: &Journals, ordered: &Ordered<'_>) -> Vec<Damage> {
        match self {
            Self::Control(_) => damage::of_journals(journals, ordered),
            _ => damage::of_case(frozen, journals, ordered),
        }
    }
}

impl super::Session {
    /// Says which blocks of the exercise were seen: the next entry of this control folder names those that none names yet.
    pub(super) fn has_in_sight(&mut self, heads: &[crate::journal::Head]) {
        if matches!(self.seat, Seat::Control(_)) {
            self.beside.see(heads);
        }
    }
}

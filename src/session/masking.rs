//! What an exercise masks: the playbook and the phone list as people see them, and the originals from which that is made anew when
//! the drill gives its roles their numbers.

use super::Session;
use crate::base::RealNumbers;
use crate::base::numbers::is_invented;
use crate::base::text::inert_line;
use crate::case::CaseState;
use crate::contacts::review::tonight;
use crate::contacts::{Masks, PhoneFile};
use crate::playbook::Playbook;
use crate::source::Code;

/// The originals, which nothing but this ever sees, and what was real in them.
pub(super) struct Masking {
    masks: Masks,
    playbook: Playbook,
    phones: Option<PhoneFile>,
    real: RealNumbers,
}

/// What is read in the exercise of this record instead of numbers: what its drill gives the roles, as far as that is no number that
/// somebody may have.
pub fn masks(state: &CaseState) -> Masks {
    let given = state.drill_numbers().map(|(role, number)| (role.clone(), inert_line(number).into_owned()));
    Masks::new(given.filter(|(_, number)| is_invented(number)))
}

impl Masking {
    /// Masks the playbook of an exercise.
    pub(super) fn of(state: &CaseState, playbook: &mut Playbook) -> Self {
        let original = playbook.clone();
        let masks = masks(state);
        let real = masks.playbook(playbook);
        Self { masks, playbook: original, phones: None, real }
    }
}

impl Session {
    /// The numbers and addresses that were masked; in a live case none.
    pub(super) fn real_numbers(&self) -> Option<&RealNumbers> {
        self.masking.as_ref().map(|masking| &masking.real)
    }

    /// Masks anew where the drill gives its roles other numbers than it did.
    pub(super) fn mask_again(&mut self) {
        let Some(masking) = &mut self.masking else { return };
        let masks = masks(&self.state);
        if masks == masking.masks {
            return;
        }
        masking.masks = masks;
        self.playbook = masking.playbook.clone();
        masking.real = masking.masks.playbook(&mut self.playbook);
        if let Some(phones) = &masking.phones {
            self.phones = Some(masking.masks.phones(phones, &masking.playbook, &mut masking.real));
        }
    }

    /// The phone list as this case shows it, and what would fail with it tonight.
    pub(super) fn take_phones(&mut self, phones: Option<PhoneFile>) {
        let today = self.now().date();
        let mut warnings =
            phones.as_ref().map(|phones| tonight(&phones.list, &self.playbook, today)).unwrap_or_default();
        self.phones = match &mut self.masking {
            None => phones,
            Some(masking) => {
                let real = &mut masking.real;
                let masked = phones.as_ref().map(|phones| masking.masks.phones(phones, &masking.playbook, real));
                masking.phones = phones;
                // An exercise neither shows numbers nor says which of them was tried.
                warnings
                    .retain(|problem| !matches!(problem.code, Code::Unverified | Code::Stale | Code::VerifiedLater));
                masked
            }
        };
        self.phone_warnings = warnings;
    }
}

//! A case read without being continued: what commands that only look need, also where the playbook or a journal is damaged.

use super::console::Console;
use super::failure::Failure;
use super::place::{Place, warn_of_damage};
use crate::base::{self, Now, RealNumbers};
use crate::case::CaseState;
use crate::contacts::PhoneFile;
use crate::contract::Folder;
use crate::journal::Damage;
use crate::journal::{Head, Mode, SealedEntry};
use crate::judge::{Picture, View, assess, assess_with};
use crate::playbook::Playbook;
use crate::session::Kept;
use crate::session::masking::masks;
use crate::store::{CaseFolder, Frozen, library};
use std::path::Path;

/// A case as it stands now.
pub struct Reading {
    /// Where it is.
    pub folder: CaseFolder,
    /// Live or exercise.
    pub mode: Mode,
    /// The entries with their seals, in the order of the log.
    pub entries: Vec<SealedEntry>,
    /// The entries and their fold.
    pub state: CaseState,
    /// The last sound block of every run.
    pub heads: Vec<Head>,
    /// The frozen playbook, or why it cannot be read.
    pub playbook: Result<Playbook, Failure>,
    /// What is damaged or was altered.
    pub damage: Vec<Damage>,
    /// What the clocks said.
    pub clocks: base::Reading,
    /// The same in this zone.
    pub now: Now,
}

impl Reading {
    /// Reads the case that is meant.
    pub fn of(place: &Place, wanted: &Path) -> Result<Self, Failure> {
        Self::read(place, wanted, |state| place.looks_on(state))
    }

    /// The same for whoever leads the exercise, whether it has ended or not.
    pub fn of_facilitator(place: &Place, wanted: &Path) -> Result<Self, Failure> {
        place.facilitator()?;
        Self::read(place, wanted, |_| Ok(()))
    }

    fn read(
        place: &Place,
        wanted: &Path,
        looks_on: impl FnOnce(&CaseState) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let folder = place.case(wanted)?;
        let journals = folder.read()?;
        let ordered = journals.order();
        let frozen = Frozen::of(&folder, &journals, &ordered);
        let summary = library::summary(&folder, &journals, &ordered, &frozen);
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        looks_on(&state)?;
        let kept = Kept::of(&frozen).shown(summary.mode, &state);
        let mut damage = summary.damage;
        damage.extend(kept.instead);
        let playbook = if kept.absent { Err(no_playbook(&folder.name())) } else { Ok(kept.playbook) };
        let clock = place.clock();
        let clocks = clock.read();
        let now = under(state.now_in(&clocks, clock.zone()), playbook.as_ref().ok());
        Ok(Self {
            mode: summary.mode,
            damage,
            entries: ordered.entries.iter().map(|sealed| (*sealed).clone()).collect(),
            state,
            heads: journals.heads(),
            now,
            clocks,
            playbook,
            folder,
        })
    }

    /// Says on standard error what is wrong with the case.
    pub fn warn(&self, console: &mut Console<'_>) {
        warn_of_damage(&self.folder.name(), &self.damage, console);
    }

    /// Hands the case to `look` as the status sees it.
    ///
    /// # Errors
    /// If the frozen playbook cannot be read, for the status is nothing without it.
    pub fn looking<T>(
        self,
        phones: Option<&PhoneFile>,
        look: impl FnOnce(&View<'_>, Folder<'_>) -> T,
    ) -> Result<T, Failure> {
        let playbook = self.playbook?;
        let assessment: Picture = match phones {
            Some(phones) if self.mode == Mode::Exercise => {
                let mut real = RealNumbers::default();
                let masked = masks(&self.state).phones(phones, &playbook, &mut real);
                assess_with(&playbook, &self.state, &masked.list, self.now)
            }
            Some(phones) => assess_with(&playbook, &self.state, &phones.list, self.now),
            None => assess(&playbook, &self.state, self.now),
        };
        let view = View {
            playbook: &playbook,
            state: &self.state,
            picture: &assessment,
            now: self.now,
            reading: &self.clocks,
            mode: self.mode,
            person: "",
            role: None,
            head: None,
            at: None,
            real: None,
        };
        Ok(look(&view, Folder { case: &self.folder.name(), heads: &self.heads, damage: &self.damage }))
    }
}

fn no_playbook(case: &str) -> Failure {
    Failure::Damaged(Some((
        "The playbook kept in this case cannot be read, and no copy of it was found.".into(),
        format!("Nothing was changed. See what is recorded with: breachbook log {case}. Notes can be recorded."),
    )))
}

/// The zone words of a case are those of its playbook's country.
fn under(now: Now, playbook: Option<&Playbook>) -> Now {
    playbook.map_or(now, |playbook| now.under(&playbook.jurisdiction))
}

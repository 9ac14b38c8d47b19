//! A case read anew as it was at some point: what is printed is made from this, never from what a screen has in its memory.

use crate::base::{CaseId, Now, Stamp};
use crate::case::{CaseState, Upto};
use crate::contacts::PhoneList;
use crate::contract::Folder;
use crate::contract::case::Record;
use crate::journal::{Damage, Head, Mode, Seal, SealedEntry};
use crate::judge::{Moment, View};
use crate::playbook::Playbook;
use crate::report::zone;
use crate::session::Kept;
use crate::store::{CaseFolder, Changed, Frozen, Journals, StoreError, library};
use std::borrow::Cow;

/// Up to where the record is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stand {
    /// Up to the last entry that is neither an export nor the end of a run.
    Last,
    /// All of it, at this moment.
    Now,
    /// Up to an entry or a time, as typed.
    Typed(String),
    /// Up to these blocks, at the moment of an earlier page.
    Heads(Vec<Head>, Stamp),
}

/// A case as it was.
pub struct Was {
    /// The name of its folder.
    pub name: String,
    pub case: Option<CaseId>,
    pub mode: Mode,
    pub playbook: Playbook,
    pub state: CaseState,
    /// The entries with their seals, in the order of the log.
    pub entries: Vec<SealedEntry>,
    /// The last block of every run.
    pub heads: Vec<Head>,
    /// Those of them that say which the others are.
    pub noted: Vec<Head>,
    /// The moment at which it is looked at.
    pub moment: Stamp,
    /// What is damaged or was altered.
    pub damage: Vec<Damage>,
}

/// Why the case is not there as it was wanted.
#[derive(Debug)]
pub enum Unfound {
    Store(StoreError),
    /// What was typed is neither an entry nor a time that has come; why.
    NotAMoment(String),
    /// The record is not what it was.
    Changed(Changed),
}

impl From<StoreError> for Unfound {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Was {
    /// Reads the case of a folder; `now` is the moment of the turn.
    pub fn of(folder: &CaseFolder, stand: &Stand, now: Now) -> Result<Self, Unfound> {
        let journals = folder.read()?;
        let ordered = journals.order();
        let frozen = Frozen::of(folder, &journals, &ordered);
        let summary = library::summary(folder, &journals, &ordered, &frozen);
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        let kept = Kept::of(&frozen).shown(summary.mode, &state);
        let mut damage = summary.damage;
        damage.extend(kept.instead);
        let now = now.under(&kept.playbook.jurisdiction);
        let seals: Vec<Seal> = ordered.entries.iter().map(|sealed| sealed.seal).collect();
        let upto = match stand {
            Stand::Last => Upto::Last,
            Stand::Now => Upto::Now(now.at),
            Stand::Heads(heads, moment) => Upto::Heads(heads.clone(), *moment),
            Stand::Typed(typed) => {
                Upto::read(&state, typed, now).map_err(|why| Unfound::NotAMoment(why.to_string()))?
            }
        };
        let (wanted, moment) = match stand {
            Stand::Heads(heads, moment) => (heads.clone(), *moment),
            _ => {
                let reached = state.upto(&upto);
                (state.heads_of(&reached.kept, &seals), reached.moment)
            }
        };
        let journals = journals.upto(&wanted).map_err(Unfound::Changed)?;
        let damage = (damage, kept.playbook);
        Ok(Self::folded(&journals, (folder.name(), summary.mode), damage, moment))
    }

    fn folded(
        journals: &Journals,
        (name, mode): (String, Mode),
        (damage, playbook): (Vec<Damage>, Playbook),
        moment: Stamp,
    ) -> Self {
        let ordered = journals.order();
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        Self {
            name,
            case: journals.case.clone(),
            mode,
            playbook,
            state,
            entries: ordered.entries.iter().map(|sealed| (*sealed).clone()).collect(),
            heads: journals.heads(),
            noted: journals.unnoted_heads(),
            moment,
            damage,
        }
    }

    /// Hands the case to `look`. The phone list of the organisation is no part of the record, so it stands on no page.
    pub fn looking<T>(&self, look: impl FnOnce(&View<'_>, Record<'_>) -> T) -> T {
        let folder = Folder { case: &self.name, heads: &self.heads, damage: &self.damage };
        let record = Record { folder, id: self.case.as_ref(), entries: &self.entries };
        let now = Now::new(self.moment, zone(&self.state, self.moment));
        let then = Moment::of(&self.playbook, &PhoneList::default(), Cow::Borrowed(&self.state), now);
        look(&then.view(&self.playbook, self.mode), record)
    }
}

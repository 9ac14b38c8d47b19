//! A case read anew as it was at some point: what is printed is made from this, never from what a screen has in its memory.

use crate::base::{CaseId, Now, Stamp, Zone};
use crate::case::CaseState;
use crate::contacts::PhoneList;
use crate::contract::Folder;
use crate::contract::case::Record;
use crate::journal::{Damage, Head, Mode, Seal, SealedEntry};
use crate::judge::View;
use crate::playbook::Playbook;
use crate::report::{AsOf, Upto};
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
        let kept = Kept::of(&frozen);
        let mut damage = summary.damage;
        damage.extend(kept.instead);
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        let now = now.under(&kept.playbook.jurisdiction);
        let seals: Vec<Seal> = ordered.entries.iter().map(|sealed| sealed.seal).collect();
        let upto = match stand {
            Stand::Last => Upto::Last,
            Stand::Now => Upto::Now(now.at),
            Stand::Heads(heads, moment) => Upto::Heads(heads.clone(), *moment),
            Stand::Typed(typed) => upto(&state, typed, now)?,
        };
        let (wanted, moment) = match stand {
            Stand::Heads(heads, moment) => (heads.clone(), *moment),
            _ => {
                let as_of = AsOf::of(&state, &seals, &upto);
                (as_of.heads, as_of.moment)
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
        let as_of = AsOf { state: Cow::Borrowed(&self.state), heads: self.heads.clone(), moment: self.moment };
        let folder = Folder { case: &self.name, heads: &self.heads, damage: &self.damage };
        let record = Record { folder, id: self.case.as_ref(), entries: &self.entries };
        as_of.looking(&self.playbook, &PhoneList::default(), self.mode, |view| look(view, record))
    }
}

/// What somebody means by an entry or a time.
fn upto(state: &CaseState, typed: &str, now: Now) -> Result<Upto, Unfound> {
    if let Some(ids) = state.names.find(typed) {
        let places: Vec<usize> = (0..state.log.len()).filter(|at| ids.contains(&state.at(*at).id)).collect();
        return match places.as_slice() {
            [at] => Ok(Upto::Entry(*at)),
            [] => Err(Unfound::NotAMoment(format!("There is no entry {}.", typed.trim()))),
            several => {
                let names: Vec<_> = several.iter().map(|at| state.name(*at)).collect();
                Err(Unfound::NotAMoment(format!("{} can mean several entries: {}.", typed.trim(), names.join(", "))))
            }
        };
    }
    let read = Stamp::read(typed, now).map_err(|why| Unfound::NotAMoment(why.to_string()))?;
    let zone: Zone = now.zone;
    Ok(Upto::Time(zone.stamp(read.value)))
}

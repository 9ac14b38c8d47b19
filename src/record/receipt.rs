//! What recording came to: the entry, its seal, and what it switched on or off.

use super::echo::Understood;
use crate::base::ItemId;
use crate::case::{CaseState, Recorded};
use crate::journal::Head;
use crate::judge::Picture;
use crate::judge::picture::changes::{Change, changes};
use crate::judge::picture::remarks::{Remark, remarks};
use crate::playbook::Playbook;

/// Proof that something is on the disk: an entry, or a sheet by the entry that ends it.
#[derive(Clone, PartialEq, Debug)]
pub struct Receipt {
    /// The entry as it was recorded.
    pub recorded: Recorded,
    /// Its name, as people say it: `k4-12`. It never moves.
    pub name: String,
    /// Its place in the log of the case, from 1. Entries that arrive later from another computer can move it.
    pub number: usize,
    /// The sealed block.
    pub head: Head,
    /// What changed besides the item itself.
    pub changes: Vec<Change>,
    /// How the times in it were understood.
    pub understood: Vec<Understood>,
    /// What should not be overlooked about the entry.
    pub remarks: Vec<Remark>,
}

impl Receipt {
    /// Of an entry that is on the disk. `state` and the second picture are with it, the first is without it.
    pub fn new(
        (playbook, state): (&Playbook, &CaseState),
        (before, after): (&Picture, &Picture),
        recorded: Recorded,
        head: Head,
    ) -> Self {
        let at = state.log.iter().rposition(|row| row.recorded.id == recorded.id);
        // Of a sheet, what every row of it says.
        let rows = at.into_iter().flat_map(|at| state.sheet(at)).map(|row| state.at(row)).chain([&recorded]);
        let rows: Vec<_> = rows.collect();
        let subjects: Vec<_> = rows.iter().filter_map(|one| one.fact.subject()).map(ItemId::as_str).collect();
        Self {
            name: state.names.entry(&recorded.id),
            number: at.map_or(state.log.len(), |at| at + 1),
            changes: changes(playbook, before, after, &subjects),
            remarks: rows.iter().flat_map(|one| remarks((playbook, state), (before, after), one)).collect(),
            understood: Vec::new(),
            recorded,
            head,
        }
    }
}

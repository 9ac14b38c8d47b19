//! Steps, and how far each is.

use crate::judge::items::ItemStatus;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::Playbook;
use serde::Serialize;

/// A step and how far it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PhaseStatus {
    #[serde(skip)]
    pub applies: Verdict,
    pub open: usize,
    pub settled: usize,
    pub deferred: usize,
    /// Which hold of the playbook makes the whole step wait.
    #[serde(skip)]
    pub held_by: Option<usize>,
    /// Items that wait although they apply: the step is held, they are, or something has to come before them.
    pub held: usize,
    /// Items of which nobody knows yet whether they apply.
    pub pending: usize,
}

/// Every step and how far it is, in one pass over the items.
pub(in crate::judge) fn phases(
    playbook: &Playbook,
    items: &[ItemStatus],
    lanes: impl Iterator<Item = (Verdict, Option<usize>)>,
) -> Vec<PhaseStatus> {
    let fresh =
        |(applies, held_by)| PhaseStatus { applies, held_by, open: 0, settled: 0, deferred: 0, held: 0, pending: 0 };
    let mut phases: Vec<_> = lanes.map(fresh).collect();
    for (item, status) in playbook.items.iter().zip(items) {
        let phase = &mut phases[item.phase];
        match status.standing {
            Standing::Deferred => phase.deferred += 1,
            Standing::Held => phase.held += 1,
            Standing::Pending => phase.pending += 1,
            standing if standing.is_open() => phase.open += 1,
            standing if standing.is_outside() || standing == Standing::Optional => {}
            _ => phase.settled += 1,
        }
    }
    phases
}

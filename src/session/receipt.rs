//! Receipts: what was recorded, where it stands, and what it switched on or off.

use crate::base::{ItemId, Now};
use crate::case::{CaseState, Fact, Recorded};
use crate::guide::changes::{self, Change, ScaleChange};
use crate::guide::remarks::remarks;
use crate::guide::{Assessment, Standing};
use crate::journal::Head;
use crate::page::arrived::Arrived;
use crate::page::refusal::{Voice, without_case};
use crate::playbook::Playbook;
use crate::record::Refusal;
use crate::store::{Cause, NotRecorded};
use thiserror::Error;

/// Proof that something is on the disk.
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
    /// Scales that say something else than before.
    pub scales: Vec<ScaleChange>,
    /// The time of day of the recording, as the reader's clock shows it.
    pub at: String,
    /// How the times in it were understood, as sentences.
    pub understood: Vec<String>,
    /// What should not be overlooked about the entry, as sentences.
    pub remarks: Vec<String>,
}

impl Receipt {
    pub(super) fn new(
        (playbook, state, now): (&Playbook, &CaseState, Now),
        before: &Assessment,
        after: &Assessment,
        (number, recorded): (usize, Recorded),
        head: Head,
    ) -> Self {
        let changes = changes::changes(playbook, before, after, recorded.fact.subject().map(ItemId::as_str));
        let scales = changes::scales(playbook, before, after);
        let against = held(playbook, before, &recorded).into_iter();
        let remarks = against.chain(remarks((playbook, state, now), after, &recorded)).collect();
        let name = state.names.entry(&recorded.id);
        let at = recorded.reading.wall.clock_in(now);
        Self { at, recorded, name, number, head, changes, scales, understood: Vec::new(), remarks }
    }

    /// `recorded k4-12 at 02:13`, for the footer and the command line.
    pub fn line(&self) -> String {
        format!("recorded {} at {}", self.name, self.at)
    }
}

/// The record holds what happened; where the policy has the lane wait, whoever records it is told so.
fn held(playbook: &Playbook, before: &Assessment, recorded: &Recorded) -> Option<String> {
    let did = matches!(
        recorded.fact,
        Fact::TaskDone { .. } | Fact::Called { .. } | Fact::PassedOn { .. } | Fact::Decided { .. }
    );
    let at = playbook.position(recorded.fact.subject()?.as_str()).filter(|_| did)?;
    let item = &playbook.items[at];
    let hold = playbook.phases[item.phase].hold.as_ref()?;
    (before.items[at].standing == Standing::Held)
        .then(|| format!("Recorded although it waits by the policy. {}", hold.say))
}

/// Why nothing is acknowledged.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// Refused before anything was written.
    #[error("{}", without_case(.0, Voice::Command).all())]
    Refused(Box<Refusal>),
    /// Others recorded about the same thing since it was begun; nothing was tried.
    #[error("{0}")]
    Arrived(Box<Arrived>),
    /// The disk did not confirm it.
    #[error("{0}")]
    NotRecorded(#[from] NotRecorded),
}

impl From<Refusal> for SubmitError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// The end of a run was not confirmed by the disk. Nothing else is lost by that.
#[derive(Debug, Error)]
#[error("The end of this run is not recorded: {}. {}.", .0.why(), still_there(.0))]
pub struct NotEnded(pub(super) NotRecorded);

fn still_there(why: &NotRecorded) -> &'static str {
    match why.cause() {
        Some(Cause::Gone) => "What was acknowledged lies in that folder, wherever it is now",
        _ => "Everything that was acknowledged is on the disk",
    }
}

//! What this session has seen of the others: their heads, for the cross-notes in its own blocks.

use crate::base::SessionId;
use crate::case::{CaseState, Recorded, Row};
use crate::journal::{EntryId, Head, VectorClock};
use crate::store::Journals;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Heads of the journals of a case.
pub(super) struct Sighted {
    own: SessionId,
    /// The last sound block of every other session.
    others: BTreeMap<SessionId, Head>,
    /// Which of them are not yet noted in a block of this session.
    fresh: Vec<Head>,
    /// Highest entry of each other session, shared by the rows of this session.
    reached: Arc<BTreeMap<SessionId, u64>>,
}

impl Sighted {
    pub(super) fn new(own: SessionId) -> Self {
        Self { own, others: BTreeMap::new(), fresh: Vec::new(), reached: Arc::default() }
    }

    /// This session.
    pub(super) fn own(&self) -> &SessionId {
        &self.own
    }

    /// Folds all journals, and notes the heads of the others.
    pub(super) fn fold(&mut self, journals: &Journals) -> (CaseState, Vec<String>) {
        let ordered = journals.order();
        let rows = ordered.entries.iter().zip(&ordered.clocks);
        let state =
            CaseState::fold(rows.map(|(sealed, past)| Row {
                recorded: Recorded::from_entry(&sealed.entry),
                past: past.clone(),
            }));
        let mut heads: BTreeMap<_, _> =
            journals.heads().into_iter().map(|head| (head.session.clone(), head)).collect();
        heads.remove(&self.own);
        for head in heads.values().filter(|head| self.others.get(&head.session) != Some(head)) {
            self.fresh.retain(|fresh| fresh.session != head.session);
            self.fresh.push(head.clone());
        }
        self.reached = Arc::new(heads.iter().map(|(session, head)| (session.clone(), head.seq)).collect());
        self.others = heads;
        let damage =
            journals.files.iter().flat_map(|file| file.scan.faults.iter().map(move |f| (Some(file), f)));
        let between = ordered.faults.iter().map(|fault| (None, fault));
        let remarks = damage.chain(between).map(|(file, fault)| match file {
            Some(file) => format!("{}: {fault}", file.name),
            None => fault.to_string(),
        });
        (state, remarks.collect())
    }

    /// Every other head, for the header of this session.
    pub(super) fn all(&self) -> Vec<Head> {
        self.others.values().cloned().collect()
    }

    /// Heads that were seen since this session last wrote.
    pub(super) fn new_heads(&self) -> Vec<Head> {
        self.fresh.clone()
    }

    /// They stand in a confirmed block now.
    pub(super) fn noted(&mut self) {
        self.fresh.clear();
    }

    /// What an own entry written now has seen.
    pub(super) fn past(&self, own: &EntryId) -> VectorClock {
        VectorClock::new(own.clone(), Arc::clone(&self.reached))
    }

    /// Every head, this session's included.
    pub(super) fn heads(&self, own: Option<&Head>) -> Vec<Head> {
        let mut heads = self.all();
        heads.extend(own.cloned());
        heads.sort();
        heads
    }
}

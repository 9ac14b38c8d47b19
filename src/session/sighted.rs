//! What this session has seen of the others: their heads, for the cross-notes in its own blocks.

use crate::base::SessionId;
use crate::case::CaseState;
use crate::journal::{FACILITATOR, Fields, Head, Mark, Ordered, Past, SIGHT, Seen, names};
use crate::store::Journals;
use std::collections::{BTreeMap, BTreeSet};

/// Most notes in one block: a block holds 64 KiB, a note about 100 bytes. What is left over goes into the
/// next block.
const NOTES_IN_A_BLOCK: usize = 200;

pub(super) struct Sighted {
    own: SessionId,
    /// Its name, chosen when the others were seen for the first time.
    name: Option<String>,
    /// The last sound block of every other session.
    others: Vec<Head>,
    /// Which of them no block notes yet.
    fresh: Vec<Head>,
    /// The rank of this session.
    rank: usize,
    /// Whether it is a facilitator's console.
    facilitator: bool,
    /// Highest entry of each other session, shared by the rows of this session.
    reached: Seen,
}

impl Sighted {
    pub(super) fn new(own: SessionId, facilitator: bool) -> Self {
        Self { own, name: None, others: Vec::new(), fresh: Vec::new(), rank: 0, facilitator, reached: Seen::default() }
    }

    pub(super) fn own(&self) -> &SessionId {
        &self.own
    }

    /// What the header of this session says: its name. To be asked after the first [`Self::fold`].
    pub(super) fn header_fields(&self) -> Fields {
        let sight = self.facilitator.then_some(FACILITATOR);
        Fields::new().text_if(names::FIELD, self.name.as_deref()).text_if(SIGHT, sight)
    }

    /// The last entry of each other session, by its name: ranks move when more sessions are found.
    pub(super) fn reached(&self) -> BTreeMap<SessionId, u64> {
        self.others.iter().map(|head| (head.session.clone(), head.seq)).collect()
    }

    pub(super) fn is_facilitator(&self) -> bool {
        self.facilitator
    }

    /// Folds all journals, and notes the heads of the others.
    pub(super) fn fold(&mut self, journals: &Journals, ordered: &Ordered<'_>) -> CaseState {
        let mut state = CaseState::of(ordered);
        state.names = journals.names(ordered);
        let name = self.name.get_or_insert_with(|| state.names.choose(&self.own));
        state.names.add(&self.own, name);
        let of_others = |head: &Head| head.session != self.own;
        self.others = journals.heads().into_iter().filter(of_others).collect();
        self.fresh = journals.unnoted_heads().into_iter().filter(of_others).collect();
        (self.rank, self.reached) = ordered.reached(&self.own, &self.others);
        state
    }

    /// Heads to note in the next block. Where they do not all have room, those of the runs that its entry rests on go first, also
    /// where another run has noted them: whether an entry replaces or strikes another is read from these notes alone.
    pub(super) fn new_heads(&self, rests_on: impl FnOnce() -> BTreeSet<SessionId>) -> Vec<Head> {
        if self.fresh.len() <= NOTES_IN_A_BLOCK {
            return self.fresh.clone();
        }
        let rests_on = rests_on();
        let first = self.others.iter().filter(|head| rests_on.contains(&head.session));
        let rest = self.fresh.iter().filter(|head| !rests_on.contains(&head.session));
        first.chain(rest).take(NOTES_IN_A_BLOCK).cloned().collect()
    }

    /// These stand in a block now.
    pub(super) fn noted(&mut self, heads: &[Head]) {
        let heads: BTreeSet<&Head> = heads.iter().collect();
        self.fresh.retain(|head| !heads.contains(head));
    }

    /// Whether every head that was seen stands in a block; until then the entries of this run have seen less than this session.
    pub(super) fn notes_all(&self) -> bool {
        self.fresh.is_empty()
    }

    /// What the own entry of this number, written now, has seen.
    pub(super) fn past(&self, seq: u64) -> Past {
        Past::new(Mark { run: self.rank, seq }, self.reached.clone())
    }

    /// Every head, this session's included.
    pub(super) fn heads(&self, own: Option<&Head>) -> Vec<Head> {
        let mut heads = self.others.clone();
        heads.extend(own.cloned());
        heads.sort();
        heads
    }
}

/// The key of an entry of a control folder that names what its writer had seen of the exercise. It is not `saw`, for these blocks lie
/// in another folder.
const CASE_SAW: &str = "case_saw";

/// The blocks of another folder that were seen.
#[derive(Default)]
pub(super) struct Beside {
    fresh: Vec<Head>,
    noted: BTreeSet<Head>,
}

impl Beside {
    /// Names heads in the next entry, unless one names them already. After a try that failed the same ones are named again, so that
    /// it is the same entry.
    pub(super) fn see(&mut self, heads: &[Head]) {
        if self.fresh.is_empty() {
            let new = heads.iter().filter(|head| !self.noted.contains(*head)).take(NOTES_IN_A_BLOCK);
            self.fresh = new.cloned().collect();
        }
    }

    pub(super) fn note_in(&self, fields: Fields) -> Fields {
        if self.fresh.is_empty() { fields } else { fields.list(CASE_SAW, self.fresh.iter().map(ToString::to_string)) }
    }

    pub(super) fn noted(&mut self) {
        self.noted.extend(self.fresh.drain(..));
    }
}

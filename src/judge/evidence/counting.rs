//! What is recorded and counts: the case as it is folded, with what stands otherwise for a few things laid over it.

use crate::base::ItemId;
use crate::case::tracks::Track;
use crate::case::{About, CaseState};
use std::collections::BTreeMap;
use std::ops::Deref;

/// What stands otherwise than in the fold: without what fell, or as somebody had seen it.
pub type Over = BTreeMap<ItemId, About>;

/// A case as it counts. Whatever is asked of one thing is answered from what is laid over it; everything else is the case's own.
#[derive(Clone, Copy, Debug)]
pub struct Counting<'a> {
    state: &'a CaseState,
    over: Option<&'a Over>,
}

impl<'a> From<&'a CaseState> for Counting<'a> {
    fn from(state: &'a CaseState) -> Self {
        Self { state, over: None }
    }
}

impl Deref for Counting<'_> {
    type Target = CaseState;

    fn deref(&self) -> &CaseState {
        self.state
    }
}

impl<'a> Counting<'a> {
    pub fn new(state: &'a CaseState, over: &'a Over) -> Self {
        Self { state, over: Some(over).filter(|over| !over.is_empty()) }
    }

    /// The case as it is folded, whether it counts or fell.
    pub fn recorded(self) -> &'a CaseState {
        self.state
    }

    pub(in crate::judge) fn laid_over(self, id: &str) -> Option<&'a About> {
        self.over.and_then(|over| over.get(id))
    }

    pub fn about(self, id: &str) -> Option<&'a About> {
        self.laid_over(id).or_else(|| self.state.about(id))
    }

    fn track(self, id: &str, of: fn(&About) -> &Track) -> Option<&'a Track> {
        self.about(id).map(of).filter(|track| !track.all.is_empty())
    }

    pub fn answers(self, question: &str) -> Option<&'a Track> {
        self.track(question, |about| &about.answers)
    }

    pub fn outcomes(self, item: &str) -> Option<&'a Track> {
        self.track(item, |about| &about.outcomes)
    }

    pub fn seat(self, decision: &ItemId, role: &ItemId) -> Option<&'a Track> {
        self.about(decision.as_str())?.seats.get(role)
    }

    pub fn silence(self, silence: &str) -> Option<&'a Track> {
        self.track(silence, |about| &about.silence)
    }

    pub fn deferral(self, item: &str) -> Option<&'a Track> {
        self.track(item, |about| &about.deferral)
    }

    /// Attempts that were made for a call of the tree, oldest first.
    pub fn attempts(self, call: &str) -> &'a [usize] {
        self.about(call).map_or(&[], |about| &about.attempts)
    }

    /// Entries by which somebody else was asked to make a call of the tree, oldest first.
    pub fn passed_on(self, call: &str) -> &'a [usize] {
        self.about(call).map_or(&[], |about| &about.passed_on)
    }

    /// Entries that count no more because something else has changed, oldest first.
    pub fn set_aside(self, item: &str) -> &'a [usize] {
        self.laid_over(item).map_or(&[], |about| &about.aside)
    }

    /// Texts of a document, as they replace one another.
    pub fn drafts(self, document: &str) -> Option<&'a Track> {
        self.track(document, |about| &about.drafts)
    }

    /// What roles found of the texts of a document, oldest first.
    pub fn findings(self, document: &str) -> &'a [usize] {
        self.about(document).map_or(&[], |about| &about.findings)
    }

    /// Sendings of a document, oldest first.
    pub fn sendings(self, document: &str) -> &'a [usize] {
        self.about(document).map_or(&[], |about| &about.sendings)
    }

    /// Entries of a register that count, oldest first. What is laid over holds no others.
    pub fn counting(self, register: &str) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        let over = self.laid_over(register);
        let list = self.about(register).map_or(&[][..], |about| &about.register);
        let state = self.state;
        list.iter().copied().filter(move |at| over.is_some() || state.counts(*at))
    }
}

//! Where things stand in the files of a playbook. The model itself has no places; the checks name them.

use super::condition::Expr;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Where things stand in the files; the model itself has no places.
#[derive(Default, Debug)]
pub(super) struct Places {
    pub ids: BTreeMap<String, Span>,
    pub roles: BTreeMap<String, Span>,
    pub phases: BTreeMap<String, Span>,
    pub clauses: BTreeMap<String, Span>,
    pub head: Span,
    /// Where the review is named, and by question, what is taken over from it.
    pub review: Span,
    pub taken_over: BTreeMap<String, Span>,
    /// Every condition that could be read.
    pub guards: Vec<Guard>,
    pub cited: BTreeSet<String>,
    /// Clauses that something cites which does their work; a phase only says where the work stands.
    pub carried: BTreeSet<String>,
    pub named_roles: BTreeSet<String>,
}

/// A condition and what it guards.
#[derive(Debug)]
pub(super) struct Guard {
    pub owner: String,
    /// The key under which it stands.
    pub key: &'static str,
    pub span: Span,
    pub root: Expr,
}

impl Places {
    /// Where an identifier is declared.
    pub fn declared(&self, id: &str) -> Span {
        self.ids.get(id).copied().unwrap_or_default()
    }

    /// Where the condition under a key of something stands; its identifier when there is none.
    pub fn guarded(&self, owner: &str, key: &str) -> Span {
        let guard = self.guards.iter().find(|guard| guard.owner == owner && guard.key == key);
        guard.map_or_else(|| self.declared(owner), |guard| guard.span)
    }
}

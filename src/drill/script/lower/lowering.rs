//! What a script is lowered with, and how much of each it may hold.

use crate::playbook::Playbook;
use crate::playbook::condition::Names;
use crate::source::{Problems, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Most of each: objectives, roles, parts, injects, expectations of one inject.
pub(in crate::drill::script) const MOST_OBJECTIVES: usize = 8;
pub(in crate::drill::script) const MOST_ROLES: usize = 16;
pub(in crate::drill::script) const MOST_PARTS: usize = 8;
pub(in crate::drill::script) const MOST_INJECTS: usize = 80;
pub(in crate::drill::script) const MOST_EXPECTED: usize = 8;
/// Most rules, questions of a part.
pub(in crate::drill::script) const MOST_LINES: usize = 8;
/// Most files of an inject.
pub(in crate::drill::script) const MOST_FILES: usize = 4;

/// What names resolve against.
pub(in crate::drill::script) struct Lowering<'a> {
    pub source: &'a Source,
    pub problems: &'a mut Problems,
    /// The playbook; `None` where the script is for any, or its own is not known, which is reported.
    pub playbook: Option<&'a Playbook>,
    /// Whether it is written for any playbook.
    pub any: bool,
    pub names: Names,
    pub objectives: BTreeMap<String, Span>,
    pub roles: BTreeSet<String>,
    pub parts: BTreeMap<String, usize>,
    pub injects: BTreeMap<u32, usize>,
    pub expectations: BTreeMap<String, usize>,
}

//! A verb: something that can be recorded, in one declaration.

use super::ask::Asked;
use super::draft::Draft;
use super::field::Field;
use super::refusal::Refusal;
use crate::base::ItemId;
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use std::fmt;

/// Something that can be recorded.
pub struct Verb {
    /// On the command line: "pass-on".
    pub word: &'static str,
    /// Of its form, where the item's title does not say more.
    pub title: &'static str,
    /// One or two sentences for help and manual.
    pub help: &'static str,
    pub on: Target,
    /// All that it can ever ask, in the order of the command line.
    pub fields: &'static [&'static Field],
    /// What is asked of every record of this kind besides: who, when, a remark.
    pub around: &'static [&'static Field],
    /// Who did or said it: "Asked by". Empty where a form asks nothing around the record.
    pub who: &'static str,
    /// Whether it settles something, so that the walk goes on.
    pub leads_on: bool,
    pub when_closed: bool,
    /// The kinds of entry that it makes.
    pub records: &'static [EntryKind],
    /// What it is to an entry of somebody else about the same thing.
    pub beside: Beside,
    /// Whether it may be recorded here and now, and if not, why.
    pub offers: fn(&View<'_>, &On) -> Result<(), Refusal>,
    /// The fields that mean something now, given what is typed so far.
    pub ask: fn(&View<'_>, &On, &Draft) -> Asked,
    /// The fact, or why there is none.
    pub decide: fn(&View<'_>, &On, &Draft) -> Result<Fact, Refusal>,
}

/// What the first argument of a verb names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    pub kind: TargetKind,
    /// In the manual: "ID".
    pub value: &'static str,
    pub help: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TargetKind {
    Item,
    /// An item, or a list that every case has.
    List,
    /// A call, or the role that was called.
    CallOrRole,
    Silence,
    Role,
    Entry,
    /// An entry or a label, or an item that nobody has recorded yet.
    Row,
    /// What can have to be looked at again: an item, a rule that doubts what is recorded, a silence that was decided.
    Marked,
    /// An item, a rule, a silence, or the case as a whole: `--about`.
    Anything,
    Case,
}

/// What an entry is to one about the same thing that somebody else recorded meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// It counts in its place.
    Replaces,
    /// Both count.
    Adds,
    /// It speaks of everything that is open.
    Closes,
    /// They have nothing to do with each other.
    Stands,
}

/// What a record is about, found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum On {
    Item(ItemId),
    Rule(ItemId),
    Silence(ItemId),
    Role(ItemId),
    /// A place in the log.
    Entry(usize),
    Case,
}

impl Verb {
    /// All fields, those around included, in the order of the command line.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().chain(self.around).copied()
    }
}

impl PartialEq for Verb {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Verb {}

impl std::hash::Hash for Verb {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.word.hash(state);
    }
}

impl PartialOrd for Verb {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Verb {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.word.cmp(other.word)
    }
}

impl fmt::Debug for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}

impl Verb {
    /// Its word at the beginning of a sentence: "Pass on".
    pub fn spoken(&self) -> String {
        let mut letters = self.word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>().replace('-', " ")
    }

    /// Whether it is recorded of one item, or of a silence.
    pub fn is_on_items(&self) -> bool {
        matches!(
            self.on.kind,
            TargetKind::Item | TargetKind::List | TargetKind::Marked | TargetKind::CallOrRole | TargetKind::Silence
        )
    }

    /// Whether it means something only with a playbook.
    pub fn needs_playbook(&self) -> bool {
        !matches!(self.on.kind, TargetKind::Case | TargetKind::Entry | TargetKind::Row)
    }
}

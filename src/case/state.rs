//! The state of a case: the log, and for each thing the entries that count now.

use super::renewal::Renewed;
use super::tracks::Track;
use super::{Fact, Recorded, struck};
use crate::base::{ItemId, Reading, Stamp};
use crate::journal::{EntryId, Names, Past};
use crate::playbook::model::Renewals;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One entry in the log, with what its writer had seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The entry.
    pub recorded: Recorded,
    /// Every entry that its writer could know of.
    pub past: Past,
}

/// How the case was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    /// Title given by the responder.
    pub title: String,
    /// Playbook id.
    pub playbook: String,
    /// Title of the playbook.
    pub playbook_title: String,
    /// By whom.
    pub by: String,
    /// When, by the laptop's clock.
    pub at: Stamp,
}

/// Everything that is known about a case, folded from its entries.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CaseState {
    /// All entries in fold order.
    pub log: Vec<Row>,
    /// The opening, once its entry is there.
    pub opening: Option<Opening>,
    /// The names of the runs, for people; nothing in the fold rests on them.
    pub names: Names,
    pub(super) answers: BTreeMap<ItemId, Track>,
    pub(super) outcomes: BTreeMap<ItemId, Track>,
    pub(super) seats: BTreeMap<(ItemId, ItemId), Track>,
    silences: BTreeMap<ItemId, Track>,
    contacts: BTreeMap<ItemId, Track>,
    pub(super) deferrals: BTreeMap<ItemId, Track>,
    notes: BTreeMap<ItemId, Vec<usize>>,
    pub(super) calls: BTreeMap<ItemId, Vec<usize>>,
    pub(super) passed_on: BTreeMap<ItemId, Vec<usize>>,
    numbers: Vec<usize>,
    registers: BTreeMap<ItemId, Vec<usize>>,
    struck: BTreeMap<EntryId, usize>,
    lifecycle: Track,
    time_checks: Vec<usize>,
    pub(super) renewed: Renewed,
}

impl CaseState {
    /// Folds entries that are already in causal order, on a playbook that says what is asked again.
    pub fn fold(rows: impl IntoIterator<Item = Row>, renewals: &Arc<Renewals>) -> Self {
        let mut state = Self::renewing(renewals);
        state.fold_anew(rows.into_iter().collect());
        state
    }

    /// What is struck out is known before anything is taken in, so that the order of arrival makes no difference.
    fn fold_anew(&mut self, rows: Vec<Row>) {
        self.struck = struck::struck(&rows);
        for row in rows {
            self.take_in(row);
        }
    }

    /// Takes in one more entry. Cannot fail.
    pub fn apply(&mut self, row: Row) {
        if !matches!(row.recorded.fact, Fact::StruckOut { .. }) {
            return self.take_in(row);
        }
        let mut rows = std::mem::take(&mut self.log);
        rows.push(row);
        let names = std::mem::take(&mut self.names);
        *self = Self { names, ..Self::renewing(&self.renewals()) };
        self.fold_anew(rows);
    }

    fn take_in(&mut self, row: Row) {
        let at = self.log.len();
        if self.struck.contains_key(&row.recorded.id) {
            if let Fact::Counted { register, .. }
            | Fact::RowAdded { register, .. }
            | Fact::RowsImported { register, .. } = &row.recorded.fact
            {
                self.registers.entry(register.clone()).or_default().push(at);
            }
            self.log.push(row);
            return;
        }
        self.renew(at, &row);
        if self.counts_not(at, &row) {
            self.log.push(row);
            return;
        }
        let Self { log, answers, outcomes, seats, silences, contacts, deferrals, notes, .. } = self;
        let past = &row.past;
        let seen = |earlier: usize| past.saw(log[earlier].past.own());
        match &row.recorded.fact {
            Fact::Opened { title, playbook, playbook_title, .. } => {
                self.opening.get_or_insert_with(|| Opening {
                    title: title.clone(),
                    playbook: playbook.clone(),
                    playbook_title: playbook_title.clone(),
                    by: row.recorded.who.by.clone(),
                    at: row.recorded.reading.wall,
                });
            }
            Fact::Answered { question, .. } => answers.entry(question.clone()).or_default().add(at, seen),
            Fact::TaskDone { task: item, .. }
            | Fact::TaskRuledOut { item, .. }
            | Fact::NecessityFound { item, .. }
            | Fact::ProhibitionSeen { item }
            | Fact::ProhibitionBroken { item, .. } => outcomes.entry(item.clone()).or_default().add(at, seen),
            Fact::Decided { decision, role, .. } => {
                seats.entry((decision.clone(), role.clone())).or_default().add(at, seen);
            }
            Fact::SilenceDecided { silence, .. } => {
                silences.entry(silence.clone()).or_default().add(at, seen);
            }
            Fact::ContactSet { role, .. } => contacts.entry(role.clone()).or_default().add(at, seen),
            Fact::Deferred { item, .. } => deferrals.entry(item.clone()).or_default().add(at, seen),
            Fact::Noted { about: Some(item), .. } => notes.entry(item.clone()).or_default().push(at),
            Fact::Called { calls: made_for, .. } => {
                for call in made_for {
                    self.calls.entry(call.clone()).or_default().push(at);
                }
            }
            Fact::PassedOn { calls: passed, .. } => {
                for call in passed {
                    self.passed_on.entry(call.clone()).or_default().push(at);
                }
            }
            Fact::Counted { register, .. }
            | Fact::RowAdded { register, .. }
            | Fact::RowsImported { register, .. } => {
                self.registers.entry(register.clone()).or_default().push(at);
            }
            Fact::TimeChecked { .. } => self.time_checks.push(at),
            Fact::Closed { .. } | Fact::Reopened { .. } => self.lifecycle.add(at, seen),
            Fact::Noted { about: None, .. }
            | Fact::HandedOver { .. }
            | Fact::StruckOut { .. }
            | Fact::ClockStepped { .. }
            | Fact::SessionEnded
            | Fact::Other { .. } => {}
        }
        if matches!(row.recorded.fact, Fact::Called { .. } | Fact::ContactSet { .. }) {
            self.numbers.push(at);
        }
        self.log.push(row);
    }

    /// Whether a row is only history, because what it speaks about was set aside by a change that its writer had not seen.
    fn counts_not(&mut self, at: usize, row: &Row) -> bool {
        let about = match &row.recorded.fact {
            Fact::Answered { .. }
            | Fact::TaskDone { .. }
            | Fact::TaskRuledOut { .. }
            | Fact::NecessityFound { .. }
            | Fact::Decided { .. }
            | Fact::PassedOn { .. } => row.recorded.fact.subject().cloned(),
            _ => None,
        };
        let overtaken = about.filter(|item| self.is_overtaken(item, row));
        if let Some(item) = &overtaken {
            self.keep_aside(item, at);
        }
        overtaken.is_some()
    }

    /// The entry at a position of the log.
    pub fn at(&self, position: usize) -> &Recorded {
        &self.log[position].recorded
    }

    /// The name of the entry at a position of the log, as people say it: `k4-12`.
    pub fn name(&self, position: usize) -> String {
        self.names.entry(&self.at(position).id)
    }

    /// Answers to a question.
    pub fn answers(&self, question: &str) -> Option<&Track> {
        self.answers.get(question)
    }

    /// What became of a task, call, document or prohibition.
    pub fn outcomes(&self, item: &str) -> Option<&Track> {
        self.outcomes.get(item)
    }

    /// What one seat decided.
    pub fn seat(&self, decision: &ItemId, role: &ItemId) -> Option<&Track> {
        self.seats.get(&(decision.clone(), role.clone()))
    }

    /// What people decided where the policy is silent.
    pub fn silence(&self, silence: &str) -> Option<&Track> {
        self.silences.get(silence)
    }

    /// Who was filled in for a role.
    pub fn contact(&self, role: &str) -> Option<&Track> {
        self.contacts.get(role)
    }

    /// When an item was put off, and until when.
    pub fn deferral(&self, item: &str) -> Option<&Track> {
        self.deferrals.get(item)
    }

    /// Notes about an item, oldest first.
    pub fn notes(&self, item: &str) -> &[usize] {
        self.notes.get(item).map_or(&[], Vec::as_slice)
    }

    /// Attempts that were made for a call of the tree, oldest first.
    pub fn attempts(&self, call: &str) -> &[usize] {
        self.calls.get(call).map_or(&[], Vec::as_slice)
    }

    /// Entries by which somebody else was asked to make a call of the tree, oldest first.
    pub fn passed_on(&self, call: &str) -> &[usize] {
        self.passed_on.get(call).map_or(&[], Vec::as_slice)
    }

    /// Entries of a register, oldest first, those that were struck out among them.
    pub fn register(&self, register: &str) -> &[usize] {
        self.registers.get(register).map_or(&[], Vec::as_slice)
    }

    /// Entries of a register that count, oldest first.
    pub fn counting(&self, register: &str) -> impl DoubleEndedIterator<Item = usize> {
        let counts = |at: &usize| self.struck_by(&self.at(*at).id).is_none();
        self.register(register).iter().copied().filter(counts)
    }

    /// The place of the entry that struck this one out; `None` while it counts.
    pub fn struck_by(&self, entry: &EntryId) -> Option<usize> {
        self.struck.get(entry).copied()
    }

    /// Entries that dialled or filled in a number, in fold order.
    pub fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    /// When an entry was recorded by the watch that was compared last in the same run of the computer; `None` without such a
    /// comparison, or where the clock agrees to the second. The time since boot is not moved when the wall clock is set, so
    /// it carries the watch's time to every entry of that run.
    pub fn by_the_watch(&self, recorded: &Recorded) -> Option<Stamp> {
        let same_run = |check: &&Recorded| {
            check.reading.boot == recorded.reading.boot
                && !check.reading.boot.is_empty()
                && check.reading.up_ms > 0
        };
        let check = self.time_checks.iter().rev().map(|at| self.at(*at)).find(same_run)?;
        let Fact::TimeChecked { watch, .. } = check.fact else { return None };
        let up = |reading: &Reading| i64::try_from(reading.up_ms).unwrap_or(i64::MAX);
        let since = up(&recorded.reading).saturating_sub(up(&check.reading)) / 1000;
        let corrected = watch.checked_plus_seconds(since)?;
        (corrected.seconds_since(recorded.reading.wall) != 0).then_some(corrected)
    }

    /// The entry that closed the case, unless it was opened again since.
    pub fn closing(&self) -> Option<&Recorded> {
        let mut latest_first = self.lifecycle.current.iter().rev().map(|at| self.at(*at));
        latest_first.find(|recorded| matches!(recorded.fact, Fact::Closed { .. }))
    }
}

//! The state of a case: the log, and for each thing the entries that count now.

use super::about::{About, take_out};
use super::tracks::{Frontier, Releases, Track};
use super::{Exercise, Fact, ListRow, Recorded, Row, sheet, struck};
use crate::base::{ItemId, Reading, Stamp};
use crate::journal::{EntryId, Names, Ordered};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    pub title: String,
    pub playbook: String,
    pub playbook_title: String,
    pub by: String,
    /// When, in the time of the case.
    pub at: Stamp,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct CaseState {
    /// All entries in fold order.
    pub log: Vec<Row>,
    pub opening: Option<Opening>,
    /// The names of the runs, for people; nothing in the fold rests on them.
    pub names: Names,
    pub(super) abouts: BTreeMap<ItemId, About>,
    numbers: Vec<usize>,
    pub(super) struck: BTreeMap<EntryId, usize>,
    /// The rows of sheets without an end.
    cut_off: BTreeSet<EntryId>,
    /// The rows of lists, by the entries that added them.
    pub(super) rows: BTreeMap<EntryId, ListRow>,
    /// The rows and amounts that were given each label, struck out or not, as positions in the log.
    pub(super) labels: BTreeMap<String, Vec<usize>>,
    /// What was replaced by name, with the place of the entry that stands for it.
    settled: BTreeMap<EntryId, usize>,
    /// The places of the entries for which one stands, by its own.
    stands_for: BTreeMap<usize, Vec<usize>>,
    lifecycle: Track,
    time_checks: Vec<usize>,
    /// The entries of an exercise, or of a control folder.
    pub(super) drill: Vec<usize>,
    /// The injects that went out.
    pub(super) releases: Releases,
    /// The clock of the exercise.
    pub(super) exercise: Option<Exercise>,
    /// Every strike that could be made, by the entry that it names, as positions in the log.
    pub(super) strikes: BTreeMap<EntryId, Vec<usize>>,
    /// Confirmations that count, by the entry that each names.
    pub(super) confirmed: BTreeMap<EntryId, Vec<usize>>,
    frontier: Frontier,
}

/// Most entries that one stands for, as far as what these had replaced is told apart.
const MANY: usize = 200;

impl CaseState {
    /// Folds entries that are already in causal order.
    pub fn fold(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut state = Self::default();
        state.fold_anew(rows.into_iter().collect());
        state
    }

    /// Folds the entries of all journals of a case.
    pub fn of(ordered: &Ordered<'_>) -> Self {
        let rows = ordered.entries.iter().zip(&ordered.pasts);
        Self::fold(rows.map(|(sealed, past)| {
            let facilitator = ordered.is_facilitator(past.own().run);
            Row { recorded: Recorded { facilitator, ..Recorded::from_entry(&sealed.entry) }, past: past.clone() }
        }))
    }

    /// What is cut off or struck out is known before anything is taken in, so that the order of arrival makes no difference.
    fn fold_anew(&mut self, rows: Vec<Row>) {
        self.cut_off = sheet::cut_off(&rows);
        self.strikes = struck::strikes(&rows, &self.cut_off);
        self.struck = struck::struck(&rows, &self.strikes, self.strikes.keys().cloned(), |_| true);
        let settled = struck::places(&rows, rows.iter().flat_map(|row| &row.recorded.who.settles));
        self.exercise = Exercise::of(&rows, |row| {
            !self.cut_off.contains(&row.recorded.id) && !self.struck.contains_key(&row.recorded.id)
        });
        for row in rows {
            self.take_in(row, &settled);
        }
        self.touch_by_strikes();
        self.strike_repeated();
    }

    /// Takes in one more entry. Cannot fail.
    pub fn apply(&mut self, row: Row) {
        // These say what counts of the entries before them, and the clock of an exercise when each was recorded.
        let moves_the_clock = match row.recorded.fact {
            Fact::ExerciseClock { .. } | Fact::RealEvent { .. } | Fact::DrillOpened { .. } => true,
            Fact::TimeChecked { .. } => self.exercise.is_some(),
            _ => false,
        };
        if !moves_the_clock && !matches!(row.recorded.fact, Fact::StruckOut { .. } | Fact::SheetEnded { .. }) {
            if row.recorded.who.in_sheet {
                self.cut_off.insert(row.recorded.id.clone());
            }
            let settled = struck::places(&self.log, &row.recorded.who.settles);
            return self.take_in(row, &settled);
        }
        let mut rows = std::mem::take(&mut self.log);
        rows.push(row);
        let names = std::mem::take(&mut self.names);
        *self = Self { names, ..Self::default() };
        self.fold_anew(rows);
    }

    fn take_in(&mut self, mut row: Row, places: &BTreeMap<EntryId, usize>) {
        let at = self.log.len();
        row.recorded.at = match &self.exercise {
            Some(exercise) => exercise.recorded(&row).at,
            None => row.recorded.reading.wall,
        };
        self.frontier.add(at, |earlier| row.past.saw(self.log[earlier].past.own()));
        if self.cut_off.contains(&row.recorded.id) {
            self.log.push(row);
            return;
        }
        self.take_in_cells(at, &row);
        if row.recorded.fact.is_of_a_drill() {
            self.drill.push(at);
            self.take_in_release(at, &row);
        }
        if self.struck.contains_key(&row.recorded.id) {
            if let Fact::Counted { register, .. }
            | Fact::RowAdded { register, .. }
            | Fact::RowsImported { register, .. } = &row.recorded.fact
            {
                self.about_mut(register).register.push(at);
            }
            for id in row.recorded.fact.subjects() {
                self.about_mut(id).undo(at, at);
            }
            self.log.push(row);
            return;
        }
        self.settle(at, &row, places);
        let Self { log, abouts, lifecycle, .. } = self;
        let Row { recorded, past } = &row;
        let seen = |earlier: usize| past.saw(log[earlier].past.own());
        for id in recorded.fact.subjects() {
            let about = abouts.entry(id.clone()).or_default();
            recorded.fact.keep_in(about, at, &seen);
            about.touch(at);
        }
        match &recorded.fact {
            Fact::Opened { title, playbook, playbook_title, .. } => {
                self.opening.get_or_insert_with(|| Opening {
                    title: title.clone(),
                    playbook: playbook.clone(),
                    playbook_title: playbook_title.clone(),
                    by: recorded.who.by.clone(),
                    at: recorded.at,
                });
            }
            Fact::ContactSet { role, .. } => {
                recorded.fact.keep_in(abouts.entry(role.clone()).or_default(), at, &seen);
                self.numbers.push(at);
            }
            Fact::Called { .. } => self.numbers.push(at),
            Fact::Confirmed { entries, .. } => {
                for entry in entries {
                    self.confirmed.entry(entry.clone()).or_default().push(at);
                }
            }
            Fact::TimeChecked { .. } => self.time_checks.push(at),
            Fact::Closed { .. } | Fact::Reopened { .. } => lifecycle.add(at, seen),
            // The others are about one thing, and stand with it, or are for reading alone.
            _ => {}
        }
        self.log.push(row);
    }

    /// Takes out what a row, which will stand at `at`, replaces by name. Its writer must have seen it.
    fn settle(&mut self, at: usize, row: &Row, places: &BTreeMap<EntryId, usize>) {
        let Self { log, abouts, rows, settled, stands_for, struck, numbers, time_checks, confirmed, .. } = self;
        for id in &row.recorded.who.settles {
            let Some(place) = places.get(id).copied().filter(|place| *place < at) else { continue };
            let Row { recorded, past } = &log[place];
            if !row.past.saw(past.own()) || !recorded.fact.can_be_struck() || struck.contains_key(id) {
                continue;
            }
            settled.insert(id.clone(), at);
            stands_for.entry(at).or_default().push(place);
            let of_role = match &recorded.fact {
                Fact::ContactSet { role, .. } => Some(role),
                _ => None,
            };
            let saw = |later: usize, earlier: usize| log[later].past.saw(log[earlier].past.own());
            for subject in recorded.fact.subjects().iter().chain(of_role) {
                if let Some(about) = abouts.get_mut(subject) {
                    about.retract(place, saw);
                    about.undo(place, at);
                }
            }
            if let Fact::RowChanged { row, .. } = &recorded.fact
                && let Some(row) = rows.get_mut(row)
            {
                row.retract(place, saw);
                abouts.entry(row.register.clone()).or_default().touch(at);
            }
            if let Fact::Confirmed { entries, .. } = &recorded.fact {
                for id in entries {
                    confirmed.entry(id.clone()).and_modify(|by| take_out(by, place));
                }
            }
            take_out(numbers, place);
            take_out(time_checks, place);
        }
    }

    /// Everything that was recorded about an item, a silence or a role.
    pub fn about(&self, id: &str) -> Option<&About> {
        self.abouts.get(id)
    }

    pub(super) fn about_mut(&mut self, id: &ItemId) -> &mut About {
        self.abouts.entry(id.clone()).or_default()
    }

    fn track(&self, id: &str, of: fn(&About) -> &Track) -> Option<&Track> {
        self.about(id).map(of).filter(|track| !track.all.is_empty())
    }

    fn list(&self, id: &str, of: fn(&About) -> &[usize]) -> &[usize] {
        self.about(id).map_or(&[], of)
    }

    pub fn at(&self, position: usize) -> &Recorded {
        &self.log[position].recorded
    }

    /// Where an entry stands in the log.
    pub fn place(&self, entry: &EntryId) -> Option<usize> {
        self.rows.get(entry).map(|row| row.at).or_else(|| self.log.iter().position(|row| row.recorded.id == *entry))
    }

    /// The name of the entry at a position of the log, as people say it: `k4-12`.
    pub fn name(&self, position: usize) -> String {
        self.names.entry(&self.at(position).id)
    }

    pub fn answers(&self, question: &str) -> Option<&Track> {
        self.track(question, |about| &about.answers)
    }

    pub fn outcomes(&self, item: &str) -> Option<&Track> {
        self.track(item, |about| &about.outcomes)
    }

    pub fn seat(&self, decision: &ItemId, role: &ItemId) -> Option<&Track> {
        self.about(decision.as_str())?.seats.get(role)
    }

    pub fn silence(&self, silence: &str) -> Option<&Track> {
        self.track(silence, |about| &about.silence)
    }

    pub fn contact(&self, role: &str) -> Option<&Track> {
        self.track(role, |about| &about.contact)
    }

    pub fn deferral(&self, item: &str) -> Option<&Track> {
        self.track(item, |about| &about.deferral)
    }

    /// Notes about an item, oldest first.
    pub fn notes(&self, item: &str) -> &[usize] {
        self.list(item, |about| &about.notes)
    }

    /// Attempts that were made for a call of the tree, oldest first.
    pub fn attempts(&self, call: &str) -> &[usize] {
        self.list(call, |about| &about.attempts)
    }

    /// Entries by which somebody else was asked to make a call of the tree, oldest first.
    pub fn passed_on(&self, call: &str) -> &[usize] {
        self.list(call, |about| &about.passed_on)
    }

    /// Entries of a register, oldest first, those that were struck out among them.
    pub fn register(&self, register: &str) -> &[usize] {
        self.list(register, |about| &about.register)
    }

    /// Entries of a register that count, oldest first.
    pub fn counting(&self, register: &str) -> impl DoubleEndedIterator<Item = usize> {
        self.register(register).iter().copied().filter(|at| self.counts(*at))
    }

    /// Whether an entry was neither cut off, nor struck out, nor replaced by name.
    pub fn counts(&self, at: usize) -> bool {
        let id = &self.at(at).id;
        !self.is_cut_off(id) && !self.struck.contains_key(id) && !self.settled.contains_key(id)
    }

    /// Whether an entry is a row of a sheet whose end is not there. It was never acknowledged, and counts for nothing.
    pub fn is_cut_off(&self, entry: &EntryId) -> bool {
        self.cut_off.contains(entry)
    }

    /// The places of such rows, in the order of the log.
    pub fn cut_off(&self) -> impl Iterator<Item = usize> {
        let all = if self.cut_off.is_empty() { 0 } else { self.log.len() };
        (0..all).filter(|at| self.is_cut_off(&self.at(*at).id))
    }

    /// The place of the entry that stands in the place of this one; `None` where none names it.
    pub fn settled_by(&self, entry: &EntryId) -> Option<usize> {
        self.settled.get(entry).copied()
    }

    /// The places of the entries that the one at a position puts right or settles, without what these had replaced before.
    pub fn stands_for(&self, at: usize) -> impl Iterator<Item = usize> {
        let of = |at: &usize| self.stands_for.get(at).map_or(&[][..], Vec::as_slice);
        let all = of(&at);
        // Somebody puts a few right; of a flood nothing is worked out.
        let before: BTreeSet<usize> =
            all.iter().take(MANY).flat_map(|other| of(other).iter().take(MANY)).copied().collect();
        all.iter().copied().filter(move |place| !before.contains(place))
    }

    /// The place of the entry that struck this one out; `None` while it counts.
    pub fn struck_by(&self, entry: &EntryId) -> Option<usize> {
        self.struck.get(entry).copied()
    }

    /// Whether the writer of the entry at a position had seen every entry before it. No, where that is not known.
    pub fn saw_all(&self, at: usize) -> bool {
        self.frontier.saw_all(at)
    }

    /// The confirmations of the entry at a position that count, oldest first.
    pub fn confirmations(&self, at: usize) -> &[usize] {
        self.confirmed.get(&self.at(at).id).map_or(&[], Vec::as_slice)
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
            check.reading.boot == recorded.reading.boot && !check.reading.boot.is_empty() && check.reading.up_ms > 0
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

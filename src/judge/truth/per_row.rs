//! One task or call, many rows: how it stands for each row of the list that it has to be settled for.

use crate::base::ItemId;
use crate::case::{CallOutcome, CaseState, Fact, ForRow, ForRows};
use crate::journal::EntryId;
use crate::judge::evidence::registers;
use crate::judge::items::passed_on;
use crate::judge::items::{ItemStatus, afterwards, reached_value};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};
use std::collections::{BTreeMap, BTreeSet};

/// A row by its name, and how the item stands for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TargetStatus {
    /// The row's name, as it was first written.
    pub name: String,
    /// The entries that added it; none for a row of an answer or of a file.
    pub rows: Vec<EntryId>,
    pub standing: Standing,
    pub value: Option<String>,
    pub entry: Option<usize>,
    /// The entry since which it stands so.
    pub since: Option<usize>,
    /// For a call: the attempts that were made for it, oldest first.
    pub attempts: Vec<usize>,
    pub try_now: Option<ItemId>,
    /// For a call: the person and the number to try now, and why.
    pub proposal: Option<crate::judge::call_tree::Proposal>,
}

impl TargetStatus {
    /// Whether nothing is left to do for it.
    pub fn is_settled(&self) -> bool {
        !self.standing.is_open()
    }

    /// The row, for what is recorded for it.
    pub fn to_record(&self) -> ForRows {
        let of = |row: Option<EntryId>| ForRow { row, name: self.name.clone() };
        let rows = self.rows.iter().cloned().map(|id| of(Some(id))).collect::<Vec<_>>();
        ForRows(if rows.is_empty() { vec![of(None)] } else { rows })
    }

    fn is_done(&self) -> bool {
        self.is_settled() && self.standing != Standing::RuledOut
    }
}

/// The names of two rows are the same if they differ only in upper and lower case.
pub fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The name of a row of a list, which stands before its columns.
pub fn name_of(row: &str) -> &str {
    row.split(';').next().unwrap_or_default().trim()
}

/// A row as its list has it; rows of one name are one.
pub(in crate::judge) struct Listed {
    pub name: String,
    /// The entries that added it.
    pub rows: Vec<EntryId>,
    /// What it was ever called, as [`key`]s.
    pub names: Vec<String>,
}

impl Listed {
    /// A row that no entry of its own added.
    pub fn named(name: String) -> Self {
        Self { name, rows: Vec::new(), names: Vec::new() }
    }
}

/// The rows of a list question or a list register, each name once; `None` while nobody knows them.
fn listed(source: &ItemId, knowledge: &Knowledge<'_>) -> Option<Vec<Listed>> {
    let item = knowledge.playbook.item(source.as_str())?;
    let found: Vec<Listed> = match &item.body {
        Body::Question(_) => match knowledge.answer(source.as_str()) {
            Some(Answer::Rows(rows)) => rows.iter().map(|row| Listed::named(name_of(row).to_owned())).collect(),
            _ => Vec::new(),
        },
        Body::Register(_) => registers::rows(source, knowledge.state),
        _ => return None,
    };
    if found.is_empty() && !has_no_rows(item, knowledge) {
        return None;
    }
    let mut places = BTreeMap::new();
    let mut each: Vec<Listed> = Vec::new();
    for row in found.into_iter().filter(|row| !row.name.is_empty()) {
        match places.get(&key(&row.name)) {
            None => {
                places.insert(key(&row.name), each.len());
                each.push(row);
            }
            Some(at) => {
                let known: &mut Listed = &mut each[*at];
                known.rows.extend(row.rows);
                known.names.extend(row.names);
            }
        }
    }
    Some(each)
}

/// Which row an entry means.
struct Places<'a> {
    list: &'a ItemId,
    state: &'a CaseState,
    by_entry: BTreeMap<&'a EntryId, usize>,
    by_name: BTreeMap<String, usize>,
}

impl<'a> Places<'a> {
    fn of(list: &'a ItemId, rows: &'a [Listed], state: &'a CaseState) -> Self {
        let mut by_name: BTreeMap<_, _> = rows.iter().enumerate().map(|(at, row)| (key(&row.name), at)).collect();
        for (at, row) in rows.iter().enumerate() {
            row.names.iter().for_each(|name| _ = by_name.entry(name.clone()).or_insert(at));
        }
        let by_entry = rows.iter().enumerate().flat_map(|(at, row)| row.rows.iter().map(move |id| (id, at))).collect();
        Self { list, state, by_entry, by_name }
    }

    /// The rows of this list: by the entry that added each, whatever it is called now. By its name only where no entry of this list
    /// is given: in an older entry, for a row of an answer or of a file, and in a call that counts for two lists.
    fn meant(&self, target: &ForRows) -> BTreeSet<usize> {
        let found = |of: &ForRow| {
            let ours = of.row.as_ref().filter(|id| self.state.row(id).is_some_and(|row| row.register == *self.list));
            ours.map_or_else(|| self.by_name.get(&key(&of.name)).copied(), |id| self.entry(id))
        };
        target.0.iter().filter_map(found).collect()
    }

    /// A row that was recorded anew is the one that stands in its place.
    fn entry(&self, id: &EntryId) -> Option<usize> {
        let mut id = id;
        while !self.by_entry.contains_key(id) {
            id = &self.state.at(self.state.settled_by(id)?).id;
        }
        self.by_entry.get(id).copied()
    }
}

/// Whether people said that there are no rows, or the list itself does not apply.
fn has_no_rows(item: &Item, knowledge: &Knowledge<'_>) -> bool {
    let id = item.id.as_str();
    if matches!(knowledge.answer(id), Some(Answer::Rows(rows)) if rows.is_empty()) {
        return true;
    }
    let ruled_out = knowledge.state.outcomes(id).and_then(crate::case::tracks::Track::last);
    let ruled_out = ruled_out.is_some_and(|at| matches!(knowledge.state.at(at).fact, Fact::TaskRuledOut { .. }));
    let lane = knowledge.playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
    let applies = || knowledge.holds(lane).and(knowledge.holds(item.when.as_ref())).value;
    ruled_out || knowledge.state.answers(id).is_none() && applies() == Some(false)
}

/// Works out an item for every row; `None` while the rows are not known, and for items that have no rows.
pub(in crate::judge) fn work_out(item: &Item, knowledge: &Knowledge<'_>) -> Option<Vec<TargetStatus>> {
    let list = item.body.for_each()?;
    let rows = listed(list, knowledge)?;
    let entries = entries(item, &Places::of(list, &rows, knowledge.state), rows.len());
    let each = rows.into_iter().zip(entries).map(|(row, entries)| match &item.body {
        Body::Call(body) => call(item, body, row, entries, knowledge),
        body => {
            let continuous = matches!(body, Body::Task(task) if task.continuous);
            let done = if continuous { Standing::Continuing } else { Standing::Done };
            deed(item, row, entries, knowledge, (Standing::Open, done))
        }
    });
    Some(each.collect())
}

/// What was recorded for a row, oldest first.
#[derive(Clone, Default)]
struct Entries {
    outcomes: Vec<usize>,
    attempts: Vec<usize>,
    passed_on: Vec<usize>,
}

/// The entries of an item by its rows. Those that name no row speak for all of them.
fn entries(item: &Item, places: &Places<'_>, rows: usize) -> Vec<Entries> {
    let (state, id) = (places.state, item.id.as_str());
    let mut entries = vec![Entries::default(); rows];
    let outcomes = state.outcomes(id).map(|track| track.all.as_slice()).unwrap_or_default();
    let all = outcomes.iter().chain(state.attempts(id)).chain(state.passed_on(id));
    for (at, fact) in all.map(|at| (*at, &state.at(*at).fact)) {
        let Some(target) = fact.for_rows() else { continue };
        // That something was done, or somebody called, without saying for whom settles nobody's row.
        let done = matches!(fact, Fact::TaskDone { .. } | Fact::Called { .. });
        let meant = if target.0.is_empty() && !done { (0..rows).collect() } else { places.meant(target) };
        for row in meant {
            match fact {
                Fact::Called { .. } => entries[row].attempts.push(at),
                Fact::PassedOn { .. } => entries[row].passed_on.push(at),
                _ => entries[row].outcomes.push(at),
            }
        }
    }
    entries
}

/// Done, not needed, or whether it is needed at all.
fn deed(
    item: &Item,
    row: Listed,
    entries: Entries,
    knowledge: &Knowledge<'_>,
    (open, done): (Standing, Standing),
) -> TargetStatus {
    let chosen = !item.verb.asks_necessity() && item.verb.is_duty();
    let all = entries.outcomes;
    let (standing, value) = match all.last().map(|at| &knowledge.state.at(*at).fact) {
        Some(Fact::TaskDone { value, .. }) => (done, Some(value.clone())),
        Some(Fact::TaskRuledOut { reason, .. }) => (Standing::RuledOut, Some(reason.clone())),
        Some(Fact::NecessityFound { reason, .. }) => (open, Some(format!("Needed: {reason}"))),
        _ => (if chosen { open } else { Standing::Choice }, None),
    };
    let since = knowledge.since_in(&all);
    let Listed { name, rows, .. } = row;
    let (entry, attempts) = (all.last().copied(), entries.attempts);
    TargetStatus { name, rows, standing, value, entry, since, attempts, try_now: None, proposal: None }
}

fn call(item: &Item, body: &Call, row: Listed, entries: Entries, knowledge: &Knowledge<'_>) -> TargetStatus {
    let (attempts, passed) = (entries.attempts.clone(), entries.passed_on.clone());
    let mut status = deed(item, row, entries, knowledge, (Standing::Due, Standing::Reached));
    let fact = |at: usize| &knowledge.state.at(at).fact;
    let reached = |at: &&usize| matches!(fact(**at), Fact::Called { outcome: CallOutcome::Reached, .. });
    let latest = attempts.iter().rev().find(reached).copied();
    // Somebody who was reached is reached, whatever is found about it before or afterwards.
    if status.standing == Standing::RuledOut && latest.is_none() {
        return status;
    }
    if let Some(at) = latest
        && let Fact::Called { calls, .. } = fact(at)
    {
        let own = calls.first() == Some(&item.id);
        let found = status.entry.filter(|found| *found > at).map(fact);
        status.standing = if own { Standing::Reached } else { Standing::Covered };
        let value = reached_value(knowledge.state.at(at), at, &passed, knowledge);
        status.value = value.map(|value| afterwards(value, found));
        status.entry = Some(at);
        status.since = attempts.iter().find(reached).copied();
        return status;
    }
    if let Some(at) = attempts.last()
        && let Fact::Called { role, outcome, .. } = fact(*at)
    {
        let title = knowledge.playbook.role_title(role.as_str());
        status.standing = Standing::Attempted;
        status.value = Some(format!("{title}: {}", outcome.label().to_lowercase()));
        (status.entry, status.since) = (Some(*at), Some(*at));
    }
    if let Some(at) = passed_on::waiting(&passed, attempts.last().copied()) {
        status.standing = Standing::PassedOn;
        status.value = passed_on::value(knowledge.state, at);
        (status.entry, status.since) = (Some(at), Some(at));
    }
    let tried = |role: &ItemId| {
        attempts.iter().any(|at| matches!(fact(*at), Fact::Called { role: called, .. } if called == role))
    };
    let order = || std::iter::once(&body.role).chain(&body.alternates);
    status.try_now = order().find(|role| !tried(role)).or(order().next()).cloned();
    status
}

/// What does not apply, or is not known to, wants nothing for any of its rows. Until it is known, a row that has a record stays
/// as it stands.
pub(in crate::judge) fn without_ground(status: &mut ItemStatus) {
    let outside = match status.applies.value {
        Some(true) => return,
        Some(false) => Standing::NotApplicable,
        None => Standing::Pending,
    };
    if status.targets.is_empty() {
        return;
    }
    for target in status.targets.iter_mut().filter(|target| target.standing.is_open()) {
        if target.entry.is_none() || outside == Standing::NotApplicable {
            target.standing = outside;
            target.try_now = None;
        }
    }
    let waits = status.targets.iter().any(|target| target.standing.is_open());
    if !waits && status.standing.is_open() {
        status.standing = outside;
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Together {
    pub standing: Standing,
    /// "2 of 3: Boone County waits".
    pub value: Option<String>,
    pub entry: Option<usize>,
    /// Where the rows say whether it applies at all.
    pub applies: Option<Verdict>,
    /// For a call: whom to try now for the first row that waits.
    pub try_now: Option<ItemId>,
}

/// Puts the rows together. `targets` is `None` while they are not known.
pub(in crate::judge) fn together(item: &Item, targets: Option<&[TargetStatus]>, ruled_out: bool) -> Option<Together> {
    let source = Subject::Answer(item.body.for_each()?.clone());
    let none = Together { standing: Standing::Pending, value: None, entry: None, applies: None, try_now: None };
    let Some(targets) = targets else {
        // What was found not to be needed at all waits for no row.
        let waits = Verdict { value: None, because: Vec::new(), missing: vec![source] };
        return (!ruled_out).then_some(Together { applies: Some(waits), ..none });
    };
    let Some(waiting) = first_waiting(targets) else {
        return Some(if targets.is_empty() {
            let nobody = Verdict { value: Some(false), because: vec![source], missing: Vec::new() };
            Together { standing: Standing::NotApplicable, applies: Some(nobody), ..none }
        } else {
            settled(targets, none)
        });
    };
    let left = targets.iter().filter(|target| !target.is_settled()).count();
    let waits = match left - 1 {
        0 => format!("{} waits", waiting.name),
        more => format!("{} and {more} more wait", waiting.name),
    };
    Some(Together {
        standing: waiting.standing,
        value: Some(format!("{} of {}: {waits}", targets.len() - left, targets.len())),
        entry: latest(targets),
        try_now: waiting.try_now.clone(),
        ..none
    })
}

fn settled(targets: &[TargetStatus], none: Together) -> Together {
    let done = targets.iter().filter(|target| target.is_done()).count();
    let standing = targets.iter().find(|target| target.is_done()).map_or(Standing::RuledOut, |t| t.standing);
    let value = match (done, targets.len() - done) {
        (done, 0) => format!("{done} of {done}"),
        (0, ruled_out) => format!("not needed for any of {ruled_out}"),
        (done, ruled_out) => format!("{done} of {}, not needed for {ruled_out}", done + ruled_out),
    };
    Together { standing, value: Some(value), entry: latest(targets), ..none }
}

fn latest(targets: &[TargetStatus]) -> Option<usize> {
    targets.iter().filter_map(|target| target.entry).max()
}

/// The first row that is not settled; one that was tried already comes after those that were not.
pub fn first_waiting(targets: &[TargetStatus]) -> Option<&TargetStatus> {
    let mut waiting = targets.iter().filter(|target| !target.is_settled());
    let first = waiting.clone().find(|target| !matches!(target.standing, Standing::Attempted | Standing::PassedOn));
    first.or_else(|| waiting.next())
}

/// Whether the item is settled for every row: yes if it was done for one or more, no if it was ruled out for all.
pub(in crate::judge) fn holds(targets: &[TargetStatus]) -> Option<bool> {
    first_waiting(targets).is_none().then(|| targets.iter().any(TargetStatus::is_done))
}

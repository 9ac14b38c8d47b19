//! One question, task or call, many rows: how it stands for each row of the list that it has to be settled for.

mod expected;
mod facts;
mod list;
mod memo;
mod quantify;
mod records;

pub use facts::known_of_rows;
pub use list::{List, Listed};
pub(in crate::judge) use memo::Memo;
pub(in crate::judge) use quantify::each_row;
use records::Entries;

use crate::base::ItemId;
use crate::case::{CallOutcome, Fact, ForRow, ForRows};
use crate::journal::EntryId;
use crate::judge::items::passed_on;
use crate::judge::items::{ItemStatus, afterwards, reached_value};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};

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

/// Works out an item for every row; `None` while the rows are not known, and for items that have no rows.
pub(in crate::judge) fn work_out(item: &Item, knowledge: &Knowledge<'_>) -> Option<Vec<TargetStatus>> {
    let list = item.body.for_each()?;
    let list = knowledge.rows.list(list, knowledge)?;
    let records = knowledge.rows.records(item, &list, knowledge);
    let each = list.rows.iter().enumerate().map(|(at, row)| (row.clone(), records.row(at).clone()));
    let each = each.map(|(row, entries)| match &item.body {
        Body::Call(body) => call(item, body, row, entries, knowledge),
        body => {
            let continuous = matches!(body, Body::Task(task) if task.continuous);
            let done = if continuous { Standing::Continuing } else { Standing::Done };
            deed(item, row, entries, knowledge, (Standing::Open, done))
        }
    });
    Some(each.collect())
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
        status.value = passed_on::value(&knowledge.state, at);
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
            let nobody = Verdict { value: Some(false), because: vec![source.into()], missing: Vec::new() };
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

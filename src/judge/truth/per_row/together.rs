//! The rows of an item put together: what it comes to as a whole.

use super::status::{RowStatus, Rows, first_waiting};
use crate::base::ItemId;
use crate::judge::items::ItemStatus;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};

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
    status.targets.change(|row| {
        if row.standing.is_open() && (row.entry.is_none() || outside == Standing::NotApplicable) {
            row.standing = outside;
            row.try_now = None;
        }
    });
    let waits = status.targets.first(|row| row.standing.is_open()).is_some();
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

/// Puts the rows together. `rows` is `None` while they are not known.
pub(in crate::judge) fn together(item: &Item, rows: Option<&Rows>, ruled_out: bool) -> Option<Together> {
    let list = item.body.for_each()?;
    let none = Together { standing: Standing::Pending, value: None, entry: None, applies: None, try_now: None };
    let Some(rows) = rows else {
        // What was found not to be needed at all waits for no row.
        let waits = Verdict { value: None, because: Vec::new(), missing: vec![Subject::Rows(list.clone())] };
        return (!ruled_out).then_some(Together { applies: Some(waits), ..none });
    };
    let (settled, all) = rows.settled();
    let Some(waiting) = first_waiting(rows) else {
        return Some(match rows.expected() {
            // Of the rows that are still to come, each is to be settled, too.
            Some(expected) if !ruled_out => Together {
                standing: open(item),
                value: Some(format!("{settled} of {expected}")),
                entry: latest(rows),
                ..none
            },
            _ if rows.is_empty() => {
                let nobody = Verdict {
                    value: Some(false),
                    because: vec![Subject::Rows(list.clone()).into()],
                    missing: Vec::new(),
                };
                Together { standing: Standing::NotApplicable, applies: Some(nobody), ..none }
            }
            _ if all == 0 => Together { standing: Standing::NotApplicable, ..none },
            _ => of_settled(rows, none),
        });
    };
    let left = all - settled;
    let waits = match left - 1 {
        0 => format!("{} waits", waiting.name),
        more => format!("{} and {more} more wait", waiting.name),
    };
    let of = rows.expected().unwrap_or(all as u64);
    Some(Together {
        standing: waiting.standing,
        value: Some(format!("{settled} of {of}: {waits}")),
        entry: latest(rows),
        try_now: waiting.status.try_now.clone(),
        ..none
    })
}

/// What an item is while something is to be done.
fn open(item: &Item) -> Standing {
    if matches!(item.body, Body::Call(_)) { Standing::Due } else { Standing::Open }
}

fn of_settled(rows: &Rows, none: Together) -> Together {
    let done = rows.count(RowStatus::is_done);
    let standing = rows.first(RowStatus::is_done).map_or(Standing::RuledOut, |row| row.standing);
    let value = match (done, rows.count(|row| row.standing == Standing::RuledOut)) {
        (done, 0) => format!("{done} of {done}"),
        (0, ruled_out) => format!("not needed for any of {ruled_out}"),
        (done, ruled_out) => format!("{done} of {}, not needed for {ruled_out}", done + ruled_out),
    };
    Together { standing, value: Some(value), entry: latest(rows), ..none }
}

fn latest(rows: &Rows) -> Option<usize> {
    rows.entries().filter_map(|row| row.entry).max()
}

/// Whether the item is settled for every row: yes if it was done for one or more, no if it was ruled out for all.
pub(in crate::judge) fn holds(rows: &Rows) -> Option<bool> {
    let whole = first_waiting(rows).is_none() && rows.expected().is_none();
    whole.then(|| rows.first(RowStatus::is_done).is_some())
}

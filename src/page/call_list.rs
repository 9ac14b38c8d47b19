//! The list of calls: whom to call now, in order; then the other calls; then everybody whom the policy names.

use super::calls::{body, dial, number, reach, role, title};
use super::line::Line;
use super::state::{State, stands, waits_for};
use crate::case::Fact;
use crate::judge::picture::agenda::Target;
use crate::judge::truth::per_row::first_waiting;
use crate::judge::{Standing, View};
use std::collections::BTreeSet;

/// What a row of the list of calls is about, by its place in the playbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    Call(usize),
    Role(usize),
}

/// The parts of the list, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    Now,
    Others,
    Everybody,
}

/// A row of the list: what for, who, and the number or how it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Listed {
    pub of: Entry,
    pub part: Part,
    pub state: Option<State>,
    pub what: String,
    pub who: String,
    pub last: Line,
    /// Whether `last` is a number, which is never cut.
    pub is_number: bool,
}

impl Part {
    pub fn title(self, view: &View<'_>) -> &'static str {
        match self {
            Self::Now if view.picture.closed => "Calls that were not made",
            Self::Now => "Whom to call now",
            Self::Others => "Other calls",
            Self::Everybody => "Everybody",
        }
    }
}

/// Whom to call now in the policy's order, what was tried already behind what was not; then the other calls; then every role.
pub fn list(view: &View<'_>) -> Vec<Listed> {
    let mut calls: Vec<_> = (0..view.playbook.items.len())
        .filter_map(|at| {
            let call = body(view, at)?;
            let stands = stands(view, Target::Item(at));
            let part = if matches!(stands.state, State::ToDo | State::LookAgain) { Part::Now } else { Part::Others };
            let behind = match view.picture.items[at].standing {
                Standing::Choice => 2,
                _ if part == Part::Now => u8::from(was_tried(view, at)),
                Standing::PassedOn => 0,
                Standing::Deferred => 1,
                Standing::Pending | Standing::Held => 2,
                _ => 3,
            };
            Some((part, behind, call.order, at, stands))
        })
        .collect();
    calls.sort_by_key(|(part, behind, order, at, _)| (*part, *behind, *order, *at));
    let mut above = BTreeSet::new();
    let mut rows = Vec::new();
    for (part, _, _, at, stands) in calls {
        let shown = stands.shown();
        let (Some(call), Some(role)) = (body(view, at), role(view, at)) else { continue };
        let status = &view.picture.items[at];
        // Whoever is reached is told what the other calls would tell them.
        let due = matches!(status.standing, Standing::Due | Standing::Attempted) && status.targets.is_empty();
        let told = due && !above.insert((role, &call.message));
        let (last, is_number) = match part {
            _ if told => (Line::from("with the call above"), false),
            Part::Now if status.standing != Standing::Choice => (number(view, at).unwrap_or_default(), true),
            _ => (Line::from(stands.word), false),
        };
        rows.push(Listed {
            of: Entry::Call(at),
            part,
            state: Some(shown),
            what: title(view, at),
            who: view.playbook.role_title(role.as_str()).to_owned(),
            last,
            is_number,
        });
    }
    rows.extend(view.playbook.roles.iter().enumerate().map(|(at, role)| {
        let known = reach(view, role.id.as_str());
        let last = dial(known.channels.first().map(String::as_str));
        Listed {
            of: Entry::Role(at),
            part: Part::Everybody,
            state: None,
            what: role.title.clone(),
            who: known.person.unwrap_or_default(),
            last,
            is_number: true,
        }
    }));
    rows
}

/// Whether the number that is to be tried now was tried already.
fn was_tried(view: &View<'_>, item: usize) -> bool {
    let status = &view.picture.items[item];
    let attempts = match first_waiting(&status.targets) {
        Some(row) => row.status.attempts.as_slice(),
        None => view.counting().attempts(view.playbook.items[item].id.as_str()),
    };
    let Some(now) = &status.proposal else { return !attempts.is_empty() };
    attempts.iter().any(|at| match &view.state.at(*at).fact {
        Fact::Called { role, channel, .. } => *role == now.role && *channel == now.channel,
        _ => false,
    })
}

/// What is said where nobody is to be called now, with the call that comes next and what it waits for.
pub fn nobody(view: &View<'_>, rows: &[Listed]) -> Option<String> {
    if rows.iter().any(|row| row.part == Part::Now) {
        return None;
    }
    let waits = rows.iter().find_map(|row| match row.of {
        Entry::Call(at) if row.state == Some(State::Waits) && !view.picture.closed => Some((row, at)),
        _ => None,
    });
    let next = waits.map(|(row, at)| {
        let first = waits_for(view, at).into_iter().next().unwrap_or_else(|| row.last.words());
        match view.picture.items[at].standing {
            Standing::Pending => format!(" Next: {}, once it is answered: {first}", row.who),
            Standing::PassedOn => format!(" {}: {}.", row.what, row.last.words()),
            _ => format!(" Next: {}, {}.", row.who, first.trim_end_matches('.')),
        }
    });
    Some(format!("Nobody to call now.{}", next.unwrap_or_default()))
}

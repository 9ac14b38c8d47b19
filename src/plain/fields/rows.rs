//! Fields of what has rows: for which row of a list something is recorded, and what is added to a register.

use super::{Step, ask, call, done, optional, undecided};
use crate::guide::targets::{TargetStatus, first_waiting, key};
use crate::guide::{Command, Standing, rows};
use crate::playbook::register::{Register, RegisterKind};
use crate::playbook::{Body, Item};
use crate::session::Session;

/// Most rows that are listed with a number; any can be named.
const LISTED: usize = 12;

/// A task or call that is settled row by row: first for which, then as any other.
pub(super) fn for_each(session: &Session, at: usize, typed: &[String]) -> Step {
    let item = &session.playbook().items[at];
    let targets = &session.assessment().items[at].targets;
    let Some(first) = first_waiting(targets).or(targets.first()) else {
        return step(session, at, item, None, typed);
    };
    let Some((name, rest)) = typed.split_first() else {
        let listed = targets.iter().take(LISTED);
        let options = listed.map(|row| format!("{} ({})", row.name, row.standing.label())).collect();
        let more = targets.len().saturating_sub(LISTED);
        let more = if more > 0 { format!(" {more} more can be named.") } else { String::new() };
        return ask(&format!("For whom? Empty is {}.{more}", first.name), options);
    };
    let number = || name.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let row = match optional(name) {
        None => Some(first),
        Some(name) => targets
            .iter()
            .find(|row| key(&row.name) == key(&name))
            .or_else(|| number().filter(|at| *at < LISTED).and_then(|at| targets.get(at))),
    };
    let Some(row) = row else {
        return Step::Again("That is not one of the rows. Write its name, or its number.".into());
    };
    match step(session, at, item, Some(row), rest) {
        Step::Ready(mut command) => {
            if let Command::Task { target, .. } | Command::Call { target, .. } = &mut command {
                *target = Some(row.name.clone());
            }
            Step::Ready(command)
        }
        other => other,
    }
}

fn step(session: &Session, at: usize, item: &Item, row: Option<&TargetStatus>, typed: &[String]) -> Step {
    let standing = row.map_or(session.assessment().items[at].standing, |row| row.standing);
    match &item.body {
        _ if standing == Standing::Choice => undecided(session, at, row, typed),
        Body::Call(_) => call(session, at, row, typed),
        Body::Task(task) => done(item, &task.record, typed),
        _ => Step::Again("This is not settled row by row.".into()),
    }
}

/// What is added to a register.
pub(super) fn register(item: &Item, register: &Register, typed: &[String]) -> Step {
    let id = item.id.to_string();
    if register.kind != RegisterKind::List {
        return match typed {
            [] => ask(&format!("{} Write {}.", register.prompt, example(register.kind)), Vec::new()),
            [_] => ask("What was it? Empty is nothing to add.", Vec::new()),
            [amount, what, ..] => Step::Ready(Command::Count { id, amount: amount.clone(), what: optional(what) }),
        };
    }
    let choices = || vec!["One row".to_owned(), "A file of rows (CSV)".to_owned()];
    match typed {
        [] => ask(&register.prompt, choices()),
        [first, rest @ ..] => match (first.trim(), rest) {
            ("1", []) => ask(&rows::takes(&register.columns), Vec::new()),
            ("2", []) => ask("Which file? Its first line holds the headings.", Vec::new()),
            ("1", [row, ..]) => Step::Ready(Command::AddRow { id, row: row.clone() }),
            ("2", [file, ..]) => Step::Ready(Command::ImportRows { id, file: file.into(), import: None }),
            _ => Step::Again("Write 1 or 2.".into()),
        },
    }
}

fn example(kind: RegisterKind) -> &'static str {
    match kind {
        RegisterKind::Count => "a whole number, such as 14",
        RegisterKind::Hours => "a span of time with its unit, such as 2h 30m",
        RegisterKind::Money | RegisterKind::List => "an amount, such as 1,500.00",
    }
}

//! F8, the call log: each attempt by the role that was called, in calling order, and who told whom.

use super::cells::{by, counting, entry, marks, one, said, when};
use super::frame;
use super::missing::none;
use super::options::Options;
use crate::base::ItemId;
use crate::base::text::counted;
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::state::{State, stands};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow};
use crate::playbook::item::Call;
use crate::playbook::{Body, Item, Playbook};

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Ref", ColumnKind::Text, 1),
        Column::new("Role", ColumnKind::Text, 3),
        Column::new("Time", ColumnKind::Time, 2),
        Column::new("Person", ColumnKind::Text, 3),
        Column::new("Number used", ColumnKind::Text, 3),
        Column::new("Result", ColumnKind::Text, 2),
        Column::new("Message", ColumnKind::Text, 5),
        Column::new("Next", ColumnKind::Text, 3),
        Column::new("By", ColumnKind::Text, 2),
    ]
}

fn told_columns() -> Vec<Column> {
    vec![
        Column::new("Ref", ColumnKind::Text, 1),
        Column::new("Time", ColumnKind::Time, 2),
        Column::new("Who told", ColumnKind::Text, 3),
        Column::new("Whom", ColumnKind::Text, 4),
        Column::new("Of what", ColumnKind::Text, 6),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut document = Document::default();
    let attempts = attempts(view);
    let reached = attempts.iter().filter(|at| view.state.counts(**at) && is_reached(view, **at)).count();
    document.text(format!("{}, {reached} reached somebody.", counted(attempts.len(), "attempt", "attempts")));
    let mut rows = Vec::new();
    for role in roles(view, &attempts) {
        let of_role: Vec<_> = attempts.iter().copied().filter(|at| called(view, *at) == Some(role)).collect();
        rows.extend(of_role.iter().map(|at| row(view, *at)));
        rows.extend(open(view, role));
    }
    let end = format!("End of entries: {}", attempts.len());
    document.add(Block::Table(Table {
        caption: "Calls, by role in calling order".into(),
        columns: columns(),
        rows,
        end: Some(end),
        ruled: 0,
    }));
    let told = told(view);
    if !told.is_empty() {
        let end = Some(format!("End of entries: {}", told.len()));
        let caption = "Who told whom, and who was asked to".into();
        document.add(Block::Table(Table { caption, columns: told_columns(), rows: told, end, ruled: 0 }));
    }
    document.add(Block::Sign(vec!["Caller".into()]));
    document.add(frame::seals(options));
    document
}

/// Every entry that somebody was called, by when it happened.
pub fn attempts(view: &View<'_>) -> Vec<usize> {
    let is_call = |at: &usize| matches!(view.state.at(*at).fact, Fact::Called { .. });
    let mut all: Vec<usize> = (0..view.state.log.len()).filter(is_call).collect();
    all.sort_by_key(|at| (view.state.at(*at).happened().earliest(), *at));
    all
}

pub fn called<'a>(view: &View<'a>, at: usize) -> Option<&'a ItemId> {
    match &view.state.at(at).fact {
        Fact::Called { role, .. } => Some(role),
        _ => None,
    }
}

pub fn is_reached(view: &View<'_>, at: usize) -> bool {
    matches!(view.state.at(at).fact, Fact::Called { outcome: CallOutcome::Reached, .. })
}

/// The calls of the playbook, in the order in which they are made.
pub fn in_order(playbook: &Playbook) -> Vec<(usize, &Item, &Call)> {
    let calls = playbook.items.iter().enumerate().filter_map(|(at, item)| match &item.body {
        Body::Call(call) => Some((at, item, call)),
        _ => None,
    });
    let mut all: Vec<_> = calls.collect();
    all.sort_by_key(|(at, item, call)| (item.phase, call.order, *at));
    all
}

/// Roles in calling order, each once; then whoever else was called.
fn roles<'a>(view: &View<'a>, attempts: &[usize]) -> Vec<&'a ItemId> {
    let calls = in_order(view.playbook);
    let tree = calls.into_iter().flat_map(|(_, _, call)| std::iter::once(&call.role).chain(&call.alternates));
    let mut roles: Vec<&ItemId> = Vec::new();
    for role in tree.chain(attempts.iter().filter_map(|at| called(view, *at))) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

fn row(view: &View<'_>, at: usize) -> TableRow {
    let recorded = view.state.at(at);
    let Fact::Called { role, person, channel, outcome, said: words, .. } = &recorded.fact else {
        return TableRow::default();
    };
    let title = view.playbook.role_title(role.as_str());
    let cells = vec![
        entry(view, at),
        one(title),
        when(view, recorded),
        said(person.as_deref()),
        said(channel.as_deref()),
        counting(view, at, outcome.label()),
        said(words.as_deref()),
        vec![next(view, at)],
        vec![by(recorded)],
    ];
    TableRow { cells, says: marks(view, at) }
}

/// What comes after an attempt: for a call that is still to be made, whose turn it is.
fn next(view: &View<'_>, at: usize) -> Line {
    let Fact::Called { calls, .. } = &view.state.at(at).fact else { return none() };
    let open = calls.iter().filter_map(|id| view.playbook.position(id.as_str())).find_map(|item| {
        let status = &view.picture.items[item];
        let latest = view.counting().attempts(view.playbook.items[item].id.as_str()).last() == Some(&at);
        status.try_now.as_ref().filter(|_| status.standing.is_open() && latest)
    });
    open.map_or_else(none, |role| format!("try {}", view.playbook.role_title(role.as_str())).into())
}

/// The calls to a role of which there is no attempt, and that are to be made or wait.
fn open(view: &View<'_>, role: &ItemId) -> Vec<TableRow> {
    let calls = in_order(view.playbook).into_iter().filter(|(_, _, call)| call.role == *role);
    let open = calls.filter_map(|(at, item, _)| {
        let stands = stands(view, Target::Item(at));
        let never = view.counting().attempts(item.id.as_str()).is_empty();
        let wanted = matches!(stands.state, State::ToDo | State::LookAgain | State::Waits);
        (never && wanted).then(|| {
            let known = crate::page::calls::reach(view, role.as_str());
            TableRow {
                cells: vec![
                    vec![none()],
                    one(view.playbook.role_title(role.as_str())),
                    vec![none()],
                    said(known.person.as_deref()),
                    vec![none()],
                    one(Line::strong("not called yet")),
                    one(format!("to be told: {}", item.title.trim_end_matches('.'))),
                    one(stands.word),
                    vec![none()],
                ],
                says: Vec::new(),
            }
        })
    });
    open.collect()
}

/// Whoever was told or asked to tell, by whom and of what.
fn told(view: &View<'_>) -> Vec<TableRow> {
    let titles = |calls: &[ItemId]| {
        let all = calls.iter().map(|id| view.playbook.title(id.as_str()).unwrap_or(id.as_str()).trim_end_matches('.'));
        all.collect::<Vec<_>>().join("; ")
    };
    let mut rows = Vec::new();
    for at in (0..view.state.log.len()).filter(|at| view.state.counts(*at)) {
        let recorded = view.state.at(at);
        let (whom, what) = match &recorded.fact {
            Fact::Called { role, person, outcome: CallOutcome::Reached, calls, .. } => {
                let title = view.playbook.role_title(role.as_str());
                (person.as_ref().map_or_else(|| title.to_owned(), |name| format!("{name}, {title}")), titles(calls))
            }
            Fact::PassedOn { calls, to, .. } => (format!("{to} was asked to tell"), titles(calls)),
            _ => continue,
        };
        let cells = vec![entry(view, at), when(view, recorded), vec![by(recorded)], one(whom), one(what)];
        rows.push((recorded.happened().earliest(), TableRow { cells, says: marks(view, at) }));
    }
    rows.sort_by_key(|(when, _)| *when);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The form for pencil: the same columns, with every role of the tree and what it is to be told.
pub fn blank(playbook: &Playbook) -> Document {
    let mut document = Document::default();
    let mut rows = Vec::new();
    for (_, item, call) in in_order(playbook) {
        let mut cells = vec![Vec::new(); columns().len()];
        cells[1] = one(playbook.role_title(call.role.as_str()));
        cells[6] = one(Line::quiet(item.title.trim_end_matches('.')));
        rows.push(TableRow { cells, says: Vec::new() });
    }
    let caption = "Calls, by role in calling order".into();
    document.add(Block::Table(Table { caption, columns: columns(), rows, end: None, ruled: 12 }));
    let caption = "Who told whom".into();
    document.add(Block::Table(Table { caption, columns: told_columns(), rows: Vec::new(), end: None, ruled: 8 }));
    document.add(Block::Sign(vec!["Caller".into()]));
    document
}

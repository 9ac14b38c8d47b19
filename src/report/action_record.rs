//! F2, the action record: what was done and what is open, step by step, with owner, due, result and evidence.

use super::cells::one;
use super::frame;
use super::missing::{no_owner, none, not_yet_known};
use super::options::Options;
use super::rows::{marks, name, remarks, text, was};
use crate::base::ItemId;
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::lists::{List, Row, list};
use crate::page::state::{State, stands};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone, calls};
use crate::playbook::{Body, Item};

/// Ruled rows where the entries end: staff go on by hand.
const RULED: u8 = 6;
/// The list that keeps what was done; a register of the playbook may stand in its place.
const ACTIONS: &str = "actions";

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Ref", ColumnKind::Text, 2),
        Column::new("Step", ColumnKind::Text, 4),
        Column::new("Action (why)", ColumnKind::Text, 7),
        Column::new("Owner", ColumnKind::Text, 3),
        Column::new("Due", ColumnKind::Text, 3),
        Column::new("Done", ColumnKind::Time, 3),
        Column::new("Result and evidence", ColumnKind::Text, 8),
        Column::new("Initials", ColumnKind::Pencil, 2),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut document = Document::default();
    document.text(format!("Done: {}", by_step(view)));
    let (mut rows, mut count, mut last) = (Vec::new(), 0, None);
    if let Some(list) = list(view, ACTIONS) {
        let mut all: Vec<&Row> = list.rows.iter().filter(|row| !is_in_vain(view, row)).collect();
        // Within a step they stand as the list has them: by time, and what is open last.
        all.sort_by_key(|row| step(view, &list, row).unwrap_or(usize::MAX));
        let entries: Vec<&Row> = all.iter().copied().filter(|row| row.entry.is_some()).collect();
        count = entries.len();
        last = entries.iter().max_by_key(|row| row.entry).and_then(|row| row.name(view));
        rows = all.into_iter().map(|one| row(view, &list, one)).collect();
    }
    document.add(Block::Table(Table {
        caption: "Actions".into(),
        columns: columns(),
        rows,
        end: Some(format!("END OF ENTRIES: {count}, last {}", last.as_deref().unwrap_or("none"))),
        ruled: RULED,
    }));
    document.add(Block::Sign(vec!["Recorded by".into(), "Lead".into()]));
    document.add(frame::seals(options));
    document
}

/// `Tell the Privacy Officer 6 of 6 · Step 1 6 of 7`: of what wants doing, how much is done, where a step wants anything.
pub fn by_step(view: &View<'_>) -> String {
    let mut counts = vec![(0, 0); view.playbook.phases.len()];
    for (at, (item, _)) in view.items().enumerate() {
        if !matches!(item.body, Body::Task(_) | Body::Call(_) | Body::Document(_)) {
            continue;
        }
        let Some((done, all)) = counts.get_mut(item.phase) else { continue };
        match stands(view, Target::Item(at)).state {
            State::Done => (*done, *all) = (*done + 1, *all + 1),
            State::ToDo | State::LookAgain => *all += 1,
            State::Waits | State::Off => {}
        }
    }
    let steps = view.playbook.phases.iter().zip(counts).filter(|(_, (_, all))| *all > 0);
    let told: Vec<_> = steps.map(|(phase, (done, all))| format!("{} {done} of {all}", phase.title)).collect();
    if told.is_empty() { "nothing is asked for yet".into() } else { told.join(" · ") }
}

/// Whether a row is only a call that reached nobody, for something that is settled by now: it stands in the call log.
fn is_in_vain(view: &View<'_>, row: &Row) -> bool {
    let fact = row.entry.filter(|_| row.by_itself).map(|at| &view.state.at(at).fact);
    let in_vain = matches!(fact, Some(Fact::Called { outcome, .. }) if *outcome != CallOutcome::Reached);
    in_vain && is_settled(view, row)
}

fn is_settled(view: &View<'_>, row: &Row) -> bool {
    row.item.is_some_and(|at| stands(view, Target::Item(at)).state == State::Done)
}

/// The step of a row, by its place: that of its item, or the one that somebody wrote.
fn step(view: &View<'_>, list: &List<'_>, row: &Row) -> Option<usize> {
    let cell = list.column("step").and_then(|at| row.cells.get(at))?;
    let named = |phase: &crate::playbook::model::Phase| {
        phase.id.as_str() == cell.stored || !cell.text.is_empty() && phase.title == cell.text
    };
    view.playbook.phases.iter().position(named)
}

fn row(view: &View<'_>, list: &List<'_>, row: &Row) -> TableRow {
    let item = row.item.and_then(|at| view.playbook.items.get(at));
    let step = step(view, list, row).map_or_else(none, |at| view.playbook.phases[at].title.as_str().into());
    let cells = vec![
        name(view, row),
        one(step),
        action(list, row),
        owner(view, list, row, item),
        due(view, list, row, item),
        done(list, row),
        result(view, list, row),
        Vec::new(),
    ];
    TableRow { cells, says: marks(row) }
}

/// `Tell the Privacy Officer (FC-2a)`; of what the policy does not ask, that it does not; below it why.
fn action(list: &List<'_>, row: &Row) -> Vec<Line> {
    let tone = if row.struck.is_some() { Tone::Struck } else { Tone::Text };
    let title = Line::of(tone, list.text(row, "name"));
    let mut lines = match text(list, row, "cite") {
        Some(cite) => vec![title.and(Tone::Quiet, format!(" ({cite})"))],
        None => vec![title, Line::quiet("(not asked by this policy)")],
    };
    lines.extend(text(list, row, "why").map(Line::from));
    lines
}

/// Whose it is: as somebody wrote, else who did it, else who holds the role to which it falls.
fn owner(view: &View<'_>, list: &List<'_>, row: &Row, item: Option<&Item>) -> Vec<Line> {
    if let Some(owner) = text(list, row, "owner") {
        return one(owner);
    }
    if let Some(at) = row.entry.filter(|_| row.by_itself) {
        return one(view.state.at(at).actor());
    }
    let role = item.and_then(|item| match &item.body {
        Body::Task(task) => task.role.as_ref(),
        Body::Call(call) => call.told_by.as_ref(),
        Body::Decision(decision) => decision.seats.first(),
        _ => None,
    });
    one(role.map_or_else(no_owner, |role| holder(view, role)))
}

/// `T. Lin, Privacy Officer`; a role that nobody holds is no owner.
fn holder(view: &View<'_>, role: &ItemId) -> Line {
    let title = view.playbook.role_title(role.as_str());
    match calls::reach(view, role.as_str()).person {
        Some(person) => format!("{person}, {title}").into(),
        None => Line::from(format!("{title} ")).and(Tone::Missing, "[nobody named]"),
    }
}

/// By when: as somebody wrote, or the hour of the clock that waits for it, or the policy's word.
fn due(view: &View<'_>, list: &List<'_>, row: &Row, item: Option<&Item>) -> Vec<Line> {
    if let Some(due) = text(list, row, "due") {
        return one(due);
    }
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let mut mine = clocks.filter(|(clock, status)| {
        let stops = clock.until.iter().flat_map(|until| until.root.subjects());
        status.applies.value != Some(false)
            && stops.into_iter().any(|subject| item.is_some_and(|item| *subject.id() == item.id))
    });
    one(mine.next().map_or_else(none, |(clock, _)| format!("“{}”", clock.word).into()))
}

fn done(list: &List<'_>, row: &Row) -> Vec<Line> {
    match (text(list, row, "done"), list.text(row, "state")) {
        (Some(done), _) => one(done),
        (None, "dropped") => one("not needed"),
        (None, "") => one(Line::strong("open")),
        (None, state) if row.open => one(Line::strong(state)),
        (None, state) => one(state),
    }
}

fn result(view: &View<'_>, list: &List<'_>, row: &Row) -> Vec<Line> {
    let tone = if row.struck.is_some() { Tone::Struck } else { Tone::Text };
    let mut lines = remarks(view, row);
    let said = [text(list, row, "result"), text(list, row, "reason")];
    lines.extend(said.into_iter().flatten().map(|text| Line::of(tone, text)));
    lines.extend(text(list, row, "evidence").map(|label| Line::from(format!("Evidence: {label}"))));
    lines.extend(row.was.iter().map(|one| was(view, one)));
    if lines.is_empty() {
        let wanted = row.item.map(|at| (at, &view.playbook.items[at]));
        lines.push(match wanted {
            Some((_, Item { body: Body::Task(task), .. })) if row.open => not_yet_known(&task.record),
            Some((at, _)) if row.open => stands(view, Target::Item(at)).word.into(),
            _ if row.open => not_yet_known("what came of it"),
            _ => none(),
        });
    }
    lines
}

/// What is open, with whose it is, for the briefing: title, due and owner.
pub fn open(view: &View<'_>) -> Vec<(String, Line, Line)> {
    let Some(list) = list(view, ACTIONS) else { return Vec::new() };
    let open =
        list.rows.iter().filter(|row| row.open && row.struck.is_none() && row.entry.is_none_or(|_| !row.by_itself));
    let told = open.map(|row| {
        let item = row.item.and_then(|at| view.playbook.items.get(at));
        let first = |mut lines: Vec<Line>| lines.drain(..).next().unwrap_or_default();
        let due = first(due(view, &list, row, item));
        (list.text(row, "name").to_owned(), due, first(owner(view, &list, row, item)))
    });
    told.collect()
}

/// The form for pencil.
pub fn blank() -> Document {
    super::ruled::table("Actions", columns(), &["Recorded by", "Lead"])
}

//! F2, the action record: what was done and what is open, step by step, with owner, due, result and evidence.

use super::acts::{Act, acts};
use super::cells::one;
use super::frame;
use super::missing::none;
use super::options::Options;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::state::{State, stands};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow};
use crate::playbook::Body;

/// Ruled rows where the entries end: staff go on by hand.
const RULED: u8 = 6;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Ref", ColumnKind::Text, 2),
        Column::new("Step", ColumnKind::Text, 4),
        Column::new("Action (why)", ColumnKind::Text, 7),
        Column::new("Owner", ColumnKind::Text, 3),
        Column::new("Due", ColumnKind::Time, 3),
        Column::new("Done", ColumnKind::Time, 3),
        Column::new("Result and evidence", ColumnKind::Text, 8),
        Column::new("Initials", ColumnKind::Pencil, 2),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut document = Document::default();
    document.text(format!("Done: {}", by_step(view)));
    let acts = acts(view);
    let count = acts.iter().filter(|act| act.entry.is_some()).count();
    let last = acts.iter().filter_map(|act| act.entry).max();
    let last = last.map_or_else(|| "none".to_owned(), |at| view.state.name(at));
    document.add(Block::Table(Table {
        caption: "Actions".into(),
        columns: columns(),
        rows: acts.into_iter().map(row).collect(),
        end: Some(format!("END OF ENTRIES: {count}, last {last}")),
        ruled: RULED,
    }));
    document.add(Block::Sign(vec!["Recorded by".into(), "Lead".into()]));
    document.add(frame::seals(options));
    document
}

/// `Tell the Privacy Officer 6 of 6 · Step 1 6 of 7`: of what wants doing, how much is done, where a step wants anything.
pub fn by_step(view: &View<'_>) -> String {
    let of_phase = |phase: usize| {
        let items = view.items().enumerate().filter(|(_, (item, _))| item.phase == phase);
        let deeds =
            items.filter(|(_, (item, _))| matches!(item.body, Body::Task(_) | Body::Call(_) | Body::Document(_)));
        let states: Vec<_> = deeds.map(|(at, _)| stands(view, Target::Item(at)).state).collect();
        let done = states.iter().filter(|state| **state == State::Done).count();
        let open = states.iter().filter(|state| matches!(state, State::ToDo | State::LookAgain)).count();
        (done, done + open)
    };
    let phases = view.playbook.phases.iter().enumerate().map(|(at, phase)| (phase, of_phase(at)));
    let told: Vec<_> = phases
        .filter(|(_, (_, all))| *all > 0)
        .map(|(phase, (done, all))| format!("{} {done} of {all}", phase.title))
        .collect();
    if told.is_empty() { "nothing is asked for yet".into() } else { told.join(" · ") }
}

fn row(act: Act) -> TableRow {
    let reference = act.name.map_or_else(none, Line::quiet);
    let cells =
        vec![one(reference), one(act.step), act.action, one(act.owner), one(act.due), act.done, act.result, Vec::new()];
    TableRow { cells, says: act.says }
}

/// The form for pencil.
pub fn blank() -> Document {
    super::blank::table("Actions", columns(), &["Recorded by", "Lead"])
}

//! The times of a case: what happened, what was done, and the clocks, as the figure draws them and its table tells them.

use super::cells::{by, entry, one};
use super::missing::none;
use crate::base::text::inert_line;
use crate::base::{EventTime, Stamp};
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::picture::clocks::ClockState;
use crate::judge::types::answer::Answer;
use crate::page::log;
use crate::page::{Column, ColumnKind, Line, RowMark, Table, TableRow};
use crate::playbook::Body;
use crate::playbook::question::AnswerType;

/// Above the line what happened, below it what was done about it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lane {
    Happened,
    Done,
}

/// One thing at one time.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    pub lane: Lane,
    pub at: EventTime,
    pub what: String,
    /// The entry that says it.
    pub entry: usize,
}

/// A clock while it ran.
#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    pub word: String,
    pub from: Stamp,
    /// When it was stopped or when it ends; `None` while it runs without a number.
    pub to: Option<Stamp>,
    /// Whether it has not been stopped.
    pub runs: bool,
}

/// Everything that has a time, the earliest first.
pub fn points(view: &View<'_>) -> Vec<Point> {
    let mut points = times(view);
    for at in (0..view.state.log.len()).filter(|at| view.state.counts(*at)) {
        let recorded = view.state.at(at);
        let is_deed = match &recorded.fact {
            Fact::TaskDone { .. } | Fact::Sent { .. } | Fact::SilenceDecided { .. } => true,
            Fact::Decided { .. } => view.state.replaced_by(at).is_none(),
            Fact::Called { outcome, .. } => *outcome == CallOutcome::Reached,
            _ => false,
        };
        if is_deed {
            let told = log::entry(view, at);
            let what = format!("{}: {}", told.about.trim_end_matches(['.', '?', ':']), told.whole);
            points.push(Point { lane: Lane::Done, at: recorded.happened(), what, entry: at });
        }
    }
    points.sort_by_key(|point| (point.at.earliest(), point.lane, point.entry));
    points
}

/// The questions of the policy that ask for a time, as far as they are answered.
fn times(view: &View<'_>) -> Vec<Point> {
    let asked = view.items().filter_map(|(item, status)| match &item.body {
        Body::Question(question) if question.answer == AnswerType::When => Some((item, status)),
        _ => None,
    });
    let known = asked.filter_map(|(item, status)| {
        let Some(Answer::When(at)) = view.knowledge().answer(item.id.as_str()) else { return None };
        let what = inert_line(item.title.trim_end_matches('.')).into_owned();
        Some(Point { lane: Lane::Happened, at, what, entry: status.entry? })
    });
    known.collect()
}

/// The clocks that have begun and count.
pub fn bars(view: &View<'_>) -> Vec<Bar> {
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let begun = clocks.filter(|(_, status)| status.state != ClockState::Maybe && status.applies.value == Some(true));
    begun
        .filter_map(|(clock, status)| {
            let from = status.started?;
            let (to, runs) = (status.stopped.or(status.due), status.stopped.is_none());
            let word = format!("“{}” {}", clock.word, clock.title.trim_end_matches('.'));
            Some(Bar { word, from, to, runs })
        })
        .collect()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("No.", ColumnKind::Text, 1),
        Column::new("Time", ColumnKind::Time, 3),
        Column::new("What happened", ColumnKind::Text, 6),
        Column::new("What was done", ColumnKind::Text, 6),
        Column::new("By", ColumnKind::Text, 3),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

/// The same as a table, numbered as in the figure; `numbers` says under which number each point stands there.
pub fn table(view: &View<'_>, points: &[Point], numbers: &[usize]) -> Table {
    let row = |(point, number): (&Point, &usize)| {
        let recorded = view.state.at(point.entry);
        let (happened, done) = match point.lane {
            Lane::Happened => (one(point.what.as_str()), one(none())),
            Lane::Done => (one(none()), one(point.what.as_str())),
        };
        let time = one(point.at.short_in(view.now));
        let says = if recorded.is_late() { vec![RowMark::Late] } else { Vec::new() };
        let name = entry(view, point.entry);
        TableRow {
            cells: vec![one(Line::from(number.to_string())), time, happened, done, vec![by(recorded)], name],
            says,
        }
    };
    Table {
        caption: "Timeline".into(),
        columns: columns(),
        rows: points.iter().zip(numbers).map(row).collect(),
        end: Some(format!("End of entries: {}", points.len())),
        ruled: 0,
    }
}

//! The timeline in both times: the clock of the exercise, injects, and what was recorded.

use super::made_from::Of;
use super::overview::both_of;
use crate::case::{CallOutcome, Fact};
use crate::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow, drill_figures, log};
use crate::report::cells::{by, entry, one};

pub fn table(of: &Of<'_>, page: &mut Document) {
    let state = of.view.state;
    let told = (0..state.log.len()).filter(|at| stands(of, *at)).map(|at| row(of, at));
    let rows: Vec<_> = told.collect();
    if rows.is_empty() {
        page.text("Nothing with a time is recorded.");
        return;
    }
    let columns = vec![
        Column::new("Exercise time", ColumnKind::Time, 3),
        Column::new("Real time", ColumnKind::Time, 3),
        Column::new("Minute", ColumnKind::Number, 1),
        Column::new("What", ColumnKind::Text, 7),
        Column::new("By", ColumnKind::Text, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Timeline, in both times".into(), columns, rows, end, ruled: 0 }));
}

/// Whether an entry is told here: what was sent, done, decided or tried, and the clock.
fn stands(of: &Of<'_>, at: usize) -> bool {
    let state = of.view.state;
    let is_told = match &state.at(at).fact {
        Fact::ExerciseClock { .. } | Fact::Released { .. } => state.at(at).facilitator,
        Fact::RealEvent { .. }
        | Fact::TaskDone { .. }
        | Fact::TaskRuledOut { .. }
        | Fact::Sent { .. }
        | Fact::SilenceDecided { .. }
        | Fact::Decided { .. }
        | Fact::Answered { .. }
        | Fact::ProhibitionBroken { .. }
        | Fact::Called { .. } => true,
        _ => false,
    };
    is_told && (state.counts(at) || matches!(state.at(at).fact, Fact::Released { .. }))
}

fn row(of: &Of<'_>, at: usize) -> TableRow {
    let state = of.view.state;
    let recorded = state.at(at);
    let told = log::entry(of.view, at);
    let about = told.about.trim_end_matches(['.', '?', ':']);
    let what = if about.is_empty() { told.whole.clone() } else { format!("{about}: {}", told.whole) };
    let mut what = one(what);
    if matches!(recorded.fact, Fact::Called { outcome, .. } if outcome != CallOutcome::Reached) {
        what.push(Line::quiet("nobody reached"));
    }
    let minute = state.placed(at).map_or_else(String::new, |placed| drill_figures::minutes(placed.played_ms));
    let mut says = Vec::new();
    if recorded.is_late() {
        says.push(RowMark::Late);
    }
    if state.struck_by(&recorded.id).is_some() {
        says.push(RowMark::Struck);
    }
    let cells = vec![
        one(both_of(recorded.at)),
        one(both_of(state.real(at))),
        one(minute),
        what,
        vec![by(recorded)],
        entry(of.view, at),
    ];
    TableRow { cells, says }
}

//! The injects as they were run: when each went out in both times, when it was read, and of those that did not, why.

use super::made_from::Of;
use super::overview::both_of;
use crate::case::Fact;
use crate::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow, drill_figures, drill_words};
use crate::report::cells::{entry, one};
use crate::report::missing::none;

pub fn table(of: &Of<'_>, page: &mut Document) {
    let state = of.view.state;
    let mut rows: Vec<TableRow> = state.releases().map(|at| sent(of, at)).collect();
    let script = of.account().map(|account| account.played.script);
    for inject in script.iter().flat_map(|script| &script.injects) {
        let number = inject.number.to_string();
        let goes = |at: usize| matches!(&state.at(at).fact, Fact::Released { inject, .. } if *inject == number);
        if !state.releases().any(goes) {
            rows.push(kept(of, inject.number, &inject.title, inject.contingency.is_some()));
        }
    }
    if rows.is_empty() {
        page.text("No inject went out.");
        return;
    }
    let columns = vec![
        Column::new("No.", ColumnKind::Number, 1),
        Column::new("Inject", ColumnKind::Text, 5),
        Column::new("How", ColumnKind::Text, 2),
        Column::new("Exercise time", ColumnKind::Time, 3),
        Column::new("Real time", ColumnKind::Time, 3),
        Column::new("Read, or why not sent", ColumnKind::Text, 3),
        Column::new("Ref", ColumnKind::Text, 1),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Injects as run".into(), columns, rows, end, ruled: 0 }));
}

fn sent(of: &Of<'_>, at: usize) -> TableRow {
    let state = of.view.state;
    let recorded = state.at(at);
    let Fact::Released { inject, from, to, delivery, gist, text, .. } = &recorded.fact else {
        return TableRow::default();
    };
    let script = of.account().map(|account| account.played.script);
    let number: Option<u32> = inject.parse().ok();
    let title = script.zip(number).and_then(|(script, number)| script.inject(number)).map(|one| one.title.as_str());
    let words = title.or(gist.as_deref()).or(text.as_deref()).unwrap_or_default();
    let whom: Vec<&str> = to.iter().map(|to| of.view.playbook.role_title(to)).collect();
    let what = vec![Line::from(words), Line::quiet(format!("{from} to {}", whom.join(", ")))];
    let read = state.taken(&recorded.id).filter(|at| state.counts(*at)).map(|at| both_of(state.at(at).at)).next();
    let mut last = one(read.map_or_else(|| Line::from("not read on a screen"), |read| format!("read {read}").into()));
    let mut says = Vec::new();
    if let Some(by) = state.struck_by(&recorded.id) {
        says.push(RowMark::Struck);
        last = one(format!("taken back by {}", state.name(by)));
    }
    let played = state.placed(at).map_or(0, |placed| placed.played_ms);
    let exercise =
        vec![Line::from(both_of(recorded.at)), Line::quiet(format!("minute {}", drill_figures::minutes(played)))];
    let cells = vec![
        one(inject.as_str()),
        what,
        one(drill_words::spoken(delivery)),
        exercise,
        one(both_of(state.real(at))),
        last,
        entry(of.view, at),
    ];
    TableRow { cells, says }
}

/// One that never went out.
fn kept(of: &Of<'_>, number: u32, title: &str, contingency: bool) -> TableRow {
    let name = number.to_string();
    let why = of.account().and_then(|account| {
        let control = account.played.control;
        let mut plans = control.drill().iter().rev().copied().filter(|at| control.counts(*at));
        plans.find_map(|at| match &control.at(at).fact {
            Fact::Planned { injects, state, reason, .. } if injects.contains(&name) => {
                let word = match state {
                    crate::case::Planning::Due => "not sent",
                    crate::case::Planning::Held => "held back",
                    crate::case::Planning::Skipped => "left out",
                };
                Some(reason.as_deref().map_or_else(|| word.to_owned(), |reason| format!("{word}: {reason}")))
            }
            _ => None,
        })
    });
    let unsaid = if contingency { "contingency, not sent" } else { "not sent" };
    let why = why.unwrap_or_else(|| unsaid.to_owned());
    let cells = vec![one(name), one(title), one(none()), one(none()), one(none()), one(why), one(none())];
    TableRow { cells, says: Vec::new() }
}

//! The plan: every improvement action with what it is for, from which note or inject it comes, whose it is, by when, and how it stands.

use super::made_from::Of;
use crate::case::{Fact, ListRow};
use crate::drill::review::improvements_of;
use crate::judge::types::cells;
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow};
use crate::report::cells::{entry, one, said};
use crate::report::missing::{no_owner, none};

pub fn table(of: &Of<'_>, page: &mut Document) {
    let state = of.view.state;
    let list = improvements_of(of.view.playbook);
    let all = state.rows(list.as_str()).filter(|row| state.counts(row.at));
    let rows: Vec<_> = all
        .filter(|row| !state.cell(row, "improvement").text().trim().is_empty())
        .map(|row| told(of, list.as_str(), row))
        .collect();
    if rows.is_empty() {
        page.text("No improvement action is recorded.");
        return;
    }
    let columns = vec![
        Column::new("Improvement action", ColumnKind::Text, 5),
        Column::new("Why", ColumnKind::Text, 5),
        Column::new("From", ColumnKind::Text, 2),
        Column::new("Owner", ColumnKind::Text, 3),
        Column::new("Due", ColumnKind::Text, 2),
        Column::new("State", ColumnKind::Text, 3),
        Column::new("Ref", ColumnKind::Text, 1),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Improvement actions".into(), columns, rows, end, ruled: 0 }));
}

fn told(of: &Of<'_>, list: &str, row: &ListRow) -> TableRow {
    let (view, state) = (of.view, of.view.state);
    let says = |column: &str| {
        let text = state.cell(row, column).text();
        cells::shown(Some(view.playbook), list, column, text, view.now)
    };
    let mut what = one(state.row_name(row));
    what.push(Line::quiet(says("improvement")));
    let owner = Some(says("owner")).filter(|owner| !owner.trim().is_empty());
    let mut stands = one(Line::strong(says("state")));
    stands.extend(
        [says("done"), says("result"), says("reason")].into_iter().filter(|text| !text.is_empty()).map(Line::from),
    );
    let cells = vec![
        what,
        said(Some(&says("why"))),
        from(of, row),
        vec![owner.map_or_else(no_owner, Line::from)],
        said(Some(&says("due"))),
        stands,
        entry(view, row.at),
    ];
    TableRow { cells, says: Vec::new() }
}

/// What it comes from, by the entry that its row names.
fn from(of: &Of<'_>, row: &ListRow) -> Vec<Line> {
    let state = of.view.state;
    let (_, id) = cells::reference(state.cell(row, "from").text());
    let Some(at) = id.and_then(|id| state.place(&id)) else { return vec![none()] };
    let kind = match &state.at(at).fact {
        Fact::Released { inject, .. } => format!("inject {inject}"),
        Fact::Noted { .. } => "the talk".to_owned(),
        _ => "the record".to_owned(),
    };
    let mut told = vec![Line::from(kind), Line::quiet(state.name(at))];
    if !state.counts(at) {
        told.push(Line::strong("struck out since"));
    }
    told
}

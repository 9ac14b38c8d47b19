//! What the policy does not say, and what people decided about it.

use super::cells::{by, clauses, entry, one, when};
use super::missing::{none, not_yet_known};
use crate::case::Fact;
use crate::judge::View;
use crate::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow};
use crate::playbook::reference::Silence;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("What the policy does not say", ColumnKind::Text, 6),
        Column::new("Clause", ColumnKind::Text, 2),
        Column::new("What people decided", ColumnKind::Text, 6),
        Column::new("Who", ColumnKind::Text, 3),
        Column::new("When", ColumnKind::Time, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

/// The silences that matter in this case, decided or not; a table, unless there are none.
pub fn table(view: &View<'_>) -> Document {
    let mut document = Document::default();
    let all = view.playbook.silences.iter().zip(&view.picture.silences);
    let mine = all.filter(|(_, status)| status.decided.is_some() || status.applies.value == Some(true));
    let rows: Vec<_> = mine.map(|(silence, status)| row(view, silence, status.decided)).collect();
    if rows.is_empty() {
        document.text("Nothing on which the policy is silent has come up so far.");
        return document;
    }
    let end = Some(format!("End of entries: {}", rows.len()));
    let caption = "What the policy does not say, and what people decided".into();
    document.add(Block::Table(Table { caption, columns: columns(), rows, end, ruled: 0 }));
    document
}

fn row(view: &View<'_>, silence: &Silence, decided: Option<usize>) -> TableRow {
    let roles: Vec<_> = silence.decide_by.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
    let what = one(silence.left_open());
    let cite = vec![clauses(view, &silence.cite)];
    let Some(at) = decided else {
        let who = if roles.is_empty() {
            Line::quiet("the policy names nobody")
        } else {
            format!("{} decides", roles.join(" or ")).into()
        };
        let open = not_yet_known(&silence.topic);
        return TableRow { cells: vec![what, cite, one(open), one(who), one(none()), one(none())], says: Vec::new() };
    };
    let recorded = view.state.at(at);
    let (value, role) = match &recorded.fact {
        Fact::SilenceDecided { value, role, .. } => (value.as_str(), role.as_ref()),
        _ => ("", None),
    };
    let mut who = vec![by(recorded)];
    who.extend(role.map(|role| Line::quiet(format!("as {}", view.playbook.role_title(role.as_str())))));
    let cells = vec![what, cite, one(value), who, when(view, recorded), entry(view, at)];
    TableRow { cells, says: vec![RowMark::OutsidePolicy] }
}

//! The documents of the policy and what became of each.

use super::cells::{by, entry, one, said, when};
use super::missing::{none, not_yet_known};
use crate::case::{About, Fact};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::state::{State, stands};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow};
use crate::playbook::Body;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Document", ColumnKind::Text, 5),
        Column::new("Stands", ColumnKind::Text, 3),
        Column::new("To", ColumnKind::Text, 4),
        Column::new("How", ColumnKind::Text, 3),
        Column::new("When", ColumnKind::Time, 2),
        Column::new("By", ColumnKind::Text, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

/// A row each time that one was sent, and one for each that was not; those that do not apply are left out.
pub fn table(view: &View<'_>) -> Document {
    let mut document = Document::default();
    let mut rows = Vec::new();
    for (at, (item, status)) in view.items().enumerate() {
        let Body::Document(body) = &item.body else { continue };
        let stands = stands(view, Target::Item(at));
        if stands.state == State::Off {
            continue;
        }
        let sent: Vec<usize> = view.state.about(item.id.as_str()).map_or_else(Vec::new, About::entries);
        let sent: Vec<usize> = sent
            .into_iter()
            .filter(|at| matches!(view.state.at(*at).fact, Fact::Sent { .. }) && view.state.counts(*at))
            .collect();
        for at in &sent {
            let recorded = view.state.at(*at);
            let Fact::Sent { to, channel, .. } = &recorded.fact else { continue };
            let cells = vec![
                one(item.title.as_str()),
                one("sent"),
                said(Some(to)),
                said(Some(channel)),
                when(view, recorded),
                vec![by(recorded)],
                entry(view, *at),
            ];
            rows.push(TableRow { cells, says: super::cells::marks(view, *at) });
        }
        if sent.is_empty() {
            let to: Vec<_> = body.to.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
            let missing = status.lacks.iter().filter_map(|at| body.contents.get(*at));
            let missing = missing.map(|content| not_yet_known(&content.title));
            let mut state = vec![Line::from(stands.word)];
            state.extend(missing);
            let cells = vec![
                one(item.title.as_str()),
                state,
                said(Some(&to.join(", "))),
                one(none()),
                one(none()),
                one(none()),
                one(none()),
            ];
            rows.push(TableRow { cells, says: Vec::new() });
        }
    }
    if rows.is_empty() {
        document.text("The policy asks for no document so far.");
        return document;
    }
    let end = Some(format!("End of entries: {}", rows.len()));
    let caption = "Documents sent and to be sent".into();
    document.add(Block::Table(Table { caption, columns: columns(), rows, end, ruled: 0 }));
    document
}

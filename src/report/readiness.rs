//! Readiness: what has to be in order before an incident, with its evidence, its owner and when it is due again.

use super::cells::{clauses, entry, one, said};
use super::frame;
use super::missing::{no_owner, none, not_yet_known};
use super::options::Options;
use crate::judge::View;
use crate::judge::view::readiness::points as of_policy;
use crate::judge::view::review::{Counts, Finding, points as of_review};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone};
use crate::playbook::Playbook;
use crate::playbook::model::Kind;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Point", ColumnKind::Text, 6),
        Column::new("Clause", ColumnKind::Text, 2),
        Column::new("Finding", ColumnKind::Text, 3),
        Column::new("Evidence, or what is missing", ColumnKind::Text, 5),
        Column::new("Owner", ColumnKind::Text, 2),
        Column::new("Next due", ColumnKind::Text, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut page = Document::default();
    let review = view.playbook.kind == Kind::Readiness;
    if review {
        reviewed(view, &mut page);
    }
    let today = view.now.date();
    let points = of_policy(view.playbook, today);
    if !points.is_empty() {
        let rows = points.into_iter().map(|(state, point)| {
            let cells = vec![
                one(point.title.as_str()),
                one(clauses(view, &point.cite)),
                one(state.label()),
                one(not_yet_known("the evidence; it is recorded in a review")),
                one(no_owner()),
                point.due.map_or_else(|| one(none()), |due| one(due.to_string())),
                one(none()),
            ];
            TableRow { cells, says: Vec::new() }
        });
        let caption = "What the policy wants in order before an incident".into();
        let table = Table { caption, columns: columns(), rows: rows.collect(), end: None, ruled: 0 };
        page.add(Block::Table(table));
    } else if !review {
        page.text("The policy names nothing that has to be in order before an incident.");
    }
    page.add(Block::Sign(vec!["Reviewer".into()]));
    page.add(frame::seals(options));
    page
}

/// The points of a review, as they stand on the day of the page.
fn reviewed(view: &View<'_>, page: &mut Document) {
    let points = of_review(view.playbook, &view.picture.items, view.counting(), view.now.date());
    page.text(Counts::of(points.iter().map(|(_, point)| point)).words());
    let rows = points.into_iter().filter(|(_, point)| point.finding != Finding::Outside).map(|(item, point)| {
        let tone = if point.overdue { Tone::Alarm } else { Tone::Text };
        let since = point.done_at.map(|done| Line::quiet(format!("since {}", done.short_in(view.now))));
        let evidence = match &point.evidence {
            Some(evidence) => said(Some(evidence)),
            None if point.finding == Finding::InOrder => one(none()),
            None => one(not_yet_known(&item.title)),
        };
        let mut finding = one(point.finding.label());
        finding.extend(since);
        let status = view.status(item);
        let cells = vec![
            one(item.title.as_str()),
            one(clauses(view, &item.cite)),
            finding,
            evidence,
            point.owner.as_deref().map_or_else(|| one(no_owner()), one),
            point.due_words().map_or_else(|| one(none()), |due| one(Line::of(tone, due))),
            status.and_then(|status| status.entry).map_or_else(|| one(none()), |at| entry(view, at)),
        ];
        TableRow { cells, says: Vec::new() }
    });
    let rows: Vec<_> = rows.collect();
    let end = Some(format!("End of entries: {}", rows.len()));
    let caption = "What was looked at".into();
    page.add(Block::Table(Table { caption, columns: columns(), rows, end, ruled: 0 }));
}

/// The form for pencil: the points of the playbook, with room beside each.
pub fn blank(playbook: &Playbook) -> Document {
    let mut page = Document::default();
    let empty = |title: &str| {
        let mut cells = vec![Vec::new(); columns().len()];
        cells[0] = one(title);
        TableRow { cells, says: Vec::new() }
    };
    let mut rows: Vec<TableRow> = playbook.readiness.iter().map(|point| empty(&point.title)).collect();
    if playbook.kind == Kind::Readiness {
        rows.extend(playbook.items.iter().map(|item| empty(&item.title)));
    }
    let caption = "What has to be in order before an incident".into();
    page.add(Block::Table(Table { caption, columns: columns(), rows, end: None, ruled: 4 }));
    page.add(Block::Sign(vec!["Reviewer".into()]));
    page
}

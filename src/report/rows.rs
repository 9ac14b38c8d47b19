//! Rows of lists as tables print them: what stands in each cell and what stood there before, late, copied from paper, struck out.

use super::cells::one;
use super::missing::{none, not_yet_known};
use crate::base::text::inert_line;
use crate::judge::View;
use crate::page::lists::{Cell, List, Row, Was};
use crate::page::{Column, ColumnKind, Line, RowMark, Tone};
use crate::playbook::register;

/// How a column of a list is set.
pub fn column(of: &register::Column, weight: u8) -> Column {
    let kind = match of.kind {
        register::ColumnKind::When | register::ColumnKind::Day => ColumnKind::Time,
        register::ColumnKind::Count | register::ColumnKind::Hours | register::ColumnKind::Money => ColumnKind::Number,
        _ => ColumnKind::Text,
    };
    Column::new(of.label.as_str(), kind, weight)
}

/// What stands in a column of a row: what people wrote, or what of it is missing.
pub fn cell(view: &View<'_>, row: &Row, at: usize, of: &register::Column) -> Vec<Line> {
    let tone = if row.struck.is_some() { Tone::Struck } else { Tone::Text };
    let holds = row.cells.get(at).cloned().unwrap_or_default();
    let mut lines = match &holds {
        Cell { said, .. } if !said.is_empty() => {
            let of = |(at, text): &(usize, String)| Line::of(Tone::Alarm, format!("{}: {text}", view.state.name(*at)));
            said.iter().map(of).collect()
        }
        cell if cell.is_empty() && of.needed && row.struck.is_none() => one(not_yet_known(&of.label)),
        cell if cell.is_empty() => one(none()),
        cell => one(Line::of(tone, cell.text.as_str())),
    };
    lines.extend(row.was.iter().filter(|was| was.column == at).map(|one| was(view, one)));
    lines
}

/// `Was: promised (T. Lin, 22 Nov 08:12: asked again)`.
pub fn was(view: &View<'_>, was: &Was) -> Line {
    let when = was.when.short_in(view.now);
    let why = if was.why.trim().is_empty() { String::new() } else { format!(": {}", was.why) };
    Line::from("Was: ").and(Tone::Struck, was.text.as_str()).and(Tone::Quiet, format!(" ({}, {when}{why})", was.who))
}

/// What a row says of itself in marks.
pub fn marks(row: &Row) -> Vec<RowMark> {
    let all = [
        (row.late.is_some(), RowMark::Late),
        (row.transcribed.is_some(), RowMark::Transcribed),
        (row.struck.is_some(), RowMark::Struck),
    ];
    all.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect()
}

/// What stands beside the marks, a line each: when it was written and why late, from which paper, who struck it out.
pub fn remarks(view: &View<'_>, row: &Row) -> Vec<Line> {
    let recorded = row.entry.map(|at| view.state.at(at));
    let mut lines = Vec::new();
    if let (Some(reason), Some(recorded)) = (&row.late, recorded) {
        let when = recorded.at.short_in(view.now);
        let why = reason.as_ref().map_or_else(|| "no reason given".to_owned(), |why| format!("“{why}”"));
        lines.push(Line::strong(format!("Written {when}: {why}")));
    }
    if let (Some(paper), Some(recorded)) = (&row.transcribed, recorded) {
        lines.push(Line::strong(format!("From {paper}, copied by {}", recorded.recorder())));
    }
    if let Some(gone) = row.entry.filter(|_| row.struck.is_some()).and_then(|at| super::cells::gone(view, at)) {
        lines.push(gone);
    }
    lines.extend(row.label_clash(view).map(Line::strong));
    if let Some(note) = recorded.and_then(|recorded| recorded.who.note.as_ref()) {
        lines.push(format!("Remark: {}", inert_line(note)).into());
    }
    lines
}

/// How a row is referred to: its label, else the name of its entry.
pub fn name(view: &View<'_>, row: &Row) -> Vec<Line> {
    one(row.name(view).map_or_else(none, Line::quiet))
}

/// What stands in a column of a list, by its id.
pub fn text<'r>(list: &List<'_>, row: &'r Row, id: &str) -> Option<&'r str> {
    Some(list.text(row, id)).filter(|text| !text.trim().is_empty())
}

/// Who wrote a row down.
pub fn by(view: &View<'_>, row: &Row) -> Vec<Line> {
    one(row.entry.map_or_else(none, |at| super::cells::by(view.state.at(at))))
}

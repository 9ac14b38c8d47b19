//! F3, the log: every entry with its time, what it says, who, and what it refers to.

use super::missing::none;
use super::options::Options;
use super::{cells, frame};
use crate::base::text::counted;
use crate::judge::View;
use crate::page::log::{self, Told};
use crate::page::log_rows::By;
use crate::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow, Tone};

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("No.", ColumnKind::Text, 1),
        Column::new("Time", ColumnKind::Time, 2),
        Column::new("What", ColumnKind::Text, 8),
        Column::new("By", ColumnKind::Text, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let by = if options.by_happened { By::Happened } else { By::Recorded };
    let entries = by.entries(view);
    let mut document = Document::default();
    document.text(format!("{}. {}", counted(entries.len(), "entry", "entries"), by.title(view)));
    let ends = log::ends(view.state).map(|ends| format!(" {ends}; they are not told."));
    let last = entries.last().map(|at| view.state.name(*at)).unwrap_or_default();
    let end = format!("End of entries: {}, last {last}.{}", entries.len(), ends.unwrap_or_default());
    document.add(Block::Table(Table {
        caption: "Entries".into(),
        columns: columns(),
        rows: entries.iter().map(|at| row(view, *at)).collect(),
        end: Some(end),
        ruled: 0,
    }));
    document.add(Block::Sign(vec!["Recorder".into()]));
    document.add(frame::seals(options));
    document
}

/// An entry as a row: it is struck through with who, when and why below it, and says whether it came late.
fn row(view: &View<'_>, at: usize) -> TableRow {
    let (recorded, told) = (view.state.at(at), log::entry(view, at));
    let gone = cells::gone(view, at);
    let tone = if gone.is_some() { Tone::Struck } else { Tone::Text };
    let mut what = vec![Line::of(tone, told.in_full())];
    what.extend(recorded.who.note.as_ref().map(|note| Line::from(format!("Remark: {note}"))));
    let mut says = Vec::new();
    let mut time = vec![Line::from(recorded.at.short_in(view.now))];
    if let Some(happened) = recorded.who.happened {
        time.push(Line::quiet(format!("happened {}", happened.short_in(view.now))));
    }
    if recorded.is_late() {
        says.push(RowMark::Late);
    }
    if let Some(why) = gone {
        says.push(RowMark::Struck);
        what.push(why);
    }
    let (name, by, refers) = (view.state.name(at), cells::by(recorded), refers(&told));
    TableRow { cells: vec![vec![name.into()], time, what, vec![by], vec![refers]], says }
}

/// What commands know the thing by that an entry is about.
fn refers(told: &Told) -> Line {
    told.item.as_ref().map_or_else(none, |id| Line::quiet(id.as_str()))
}

/// The form for pencil.
pub fn blank() -> Document {
    super::ruled::table("Entries", columns(), &["Recorder"])
}

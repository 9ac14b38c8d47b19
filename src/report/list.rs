//! F6, one list: its rows in order, with what was changed in them, and what they add up to. Evidence stands one piece a block.

use super::cells::one;
use super::missing::not_yet_known;
use super::options::Options;
use super::rows::{by, cell, column, marks, name, remarks};
use super::{evidence, frame, persons};
use crate::base::text::counted;
use crate::judge::View;
use crate::judge::evidence::registers;
use crate::page::lists::{List, Row, Sum, list, sums};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone};
use crate::playbook::Playbook;
use crate::playbook::register::{Register, RegisterKind};

const RULED: u8 = 6;

/// The whole list; `None` where the case has none of that name.
pub fn body(view: &View<'_>, id: &str, options: &Options) -> Option<Document> {
    let list = list(view, id)?;
    let mut page = Document::default();
    if !list.asked {
        page.text(Line::quiet("Also kept; not asked by this policy."));
    }
    kept(view, &list, &mut page);
    if list.register.is_of("persons") || list.register.preset.is_some_and(|preset| preset.person) {
        page.append(persons::counts(&list));
    }
    if list.register.is_of("evidence") {
        page.append(evidence::blocks(view, &list));
    } else {
        page.add(Block::Table(table(view, &list)));
        let signs = if list.register.is_of("custody") { vec!["Releaser", "Receiver"] } else { vec!["Recorded by"] };
        page.add(Block::Sign(signs.into_iter().map(Line::from).collect()));
    }
    page.add(frame::seals(options));
    Some(page)
}

/// What it comes to: in all, by value of what is counted, by kind and certainty and currency, and files that were taken in.
fn kept(view: &View<'_>, list: &List<'_>, page: &mut Document) {
    let held = registers::work_out(&list.item.id, list.register, view.state);
    let so_far = registers::say(list.register, &held).map(Line::from);
    let rows = counted(list.rows.len(), "row", "rows");
    let so_far = so_far.or_else(|| (!list.rows.is_empty()).then(|| format!("{rows} from the record").into()));
    page.labelled("Kept so far", so_far.unwrap_or_else(|| not_yet_known(&list.register.prompt)));
    let tallies = held.tallies.iter().map(|tally| registers::say_tally(list.register, tally).into());
    let files = list.files.iter().map(|at| {
        let says = registers::says(Some(view.playbook), &view.state.at(*at).fact, view.now);
        Line::from(format!("{}: {says}", view.state.name(*at)))
    });
    let points: Vec<Line> = tallies.chain(files).collect();
    if !points.is_empty() {
        page.add(Block::List(points));
    }
    let sums = sums(list);
    if list.register.kind != RegisterKind::List && !sums.is_empty() {
        page.add(Block::Table(sums_table(&sums)));
    }
    for one in registers::contradictions(view.playbook, &list.item.id, view.state, view.now) {
        page.labelled("Two entries", Line::of(Tone::Alarm, one.words(view.state)));
    }
}

fn sums_table(sums: &[Sum]) -> Table {
    let said = |text: &str, what: &str| if text.is_empty() { one(not_yet_known(what)) } else { one(text) };
    let by_certainty = sums.iter().any(|sum| !sum.certainty.is_empty());
    let by_kind = sums.iter().any(|sum| !sum.kind.is_empty());
    let mut columns = Vec::new();
    if by_kind {
        columns.push(Column::new("Kind", ColumnKind::Text, 4));
    }
    if by_certainty {
        columns.push(Column::new("Certainty", ColumnKind::Text, 3));
    }
    columns.push(Column::new("Sum", ColumnKind::Number, 3));
    columns.push(Column::new("Entries", ColumnKind::Number, 1));
    let row = |sum: &Sum| {
        let mut cells = Vec::new();
        if by_kind {
            cells.push(said(&sum.kind, "the kind"));
        }
        if by_certainty {
            cells.push(said(&sum.certainty, "how certain"));
        }
        cells.push(one(sum.text.as_str()));
        cells.push(one(sum.rows.to_string()));
        TableRow { cells, says: Vec::new() }
    };
    let end =
        Some("Currencies are never added.".to_owned()).filter(|_| sums.iter().any(|sum| !sum.currency.is_empty()));
    Table { caption: "Sums".into(), columns, rows: sums.iter().map(row).collect(), end, ruled: 0 }
}

/// The columns that say something: what every row needs, and what any row has.
fn used(list: &List<'_>) -> Vec<usize> {
    let says = |at: usize| list.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
    let all = list.columns.iter().enumerate();
    all.filter(|(at, column)| *at == 0 || column.needed || says(*at)).map(|(at, _)| at).collect()
}

pub fn table(view: &View<'_>, list: &List<'_>) -> Table {
    let used = used(list);
    let mut columns = vec![Column::new("Ref", ColumnKind::Text, 1)];
    columns.extend(used.iter().map(|at| {
        let of = &list.columns[*at];
        Column { keep: *at < 6, ..column(of, if *at == 0 { 5 } else { 3 }) }
    }));
    columns.push(Column::new("By", ColumnKind::Text, 2));
    let rows: Vec<_> = list.rows.iter().map(|one| row(view, list, &used, one)).collect();
    let last = list.rows.iter().max_by_key(|row| row.entry).and_then(|row| row.name(view));
    let end = Some(format!("End of entries: {}, last {}", rows.len(), last.as_deref().unwrap_or("none")));
    Table { caption: list.item.title.clone(), columns, rows, end, ruled: RULED }
}

fn row(view: &View<'_>, list: &List<'_>, used: &[usize], row: &Row) -> TableRow {
    let mut cells = vec![name(view, row)];
    cells.extend(used.iter().map(|at| cell(view, row, *at, &list.columns[*at])));
    if let Some(first) = cells.get_mut(1) {
        first.extend(remarks(view, row));
        let gap = row.gap.as_ref().map(|had| format!("GAP IN CUSTODY: {had} had it, and no entry says how it left"));
        first.extend(gap.map(|gap| Line::of(Tone::Alarm, gap)));
    }
    cells.push(by(view, row));
    TableRow { cells, says: marks(row) }
}

/// The form for pencil.
pub fn blank(playbook: &Playbook, id: &str) -> Option<Document> {
    let mut all = playbook.registers();
    let (item, register) = all.find(|(item, register)| item.id.as_str() == id || register.is_of(id))?;
    let mut page = Document::default();
    page.text(register.prompt.as_str());
    if register.is_of("evidence") {
        page.append(evidence::blank(register));
    } else {
        page.append(super::ruled::table(&item.title, blank_columns(register), &["Recorded by"]));
    }
    Some(page)
}

fn blank_columns(register: &Register) -> Vec<Column> {
    let mut columns = vec![Column::new("Ref", ColumnKind::Text, 1)];
    match register.kind {
        RegisterKind::List => {}
        _ if register.columns.iter().any(|column| column.id.as_str() == "amount") => {}
        _ => columns.push(Column::new("Amount", ColumnKind::Number, 2)),
    }
    columns.extend(register.columns.iter().filter(|of| !of.aside || of.needed).map(|of| column(of, 3)));
    columns
}

//! How wide the columns of a table are, how large its text is, and which columns go to a second line of the row.

use super::setter::{Setter, TABLE, mm};
use crate::page::{Column, ColumnKind, Line, Table};

/// A longest word counts up to so many parts of the size; a longer one is broken.
const LONGEST: f32 = 12.0;
/// Room for initials.
const PENCIL: f32 = mm(18.0);
/// Empty space left and right in a cell.
pub(super) const PAD: f32 = 3.0;

/// How a table is set.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Plan {
    pub size: f32,
    /// Columns on the first line of a row: which, and how wide.
    pub first: Vec<(usize, f32)>,
    /// Columns on its second line.
    pub second: Vec<usize>,
}

/// What a column wants, in parts of the size.
#[derive(Clone, Copy, Debug, Default)]
struct Want {
    least: f32,
    whole: f32,
}

/// In this order: 9 points, 8 points, columns that need not be kept on a second line, the last first; then words are broken.
pub(super) fn plan(setter: &mut Setter, table: &Table, width: f32) -> Plan {
    let wants = wants(setter, table);
    for size in TABLE {
        let all: Vec<_> = (0..table.columns.len()).collect();
        if let Some(first) = fit(&table.columns, &wants, &all, size, width) {
            return Plan { size, first, second: Vec::new() };
        }
    }
    let size = TABLE[TABLE.len() - 1];
    let mut first: Vec<_> = (0..table.columns.len()).collect();
    let mut second = Vec::new();
    let last_loose = |first: &[usize]| first.iter().rposition(|at| !table.columns[*at].keep);
    while let Some(loose) = last_loose(&first).filter(|_| first.len() > 1) {
        second.insert(0, first.remove(loose));
        if let Some(first) = fit(&table.columns, &wants, &first, size, width) {
            return Plan { size, first, second };
        }
    }
    let least: Vec<_> = first.iter().map(|at| least(table.columns[*at].kind, wants[*at], size)).collect();
    let all: f32 = least.iter().sum::<f32>().max(1.0);
    Plan { size, first: first.into_iter().zip(least).map(|(at, least)| (at, least / all * width)).collect(), second }
}

fn wants(setter: &mut Setter, table: &Table) -> Vec<Want> {
    let mut wants = vec![Want::default(); table.columns.len()];
    for (want, column) in wants.iter_mut().zip(&table.columns) {
        take(setter, want, &Line::strong(column.title.as_str()), ColumnKind::Text);
    }
    for row in &table.rows {
        for ((want, cell), column) in wants.iter_mut().zip(&row.cells).zip(&table.columns) {
            for line in cell {
                take(setter, want, line, column.kind);
            }
        }
    }
    wants
}

fn take(setter: &mut Setter, want: &mut Want, line: &Line, kind: ColumnKind) {
    for paragraph in setter.prepared(line, false) {
        let (longest, whole) = setter.shaper.measure(&paragraph);
        // A time is not broken; a longer text in its place is.
        let unbroken = matches!(kind, ColumnKind::Time | ColumnKind::Number) && whole <= LONGEST;
        let longest = if unbroken { whole } else { longest };
        want.least = want.least.max(longest.min(LONGEST));
        want.whole = want.whole.max(whole);
    }
}

fn least(kind: ColumnKind, want: Want, size: f32) -> f32 {
    let least = want.least * size + 2.0 * PAD + 0.5;
    if kind == ColumnKind::Pencil { least.max(PENCIL) } else { least }
}

/// Widths that fill the table, where everything has room.
fn fit(columns: &[Column], wants: &[Want], which: &[usize], size: f32, width: f32) -> Option<Vec<(usize, f32)>> {
    let mut widths: Vec<_> = which.iter().map(|at| least(columns[*at].kind, wants[*at], size)).collect();
    let mut left = width - widths.iter().sum::<f32>();
    if left < 0.0 {
        return None;
    }
    let weight = |at: usize| f32::from(columns[which[at]].weight.max(1));
    let whole = |at: usize| wants[which[at]].whole * size + 2.0 * PAD + 0.5;
    // Each gets its share, but not more than what stands in it; what is left is shared again.
    for _ in 0..=which.len() {
        let hungry: Vec<_> = (0..which.len())
            .filter(|at| columns[which[*at]].kind != ColumnKind::Pencil && widths[*at] + 0.1 < whole(*at))
            .collect();
        let shares: f32 = hungry.iter().map(|at| weight(*at)).sum();
        if left < 0.1 || hungry.is_empty() {
            break;
        }
        let given = left;
        for at in hungry {
            let more = (given * weight(at) / shares).min(whole(at) - widths[at]);
            widths[at] += more;
            left -= more;
        }
    }
    let shares: f32 = (0..which.len()).map(weight).sum();
    Some(
        which
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (column, wide))| (*column, wide + left.max(0.0) * weight(at) / shares))
            .collect(),
    )
}

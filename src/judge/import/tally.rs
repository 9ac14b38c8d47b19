//! How many rows of a file hold which value, with a bound on how many values are told apart.

use super::cells::Cells;
use super::wanted::Wanted;
use crate::base::ItemId;
use crate::base::text::cut;
use crate::case::Tallied;
use crate::journal::stored_len;
use crate::judge::evidence::registers::MAX_VALUES;
use crate::playbook::register::Register;
use crate::source::table::fold::fold;
use std::collections::HashMap;

/// Most values of a column that are told apart while the file is read; the first ones are. What comes after counts as other.
const APART: usize = 1000;
/// Longer values count as other, in bytes.
const MAX_VALUE: usize = 200;
/// Columns of a screen to which a value is cut in the record.
const SHOWN: usize = 60;
/// How much of a journal's block the values of all columns may take, in bytes.
const BUDGET: usize = 24 * 1024;

pub(super) struct Tallies<'r> {
    register: &'r Register,
    columns: Vec<Column>,
}

struct Column {
    place: usize,
    id: ItemId,
    values: HashMap<String, (String, u64)>,
    other: u64,
}

impl<'r> Tallies<'r> {
    /// Columns that the file does not have are not counted: nothing in them is not the same as not asked.
    pub(super) fn new(wanted: &Wanted<'r>, lacks: impl Fn(usize) -> bool) -> Self {
        let register = wanted.register;
        let column = |place: &usize| {
            let id = register.columns[*place].id.clone();
            Column { place: *place, id, values: HashMap::new(), other: 0 }
        };
        let columns = register.tally.iter().filter(|place| !lacks(**place)).map(column).collect();
        Self { register, columns }
    }

    /// Counts one row. Values that differ only in case, accents and blanks are one, and all that means home is home.
    pub(super) fn add(&mut self, cells: &Cells<'_>) {
        for column in &mut self.columns {
            let value = cells.get(column.place);
            let known = column.values.len();
            if value.len() > MAX_VALUE {
                column.other += 1;
                continue;
            }
            if let Some((_, rows)) = column.values.get_mut(value) {
                *rows += 1;
                continue;
            }
            let shown = self.register.counted_as(column.place, value);
            let key = fold(shown);
            match column.values.get_mut(&key) {
                Some((_, rows)) => *rows += 1,
                None if known < APART => {
                    column.values.insert(key, (cut(shown, SHOWN).into_owned(), 1));
                }
                None => column.other += 1,
            }
        }
    }

    /// The most frequent values of each column, and the rest together.
    pub(super) fn finish(self) -> Vec<Tallied> {
        let mut left = BUDGET;
        let mut all = Vec::new();
        for column in self.columns {
            let mut values: Vec<(String, u64)> = column.values.into_values().collect();
            values.sort_by(|(one, few), (another, many)| many.cmp(few).then_with(|| one.cmp(another)));
            let mut other = column.other;
            for (place, (value, rows)) in values.into_iter().enumerate() {
                // The number, the column and the signs around them.
                let size = stored_len(&value) + column.id.as_str().len() + 30;
                if place < MAX_VALUES && size <= left {
                    left -= size;
                    all.push(Tallied { column: column.id.clone(), value: Some(value), rows });
                } else {
                    other += rows;
                }
            }
            if other > 0 {
                all.push(Tallied { column: column.id.clone(), value: None, rows: other });
            }
        }
        all
    }
}

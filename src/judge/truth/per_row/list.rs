//! The rows of a list: who and what stands in it, by which entries and names each is meant, and whether more are expected.

use crate::base::ItemId;
use crate::case::cells::NAME;
use crate::case::{CaseState, Cell, Fact, ForRow, ForRows, ListRow};
use crate::journal::EntryId;
use crate::judge::evidence::{Counting, registers};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::{Answer, OTHER};
use crate::judge::types::listed::{Listed, key, name_of};
use crate::playbook::question::{AnswerType, Question};
use crate::playbook::{Body, Item};
use std::collections::{BTreeMap, BTreeSet};

/// A list whose rows are known.
#[derive(Clone, PartialEq, Debug)]
pub struct List {
    pub id: ItemId,
    pub rows: Vec<Listed>,
    /// How many there are, those of files by number.
    pub count: u64,
    /// How many there are to be at least, while there are fewer.
    pub expected: Option<u64>,
    by_entry: BTreeMap<EntryId, usize>,
    by_name: BTreeMap<String, usize>,
}

impl List {
    /// The list that an item is; `None` while nobody knows its rows.
    pub(in crate::judge) fn of(source: &ItemId, knowledge: &Knowledge<'_>) -> Option<Self> {
        let item = knowledge.playbook.item(source.as_str())?;
        let found = rows(item, knowledge)?;
        if found.is_empty() && !has_no_rows(item, knowledge) {
            return None;
        }
        let mut rows: Vec<Listed> = Vec::new();
        let mut by_name = BTreeMap::new();
        for row in found.into_iter().filter(|row| !row.name.is_empty()) {
            match by_name.get(&key(&row.name)) {
                None => {
                    by_name.insert(key(&row.name), rows.len());
                    rows.push(row);
                }
                Some(at) => {
                    let known: &mut Listed = &mut rows[*at];
                    known.rows.extend(row.rows);
                    known.names.extend(row.names);
                    known.written = known.written.take().or(row.written);
                }
            }
        }
        for (at, row) in rows.iter().enumerate() {
            row.names.iter().for_each(|name| _ = by_name.entry(name.clone()).or_insert(at));
        }
        let by_entry = rows.iter().enumerate().flat_map(|(at, row)| row.rows.iter().map(move |id| (id.clone(), at)));
        let by_entry = by_entry.collect();
        let count = rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.holds));
        // Where people say that there are none, none are expected.
        let persons = super::expected::persons(source, knowledge).filter(|persons| count < *persons);
        let expected = persons.filter(|_| !rows.is_empty());
        Some(Self { id: source.clone(), rows, count, expected, by_entry, by_name })
    }

    /// The rows that an entry means: by the entry that added each, whatever it is called now. By its name only where no entry of
    /// this list is given: in an older entry, for a row of an answer or of a file, and in a call that counts for two lists.
    pub(in crate::judge) fn meant(&self, target: &ForRows, state: &CaseState) -> BTreeSet<usize> {
        let found = |of: &ForRow| {
            let ours = of.row.as_ref().filter(|id| state.row(id).is_some_and(|row| row.register == self.id));
            ours.map_or_else(|| self.by_name.get(&key(&of.name)).copied(), |id| self.entry(id, state))
        };
        target.0.iter().filter_map(found).collect()
    }

    /// The row of this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }

    /// A row that was recorded anew is the one that stands in its place.
    fn entry(&self, id: &EntryId, state: &CaseState) -> Option<usize> {
        let mut id = id;
        while !self.by_entry.contains_key(id) {
            id = &state.at(state.settled_by(id)?).id;
        }
        self.by_entry.get(id).copied()
    }

    /// What stands in a column of a row; `None` where nothing is written, or two entries say different things.
    pub(in crate::judge) fn cell<'a>(&'a self, row: usize, column: &str, state: &'a CaseState) -> Option<&'a str> {
        let row = &self.rows[row];
        let mut said = row.rows.iter().filter_map(|id| state.row(id)).map(|row| state.cell(row, column));
        let said = match said.next() {
            Some(Cell::Holds(text)) => said.all(|other| other == Cell::Holds(text)).then_some(text),
            Some(Cell::Contradicts(_)) => None,
            None if column == NAME => Some(row.name.as_str()),
            None => row.written.as_deref().and_then(|written| written_in(written, column)),
        };
        said.map(str::trim).filter(|text| !text.is_empty())
    }
}

/// The rows of a list question that were added one by one, each in one text: `Ana Example; residence=Ohio`.
pub(in crate::judge) fn written(list: &str, state: &Counting<'_>) -> Vec<String> {
    let rows = state.counting(list).filter_map(|at| state.row(&state.at(at).id));
    let text = |row: &ListRow| {
        let cells = row.columns().filter(|column| *column != NAME).filter_map(|column| {
            let text = state.cell(row, column).text().trim();
            (!text.is_empty()).then(|| format!("; {column}={text}"))
        });
        cells.fold(state.row_name(row), |all, cell| all + &cell)
    };
    rows.map(text).collect()
}

/// What an older row in one text says in a column.
fn written_in<'r>(row: &'r str, column: &str) -> Option<&'r str> {
    let cells = row.split(';').skip(1).filter_map(|cell| cell.split_once('='));
    cells.map(|(known, text)| (known.trim(), text)).find(|(known, _)| *known == column).map(|(_, text)| text)
}

/// The rows of a list one by one; `None` for what is no list.
fn rows(item: &Item, knowledge: &Knowledge<'_>) -> Option<Vec<Listed>> {
    let state = knowledge.state;
    Some(match &item.body {
        Body::Question(question) if question.answer == AnswerType::ManyOf => match knowledge.answer(item.id.as_str()) {
            Some(Answer::Many(chosen)) => chosen.iter().map(|option| chosen_as(question, option)).collect(),
            _ => Vec::new(),
        },
        Body::Question(_) => {
            let answered = match knowledge.answered(item.id.as_str()) {
                Some(Answer::Rows(rows)) => rows,
                _ => Vec::new(),
            };
            let written =
                |row: String| Listed { written: Some(row.clone()), ..Listed::named(name_of(&row).to_owned()) };
            registers::rows(&item.id, state).into_iter().chain(answered.into_iter().map(written)).collect()
        }
        Body::Register(_) => registers::rows(&item.id, state),
        _ => return None,
    })
}

/// A chosen option as a row: by its label, and also by its identifier.
fn chosen_as(question: &Question, option: &str) -> Listed {
    let label = question.options.iter().find(|known| known.id.as_str() == option).map(|known| known.label.clone());
    let name = label.unwrap_or_else(|| option.strip_prefix(OTHER).unwrap_or(option).to_owned());
    Listed { names: vec![key(option)], ..Listed::named(name) }
}

/// Whether people said that there are no rows, or the list itself does not apply. Rows that were named before it did not apply any
/// more stay: what was done for them has happened.
fn has_no_rows(item: &Item, knowledge: &Knowledge<'_>) -> bool {
    let id = item.id.as_str();
    match knowledge.answer(id) {
        Some(Answer::Rows(rows)) if rows.is_empty() => return true,
        Some(Answer::Many(chosen)) if chosen.is_empty() => return true,
        _ => {}
    }
    let ruled_out = knowledge.outcome(id);
    let ruled_out = ruled_out.is_some_and(|at| matches!(knowledge.state.at(at).fact, Fact::TaskRuledOut { .. }));
    // That nobody can find out who they are does not say that there are none.
    let ruled_out = ruled_out && !matches!(item.body, Body::Question(_));
    ruled_out || knowledge.is_out(id)
}

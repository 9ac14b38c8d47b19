//! What is known of one row: its answers, its deeds, its cells. All else is known as it is of the case.

use super::list::List;
use super::records::{self, Records};
use crate::base::{ItemId, NO_CURRENCY};
use crate::case::{CallOutcome, Fact};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::cells;
use crate::judge::verdict::{Facts, Known, Verdict};
use crate::playbook::condition::{EachRow, OfRow, Subject};
use crate::playbook::register::{Column, ColumnKind};
use std::rc::Rc;

/// A row, for conditions.
pub(in crate::judge) struct InRow<'k, 'a> {
    pub knowledge: &'k Knowledge<'a>,
    pub list: &'k List,
    /// Its place; `None` is a row of which nothing is recorded.
    pub row: Option<usize>,
}

impl Facts for InRow<'_, '_> {
    fn known(&self, subject: &Subject) -> Known {
        match subject {
            Subject::Row(of) => self.of_row(of),
            other => self.knowledge.known(other),
        }
    }

    fn each_row(&self, each: &EachRow) -> Verdict {
        self.knowledge.each_row(each)
    }
}

impl InRow<'_, '_> {
    fn of_row(&self, of: &OfRow) -> Known {
        match of {
            OfRow::Answer(id) if self.knowledge.is_hidden(id.as_str()) => Known::Withheld,
            OfRow::Answer(id) if self.knowledge.is_out(id.as_str()) => Known::NotSo,
            OfRow::Answer(id) => match self.entries(id, |item, entries| records::answer(item, entries, self.knowledge))
            {
                // An answer to what does not arise is history.
                _ if self.is_never_asked(id) => Known::NotSo,
                answer => Known::from(answer),
            },
            OfRow::Task(id) | OfRow::Call(id) => {
                let settled = self.entries(id, |_, entries| {
                    let fact = |at: &usize| &self.knowledge.state.at(*at).fact;
                    let reached = |at: &usize| matches!(fact(at), Fact::Called { outcome: CallOutcome::Reached, .. });
                    match entries.outcomes.last().map(fact) {
                        _ if entries.attempts.iter().any(reached) => Some(true),
                        Some(Fact::TaskDone { .. }) => Some(true),
                        Some(Fact::TaskRuledOut { .. }) => Some(false),
                        _ => None,
                    }
                });
                match settled {
                    Some(settled) => Known::YesNo(settled),
                    None if self.is_never_asked(id) => Known::NotSo,
                    None => Known::Nothing,
                }
            }
            OfRow::Cell { list, column } => self.cell(list, column),
        }
    }

    /// What is found in the entries of an item of this list for this row.
    fn entries<T>(
        &self,
        id: &ItemId,
        find: impl FnOnce(&crate::playbook::Item, &records::Entries) -> Option<T>,
    ) -> Option<T> {
        let item = self.knowledge.playbook.item(id.as_str())?;
        let found: Rc<Records> = self.knowledge.rows.records(item, self.list, self.knowledge);
        find(item, self.row.map_or(&found.of_all, |row| found.row(row)))
    }

    /// Whether anything is recorded of an item for this row.
    pub(super) fn has_record(&self, item: &crate::playbook::Item) -> bool {
        let any = |_: &crate::playbook::Item, entries: &records::Entries| entries.is_any().then_some(());
        self.entries(&item.id, any).is_some()
    }

    /// Whether an item does not apply to this row, so that nothing of it arises.
    fn is_never_asked(&self, id: &ItemId) -> bool {
        let Some(item) = self.knowledge.playbook.item(id.as_str()) else { return false };
        self.knowledge.rows.applies(item, self) == Some(false)
    }

    fn cell(&self, list: &ItemId, column: &ItemId) -> Known {
        let Some(row) = self.row else { return Known::Nothing };
        let Some(text) = self.list.cell(row, column.as_str(), &self.knowledge.state) else { return Known::Nothing };
        let register = self.knowledge.playbook.register(list.as_str());
        let columns = register.map(|register| register.columns.as_slice()).unwrap_or_default();
        match columns.iter().find(|known| known.id == *column) {
            Some(column) if column.kind == ColumnKind::One => Known::Option(option(column, text)),
            Some(column) => match cells::value(column, NO_CURRENCY, text, &self.knowledge.state) {
                None => Known::Option(text.to_lowercase()),
                answer => Known::from(answer),
            },
            None => Known::Option(text.to_lowercase()),
        }
    }
}

/// An option as the playbook spells it.
fn option(column: &Column, text: &str) -> String {
    let found = column.options.iter().find(|option| option.to_lowercase() == text.to_lowercase());
    found.map_or_else(|| text.to_owned(), Clone::clone)
}

/// What is known of each row: its name, and an answer, a deed or what stands in a cell. Rows of which it is not known are left out;
/// the number is that of all rows.
pub fn known_of_rows(of: &OfRow, knowledge: &Knowledge<'_>) -> (Vec<(String, Known)>, usize) {
    let own = || knowledge.playbook.item(of.id().as_str())?.body.for_each();
    let source = if let OfRow::Cell { list, .. } = of { Some(list) } else { own() };
    let Some(list) = source.and_then(|source| knowledge.rows.list(source, knowledge)) else { return (Vec::new(), 0) };
    let known = |row: usize| InRow { knowledge, list: &list, row: Some(row) }.of_row(of);
    let rows = (0..list.rows.len()).map(|row| (list.rows[row].name.clone(), known(row)));
    (rows.filter(|(_, known)| *known != Known::Nothing).collect(), list.rows.len())
}

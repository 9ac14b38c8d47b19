//! `any(a)` and `all(a)`: a condition of the rows of a list, together.

use super::facts::InRow;
use super::list::List;
use crate::base::ItemId;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::{Atom, Facts as _, Known, Verdict, evaluate};
use crate::playbook::condition::{EachRow, Expr, OfRow, Quantifier, Subject};
use std::collections::BTreeSet;

/// Whether the condition holds for one row, or for every one. Of no rows nothing holds, for nothing of them arises; while more rows
/// are expected, what is not decided by those that are there is not known.
pub(in crate::judge) fn each_row(each: &EachRow, knowledge: &Knowledge<'_>) -> Verdict {
    over_rows(&each.list, each.quantifier, &each.inner, knowledge)
}

/// The same for a condition that stands alone.
pub(super) fn over_rows(list: &ItemId, quantifier: Quantifier, inner: &Expr, knowledge: &Knowledge<'_>) -> Verdict {
    let rows = Subject::Rows(list.clone());
    // What was answered to a question that does not arise is history.
    if knowledge.known(&rows) == Known::NotSo {
        return Verdict { value: Some(false), because: vec![Atom::not_so(rows)], missing: Vec::new() };
    }
    let Some(list) = knowledge.rows.list(list, knowledge) else {
        return Verdict { value: None, because: Vec::new(), missing: vec![rows] };
    };
    if list.rows.is_empty() && list.expected.is_none() {
        return Verdict { value: Some(false), because: vec![Atom::not_so(rows)], missing: Vec::new() };
    }
    let of_row = |row: Option<usize>| evaluate(inner, &InRow { knowledge, list: &list, row });
    let own = different(inner, &list, knowledge);
    let join = |one: Verdict, other: Verdict| match quantifier {
        Quantifier::Any => one.or(other),
        Quantifier::All => one.and(other),
    };
    let blank = (own.len() < list.rows.len()).then(|| of_row(None));
    // Rows to come are not known.
    let more = list.expected.map(|_| Verdict { value: None, because: Vec::new(), missing: vec![rows] });
    let found = own.into_iter().map(|row| of_row(Some(row))).chain(blank).chain(more).reduce(join);
    found.unwrap_or_default()
}

/// The rows for which a condition can come out otherwise than for one of which nothing is recorded.
pub(super) fn different(inner: &Expr, list: &List, knowledge: &Knowledge<'_>) -> BTreeSet<usize> {
    let mut rows = BTreeSet::new();
    for of in inner.of_row() {
        match of {
            OfRow::Cell { .. } => return (0..list.rows.len()).collect(),
            OfRow::Answer(id) | OfRow::Task(id) | OfRow::Call(id) => {
                let Some(item) = knowledge.playbook.item(id.as_str()) else { continue };
                rows.extend(knowledge.rows.records(item, list, knowledge).of_row.keys().copied());
            }
        }
    }
    rows
}

//! Registers in the status: totals, tallies and methods, never a row of a list.

use super::super::registers::{self, Total};
use super::{StatusOf, clauses};
use crate::case::Fact;
use crate::playbook::Body;
use serde_json::{Value, json};

pub(super) fn registers(of: &StatusOf<'_>) -> Vec<Value> {
    let items = of.playbook.items.iter().zip(&of.assessment.items);
    items
        .filter_map(|(item, status)| {
            let Body::Register(register) = &item.body else { return None };
            let held = registers::work_out(&item.id, register, of.state);
            let total = held.total.as_ref().map(|total| match total {
                Total::Count(number) | Total::Seconds(number) | Total::Rows(number) => json!(number),
                Total::Money(sums) => json!(sums.iter().map(ToString::to_string).collect::<Vec<_>>()),
            });
            let tallies = held.tallies.iter().map(|tally| {
                let values = tally.values.iter().map(|(value, rows)| json!({ "value": value, "rows": rows }));
                json!({
                    "column": register.columns[tally.column].id.as_str(),
                    "values": values.collect::<Vec<_>>(),
                    "other": tally.other,
                })
            });
            let methods = register.methods.iter().zip(&held.methods).map(|(method, rows)| {
                json!({
                    "id": method.id.as_str(),
                    "label": method.label,
                    "rows": rows,
                    "clauses": clauses(&method.cite),
                })
            });
            let files = of.state.counting(item.id.as_str()).filter_map(|at| match &of.state.at(at).fact {
                Fact::RowsImported { import, .. } => Some(json!({
                    "file": import.file,
                    "sha256": import.sha256,
                    "rows": import.rows,
                    "ignored": import.ignored,
                })),
                _ => None,
            });
            Some(json!({
                "id": item.id.as_str(),
                "title": item.title,
                "kind": register.kind.word(),
                "unit": register.unit,
                "state": status.standing.word(),
                "total": total,
                "says": registers::say(register, &held),
                "entries": held.entries,
                "tallies": tallies.collect::<Vec<_>>(),
                "methods": methods.collect::<Vec<_>>(),
                "no_method": (!register.methods.is_empty()).then_some(held.no_method),
                "files": files.collect::<Vec<_>>(),
                "clauses": clauses(&item.cite),
            }))
        })
        .collect()
}

//! Registers in the status: totals, tallies and methods, never a row of a list.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId, Money};
use crate::case::Fact;
use crate::case::import::Import;
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::evidence::registers::{self, Total as Sum};
use crate::judge::types::cells;
use crate::playbook::register::{self, RegisterKind};
use crate::playbook::{Body, Item};
use serde::Serialize;

pub(super) fn registers<'a>(of: &View<'a>) -> Vec<Register<'a>> {
    let registers = of.items().filter_map(|(item, status)| match &item.body {
        Body::Register(register) => Some(Register::of(of, item, register, status.standing)),
        _ => None,
    });
    registers.collect()
}

object! {
    Register<'a>(of: &View<'a>, item: &'a Item, register: &'a register::Register, standing: Standing) {
        let held = registers::work_out(&item.id, register, of.state);
        let says = registers::say(register, &held);
        let tallies = held.tallies.into_iter().map(|tally| Tally::of(register, tally));
        let methods = register.methods.iter().zip(held.methods.into_iter().zip(held.cannot_say));
        let contradictions = registers::contradictions(of.playbook, &item.id, of.state, of.now);
        let contradictions = contradictions.into_iter().map(|one| Contradiction::of(of, one));
        let files = of.state.counting(item.id.as_str()).filter_map(|at| match &of.state.at(at).fact {
            Fact::RowsImported { import, .. } => Some(Imported::of(import)),
            _ => None,
        });
    } => {
        id: &'a ItemId = &item.id,
        title: &'a str = &item.title,
        kind: RegisterKind = register.kind,
        unit: Option<&'a str> = register.unit.as_deref(),
        state: Standing = standing,
        total: Option<Total> = held.total.map(Total::of),
        says: Option<String> = says,
        entries: usize = held.entries,
        tallies: Vec<Tally<'a>> = tallies.collect(),
        methods: Vec<Method<'a>> = methods.map(|(method, (rows, unsaid))| Method::of(method, rows, unsaid)).collect(),
        no_method: Option<u64> = (!register.methods.is_empty()).then_some(held.no_method),
        #[serde(skip_serializing_if = "is_zero")]
        not_said: u64 = held.not_said,
        #[serde(skip_serializing_if = "is_zero")]
        bad_rows: u64 = held.bad_rows,
        contradictions: Vec<Contradiction> = contradictions.collect(),
        files: Vec<Imported<'a>> = files.collect(),
        clauses: &'a [ClauseId] = &item.cite,
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "so it is called")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Total {
    Number(u64),
    /// Each currency by itself.
    Sums(Vec<Money>),
}

impl Total {
    fn of(total: Sum) -> Self {
        match total {
            Sum::Count(number) | Sum::Seconds(number) | Sum::Rows(number) => Self::Number(number),
            Sum::Money(sums) => Self::Sums(sums),
        }
    }
}

object! {
    Tally<'a>(register: &'a register::Register, tally: registers::Tally) => {
        column: &'a ItemId = &register.columns[tally.column].id,
        values: Vec<Value> = tally.values.into_iter().map(|(value, rows)| Value::of(value, rows)).collect(),
        other: u64 = tally.other,
        #[serde(skip_serializing_if = "is_zero")]
        cannot_say: u64 = tally.cannot_say,
    }
}

object! {
    Value(value: String, rows: u64) => {
        value: String = value,
        rows: u64 = rows,
    }
}

object! {
    Method<'a>(method: &'a register::Method, rows: u64, cannot_say: u64) => {
        id: &'a ItemId = &method.id,
        label: &'a str = &method.label,
        rows: u64 = rows,
        /// Rows of files that say too little of it.
        #[serde(skip_serializing_if = "is_zero")]
        cannot_say: u64 = cannot_say,
        clauses: &'a [ClauseId] = &method.cite,
    }
}

object! {
    /// Entries that say different things of a cell; the row goes by the entry that added it.
    Contradiction(of: &View<'_>, one: cells::Contradiction) => {
        row: String = of.state.name(one.row),
        name: String = one.name,
        column: String = one.column,
        said: Vec<SaidOf> = one.said.into_iter().map(|(at, says)| SaidOf::of(of.state.name(at), says)).collect(),
    }
}

object! {
    SaidOf(entry: String, says: String) => {
        entry: String = entry,
        says: String = says,
    }
}

object! {
    Imported<'a>(import: &'a Import) => {
        file: &'a str = &import.file,
        sha256: &'a str = &import.sha256,
        rows: u64 = import.rows,
        #[serde(skip_serializing_if = "is_zero")]
        bad_rows: u64 = import.bad_rows(),
        lacks: &'a [ItemId] = &import.lacks,
        ignored: &'a [String] = &import.ignored,
    }
}

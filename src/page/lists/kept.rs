//! One list with its rows, and every list of a case.

use super::list::{HOLDER, List, PLACE};
use super::{acts, by_itself, custody, typed};
use crate::base::ItemId;
use crate::case::Fact;
use crate::case::cells::{AMOUNT, WHAT};
use crate::judge::View;
use crate::playbook::register::{Column, ColumnKind, Register, RegisterKind};
use crate::playbook::{Item, Strength};

/// Every list: those of the policy in their order, then those that are also kept.
pub fn lists<'a>(view: &View<'a>) -> Vec<List<'a>> {
    view.playbook.registers().map(|(item, register)| of(view, item, register)).collect()
}

/// One list, by its id or by that of the preset that it adopts.
pub fn list<'a>(view: &View<'a>, id: &str) -> Option<List<'a>> {
    let all = || view.playbook.registers();
    let found =
        all().find(|(item, _)| item.id.as_str() == id).or_else(|| all().find(|(_, register)| register.is_of(id)));
    found.map(|(item, register)| of(view, item, register))
}

fn of<'a>(view: &View<'a>, item: &'a Item, register: &'a Register) -> List<'a> {
    let is_file = |at: &usize| matches!(view.state.at(*at).fact, Fact::RowsImported { .. });
    let files = view.state.register(item.id.as_str()).iter().copied().filter(is_file).collect();
    let mut list = List {
        item,
        register,
        asked: item.verb != Strength::Local,
        columns: columns(register),
        rows: Vec::new(),
        files,
    };
    list.rows = typed::rows(view, &list);
    let preset = register.preset.map(|preset| preset.id.as_str());
    match preset {
        Some("actions") => acts::join(view, &mut list),
        Some("messages") => by_itself::messages(view, &mut list),
        Some("timeline") => by_itself::timeline(view, &mut list),
        Some("evidence") => custody::hang(view, &mut list, self::list(view, "custody").as_ref()),
        Some("custody") => custody::gaps(view, &mut list),
        _ => {}
    }
    list
}

fn columns(register: &Register) -> Vec<Column> {
    let id = |text: &str| ItemId::new(text).expect("it is made of lower-case letters");
    let mut columns = Vec::new();
    let amount = match register.kind {
        RegisterKind::List => None,
        RegisterKind::Count => Some(("How many", ColumnKind::Count)),
        RegisterKind::Hours => Some(("How long", ColumnKind::Hours)),
        RegisterKind::Money => Some(("Amount", ColumnKind::Money)),
    };
    if let Some((label, kind)) = amount {
        columns.push(Column { kind, needed: true, ..Column::line(id(AMOUNT), label) });
        if register.columns.iter().all(|column| column.id.as_str() != WHAT) {
            columns.push(Column::line(id(WHAT), "What"));
        }
    }
    columns.extend(register.columns.iter().cloned());
    if register.is_of("evidence") {
        columns.push(Column { kind: ColumnKind::Person, ..Column::line(id(HOLDER), "Held by") });
        columns.push(Column { kind: ColumnKind::Place, ..Column::line(id(PLACE), "Where it is now") });
    }
    columns
}

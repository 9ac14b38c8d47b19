//! Adding to a register: an amount, a row, a file of rows; and striking out what was added by mistake.

use super::{Field, Form, Kind, Pick};
use crate::guide::{Command, registers, rows};
use crate::playbook::Item;
use crate::playbook::register::{Register, RegisterKind};
use crate::tui::ctx::Case;
use crate::tui::theme::Role;
use crate::tui::words;

const ADD: &str = "add";
const FILE: &str = "file";
const STRIKE: &str = "strike";
const WHAT: &str = "what";
const WHY: &str = "why";

/// The form of a register. Adding is chosen already.
pub fn form(case: &Case<'_>, item: &Item, register: &Register) -> Form {
    let held = registers::work_out(&item.id, register, case.state);
    let is_list = register.kind == RegisterKind::List;
    let option = |id: &str, label: &str| (id.to_owned(), label.to_owned(), None);
    let mut hows = vec![option(ADD, if is_list { "Add one row" } else { "Add to it" })];
    if is_list {
        hows.push(option(FILE, "Take in a file of rows (CSV)"));
    }
    if held.entries > 0 {
        hows.push(option(STRIKE, "Strike out an entry, by its name"));
    }
    let (label, takes) = match register.kind {
        RegisterKind::Count => ("How many more", "A whole number, such as 14.".to_owned()),
        RegisterKind::Hours => ("How long", "A span with its unit, such as 45min or 2h 30m.".to_owned()),
        RegisterKind::Money => ("How much more", "An amount, such as 1,500.00.".to_owned()),
        RegisterKind::List => ("Row, or path of the file", rows::takes(&register.columns)),
    };
    let mut fields = Vec::new();
    if hows.len() > 1 {
        fields.push(Field::pick("how", "What to do", Pick::one(hows).on(ADD)));
    }
    fields.push(Field::line("value", label, "").hint(takes).required());
    if !is_list {
        fields.push(Field::line(WHAT, "What it was", ""));
    }
    if held.entries > 0 {
        fields.push(Field::line(WHY, "Why it is struck out", "").required());
    }
    let mut form = Form::new(Kind::Register(item.id.to_string()), &item.title, fields)
        .about(Role::Text, &register.prompt)
        .about(Role::Dim, item.detail.as_deref().unwrap_or_default());
    if let Some(says) = registers::say(register, &held) {
        form = form.about(Role::Settled, &format!("Kept so far: {says}"));
    }
    for at in held.log.iter().rev().take(registers::ENTRIES_SHOWN) {
        let recorded = case.state.at(*at);
        let (_, says) = words::fact(recorded, case.playbook, case.session.now());
        let struck = if case.state.struck_by(&recorded.id).is_some() { ", struck out" } else { "" };
        form = form.about(Role::Dim, &format!("{} {says}{struck}", case.state.name(*at)));
    }
    form.focus = form.fields.iter().position(|field| field.name == "value").unwrap_or(0);
    form.with_said("Done or said by")
}

/// Whether an entry is to be struck out.
pub(super) fn strikes(form: &Form) -> bool {
    matches!(form.kind, Kind::Register(_)) && form.text("how") == STRIKE
}

/// Whether a field has no meaning for what is chosen: a reason while something is added, what it was while it is struck out.
pub(super) fn is_idle(form: &Form, field: &Field) -> bool {
    matches!(form.kind, Kind::Register(_))
        && match field.name {
            WHY => !strikes(form),
            WHAT => strikes(form),
            _ => false,
        }
}

/// What the field is called and takes while an entry is struck out.
pub(super) fn name_field(form: &Form, field: &Field) -> Option<(&'static str, &'static str)> {
    (field.name == "value" && strikes(form)).then_some(("Name of the entry", "As it stands above, such as k4-12."))
}

pub(super) fn command(form: &Form, id: &str, is_list: bool) -> Command {
    let (id, value) = (id.to_owned(), form.text("value"));
    match form.text("how").as_str() {
        STRIKE => Command::Strike { entry: value, reason: form.some(WHY) },
        FILE => Command::ImportRows { id, file: value.trim().into(), import: None },
        _ if is_list => Command::AddRow { id, row: value },
        _ => Command::Count { id, amount: value, what: form.some(WHAT) },
    }
}

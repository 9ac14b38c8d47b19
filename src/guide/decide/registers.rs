//! Registers: adding to them.

use super::super::refusal::Refusal;
use super::super::registers::Amount;
use super::super::rows;
use super::items::wrong_kind;
use super::{Context, bounded, optional};
use crate::base::text::cut;
use crate::case::{Fact, Import};
use crate::playbook::register::{Register, RegisterKind};
use crate::playbook::{Body, Item};
use std::path::Path;

/// Most rows that are added to one list by hand; more are imported as a file.
pub const MAX_ROWS: usize = 500;

pub(super) fn count(context: &Context<'_>, id: &str, amount: &str, what: Option<&str>) -> Result<Fact, Refusal> {
    let (item, register) = register(context, id)?;
    if register.kind == RegisterKind::List {
        return Err(wrong_kind(item, "counter"));
    }
    let takes = match register.kind {
        RegisterKind::Count => "It takes a whole number that was counted: 14. A guess belongs into a note.",
        RegisterKind::Hours => "It takes a span of time with its unit: 45min, 2h 30m.",
        RegisterKind::Money | RegisterKind::List => "It takes an amount: 1,500.00.",
    };
    let read = Amount::read(register, amount).ok_or_else(|| {
        let shown = cut(amount.trim(), 60).into_owned();
        if shown.starts_with('-') {
            return Refusal::new(
                format!("\"{shown}\" would take something away; entries only add."),
                "Strike out the entry that was wrong: `record CASE strike ENTRY --reason \"...\"`.",
            );
        }
        Refusal::new(format!("\"{shown}\" cannot be added to this register."), takes)
    })?;
    // Nobody's silence is 0; that somebody looked and found nothing is worth saying, so 0 is taken for counts.
    if read.is_nothing() && register.kind != RegisterKind::Count {
        return Err(Refusal::new("This adds nothing.", takes));
    }
    let amount = read.to_text(register.kind);
    Ok(Fact::Counted { register: item.id.clone(), amount, what: optional(what, "The words")? })
}

pub(super) fn row(context: &Context<'_>, id: &str, row: &str) -> Result<Fact, Refusal> {
    let (item, register) = list(context, id)?;
    let cells = rows::read(&register.columns, row).map_err(|message| Refusal::new(message, "Nothing was recorded."))?;
    let name = super::super::targets::key(&cells[0]);
    let mut by_hand = 0;
    for at in context.state.counting(item.id.as_str()) {
        let Fact::RowAdded { row, .. } = &context.state.at(at).fact else { continue };
        by_hand += 1;
        if super::super::targets::key(super::super::targets::name_of(row)) == name {
            return Err(Refusal::new(
                format!("\"{}\" is in the list already, as entry {}.", cut(&cells[0], 60), context.state.name(at)),
                format!(
                    "If it was wrong, strike it out first: `record CASE strike {} --reason \"...\"`.",
                    context.state.name(at)
                ),
            ));
        }
    }
    if by_hand >= MAX_ROWS {
        return Err(Refusal::new(
            format!("{MAX_ROWS} rows were added one by one; more are imported as a file."),
            format!("Write the others into a file: `record CASE import {} FILE.csv`.", item.id),
        ));
    }
    let row = bounded(&rows::to_text(&register.columns, &cells), "The row")?;
    Ok(Fact::RowAdded { register: item.id.clone(), row })
}

/// The list that a file can be taken into; everything that can be refused before the file is read.
pub fn importable<'a>(context: &Context<'a>, id: &str) -> Result<(&'a Item, &'a Register), Refusal> {
    if context.assessment.closed {
        return Err(super::is_closed());
    }
    list(context, id)
}

pub(super) fn import(context: &Context<'_>, id: &str, file: &Path, import: Option<&Import>) -> Result<Fact, Refusal> {
    let (item, _) = list(context, id)?;
    let Some(import) = import else {
        return Err(Refusal::new(
            format!("{} was not read.", cut(&file.to_string_lossy(), 60)),
            "Give the file to the program itself.",
        ));
    };
    for at in context.state.counting(item.id.as_str()) {
        if let Fact::RowsImported { import: earlier, .. } = &context.state.at(at).fact
            && earlier.sha256 == import.sha256
        {
            return Err(Refusal::new(
                format!("This very file is in the list already, as entry {}.", context.state.name(at)),
                "Its rows count once. If other rows were meant, give the other file.",
            ));
        }
    }
    Ok(Fact::RowsImported { register: item.id.clone(), import: import.clone() })
}

fn register<'a>(context: &Context<'a>, id: &str) -> Result<(&'a Item, &'a Register), Refusal> {
    let item = context.item(id)?;
    match &item.body {
        Body::Register(register) => Ok((item, register)),
        _ => Err(wrong_kind(item, "register")),
    }
}

fn list<'a>(context: &Context<'a>, id: &str) -> Result<(&'a Item, &'a Register), Refusal> {
    let (item, body) = register(context, id)?;
    if body.kind == RegisterKind::List { Ok((item, body)) } else { Err(wrong_kind(item, "list")) }
}

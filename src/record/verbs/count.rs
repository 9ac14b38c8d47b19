//! Adding to a counter, to time spent or to an amount of money.

use super::{row, strike};
use crate::base::ItemId;
use crate::case::cells::{AMOUNT as AMOUNT_COLUMN, WHAT as WHAT_COLUMN};
use crate::case::{EntryKind, Fact, ListRow, MoreCells};
use crate::judge::View;
use crate::judge::evidence::registers::{self, Amount};
use crate::playbook::register::{Column, Register, RegisterKind};
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::cells::{self, CELLS};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Instead, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};
use crate::record::{common, put_right};

pub static AMOUNT: Field = Field::new(FieldKind::Amount, "amount", "How much more")
    .ordered()
    .help("AMOUNT", "How much more: 14, 2h 30m, 1,500.00.");
pub static WHAT: Field = Field::new(FieldKind::Words, "what", "What it was")
    .prompt("What was it?")
    .last()
    .help("WORDS", "What it was; - reads it from standard input.")
    .noun("The words");

static TAKES_AWAY: Reason = Reason::new(
    "takes-away",
    "\"{0}\" would take something away; entries only add.",
    "Strike out the entry that was wrong.",
);
static NOT_AN_AMOUNT: Reason = Reason::new("not-an-amount", "\"{0}\" cannot be added to this list.", "{1}");
static WORDS_TWICE: Reason =
    Reason::new("words-twice", "What it was is said twice.", "Say it once, behind the amount or in its column.");
static ADDS_NOTHING: Reason = Reason::new("adds-nothing", "This adds nothing.", "{0}");

pub static VERB: Verb = Verb {
    word: "count",
    title: "Add to it",
    help: "Add to a counter, to time spent or to an amount of money.",
    on: Target { kind: TargetKind::List, value: "LIST", help: "The list." },
    fields: &[&AMOUNT, &WHAT, &CELLS],
    around: common::AROUND,
    who: "Done or said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Counted],
    beside: Beside::Adds,
    offers: |view, on| counter(view, on).map(|_| ()),
    ask,
    decide,
};

fn counter<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Register), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Register(register) if register.kind == RegisterKind::List => Err(common::wrong_kind(item, "counter")),
        Body::Register(register) => Ok((item, register)),
        _ => Err(common::wrong_kind(item, "list")),
    }
}

/// What stands above every form of a register: what it is for, and what it holds.
pub fn above(view: &View<'_>, item: &Item, register: &Register) -> Vec<Preface> {
    let held = registers::work_out(&item.id, register, view.state);
    let mut above = vec![Preface::Silent(register.prompt.clone())];
    above.extend(item.detail.clone().map(Preface::Detail));
    above.extend(registers::say(register, &held).map(Preface::KeptSoFar));
    above.extend(held.log.iter().rev().take(registers::ENTRIES_SHOWN).map(|at| Preface::Entry(*at)));
    above
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, register)) = counter(view, on) else { return Asked::default() };
    let (label, takes) = match register.kind {
        RegisterKind::Hours => ("How long", "A span with its unit, such as 45min or 2h 30m."),
        RegisterKind::Money if register.preset.is_some() => ("How much", "An amount, such as 1,500.00."),
        RegisterKind::Money => ("How much more", "An amount, such as 1,500.00."),
        RegisterKind::Count | RegisterKind::List => ("How many more", "A whole number, such as 14."),
    };
    let others = register.columns.iter().enumerate().filter(|(at, _)| !register.is_fixed(*at));
    let others = others.filter(|(_, column)| column.id.as_str() != WHAT_COLUMN);
    let asked = others.map(|(_, column)| cells::ask(view, register, column, None, draft));
    Asked::titled(&item.title)
        .above(above(view, item, register))
        .ask(Ask { prompt: format!("{} {takes}", register.prompt), ..Ask::of(&AMOUNT) }.label(label).hint(takes))
        .ask(what(register))
        .ask(asked.collect::<Vec<_>>())
}

/// The draft with a cell that stands in the place of the words: they may be left out, and then the first cell stands there.
fn with_cell(register: &Register, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    let words = draft.text(&WHAT).map(str::to_owned);
    let cell = words.as_ref().and_then(|words| words.split_once('='));
    if let Some((column, text)) = cell.filter(|(column, _)| register.columns.iter().any(|known| known.is_named(column)))
    {
        draft.take_back(&(&WHAT, None));
        draft.give_cell(column.trim(), text);
    }
    draft
}

/// A register of amounts with the amount and what it was among its columns, as a row of it is changed.
pub(super) fn columns_of(view: &View<'_>, list: &ItemId) -> Option<Register> {
    let register = view.playbook.register(list.as_str()).filter(|register| register.kind != RegisterKind::List)?;
    let mut columns = vec![Column { needed: true, ..Column::line(ItemId::new(AMOUNT_COLUMN)?, AMOUNT.label) }];
    if register.columns.iter().all(|column| column.id.as_str() != WHAT_COLUMN) {
        columns.push(Column::line(ItemId::new(WHAT_COLUMN)?, WHAT.label));
    }
    let before = columns.len();
    columns.extend(register.columns.iter().cloned());
    let fixed = register.fixed.iter().map(|(at, text)| (at + before, text.clone())).collect();
    Some(Register { columns, fixed, ..register.clone() })
}

/// The stored form of what was typed into the amount of a row; of another column the text as it stands.
///
/// # Errors
/// If it is no amount of this list.
pub(super) fn amount_of(view: &View<'_>, row: &ListRow, column: &Column, text: String) -> Result<String, Refusal> {
    let register = view.playbook.register(row.register.as_str()).filter(|register| register.kind != RegisterKind::List);
    let Some(register) = register.filter(|_| column.id.as_str() == AMOUNT_COLUMN) else { return Ok(text) };
    match Amount::read(register, &text) {
        Some(read) => Ok(read.to_text(register.kind)),
        None => Err(NOT_AN_AMOUNT.about(quoted(&text)).and(takes(register.kind)).needs(&CELLS).part(&column.id)),
    }
}

fn takes(kind: RegisterKind) -> &'static str {
    match kind {
        RegisterKind::Count => "It takes a whole number that was counted: 14. A guess belongs into a note.",
        RegisterKind::Hours => "It takes a span of time with its unit: 45min, 2h 30m.",
        RegisterKind::Money | RegisterKind::List => "It takes an amount: 1,500.00.",
    }
}

/// What it was, as the list calls it.
fn what(register: &Register) -> Ask {
    let ask = Ask::of(&WHAT).kind(FieldKind::Line);
    match register.columns.iter().find(|column| column.id.as_str() == WHAT_COLUMN) {
        Some(column) => Ask { prompt: String::new(), ..ask }.label(column.question().to_owned()).needed(column.needed),
        None => ask,
    }
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, register) = counter(view, on)?;
    let draft = &with_cell(register, draft);
    let takes = takes(register.kind);
    let typed = draft.text(&AMOUNT).unwrap_or_default();
    let read = Amount::read(register, typed).ok_or_else(|| {
        if typed.starts_with('-') {
            let instead = Some(Instead::Verb(&strike::VERB, strike::VERB.on.value.to_owned()));
            return Refusal { instead, ..TAKES_AWAY.about(quoted(typed)) };
        }
        NOT_AN_AMOUNT.about(quoted(typed)).and(takes).needs(&AMOUNT)
    })?;
    // Nobody's silence is 0; that somebody looked and found nothing is worth saying, so 0 is taken for counts.
    if read.is_nothing() && register.kind != RegisterKind::Count {
        return Err(ADDS_NOTHING.about(takes).needs(&AMOUNT));
    }
    let amount = read.to_text(register.kind);
    let mut all = cells::of_new(register, cells::read(view, register, draft)?);
    // What it was is the words of the entry, however they were given.
    let at = all.iter().position(|(column, _)| column == WHAT_COLUMN);
    let what = match (at.map(|at| all.remove(at).1), draft.line(&WHAT)?) {
        (Some(_), Some(_)) => return Err(WORDS_TWICE.refuse().needs(&WHAT)),
        (cell, words) => words.or(cell),
    };
    let all = cells::bounded(all)?;
    let says = |column: &Column| match column.id.as_str() {
        WHAT_COLUMN => what.clone().unwrap_or_default(),
        id => all.get(id).unwrap_or_default().to_owned(),
    };
    if let Some(lacking) = cells::lacking(register, says) {
        let needs = if lacking.id.as_str() == WHAT_COLUMN { Some(&WHAT) } else { None };
        return Err(needs.map_or_else(|| cells::lacks(lacking), |field| cells::lacks(lacking).needs(field)));
    }
    // What stands in the place of another is called as that was.
    let label = put_right::label(view, draft).or_else(|| row::label(view, register, &all));
    Ok(Fact::Counted { register: item.id.clone(), label, amount, what, cells: MoreCells(all) })
}

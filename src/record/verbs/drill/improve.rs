//! What is to become better after a drill: a row of the list of actions in the case of the exercise, from the note that it is for.

use super::led::{CASE, exercise};
use crate::base::{ItemId, Now, Stamp};
use crate::case::{EntryKind, Fact};
use crate::drill::review::improvements_of;
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};
use crate::record::verbs::row;
use chrono::NaiveDate;

pub static NAME: Field = Field::new(FieldKind::Line, "name", "What is to be done about it")
    .ordered()
    .help("NAME", "What is to be done.")
    .noun("What is to be done");
pub static OWNER: Field = Field::new(FieldKind::Name, "owner", "Whose is it")
    .always()
    .hint("An action that is nobody's is not done.")
    .help("NAME", "Whose it is.")
    .noun("Whose it is");
pub static DUE: Field = Field::new(FieldKind::Line, "due", "By which day")
    .always()
    .hint("A day of the real calendar: 2027-03-01.")
    .help("DAY", "By which day.")
    .noun("By which day");
pub static KIND: Field = Field::new(FieldKind::Pick, "kind", "What it belongs to")
    .help("KIND", "planning, organization, equipment, training or exercise.")
    .noun("What it belongs to");
pub static WHY: Field = Field::new(FieldKind::Line, "why", "Why").help("TEXT", "The gap that it is for.");
pub static FROM: Field = Field::new(FieldKind::Line, "from", "From").help("ENTRY", "The entry that it comes from.");

/// What an improvement belongs to: the elements of capability that exercise programmes plan by.
pub const KINDS: [&str; 5] = ["planning", "organization", "equipment", "training", "exercise"];

static NO_DAY: Reason = Reason::new("no-day", "\"{0}\" is no day.", "Write one like 2027-03-01.");
static NO_KIND: Reason =
    Reason::new("no-such-kind", "An improvement does not belong to \"{0}\".", "It is one of {list}.");

pub static VERB: Verb = Verb {
    word: "improve",
    title: "Improvement action",
    help: "Add what is to become better after an exercise, with its owner and its day.",
    on: CASE,
    fields: &[&NAME, &OWNER, &DUE, &KIND, &WHY, &FROM],
    around: &[],
    who: "",
    leads_on: false,
    // What is to become better outlives the case.
    when_closed: true,
    records: &[EntryKind::RowAdded],
    beside: Beside::Adds,
    offers: |view, _| exercise(view).map(|_| ()),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let kinds = KINDS.map(|kind| Choice::new(kind, kind));
    Asked::titled("Improvement action")
        .ask(Ask::of(&NAME))
        .ask(Ask::of(&OWNER))
        .ask(Ask::of(&DUE))
        .ask(Ask::of(&KIND).choices(kinds).offers(Some(KINDS[0].to_owned())))
        .ask(Ask::of(&WHY))
        .ask(Ask::of(&FROM))
}

/// Reads a day as people type it, in real time: what is to become better is due in the real world.
///
/// # Errors
/// If it is none.
pub fn day(view: &View<'_>, typed: &str) -> Result<NaiveDate, Refusal> {
    let now = Now::new(view.reading.wall, view.now.zone);
    Stamp::read_day_ahead(typed, now).map_err(|_| NO_DAY.about(quoted(typed)).needs(&DUE))
}

/// Which of the five is meant; the first where nothing is said.
fn kind(draft: &Draft) -> Result<&'static str, Refusal> {
    let Some(typed) = draft.text(&KIND) else { return Ok(KINDS[0]) };
    let found = KINDS.into_iter().find(|kind| kind.eq_ignore_ascii_case(typed));
    found.ok_or_else(|| NO_KIND.about(quoted(typed)).list(KINDS.map(Named::from)).needs(&KIND))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    exercise(view)?;
    let list = improvements_of(view.playbook);
    let name = draft.words(&NAME)?;
    let owner = draft.words(&OWNER)?;
    let due = day(view, &draft.words(&DUE)?)?.to_string();
    let cells = [
        ("why", draft.line(&WHY)?),
        ("owner", Some(owner)),
        ("due", Some(due)),
        ("state", Some("open".to_owned())),
        ("improvement", Some(kind(draft)?.to_owned())),
        ("from", draft.line(&FROM)?),
    ];
    let mut added = Draft::new(&row::VERB, list.as_str()).with(&row::NAME, name);
    for (id, text) in cells {
        if let Some((column, text)) = column(view, &list, id).zip(text) {
            added.give_cell(column.as_str(), text);
        }
    }
    (row::VERB.decide)(view, &On::Item(list), &added)
}

/// A column of the list, where it has it.
fn column(view: &View<'_>, list: &ItemId, id: &str) -> Option<ItemId> {
    let columns = &view.playbook.register(list.as_str())?.columns;
    columns.iter().find(|column| column.id.as_str() == id).map(|column| column.id.clone())
}

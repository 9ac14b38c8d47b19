//! Adding a row to a list.

use super::{count, import, strike};
use crate::case::{EntryKind, Fact};
use crate::guide::View;
use crate::guide::rows;
use crate::guide::targets::{key, name_of};
use crate::playbook::register::{Register, RegisterKind};
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked};
use crate::record::common;
use crate::record::draft::{Draft, bounded};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{NOTHING_RECORDED, Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

/// Most rows that are added to one list by hand; more are imported as a file.
pub const MAX_ROWS: usize = 500;

pub static ROW: Field = Field::new(FieldKind::Words, "row", "Row")
    .ordered()
    .help("ROW", "The name, then \"; column=value\"; - reads it from standard input.")
    .noun("The row");

static NOT_A_ROW: Reason = Reason::new("not-a-new-row", "{0}", NOTHING_RECORDED);
static THERE_ALREADY: Reason = Reason::new(
    "row-there-already",
    "\"{0}\" is in the list already, as entry {1}.",
    "If it was wrong, strike it out first, with the reason.",
);
static TOO_MANY: Reason = Reason::new(
    "too-many-rows",
    "{0} rows were added one by one; more are imported as a file.",
    "Write the others into a file and take it in.",
);

pub static VERB: Verb = Verb {
    word: "row",
    title: "Add to it",
    help: "Add a row to a list.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The list." },
    fields: &[&ROW],
    around: common::AROUND,
    who: "Done or said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::RowAdded],
    beside: Beside::Adds,
    offers: |view, on| list(view, on).map(|_| ()),
    ask,
    decide,
};

/// The list that a verb of lists is on.
pub fn list<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Register), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Register(register) if register.kind == RegisterKind::List => Ok((item, register)),
        Body::Register(_) => Err(common::wrong_kind(item, "list")),
        _ => Err(common::wrong_kind(item, "register")),
    }
}

/// The two ways to add to a list.
pub fn ways() -> Vec<(&'static Verb, &'static str)> {
    vec![(&VERB, "Add one row"), (&import::VERB, "Take in a file of rows (CSV)")]
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let Ok((item, register)) = list(view, on) else { return Asked::default() };
    let takes = rows::takes(&register.columns);
    let row = Ask { prompt: takes.clone(), ..Ask::of(&ROW) }.kind(FieldKind::Line).hint(takes);
    Asked { ways: ways(), ..Asked::titled(&item.title) }.above(count::above(view, item, register)).ask(row).begins(&ROW)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, register) = list(view, on)?;
    let cells = rows::read(&register.columns, draft.text(&ROW).unwrap_or_default())
        .map_err(|says| NOT_A_ROW.about(says).needs(&ROW))?;
    let name = key(&cells[0]);
    let mut by_hand = 0;
    for at in view.state.counting(item.id.as_str()) {
        let Fact::RowAdded { row, .. } = &view.state.at(at).fact else { continue };
        by_hand += 1;
        if key(name_of(row)) == name {
            let instead = Some((&strike::VERB, view.state.name(at)));
            let refusal = THERE_ALREADY.about(quoted(&cells[0])).and(Named::EntryName(at));
            return Err(Refusal { instead, ..refusal });
        }
    }
    if by_hand >= MAX_ROWS {
        return Err(TOO_MANY.about(MAX_ROWS).instead(&import::VERB, &item.id));
    }
    Ok(Fact::RowAdded { register: item.id.clone(), row: bounded(&rows::to_text(&register.columns, &cells), &ROW)? })
}

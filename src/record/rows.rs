//! For which row of a list something is recorded: the name as typed must be one of the rows.

use super::ask::{Ask, Choice, waits};
use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::refusal::{Named, Reason, Refusal, quoted};
use crate::base::text::cut;
use crate::case::ForRows;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::truth::per_row::{TargetStatus, first_waiting, key};
use crate::playbook::Item;

/// Most rows that are offered one by one; in a longer list the name is typed.
const OFFERED: usize = 12;
/// Most rows that a refusal names.
const NAMED: usize = 8;
/// What stands for all rows together.
pub const ALL: &str = "*";

pub static FOR: Field =
    Field::new(FieldKind::Pick, "for", "For whom").prompt("For whom?").noun("The name of the row").help(
        "NAME",
        "The row for which, where it has to be settled for each row of a list; what is said of all rows names none.",
    );

static NO_ROWS: Reason = Reason::new(
    "no-rows",
    "{0} is not settled row by row, so it takes no name.",
    "Leave out for whom{field}; say it in the words.",
);
static NOT_A_ROW: Reason = Reason::new("not-a-row", "\"{0}\" is not one of the rows of {1}.", "They are: {list}.");
static WHICH_ROW: Reason = Reason::new(
    "which-row",
    "This is settled for each row of {0}, and none is named.",
    "Say for which{field}: {list}.",
);
static ROWS_UNKNOWN: Reason = Reason::new(
    "rows-unknown",
    "The rows of {0} are not known yet.",
    "First record {1}; its rows say for whom this has to be settled.",
);

/// The field, for an item that is settled row by row and whose rows are known. `all` also offers all of them together.
pub fn ask(view: &View<'_>, item: &Item, all: Option<&'static str>) -> Option<Ask> {
    let rows = of(view, item);
    let first = first_waiting(rows).or(rows.first())?;
    let waiting = waits(rows.iter().filter(|row| !row.is_settled()).count());
    let ask = Ask::of(&FOR).shows(first.name.clone()).needed(true);
    if rows.len() > OFFERED {
        let hint = format!("{waiting} of {}. Write the name of one.", rows.len());
        return Some(ask.kind(FieldKind::Line).hint(hint));
    }
    let choice = |row: &TargetStatus| Choice::new(&row.name, format!("{} ({})", row.name, row.standing.label()));
    let choices = rows.iter().map(choice).chain(all.map(|label| Choice::new(ALL, label)));
    Some(ask.choices(choices).hint(format!("{waiting}.")))
}

/// How an item stands for one row.
pub fn status<'s>(status: &'s ItemStatus, name: &str) -> Option<&'s TargetStatus> {
    let wanted = key(name);
    status.targets.iter().find(|row| key(&row.name) == wanted)
}

/// The row that is named in the draft and known, for what is asked further.
pub fn chosen<'a>(view: &View<'a>, item: &Item, draft: &Draft) -> Option<&'a TargetStatus> {
    let name = draft.text(&FOR)?;
    status(view.status(item)?, name)
}

/// The row that was named, as the list spells it; `None` if none was.
pub fn named(view: &View<'_>, item: &Item, draft: &Draft) -> Result<ForRows, Refusal> {
    let Some(typed) = draft.line(&FOR)?.filter(|name| name != ALL) else { return Ok(ForRows::default()) };
    let rows = of(view, item);
    let Some(source) = item.body.for_each() else {
        return Err(NO_ROWS.about(Named::Item(item.id.clone())).needs(&FOR));
    };
    let wanted = key(&typed);
    match rows.iter().find(|row| key(&row.name) == wanted) {
        Some(row) => Ok(row.to_record()),
        None if rows.is_empty() => Err(unknown(item)),
        None => Err(NOT_A_ROW.about(quoted(&typed)).and(Named::Item(source.clone())).list(listed(rows)).needs(&FOR)),
    }
}

/// The row, where the item needs one: a list of a single row needs no name.
pub fn needed(view: &View<'_>, item: &Item, draft: &Draft) -> Result<ForRows, Refusal> {
    let target = named(view, item, draft)?;
    let Some(source) = item.body.for_each() else { return Ok(ForRows::default()) };
    match (target.name(), of(view, item)) {
        (Some(_), _) => Ok(target),
        (None, []) => Err(unknown(item)),
        (None, [only]) => Ok(only.to_record()),
        (None, rows) => Err(WHICH_ROW.about(Named::Item(source.clone())).list(listed(rows)).needs(&FOR)),
    }
}

fn of<'a>(view: &View<'a>, item: &Item) -> &'a [TargetStatus] {
    view.status(item).map(|status| status.targets.as_slice()).unwrap_or_default()
}

fn unknown(item: &Item) -> Refusal {
    let source = item.body.for_each().expect("an item with rows has a list");
    ROWS_UNKNOWN.about(Named::Titled(source.clone())).and(Named::Item(source.clone()))
}

/// The rows that wait come first; a long list is cut.
fn listed(rows: &[TargetStatus]) -> Vec<Named> {
    let (settled, waiting): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.is_settled());
    let mut named: Vec<_> =
        waiting.iter().chain(&settled).take(NAMED).map(|row| Named::Text(cut(&row.name, 60).into_owned())).collect();
    let more = rows.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(format!("and {more} more").into());
    }
    named
}

//! For which rows of a list something is recorded: each name as typed must be one of the rows.

use super::ask::{Ask, Choice, waits};
use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::find;
use super::refusal::{Named, Reason, Refusal, quoted};
use super::verb::On;
use crate::base::text::cut;
use crate::case::ForRows;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::truth::per_row::{Rows, TargetStatus, first_waiting};
use crate::playbook::Item;

/// Most rows that are offered one by one; in a longer list the name is typed.
pub const OFFERED: usize = 12;
/// Most rows that a refusal names.
const NAMED: usize = 8;
/// Most rows that one entry names.
pub const MOST: usize = 250;
/// What stands for all rows together.
pub const ALL: &str = "*";
/// What stands for all rows that still wait, each by its name.
const REST: &str = "**";

pub static FOR: Field =
    Field::new(FieldKind::Rows, "for", "For whom").prompt("For whom?").noun("The name of the row").help(
        "NAME",
        "The row for which, where it has to be settled for each row of a list; can be given several times. What is said of all \
         rows names none.",
    );
pub static FOR_REST: Field = Field::new(FieldKind::Switch, "for-rest", "For all that still wait")
    .help("", "For every row that still waits now, each by its name; a row that is added later is not among them.");

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
static NOBODY_WAITS: Reason = Reason::new(
    "no-row-waits",
    "No row of {0} waits for this.",
    "Name the row{field} of which something else is to be said: {list}.",
);
static ROWS_TWICE: Reason = Reason::new(
    "rows-and-rest",
    "Rows are named, and all that still wait are meant, too.",
    "Leave out one of the two.",
);
static TOO_MANY: Reason = Reason::new(
    "too-many-rows-named",
    "{0} rows are named; one entry names at most {1}.",
    "Record it for a part of them, and then for all that still wait.",
);

/// The field, for an item that is settled row by row and whose rows are known. `all` also offers all of them together.
pub fn ask(view: &View<'_>, item: &Item, all: Option<&'static str>) -> Option<Ask> {
    let rows = of(view, item)?;
    let first = first_waiting(rows).or(rows.get(0))?;
    let left = rows.count(|row| !row.is_settled());
    let waiting = waits(left);
    let ask = Ask::of(&FOR).kind(FieldKind::Pick).shows(first.name.to_owned()).needed(true);
    if rows.len() > OFFERED {
        let hint = format!("{waiting} of {}. Write the name of one.", rows.len());
        return Some(ask.kind(FieldKind::Line).hint(hint));
    }
    let choice = |row: TargetStatus<'_>| Choice::new(row.name, format!("{} ({})", row.name, row.standing.label()));
    let rest = (left > 1).then(|| Choice::new(REST, format!("All {left} that wait, each by its name")));
    let choices = rows.iter().map(choice).chain(rest).chain(all.map(|label| Choice::new(ALL, label)));
    Some(ask.choices(choices).hint(format!("{waiting}.")))
}

/// How an item stands for one row.
pub fn status<'s>(status: &'s ItemStatus, name: &str) -> Option<TargetStatus<'s>> {
    status.targets.find(name)
}

/// The first row that is named in the draft and known, for what is asked further.
pub fn chosen<'a>(view: &View<'a>, item: &Item, draft: &Draft) -> Option<TargetStatus<'a>> {
    let rows = of(view, item)?;
    if means_rest(draft) {
        return first_waiting(rows);
    }
    rows.find(draft.text(&FOR)?.lines().next()?.trim())
}

/// Whether every row that still waits is meant.
fn means_rest(draft: &Draft) -> bool {
    draft.is_on(&FOR_REST) || draft.text(&FOR) == Some(REST)
}

/// Whether rows are named, or all that still wait.
pub fn is_given(draft: &Draft) -> bool {
    draft.text(&FOR).is_some() || draft.given(&FOR_REST).is_some()
}

/// The rows that were named, as the list spells them; none if none was.
pub fn named(view: &View<'_>, item: &Item, draft: &Draft) -> Result<ForRows, Refusal> {
    let typed = draft.line(&FOR)?.filter(|name| name != ALL && name != REST);
    let rest = means_rest(draft);
    if typed.is_none() && !rest {
        return Ok(ForRows::default());
    }
    let Some(source) = item.body.for_each() else {
        return Err(NO_ROWS.about(Named::Item(item.id.clone())).needs(&FOR));
    };
    let Some(rows) = of(view, item).filter(|rows| !rows.is_empty()) else { return Err(unknown(item)) };
    let mut found: Vec<TargetStatus<'_>> = Vec::new();
    match &typed {
        Some(_) if rest => return Err(ROWS_TWICE.refuse().needs(&FOR)),
        Some(typed) => {
            for name in typed.lines().map(str::trim).filter(|name| !name.is_empty()) {
                let not_a_row = || NOT_A_ROW.about(quoted(name)).and(Named::Item(source.clone())).list(listed(rows));
                let row = rows.find(name).ok_or_else(|| not_a_row().needs(&FOR))?;
                if !found.iter().any(|known| std::ptr::eq(known.row, row.row)) {
                    found.push(row);
                }
            }
        }
        None => found.extend(rows.iter().filter(|row| !row.is_settled())),
    }
    if found.is_empty() {
        return Err(NOBODY_WAITS.about(Named::Item(source.clone())).list(listed(rows)).needs(&FOR));
    }
    let meant = found.iter().flat_map(|row| row.to_record().0).collect::<Vec<_>>();
    if meant.len() > MOST { Err(TOO_MANY.about(meant.len()).and(MOST).needs(&FOR)) } else { Ok(ForRows(meant)) }
}

/// The drafts that record the same for all rows that still wait, where these are more than one entry names; none for any other.
pub fn parts(view: &View<'_>, draft: &Draft) -> Vec<Draft> {
    let takes_rows = draft.verb.all_fields().any(|field| field == &FOR_REST) && means_rest(draft);
    if !takes_rows || view.picture.closed {
        return Vec::new();
    }
    let Ok(On::Item(id)) = find::on(view, draft.verb, &draft.on) else { return Vec::new() };
    let Some(rows) = view.playbook.item(id.as_str()).and_then(|item| of(view, item)) else { return Vec::new() };
    let waiting: Vec<&str> = rows.iter().filter(|row| !row.is_settled()).map(|row| row.name).collect();
    if waiting.len() <= MOST {
        return Vec::new();
    }
    let part = |names: &[&str]| {
        let mut part = draft.clone();
        part.take_back(&(&FOR_REST, None));
        part.give(&FOR, names.join("\n"));
        part
    };
    waiting.chunks(MOST).map(part).collect()
}

/// The rows, where the item needs some: a list of a single row needs no name.
pub fn needed(view: &View<'_>, item: &Item, draft: &Draft) -> Result<ForRows, Refusal> {
    let target = named(view, item, draft)?;
    let Some(source) = item.body.for_each() else { return Ok(ForRows::default()) };
    if !target.0.is_empty() {
        return Ok(target);
    }
    match of(view, item) {
        Some(rows) if rows.len() > 1 => {
            Err(WHICH_ROW.about(Named::Item(source.clone())).list(listed(rows)).needs(&FOR))
        }
        rows => rows.and_then(|rows| rows.get(0)).map(|only| only.to_record()).ok_or_else(|| unknown(item)),
    }
}

fn of<'a>(view: &View<'a>, item: &Item) -> Option<&'a Rows> {
    view.status(item).map(|status| &status.targets)
}

fn unknown(item: &Item) -> Refusal {
    let source = item.body.for_each().expect("an item with rows has a list");
    ROWS_UNKNOWN.about(Named::Titled(source.clone())).and(Named::Item(source.clone()))
}

/// The rows that wait come first; a long list is cut.
fn listed(rows: &Rows) -> Vec<Named> {
    let waiting = rows.iter().filter(|row| !row.is_settled());
    let settled = rows.iter().filter(|row| row.is_settled());
    let mut named: Vec<_> =
        waiting.chain(settled).take(NAMED).map(|row| Named::Text(cut(row.name, 60).into_owned())).collect();
    let more = rows.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(format!("and {more} more").into());
    }
    named
}

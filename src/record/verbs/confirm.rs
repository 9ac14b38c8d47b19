//! Confirming: what is to be looked at again was looked at, and is still right.

use crate::base::ItemId;
use crate::case::{EntryKind, Fact, ForRows};
use crate::journal::EntryId;
use crate::judge::View;
use crate::judge::marks::{Cause, Mark};
use crate::judge::truth::per_row::key;
use crate::playbook::Item;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::rows::{self, FOR};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static ROLE: Field = Field::new(FieldKind::Pick, "role", "Whose decision")
    .noun("The role")
    .help("ROLE", "The seat whose decision is still right, where several seats have to look again.");
pub static REASON: Field = Field::new(FieldKind::Line, "reason", "Why")
    .help("TEXT", "Why; needed where it was done and does not apply any more: what becomes of it.")
    .noun("The reason");

static NOT_MARKED: Reason = Reason::new(
    "not-to-look-at-again",
    "Nothing of {0} has to be looked at again.",
    "What is recorded counts. Record it anew if something else is right.",
);
static NO_DOUBT: Reason =
    Reason::new("no-doubt", "{0} doubts nothing that is recorded.", "There is nothing to confirm.");
static ONE_BY_ONE: Reason =
    Reason::new("one-by-one", "Several records of {0} have to be looked at again, one by one.", "Say which: {list}.");
static NO_REASON: Reason = Reason::new(
    "no-reason-why-it-stands",
    "It was done or decided, and does not apply any more.",
    "Say what becomes of it{field}.",
);

pub static VERB: Verb = Verb {
    word: "confirm",
    title: "Still right",
    help: "Say that what has to be looked at again is still right as it was recorded.",
    on: Target {
        kind: TargetKind::Marked,
        value: "ID",
        help: "What has to be looked at again: an item, a rule that doubts what is recorded, or a point on which the policy does not say.",
    },
    fields: &[&FOR, &ROLE, &REASON],
    around: common::AROUND,
    who: "Looked at by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Confirmed],
    beside: Beside::Adds,
    offers,
    ask,
    decide,
};

fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    let is_marked = !marks(view, on).is_empty() || !silent(view, on).is_empty() || list(view, on).is_some();
    if is_marked { Ok(()) } else { Err(not_marked(on)) }
}

fn not_marked(on: &On) -> Refusal {
    match on {
        On::Rule(id) => NO_DOUBT.about(Named::Titled(id.clone())),
        On::Item(id) | On::Silence(id) => NOT_MARKED.about(Named::Item(id.clone())),
        _ => NOT_MARKED.about("this"),
    }
}

/// The marks that a confirmation can be of.
fn marks<'a>(view: &View<'a>, on: &On) -> Vec<&'a Mark> {
    match on {
        On::Item(id) => {
            let at = view.playbook.position(id.as_str());
            at.map(|at| view.picture.marks_of(at).iter().collect()).unwrap_or_default()
        }
        On::Rule(id) => {
            let at = view.playbook.rules.iter().position(|rule| rule.id == *id);
            let doubts = |mark: &&Mark| {
                mark.causes.iter().any(|cause| matches!(cause, Cause::Doubt { rule } if Some(*rule) == at))
            };
            view.picture.marks.iter().filter(doubts).collect()
        }
        _ => Vec::new(),
    }
}

/// The entries that decided a point on which the policy is silent, where that does not matter any more.
fn silent<'a>(view: &View<'a>, on: &On) -> &'a [usize] {
    let On::Silence(id) = on else { return &[] };
    let at = view.playbook.silence_position(id.as_str());
    at.map(|at| view.picture.silences[at].look_again.as_slice()).unwrap_or_default()
}

/// The entries of a list of which more rows are expected: as it stands it can be said to be complete.
fn list(view: &View<'_>, on: &On) -> Option<Vec<usize>> {
    let On::Item(id) = on else { return None };
    let counted = view.playbook.counts.as_ref().and_then(|counts| counts.list.as_ref());
    counted.filter(|list| list.register == *id)?;
    Some(view.counting().counting(id.as_str()).collect()).filter(|rows: &Vec<usize>| !rows.is_empty())
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let marks = marks(view, on);
    let title = match on {
        On::Item(_) => common::item_of(view, on).title.clone(),
        On::Rule(id) | On::Silence(id) => view.playbook.title(id.as_str()).unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    let named: Vec<&String> = marks.iter().filter_map(|mark| mark.row.as_ref()).collect();
    let seats: Vec<&ItemId> = marks.iter().filter_map(|mark| mark.seat.as_ref()).collect();
    let seat = |id: &&ItemId| Choice::known(id, view.playbook.role_title(id.as_str()));
    let of_one = one(view, on, draft);
    let needed = of_one
        .map_or_else(|_| marks.iter().any(|mark| mark.needs_reason()), crate::judge::marks::Mark::needs_reason)
        || !silent(view, on).is_empty();
    let why = if needed { "What becomes of it (needed)" } else { "Why" };
    Asked::titled(format!("Still right: {title}"))
        .ask(
            (named.len() > 1)
                .then(|| Ask::of(&FOR).choices(named.iter().map(|name| Choice::new(*name, *name))).needed(true)),
        )
        .ask((seats.len() > 1).then(|| Ask::of(&ROLE).choices(seats.iter().map(seat)).needed(true)))
        .ask(Ask::of(&REASON).label(why).needed(needed))
}

/// The mark that is meant.
fn one<'a>(view: &View<'a>, on: &On, draft: &Draft) -> Result<&'a Mark, Refusal> {
    let all = marks(view, on);
    let row = draft.line(&FOR)?.filter(|name| name != rows::ALL).map(|name| key(&name));
    let role = draft.text(&ROLE).map(|typed| find::role(view, typed)).transpose().map_err(|why| why.needs(&ROLE))?;
    let meant: Vec<&Mark> = all
        .into_iter()
        .filter(|mark| row.as_ref().is_none_or(|row| mark.row.as_ref().is_some_and(|own| key(own) == *row)))
        .filter(|mark| role.is_none() || mark.seat == role)
        .collect();
    match (meant.as_slice(), on) {
        ([only], _) => Ok(only),
        ([], _) => Err(not_marked(on)),
        ([first, ..], On::Item(id)) => {
            let needs = if first.seat.is_some() { &ROLE } else { &FOR };
            let listed = meant.iter().take(rows::OFFERED).filter_map(|mark| match (&mark.seat, &mark.row) {
                (Some(seat), _) => Some(Named::RoleChoice(seat.clone())),
                (None, Some(row)) => Some(Named::Choice(row.clone(), String::new())),
                _ => None,
            });
            Err(ONE_BY_ONE.about(Named::Item(id.clone())).list(listed).needs(needs))
        }
        ([first, ..], _) => Ok(first),
    }
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let ids = |entries: &[usize]| -> Vec<EntryId> { entries.iter().map(|at| view.state.at(*at).id.clone()).collect() };
    let reason = draft.line(&REASON)?;
    let confirmed = |item: &ItemId, target, role, entries: &[usize], reason| Fact::Confirmed {
        item: item.clone(),
        target,
        role,
        entries: ids(entries),
        reason,
    };
    match on {
        On::Rule(id) => {
            let mut entries: Vec<usize> = marks(view, on).iter().flat_map(|mark| mark.entries.clone()).collect();
            entries.sort_unstable();
            entries.dedup();
            if entries.is_empty() {
                return Err(not_marked(on));
            }
            Ok(confirmed(id, ForRows::default(), None, &entries, reason))
        }
        On::Silence(id) => match silent(view, on) {
            [] => Err(not_marked(on)),
            _ if reason.is_none() => Err(NO_REASON.refuse().needs(&REASON)),
            entries => Ok(confirmed(id, ForRows::default(), None, entries, reason)),
        },
        On::Item(id) if marks(view, on).is_empty() => match list(view, on) {
            Some(entries) => Ok(confirmed(id, ForRows::default(), None, &entries, reason)),
            None => Err(not_marked(on)),
        },
        On::Item(id) => {
            let mark = one(view, on, draft)?;
            // What only a rule doubts is confirmed for that rule: all the records that decided it are right together.
            if let Some(rule) = only_doubted(mark) {
                return decide(view, &On::Rule(view.playbook.rules[rule].id.clone()), draft);
            }
            if mark.needs_reason() && reason.is_none() {
                return Err(NO_REASON.refuse().needs(&REASON));
            }
            let target = row(view, common::item_of(view, on), mark);
            Ok(confirmed(id, target, mark.seat.clone(), &mark.entries, reason))
        }
        _ => Err(not_marked(on)),
    }
}

/// The rule that doubts a record, where nothing else brings it back.
fn only_doubted(mark: &Mark) -> Option<usize> {
    let doubt = |cause: &Cause| match cause {
        Cause::Doubt { rule } => Some(*rule),
        _ => None,
    };
    let all: Option<Vec<usize>> = mark.causes.iter().map(doubt).collect();
    all?.first().copied()
}

/// The row of a mark, for what is recorded for it.
fn row(view: &View<'_>, item: &Item, mark: &Mark) -> ForRows {
    let status = view.status(item).zip(mark.row.as_ref());
    let row = status.and_then(|(status, name)| rows::status(status, name));
    row.map(|row| row.to_record()).unwrap_or_default()
}

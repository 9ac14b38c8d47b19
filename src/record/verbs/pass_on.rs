//! Passing a call on: somebody else is asked to make it and to report back.

use super::task;
use crate::base::ItemId;
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::judge::items::advice::waits_for_a_finding;
use crate::judge::items::passed_on::{caller, of_the_same_caller};
use crate::judge::types::standing::Standing;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item, Strength};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common;
use crate::record::draft::{Draft, ON};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::rows::{self, FOR};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static TO: Field = Field::new(FieldKind::Name, "to", "Who was asked to make the call")
    .help("NAME", "Who was asked; whoever makes the call by the policy, where nobody is given.")
    .noun("The name");
pub static ALL: Field = Field::new(FieldKind::Switch, "all", "Which calls")
    .help("", "All calls to do that the policy has the same role make.");
pub static SAID: Field = Field::new(FieldKind::Line, "said", "What was agreed")
    .hint("By when, and how they report back.")
    .help("WORDS", "What was agreed.")
    .noun("What was agreed");

static ONLY_A_CALL: Reason = Reason::new(
    "only-a-call",
    "{0} is a {1}, and somebody can only be asked to make a call.",
    "Record what became of it; who did it can be named there.",
);
static NOTHING_LEFT: Reason =
    Reason::new("nothing-to-pass-on", "{0} There is nothing to ask of anybody.", "A note can be written at any time.");
static NOT_FOUND_YET: Reason = Reason::new(
    "not-found-yet",
    "The policy wants {0} only if it is necessary, and nobody has found yet whether it is.",
    "Say first whether it is needed, and why.",
);
static NOT_ADVISED_YET: Reason = Reason::new(
    "not-advised-yet",
    "The policy wants {0} only \"if so advised\", and nobody is recorded who advised it.",
    "Say first that it is needed and who advised it, or that it was not advised.",
);
static NO_CALLER: Reason =
    Reason::new("no-caller", "The policy does not say who makes this call.", "Say who was asked{field}.");
static NO_OTHERS: Reason = Reason::new(
    "no-others",
    "The policy does not say who makes this call, so no other calls go with it.",
    "Ask for each call by itself.",
);
static ALL_AND_ROW: Reason = Reason::new(
    "all-and-row",
    "All calls of one caller are asked for as a whole, not for one row of a list.",
    "Leave out one of the two.",
);

pub static VERB: Verb = Verb {
    word: "pass-on",
    title: "Ask someone to call",
    help: "Ask somebody else to make a call; it stays to do until they report back.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The call." },
    fields: &[&TO, &ALL, &SAID, &FOR],
    around: common::AROUND,
    who: "Asked by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::PassedOn],
    beside: Beside::Adds,
    offers: |view, on| call(view, on).map(|_| ()),
    ask,
    decide,
};

fn call<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Call), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Call(call) => Ok((item, call)),
        body => Err(ONLY_A_CALL.about(Named::Item(item.id.clone())).and(body.noun())),
    }
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, body)) = call(view, on) else { return Asked::default() };
    let open = of_the_same_caller(view.playbook, view.picture, body).len();
    let all = body.told_by.as_ref().filter(|_| open > 1).map(|role| {
        let title = view.playbook.role_title(role.as_str());
        let all = format!("All {open} calls to do that {title} makes by the policy");
        Ask::of(&ALL).choices([Choice::new("no", "This call"), Choice::new(ON, all)]).offers("no".to_owned())
    });
    let row = rows::ask(view, item, Some("All of them")).filter(|_| !draft.is_on(&ALL));
    Asked::titled(&item.title)
        .above([Preface::Says("The call stays to do until somebody reports back what it came to.")])
        .ask(row)
        .ask(Ask::of(&TO).needed(true).offers(caller(view.playbook, view.picture, body)))
        .ask(all)
        .ask(Ask::of(&SAID))
        .begins(&TO)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, body) = call(view, on)?;
    let target = rows::named(view, item, draft)?;
    if let Some(status) = view.status(item) {
        let row = target.name().and_then(|name| rows::status(status, name));
        is_open(row.map_or(status.standing, |row| row.standing))?;
    }
    if view.status(item).is_some_and(|status| waits_for_a_finding(item, status)) {
        let reason = if item.verb == Strength::IfAdvised { &NOT_ADVISED_YET } else { &NOT_FOUND_YET };
        return Err(reason.about(Named::Item(item.id.clone())).instead(&task::VERB, &item.id));
    }
    let to = draft.line(&TO)?.ok_or_else(|| NO_CALLER.refuse().needs(&TO))?;
    let mut calls = vec![item.id.clone()];
    if draft.is_on(&ALL) {
        if target.name().is_some() {
            return Err(ALL_AND_ROW.refuse().needs(&FOR));
        }
        calls.extend(others(view, item, body)?);
    }
    Ok(Fact::PassedOn { calls, to, said: draft.line(&SAID)?, target })
}

/// Whether there is a call left to make.
fn is_open(standing: Standing) -> Result<(), Refusal> {
    let why = match standing {
        Standing::Reached | Standing::Covered => "Somebody was reached already.",
        Standing::RuledOut => "This call was found not to be needed.",
        Standing::NotApplicable => "This call does not apply.",
        Standing::Pending => "Whether this call applies is not known yet.",
        _ => return Ok(()),
    };
    Err(NOTHING_LEFT.about(why))
}

/// The other open calls that the policy has the same role make.
fn others(view: &View<'_>, item: &Item, body: &Call) -> Result<Vec<ItemId>, Refusal> {
    if body.told_by.is_none() {
        return Err(NO_OTHERS.refuse().needs(&ALL));
    }
    let all = of_the_same_caller(view.playbook, view.picture, body).into_iter();
    let found = |at: &usize| !waits_for_a_finding(&view.playbook.items[*at], &view.picture.items[*at]);
    let ids = all.filter(found).map(|at| view.playbook.items[at].id.clone());
    Ok(ids.filter(|id| *id != item.id).collect())
}

//! Putting an item off until a time, or until another item has a record.

use crate::base::{Stamp, Unread};
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::playbook::{Body, Strength};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static UNTIL: Field = Field::new(FieldKind::Until, "until", "Until")
    .ordered()
    .hint("in 30m, 04:00, tomorrow 09:00, or the id of the item to wait for")
    .help("UNTIL", "Until when: in 30m, 04:00, tomorrow 09:00; or the item to wait for.")
    .noun("The time");
pub static REASON: Field = Field::new(FieldKind::Line, "reason", "Why").help("REASON", "Why.").noun("The reason");

static NOT_ASKED: Reason = Reason::new(
    "not-asked",
    "The policy does not ask this, so it is never left to do and cannot be put off.",
    "Answer it at any time, or leave it.",
);
static IN_SIGHT: Reason =
    Reason::new("stays-in-sight", "A DO NOT cannot be put off.", "It stays in sight until it is lifted.");
static FOR_ITSELF: Reason = Reason::new(
    "waits-for-itself",
    "An item cannot wait for itself.",
    "Name another item, or a time such as \"in 30m\".",
);
static PAST: Reason = Reason::new(
    "already-past",
    "{0} is already past.",
    "Put it off until a later time, such as \"in 30m\" or \"04:00\".",
);
static NEITHER: Reason = Reason::new(
    "neither-time-nor-item",
    "\"{0}\" is neither a time nor an item.",
    "Write \"in 30m\", \"04:00\", \"tomorrow 09:00\", or the id of the item to wait for.",
);

pub static VERB: Verb = Verb {
    word: "defer",
    title: "Put off",
    help: "Put an item off.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The item." },
    fields: &[&UNTIL, &REASON],
    around: common::AROUND,
    who: "",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::Deferred],
    beside: Beside::Replaces,
    offers,
    ask,
    decide,
};

fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    let item = common::item_of(view, on);
    match item.body {
        Body::Prohibition(_) => Err(IN_SIGHT.refuse()),
        _ if item.verb == Strength::Local => Err(NOT_ASKED.refuse()),
        _ => Ok(()),
    }
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let item = common::item_of(view, on);
    Asked::titled(format!("Put off: {}", item.title))
        .above([Preface::Says("It waits until then and comes back by itself.")])
        .ask(Ask::of(&UNTIL).shows("in 30m".to_owned()))
        .ask(Ask::of(&REASON))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let item = common::item_of(view, on).id.clone();
    let reason = draft.line(&REASON)?;
    let typed = draft.text(&UNTIL).unwrap_or_default();
    if let Some(event) = view.playbook.item(typed) {
        if event.id == item {
            return Err(FOR_ITSELF.refuse().needs(&UNTIL));
        }
        return Ok(Fact::Deferred { item, until: None, event: Some(event.id.clone()), reason });
    }
    // What is to come is meant: nobody puts something off into the past.
    match Stamp::read_ahead(typed, view.now).map(|read| read.value) {
        Ok(at) if at > view.now.at => Ok(Fact::Deferred { item, until: Some(at), event: None, reason }),
        Ok(at) => Err(PAST.about(at.short_in(view.now)).needs(&UNTIL)),
        Err(Unread::NotATime(typed)) => Err(NEITHER.about(quoted(&typed)).needs(&UNTIL)),
        Err(why) => Err(Refusal::from(why).needs(&UNTIL)),
    }
}

//! A prohibition was read, or was not kept.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::playbook::item::Prohibition;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common::{self, WHOLE_TEXT};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

const SEEN: &str = "seen";
const BROKEN_WORD: &str = "broken";

pub static WHAT: Field = Field::new(FieldKind::Pick, "what", "What to record").prompt("What is recorded?").boxes();
pub static BROKEN: Field = Field::new(FieldKind::Words, "broken", "What happened")
    .prompt("What happened?")
    .hint(WHOLE_TEXT)
    .help("WHAT", "What happened, if it was not kept.")
    .noun("What happened");

pub static VERB: Verb = Verb {
    word: "prohibition",
    title: "DO NOT",
    help: "Record that a DO NOT was read, or that it was not kept.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The DO NOT." },
    fields: &[&WHAT, &BROKEN],
    around: common::AROUND,
    who: "Seen by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::ProhibitionSeen, EntryKind::ProhibitionBroken],
    beside: Beside::Replaces,
    offers: |view, on| prohibition(view, on).map(|_| ()),
    ask,
    decide,
};

fn prohibition<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Prohibition), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Prohibition(body) => Ok((item, body)),
        _ => Err(common::wrong_kind(item, "DO NOT")),
    }
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, body)) = prohibition(view, on) else { return Asked::default() };
    let choices = [Choice::new(SEEN, "It was read and kept"), Choice::new(BROKEN_WORD, "It was not kept")];
    let broken = match draft.text(&WHAT) {
        Some(what) => what == BROKEN_WORD,
        None => draft.given(&BROKEN).is_some(),
    };
    let what = if broken { BROKEN_WORD } else { SEEN };
    Asked::titled(&item.title)
        .above(item.detail.clone().map(Preface::Detail))
        .above([Preface::LiftedBy(body.lifted_by.clone())])
        .ask(Ask::of(&WHAT).choices(choices).needed(true).shows(what.to_owned()))
        .ask(broken.then(|| Ask::of(&BROKEN).needed(true)))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, _) = prohibition(view, on)?;
    if draft.text(&WHAT) == Some(BROKEN_WORD) || draft.given(&BROKEN).is_some() {
        return Ok(Fact::ProhibitionBroken { item: item.id.clone(), what: draft.words(&BROKEN)? });
    }
    Ok(Fact::ProhibitionSeen { item: item.id.clone() })
}

//! A document was sent: to whom, how, and what shows it. Whether it is final is the document's own record.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static TO: Field = Field::new(FieldKind::Line, "to", "To whom it was sent")
    .hint("A name, or who they are: \"the 480 persons on the list\".")
    .ordered()
    .help("WHO", "To whom it was sent.")
    .noun("To whom it was sent");
pub static CHANNEL: Field = Field::new(FieldKind::Line, "channel", "How it was sent")
    .hint("By letter, e-mail, fax, the form of an authority.")
    .always()
    .help("WORDS", "How it was sent: by letter, by e-mail, the form of an authority.")
    .noun("How it was sent");
pub static PROOF: Field = Field::new(FieldKind::Line, "proof", "What shows it")
    .hint("A receipt number, the confirmation of an authority, the list of the post office.")
    .help("WORDS", "What shows it: a receipt number, a confirmation.");

pub static VERB: Verb = Verb {
    word: "sent",
    title: "Sent",
    help: "Record that a document was sent: to whom, how, and what shows it.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The document." },
    fields: &[&TO, &CHANNEL, &PROOF],
    around: common::AROUND,
    who: "Sent by",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::Sent],
    beside: Beside::Adds,
    offers: |view, on| document(view, on).map(|_| ()),
    ask,
    decide,
};

fn document<'a>(view: &View<'a>, on: &On) -> Result<&'a Item, Refusal> {
    let item = common::item_of(view, on);
    if matches!(item.body, Body::Document(_)) { Ok(item) } else { Err(common::wrong_kind(item, "document")) }
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let Ok(item) = document(view, on) else { return Asked::default() };
    Asked::titled(format!("Sent: {}", item.title))
        .above(item.detail.clone().map(Preface::Detail))
        .ask([&TO, &CHANNEL, &PROOF].map(Ask::of))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let document = document(view, on)?.id.clone();
    Ok(Fact::Sent { document, to: draft.words(&TO)?, channel: draft.words(&CHANNEL)?, proof: draft.line(&PROOF)? })
}

//! A document was sent: to whom, how, which text, and what shows it. What was sent counts, approved or not: it happened.

use super::approve;
use crate::case::{EntryKind, Fact};
use crate::journal::Seal;
use crate::judge::View;
use crate::judge::evidence::texts;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
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
pub static TEXT: Field = Field::new(FieldKind::Line, "text", "Which text (its seal)")
    .hint("Empty where no text was drafted here.")
    .help("SEAL", "The text that was sent, by its seal; the latest one where nobody says.")
    .noun("The seal of the text");
pub static COUNT: Field = Field::new(FieldKind::Line, "count", "To how many")
    .hint("A whole number.")
    .help("NUMBER", "To how many it was sent.")
    .noun("To how many");
pub static LIST: Field = Field::new(FieldKind::Line, "list", "By which list")
    .hint("The SHA-256 of the list of persons.")
    .help("SHA256", "The list of persons to whom it was sent, by its SHA-256.")
    .noun("The list");

static NOT_A_NUMBER: Reason =
    Reason::new("count-unread", "\"{0}\" is not a number of recipients.", "Write a whole number, such as 480.");
static NOT_A_DIGEST: Reason = Reason::new(
    "list-unread",
    "\"{0}\" is not the SHA-256 of a list.",
    "It has 64 signs, digits and the letters a to f, and stands with the list.",
);

pub static VERB: Verb = Verb {
    word: "sent",
    title: "Sent",
    help: "Record that a document was sent: to whom, how, and what shows it.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The document." },
    fields: &[&TO, &CHANNEL, &TEXT, &COUNT, &LIST, &PROOF],
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
    let latest = texts::latest(view.counting(), item.id.as_str());
    let choices = latest.iter().map(|text| Choice::new(text.seal(), format!("Version {}", text.version)));
    let text = Ask::of(&TEXT).choices(choices).offers(latest.last().map(texts::Text::seal)).clear(true);
    Asked::titled(format!("Sent: {}", item.title))
        .above(unapproved(view, item, &latest))
        .above(item.detail.clone().map(Preface::Detail))
        .ask([&TO, &CHANNEL].map(Ask::of))
        .ask((!latest.is_empty()).then_some(text))
        .ask([&COUNT, &PROOF].map(Ask::of))
        .ask(Ask::of(&LIST).aside())
}

/// That the text that is about to be recorded as sent is not approved.
fn unapproved(view: &View<'_>, item: &Item, latest: &[texts::Text<'_>]) -> Option<Preface> {
    let Body::Document(body) = &item.body else { return None };
    let text = latest.last()?;
    let approved = texts::is_approved(view.counting(), &item.id, body, text.sha256);
    (!approved).then_some(Preface::Caution("The latest text is not approved. What was sent is recorded all the same."))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let item = document(view, on)?;
    let text = match draft.text(&TEXT) {
        None => None,
        typed => Some(approve::named(view, item, typed, &TEXT)?.sha256.to_owned()),
    };
    let number = |typed: &str| {
        let plain = typed.replace([',', ' ', '_'], "");
        let found = plain.parse::<i64>().ok().filter(|count| *count >= 0);
        found.ok_or_else(|| NOT_A_NUMBER.about(quoted(typed)).needs(&COUNT))
    };
    let digest = |typed: &str| {
        let hex = typed.to_lowercase();
        let fits = Seal::parse(&hex).is_some();
        if fits { Ok(hex) } else { Err(NOT_A_DIGEST.about(quoted(typed)).needs(&LIST)) }
    };
    Ok(Fact::Sent {
        document: item.id.clone(),
        to: draft.words(&TO)?,
        channel: draft.words(&CHANNEL)?,
        proof: draft.line(&PROOF)?,
        text_digest: text,
        count: draft.text(&COUNT).map(number).transpose()?,
        list: draft.text(&LIST).map(digest).transpose()?,
    })
}

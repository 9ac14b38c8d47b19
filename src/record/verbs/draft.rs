//! Drafting a letter: its text is filled from what is recorded. The session fills it and writes it before the entry that names it.

use crate::case::{EntryKind, Fact};
use crate::judge::items::ItemStatus;
use crate::judge::{Standing, View};
use crate::playbook::condition::Subject;
use crate::playbook::item::Document;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static TEXT: Field = Field::new(FieldKind::File, "text", "Path of your own text")
    .hint("Empty takes the text that lies with the playbook.")
    .help("FILE", "A text of your own, Markdown with the names of the contents in double braces; else the one that lies with the playbook.")
    .noun("The path");

pub static UNREAD: Reason =
    Reason::new("text-unread", "{0} was not read: {1}.", "Nothing was recorded. Give the path of a text.");
pub static FAULTY: Reason = Reason::new("text-faulty", "{0}", "Nothing was recorded. {1}");
pub static NO_TEXT: Reason = Reason::new(
    "no-text",
    "{0} has no text here: it prints itself from its contents.",
    "Print it. Give a text of your own if it is to be a letter{field}.",
);
static NOT_STAGED: Reason =
    Reason::new("text-not-staged", "The text of {0} was not filled.", "Give it to the program itself.");
static DOES_NOT_APPLY: Reason = Reason::new(
    "document-does-not-apply",
    "{0} does not apply as the case stands.",
    "Put the answers right if that is wrong. What was written all the same can be a note on it.",
);
static MAY_NOT_APPLY: Reason =
    Reason::new("document-may-not-apply", "Nobody knows yet whether {0} applies.", "It waits for: {list}.");
static WHICH_TEXT: Reason =
    Reason::new("which-text", "{0} has several texts, and nobody knows yet which one holds.", "It waits for: {list}.");
static WITHOUT: Reason = Reason::new(
    "text-without-content",
    "The text has no place for what {0} must contain: {1}.",
    "Put each of these, in double braces, where it belongs, and draft it again: {list}.",
);

pub static VERB: Verb = Verb {
    word: "draft",
    title: "Draft",
    help: "Fill the text of a letter from what is recorded, and keep that very text.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The document." },
    fields: &[&TEXT],
    around: common::AROUND,
    who: "Drafted by",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::Drafted],
    beside: Beside::Replaces,
    offers: |view, on| {
        let (item, body, status) = document(view, on)?;
        may_apply(view, item, body, status)
    },
    ask,
    decide,
};

/// The document that a verb is on.
pub fn document<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Document, &'a ItemStatus), Refusal> {
    let item = common::item_of(view, on);
    match (&item.body, view.status(item)) {
        (Body::Document(body), Some(status)) => Ok((item, body, status)),
        _ => Err(common::wrong_kind(item, "document")),
    }
}

/// A letter can be prepared as soon as it may apply and the text that holds is known.
fn may_apply(view: &View<'_>, item: &Item, body: &Document, status: &ItemStatus) -> Result<(), Refusal> {
    let named = || Named::Item(item.id.clone());
    if status.standing == Standing::NotApplicable || status.applies.value == Some(false) {
        return Err(DOES_NOT_APPLY.about(named()));
    }
    let waits = view.knowledge().text_of(body);
    waits.map(|_| ()).map_err(|missing| WHICH_TEXT.about(named()).list(titles(view, &missing)))
}

/// Nobody approves what may not apply.
pub fn applies(view: &View<'_>, item: &Item, body: &Document, status: &ItemStatus) -> Result<(), Refusal> {
    may_apply(view, item, body, status)?;
    if status.standing != Standing::Pending && status.applies.value.is_some() {
        return Ok(());
    }
    Err(MAY_NOT_APPLY.about(Named::Item(item.id.clone())).list(titles(view, &status.applies.missing)))
}

fn titles(view: &View<'_>, subjects: &[Subject]) -> Vec<Named> {
    let title = |one: &Subject| view.playbook.subject_title(one).trim_end_matches(['.', '?']).to_owned();
    subjects.iter().map(|one| Named::Text(title(one))).collect()
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let Ok((item, _, _)) = document(view, on) else { return Asked::default() };
    Asked::titled(format!("Draft: {}", item.title))
        .above(item.detail.clone().map(Preface::Detail))
        .ask(Ask::of(&TEXT).kind(FieldKind::Line))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, body, status) = document(view, on)?;
    may_apply(view, item, body, status)?;
    let Some(text) = &draft.text else { return Err(NOT_STAGED.about(Named::Item(item.id.clone()))) };
    if let Some(first) = text.without.first().and_then(|at| body.contents.get(*at)) {
        let clauses = first.cite.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let what = format!("{} ({clauses})", first.title.trim_end_matches('.'));
        let braces = text.without.iter().filter_map(|at| body.contents.get(*at));
        let braces = braces.map(|content| Named::Text(format!("must.{}", content.from)));
        return Err(WITHOUT.about(Named::Item(item.id.clone())).and(what).list(braces));
    }
    Ok(Fact::Drafted {
        document: item.id.clone(),
        version: text.version,
        text_digest: text.sha256.clone(),
        template_digest: text.template.clone(),
    })
}

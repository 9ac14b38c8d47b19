//! A note of the facilitator in the case, with a tag: that time is up, and after the end what went well and what did not.

use super::led::{CASE, exercise};
use crate::base::written::Word;
use crate::case::{EntryKind, Fact, Tag};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static TEXT: Field =
    Field::new(FieldKind::Words, "text", "Note").ordered().hint(WHOLE_TEXT).help("TEXT", "The words.").noun("The note");
pub static TAG: Field = Field::new(FieldKind::Pick, "tag", "What it is").always().help("TAG", "What it is noted as.");

static NO_TAG: Reason =
    Reason::new("no-such-tag", "A note of an exercise has no tag \"{0}\".", "It has one of {list}.");

pub static VERB: Verb = Verb {
    word: "remark",
    title: "Note",
    help: "Add a note that everybody in the exercise may read.",
    on: CASE,
    fields: &[&TEXT, &TAG],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Noted],
    beside: Beside::Stands,
    offers: |view, _| exercise(view).map(|_| ()),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let choices = Tag::ALL.map(|tag| Choice::new(tag.word(), tag.label()));
    Asked::titled("Note").ask(Ask::of(&TEXT)).ask(Ask::of(&TAG).choices(choices))
}

/// The tag in a field; where it is none, every tag is named.
pub(super) fn tag(draft: &Draft, field: &'static Field) -> Result<Tag, Refusal> {
    let typed = draft.words(field)?;
    let known = || Tag::ALL.map(|tag| tag.word().into());
    Tag::of_word(&typed).ok_or_else(|| NO_TAG.about(quoted(&typed)).list(known()).needs(field))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    exercise(view)?;
    Ok(Fact::Noted { about: None, text: draft.words(&TEXT)?, tag: Some(tag(draft, &TAG)?) })
}

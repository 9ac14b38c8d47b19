//! A note of the facilitator in the case, with a tag: that time is up, and after the end what went well and what did not.

use super::led::{CASE, exercise};
use crate::base::written::Word;
use crate::case::{EntryKind, Fact, Tag};
use crate::drill::review::Question;
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::{Draft, bounded};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static TEXT: Field =
    Field::new(FieldKind::Words, "text", "Note").ordered().hint(WHOLE_TEXT).help("TEXT", "The words.").noun("The note");
pub static TAG: Field = Field::new(FieldKind::Pick, "tag", "What it is").always().help("TAG", "What it is noted as.");
/// Which question of the review it answers; its tag is that of the question then.
pub static ANSWERS: Field =
    Field::new(FieldKind::Line, "answers", "Answers").help("QUESTION", "The question of the review that it answers.");
pub static BECAUSE: Field = Field::new(FieldKind::Line, "because", "What was behind it")
    .hint("As far as it is known; may stay empty.")
    .help("TEXT", "Of a gap: what was behind it.")
    .noun("The cause");

static NO_TAG: Reason =
    Reason::new("no-such-tag", "A note of an exercise has no tag \"{0}\".", "It has one of {list}.");

pub static VERB: Verb = Verb {
    word: "remark",
    title: "Note",
    help: "Add a note that everybody in the exercise may read.",
    on: CASE,
    fields: &[&TEXT, &TAG, &ANSWERS, &BECAUSE],
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

/// The question that a note answers, if it answers one.
fn question(draft: &Draft) -> Option<&'static Question> {
    draft.text(&ANSWERS).and_then(Question::of_word)
}

fn ask(_: &View<'_>, _: &On, draft: &Draft) -> Asked {
    if let Some(question) = question(draft) {
        // What a note answers says what it is.
        let behind = (question.tag == Tag::Gap).then(|| Ask::of(&BECAUSE));
        let answers = Ask::of(&ANSWERS).clear(true);
        return Asked::titled(question.asks).ask(Ask::of(&TEXT)).ask(behind).ask(answers);
    }
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
    let text = draft.words(&TEXT)?;
    let because = draft.line(&BECAUSE)?;
    let (text, tag) = match question(draft) {
        Some(question) => (bounded(&format!("{}{text}", question.before), &TEXT)?, question.tag),
        None => (text, tag(draft, &TAG)?),
    };
    Ok(Fact::Noted { about: None, text, tag: Some(tag), because })
}

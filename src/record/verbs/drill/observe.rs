//! Something was seen: a note that only the facilitator's side has, with its tag.

use super::led::{CASE, control, id};
use super::remark::tag;
use crate::case::{EntryKind, Fact, Tag};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Verb};

pub static TEXT: Field = Field::new(FieldKind::Words, "text", "What was seen")
    .ordered()
    .hint(WHOLE_TEXT)
    .help("TEXT", "The words.")
    .noun("The note");
pub static TAG: Field = Field::new(FieldKind::Pick, "tag", "What it is")
    .always()
    .help("TAG", "strength, gap, question, decision or parked.")
    .noun("The tag");
pub static INJECT: Field =
    Field::new(FieldKind::Line, "inject", "With inject").help("NUMBER", "The inject with which it was seen.");
pub static OBJECTIVE: Field =
    Field::new(FieldKind::Line, "objective", "Objective").help("ID", "The objective of which it says something.");

/// The tags of what is seen while the exercise lasts, in the order in which they are offered.
pub const TAGS: [Tag; 5] = [Tag::Strength, Tag::Gap, Tag::Question, Tag::Decision, Tag::Parked];

pub static VERB: Verb = Verb {
    word: "observe",
    title: "Note",
    help: "Note what was seen, for the facilitators alone.",
    on: CASE,
    fields: &[&TEXT, &TAG, &INJECT, &OBJECTIVE],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Observed],
    beside: Beside::Stands,
    offers: |view, _| control(view),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let choices = TAGS.map(|tag| Choice::new(tag.word(), tag.label()));
    Asked::titled("Note")
        .ask(Ask::of(&TEXT))
        .ask(Ask::of(&TAG).choices(choices))
        .ask(Ask::of(&INJECT))
        .ask(Ask::of(&OBJECTIVE))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    control(view)?;
    Ok(Fact::Observed {
        text: draft.words(&TEXT)?,
        tag: tag(draft, &TAG)?,
        inject: draft.line(&INJECT)?,
        objective: id(draft, &OBJECTIVE)?,
    })
}

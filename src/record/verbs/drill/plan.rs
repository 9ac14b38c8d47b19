//! When and whether injects are to go out: due, held or skipped, later by so many minutes, before another one.

use super::led::{CASE, control, lines};
use crate::base::written::Word;
use crate::case::{EntryKind, Fact, Planning};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::draft::{Draft, missing};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static INJECTS: Field = Field::new(FieldKind::Words, "injects", "Injects")
    .ordered()
    .help("NUMBER", "Their numbers, one a line.")
    .noun("The number of an inject");
pub static STATE: Field =
    Field::new(FieldKind::Pick, "state", "What becomes of them").always().help("STATE", "due, held or skipped.");
pub static BY_MIN: Field = Field::new(FieldKind::Line, "by-min", "Later by")
    .hint("Minutes, all in all: 5, 10, 15.")
    .help("NUMBER", "By how many minutes later than by the script, all in all.");
pub static BEFORE: Field =
    Field::new(FieldKind::Line, "before", "Before").help("NUMBER", "The inject before which they stand.");
pub static REASON: Field = Field::new(FieldKind::Line, "reason", "Why").help("TEXT", "Why.").noun("The reason");

static NO_STATE: Reason =
    Reason::new("no-such-plan", "An inject is not planned as \"{0}\".", "It is due, held or skipped.");
static NO_MINUTES: Reason =
    Reason::new("no-minutes", "\"{0}\" is no number of minutes.", "Write a whole number from -480 to 480.");

/// Most minutes by which an inject is moved.
const MOST: i64 = 480;

pub static VERB: Verb = Verb {
    word: "plan",
    title: "Plan",
    help: "Hold an inject, let it go, skip it, or move it.",
    on: CASE,
    fields: &[&INJECTS, &STATE, &BY_MIN, &BEFORE, &REASON],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Planned],
    beside: Beside::Stands,
    offers: |view, _| control(view),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, draft: &Draft) -> Asked {
    let skips = draft.text(&STATE) == Some(Planning::Skipped.word());
    let choices = Planning::ALL.map(|one| Choice::new(one.word(), one.word()));
    Asked::titled("Plan")
        .ask(Ask::of(&INJECTS))
        .ask(Ask::of(&STATE).choices(choices))
        .ask(Ask::of(&BY_MIN))
        .ask(Ask::of(&BEFORE))
        .ask(Ask::of(&REASON).needed(skips))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    control(view)?;
    let injects = lines(draft, &INJECTS)?;
    if injects.is_empty() {
        return Err(missing(&INJECTS, INJECTS.noun));
    }
    let typed = draft.words(&STATE)?;
    let state = Planning::of_word(&typed).ok_or_else(|| NO_STATE.about(quoted(&typed)).needs(&STATE))?;
    let minutes = |text: &str| {
        let read = text.parse().ok().filter(|by: &i64| (-MOST..=MOST).contains(by));
        read.ok_or_else(|| NO_MINUTES.about(quoted(text)).needs(&BY_MIN))
    };
    let by_min = draft.text(&BY_MIN).map(minutes).transpose()?;
    let reason = if state == Planning::Skipped { Some(draft.words(&REASON)?) } else { draft.line(&REASON)? };
    Ok(Fact::Planned { injects, state, by_min, before: draft.line(&BEFORE)?, reason })
}

//! The clock of an exercise: it is started, paused, resumed and ended, and its parts begin.

use super::led::{CASE, exercise, id, lines};
use crate::base::Stamp;
use crate::base::written::Word;
use crate::case::{ClockAction, ClockState, EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{NOTHING_RECORDED, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static ACTION: Field =
    Field::new(FieldKind::Pick, "action", "The clock").ordered().help("ACTION", "start, pause, resume, part or end.");
pub static PART: Field = Field::new(FieldKind::Line, "part", "Part").help("ID", "The part that begins.");
pub static TITLE: Field = Field::new(FieldKind::Line, "title", "Title").help("TEXT", "What players see of the part.");
pub static TEXT: Field =
    Field::new(FieldKind::Words, "text", "Text").hint(WHOLE_TEXT).help("TEXT", "What players are told of the part.");
pub static QUESTIONS: Field =
    Field::new(FieldKind::Words, "questions", "Questions").help("TEXT", "What players talk about, one a line.");
pub static MINUTES: Field =
    Field::new(FieldKind::Line, "minutes", "Minutes").help("NUMBER", "How long the part is planned.");
pub static TO: Field =
    Field::new(FieldKind::Line, "to", "Set to").help("TIME", "What the clock of the exercise is set to.");
pub static REASON: Field = Field::new(FieldKind::Line, "reason", "Why").help("TEXT", "Why.").noun("The reason");

static NOT_AN_ACTION: Reason = Reason::new(
    "no-clock-action",
    "The clock of an exercise has no \"{0}\".",
    "It has start, pause, resume, part and end.",
);
static STARTED: Reason = Reason::new("clock-started", "The clock runs already.", NOTHING_RECORDED);
static NOT_STARTED: Reason = Reason::new("clock-not-started", "The clock has not started.", "Start it first.");
static NOT_RUNNING: Reason = Reason::new("clock-not-running", "The clock stands still already.", NOTHING_RECORDED);
static NOT_PAUSED: Reason = Reason::new("clock-not-paused", "The clock is not paused.", NOTHING_RECORDED);
static ENDED: Reason = Reason::new("clock-ended", "The exercise has ended, and its clock with it.", NOTHING_RECORDED);
static UNREAD: Reason =
    Reason::new("clock-unread", "\"{0}\" cannot be read.", "A time is stored as RFC 3339, minutes as a whole number.");

pub static VERB: Verb = Verb {
    word: "exercise-clock",
    title: "The clock of the exercise",
    help: "Start, pause, resume or end the clock of the exercise, or begin a part.",
    on: CASE,
    fields: &[&ACTION, &PART, &TITLE, &TEXT, &QUESTIONS, &MINUTES, &TO, &REASON],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::ExerciseClock],
    beside: Beside::Stands,
    offers: |view, _| exercise(view).map(|_| ()),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    Asked::titled("The clock of the exercise").ask(Ask::of(&ACTION)).ask(Ask::of(&REASON))
}

/// Whether the clock can do that as it stands. Where clock entries contradict each other, any of them settles it.
fn fits(action: ClockAction, state: ClockState, unsettled: bool) -> Result<(), Refusal> {
    let reason = match (action, state) {
        (_, ClockState::Ended) => &ENDED,
        (ClockAction::Start, ClockState::NotStarted) | (ClockAction::End, _) => return Ok(()),
        _ if unsettled => return Ok(()),
        (ClockAction::Start, _) => &STARTED,
        (_, ClockState::NotStarted) => &NOT_STARTED,
        (ClockAction::Pause, ClockState::Paused) => &NOT_RUNNING,
        (ClockAction::Resume, ClockState::Running) => &NOT_PAUSED,
        _ => return Ok(()),
    };
    Err(reason.refuse())
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let exercise = exercise(view)?;
    let typed = draft.words(&ACTION)?;
    let action = ClockAction::of_word(&typed).ok_or_else(|| NOT_AN_ACTION.about(quoted(&typed)).needs(&ACTION))?;
    fits(action, exercise.state(), exercise.unsettled().next().is_some())?;
    let unread = |field: &'static Field| move |text: &str| UNREAD.about(quoted(text)).needs(field);
    let to = draft.text(&TO).map(|text| Stamp::parse(text).ok_or_else(|| unread(&TO)(text))).transpose()?;
    let minutes = draft.text(&MINUTES).map(|text| text.parse().map_err(|_| unread(&MINUTES)(text))).transpose()?;
    Ok(Fact::ExerciseClock {
        action,
        part: id(draft, &PART)?,
        title: draft.line(&TITLE)?,
        text: draft.line(&TEXT)?,
        questions: lines(draft, &QUESTIONS)?,
        minutes,
        to,
        reason: draft.line(&REASON)?,
    })
}

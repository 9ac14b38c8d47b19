//! Where a facilitator may record: in an exercise that was opened as a drill and has not ended, or in its control folder.

use crate::base::ItemId;
use crate::case::{ClockState, Exercise};
use crate::journal::Mode;
use crate::judge::View;
use crate::record::draft::Draft;
use crate::record::field::Field;
use crate::record::refusal::{NOTHING_RECORDED, Reason, Refusal, quoted};
use crate::record::verb::{Target, TargetKind};

static NO_EXERCISE: Reason = Reason::new(
    "drill-in-a-live-case",
    "This is a LIVE case, and nothing of an exercise is ever recorded in one.",
    NOTHING_RECORDED,
);
static NO_DRILL: Reason = Reason::new(
    "no-drill",
    "Nobody leads this exercise by a script.",
    "An exercise that somebody leads is begun from its script.",
);
static NOT_A_FACILITATOR: Reason = Reason::new(
    "not-a-facilitator",
    "This run of the program is not that of a facilitator.",
    "The clock and the injects of an exercise come from its console alone.",
);
static ENDED: Reason = Reason::new("exercise-ended", "The exercise has ended.", "A note can still be added.");
static REAL: Reason = Reason::new(
    "real-event-called",
    "Somebody said that something real has happened.",
    "Find out first: it stands still until it is a slip, or real.",
);
static BAD_ID: Reason = Reason::new("bad-id", "\"{0}\" is no id.", "An id has lower-case letters, digits and _.");

/// Verbs of a facilitator speak of the case as a whole.
pub(super) const CASE: Target = Target { kind: TargetKind::Case, value: "", help: "" };

/// The exercise that a facilitator leads here.
pub(super) fn exercise<'a>(view: &View<'a>) -> Result<&'a Exercise, Refusal> {
    if view.mode != Mode::Exercise {
        return Err(NO_EXERCISE.refuse());
    }
    match (view.state.exercise(), view.state.drill_opening()) {
        (Some(exercise), Some(_)) => Ok(exercise),
        _ => Err(NO_DRILL.refuse()),
    }
}

/// The same while it lasts and nothing real was called out.
pub(super) fn lasting<'a>(view: &View<'a>) -> Result<&'a Exercise, Refusal> {
    let exercise = exercise(view)?;
    if exercise.state() == ClockState::Ended {
        return Err(ENDED.refuse());
    }
    if exercise.stopped.is_some() {
        return Err(REAL.refuse());
    }
    Ok(exercise)
}

/// A control folder is one of an exercise, too.
pub(super) fn control(view: &View<'_>) -> Result<(), Refusal> {
    if view.mode == Mode::Exercise { Ok(()) } else { Err(NO_EXERCISE.refuse()) }
}

/// What is said to a run that is not a facilitator's.
pub fn not_a_facilitator() -> Refusal {
    NOT_A_FACILITATOR.refuse()
}

/// The id in a field, if there is one.
pub(super) fn id(draft: &Draft, field: &'static Field) -> Result<Option<ItemId>, Refusal> {
    let read = |text: &str| ItemId::new(text).ok_or_else(|| BAD_ID.about(quoted(text)).needs(field));
    draft.text(field).map(read).transpose()
}

/// The lines of a field, without empty ones.
pub(super) fn lines(draft: &Draft, field: &'static Field) -> Result<Vec<String>, Refusal> {
    let text = draft.line(field)?.unwrap_or_default();
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

//! Something real happens while an exercise is held: it stands still at once, and then it ends, or it was a slip.

use crate::case::{EntryKind, Fact, RealStep};
use crate::journal::Mode;
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, Target, TargetKind, Verb};

/// What is typed where it is real.
pub const REAL: [&str; 2] = ["REAL", "NO DUFF"];
/// What is typed where it was a slip.
pub const SLIP: &str = "slip";

pub static WORDS: Field = Field::new(FieldKind::Line, "words", "REAL or NO DUFF")
    .last()
    .hint("REAL or NO DUFF ends the exercise; slip says that it was none.")
    .help(
        "WORDS",
        "REAL or NO DUFF: it is real, and the exercise ends. slip: it was none. Nothing: the exercise stands still until one of them comes.",
    )
    .noun("The word");
pub static CASE: Field = Field::new(FieldKind::Line, "case", "Folder of the live case")
    .help("FOLDER", "The name of the folder of the live case that was opened for it.")
    .noun("The name of the folder");

static LIVE: Reason = Reason::new(
    "real-event-in-a-live-case",
    "This is a LIVE case; what is recorded in it is real.",
    "Only an exercise is stopped by a real event.",
);
static STANDS_STILL: Reason = Reason::new(
    "real-event-stands-still",
    "The exercise stands still already, and nobody has said yet whether it is real.",
    "REAL or NO DUFF: it is, and the exercise ends. slip: it was none.",
);
static NO_STOP: Reason =
    Reason::new("no-real-event", "Nobody has stopped this exercise for a real event.", "Nothing was recorded.");
static ENDED: Reason = Reason::new(
    "real-event-ended",
    "REAL EVENT. The exercise has ended already.",
    "Only the folder of the live case can still be noted.",
);
static NOT_A_WORD: Reason = Reason::new(
    "not-real-nor-slip",
    "\"{0}\" says neither that it is real nor that it was a slip.",
    "REAL or NO DUFF: it is real, and the exercise ends. slip: it was none.",
);

pub static VERB: Verb = Verb {
    word: "real-event",
    title: "REAL EVENT",
    help: "Stop an exercise because something real happens, end it, or say that it was a slip.",
    on: Target { kind: TargetKind::Case, value: "", help: "" },
    fields: &[&WORDS, &CASE],
    around: common::AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::RealEvent],
    beside: Beside::Stands,
    offers: |view, _| if view.mode == Mode::Exercise { Ok(()) } else { Err(LIVE.refuse()) },
    ask: |view, _, _| ask(view),
    decide: |view, _, draft| decide(view, draft),
};

/// Stops the exercise.
pub fn stop() -> Draft {
    Draft::new(&VERB, "")
}

/// Says that it is real, or that it was a slip.
pub fn say(words: &str) -> Draft {
    stop().with(&WORDS, words)
}

/// Notes which live case was opened for it.
pub fn opened(folder: &str) -> Draft {
    stop().with(&CASE, folder)
}

/// Whether it was said that something real happens: the exercise has ended for it.
pub fn is_real(view: &View<'_>) -> bool {
    view.state.exercise().is_some_and(|exercise| exercise.real_event.is_some())
}

/// Whether the exercise stands still until somebody says whether it is real.
pub fn is_asked(view: &View<'_>) -> bool {
    !is_real(view) && view.state.exercise().is_some_and(|exercise| exercise.stopped.is_some())
}

/// Whether an entry ends the exercise, rather than noting the live case that was opened.
pub fn is_end(fact: &Fact) -> bool {
    matches!(fact, Fact::RealEvent { step: RealStep::Real, case: None, .. })
}

fn ask(view: &View<'_>) -> Asked {
    let says =
        Preface::Says("The exercise stands still at once. A real case is begun anew and empty; nothing goes with it.");
    Asked::titled("REAL EVENT")
        .above([says])
        .ask((!is_real(view)).then(|| Ask::of(&WORDS)))
        .ask(is_real(view).then(|| Ask::of(&CASE)))
}

fn decide(view: &View<'_>, draft: &Draft) -> Result<Fact, Refusal> {
    let (typed, case) = (draft.line(&WORDS)?, draft.line(&CASE)?);
    if is_real(view) {
        // What is said once more of the same is no second end.
        return match (typed, case) {
            (None, Some(case)) => Ok(Fact::RealEvent { step: RealStep::Real, words: None, case: Some(case) }),
            _ => Err(ENDED.refuse()),
        };
    }
    let Some(words) = typed else {
        return match (is_asked(view), case) {
            (_, Some(_)) => Err(NO_STOP.refuse().needs(&WORDS)),
            (true, None) => Err(STANDS_STILL.refuse().needs(&WORDS)),
            (false, None) => Ok(Fact::RealEvent { step: RealStep::Stopped, words: None, case: None }),
        };
    };
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    if REAL.contains(&plain.as_str()) {
        return Ok(Fact::RealEvent { step: RealStep::Real, words: Some(plain), case });
    }
    if plain != SLIP.to_uppercase() {
        return Err(NOT_A_WORD.about(quoted(&words)).needs(&WORDS));
    }
    if !is_asked(view) {
        return Err(NO_STOP.refuse());
    }
    Ok(Fact::RealEvent { step: RealStep::Slip, words: None, case: None })
}

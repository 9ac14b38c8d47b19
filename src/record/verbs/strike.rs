//! Striking out: an entry counts no more, as if it had never been recorded, and stays readable with who struck it and why.

use crate::case::{EntryKind, Fact, Recorded};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

/// How long the last record of a run can be struck out without a reason, in seconds: the time in which one sees a slip.
const SLIP_S: i64 = 60;

pub static REASON: Field =
    Field::new(FieldKind::Line, "reason", "Why it is wrong").help("REASON", "Why.").noun("The reason");

static OPENED: Reason = Reason::new(
    "strike-opened",
    "This cannot be struck out: {0}.",
    "A case that was opened by mistake is closed with the reason.",
);
static CLOSED: Reason = Reason::new(
    "strike-closed",
    "This cannot be struck out: {0}.",
    "A case that was closed by mistake is opened again with the reason.",
);
static REOPENED: Reason = Reason::new(
    "strike-reopened",
    "This cannot be struck out: {0}.",
    "A case that was opened again by mistake is closed again with the reason.",
);
static UNKNOWN: Reason = Reason::new(
    "strike-unknown",
    "This cannot be struck out: {0}.",
    "This version does not know this kind of entry. A note can say what is wrong with it.",
);
static BY_ITSELF: Reason = Reason::new(
    "strike-own",
    "This cannot be struck out: {0}.",
    "The program wrote it by itself. A note can say what is wrong with it.",
);
static ALREADY: Reason =
    Reason::new("struck-already", "{0} was struck out already, by {1}.", "It counts again when {1} is struck out.");
static NO_REASON: Reason = Reason::new(
    "strike-no-reason",
    "No reason is given for striking out {0}.",
    "Say why it is wrong. Only the last record of a run is struck out without a reason, in its first minute.",
);

pub static VERB: Verb = Verb {
    word: "strike",
    title: "Strike out",
    help: "Strike out an entry: an answer, an outcome, a call, a decision, a row, a note, or an earlier strike. It counts no more, \
           as if it had never been recorded, and stays readable in the log.",
    on: Target {
        kind: TargetKind::Entry,
        value: "ENTRY",
        help: "Its name, as the receipt and the log show it: k4-12.",
    },
    fields: &[&REASON],
    around: crate::record::common::AROUND,
    who: "",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::StruckOut],
    beside: Beside::Stands,
    offers,
    ask,
    decide,
};

fn at(on: &On) -> usize {
    let On::Entry(at) = on else { unreachable!("a verb of entries is on an entry that was found") };
    *at
}

pub fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    offers_at(view, at(on))
}

/// The same of the entry at a place of the log.
///
/// # Errors
/// If it is one that is never struck, or is struck already.
pub fn offers_at(view: &View<'_>, at: usize) -> Result<(), Refusal> {
    let recorded = view.state.at(at);
    let why = match &recorded.fact {
        Fact::Opened { .. } => &OPENED,
        Fact::Closed { .. } => &CLOSED,
        Fact::Reopened { .. } => &REOPENED,
        Fact::Other { .. } => &UNKNOWN,
        fact if !fact.can_be_struck() => &BY_ITSELF,
        _ => match view.state.struck_by(&recorded.id) {
            Some(by) => return Err(ALREADY.about(Named::Entry(at)).and(Named::EntryName(by))),
            None => return Ok(()),
        },
    };
    Err(why.about(Named::Entry(at)))
}

/// The place of what this run recorded last, left out what it wrote by itself; `None` before its first record.
pub fn last_of_run(view: &View<'_>) -> Option<usize> {
    let own = &view.head?.session;
    let by_people = |at: &usize| {
        let Recorded { id, fact, .. } = view.state.at(*at);
        id.session == *own
            && (fact.can_be_struck()
                || matches!(fact, Fact::Opened { .. } | Fact::Closed { .. } | Fact::Reopened { .. }))
    };
    (0..view.state.log.len()).rev().find(by_people)
}

/// Whether an entry is this run's last and so young that a slip needs no explanation.
pub fn is_a_slip(view: &View<'_>, recorded: &Recorded) -> bool {
    let age = view.now.seconds_since(recorded.at);
    let up_ms = view.reading.up_ms.saturating_sub(recorded.reading.up_ms);
    let last = view.head.is_some_and(|head| head.session == recorded.id.session && head.seq == recorded.id.seq);
    last && (0..SLIP_S).contains(&age) && up_ms < 1000 * SLIP_S.unsigned_abs()
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let at = at(on);
    let slip = is_a_slip(view, view.state.at(at));
    let reason = Ask::of(&REASON).needed(!slip);
    let hint = "May stay empty: it is the last record of this run, and a moment old.";
    let says = "It counts no more, as if it had never been recorded; what it replaced counts again. It stays readable.";
    Asked { button: "Strike out", ..Asked::titled(format!("Strike out {}", view.state.name(at))) }
        .above([Preface::Entry(at), Preface::Says(says)])
        .ask(if slip { reason.hint(hint) } else { reason })
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let at = at(on);
    let recorded = view.state.at(at);
    let reason = draft.line(&REASON)?;
    if reason.is_none() && !is_a_slip(view, recorded) {
        return Err(NO_REASON.about(Named::Entry(at)).needs(&REASON));
    }
    Ok(struck(view, at, reason))
}

/// With the end of a sheet goes the sheet as a whole.
pub fn struck(view: &View<'_>, at: usize, reason: Option<String>) -> Fact {
    let of = view.state.sheet(at).chain([at]).map(|at| view.state.at(at).id.clone());
    Fact::StruckOut { of: of.collect(), reason }
}

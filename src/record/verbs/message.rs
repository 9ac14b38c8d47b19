//! A player took an inject of the exercise in: it was read, or heard where it is spoken.

use crate::case::{CaseState, EntryKind, Fact};
use crate::journal::EntryId;
use crate::judge::View;
use crate::record::ask::{Asked, Preface};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

static NOT_AN_INJECT: Reason =
    Reason::new("not-an-inject", "{0} is no inject of an exercise.", "The log names the entry by which each went out.");
static TAKEN_BACK: Reason = Reason::new(
    "inject-taken-back",
    "{0} was taken back by the facilitator.",
    "It counts no more, and nothing has to be recorded of it.",
);
static TAKEN: Reason =
    Reason::new("inject-taken", "{0} was taken in already, by {1}.", "Nothing more has to be recorded of it.");

pub static VERB: Verb = Verb {
    word: "taken",
    title: "Inject",
    help: "Say that an inject of the exercise was taken in: read, or heard where it is spoken.",
    on: Target {
        kind: TargetKind::Entry,
        value: "ENTRY",
        help: "The entry by which it went out, as the log names it.",
    },
    fields: &[],
    around: common::AROUND,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::MessageTaken],
    beside: Beside::Stands,
    offers,
    ask: |view, on, _| ask(view, at(on)),
    decide: |view, on, _| Ok(Fact::MessageTaken { entry: view.state.at(at(on)).id.clone() }),
};

fn at(on: &On) -> usize {
    let On::Entry(at) = on else { unreachable!("a verb of entries is on an entry that was found") };
    *at
}

fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    let at = at(on);
    let known = view.state.release_of(&view.state.at(at).id);
    if !view.state.releases().any(|release| view.state.at(release).id == *known) {
        return Err(NOT_AN_INJECT.about(Named::Entry(at)));
    }
    if !view.state.counts(at) {
        return Err(TAKEN_BACK.about(Named::Entry(at)));
    }
    let own = view.head.map(|head| &head.session);
    let mut taken = view.state.taken(&view.state.at(at).id);
    match taken.find(|taken| own == Some(&view.state.at(*taken).id.session)) {
        Some(taken) => Err(TAKEN.about(Named::Entry(at)).and(Named::EntryName(taken))),
        None => Ok(()),
    }
}

fn ask(view: &View<'_>, at: usize) -> Asked {
    Asked { button: "Taken in", ..Asked::titled(format!("Inject, {}", view.state.name(at))) }
        .above([Preface::Entry(at)])
}

/// What takes an inject in that went out by the entry at this place of the log.
pub fn of(view: &View<'_>, at: usize) -> Draft {
    Draft::new(&VERB, view.state.name(at))
}

/// Who took in what: each entry that says so, and the one by which the inject went out.
pub fn taken(state: &CaseState) -> impl Iterator<Item = (&EntryId, &EntryId)> {
    state.drill().iter().map(|at| state.at(*at)).filter_map(|recorded| match &recorded.fact {
        Fact::MessageTaken { entry } => Some((&recorded.id, entry)),
        _ => None,
    })
}

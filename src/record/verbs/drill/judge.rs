//! A person judges an expectation, or rates an objective by what was observed of it.

use super::led::{CASE, control, id};
use crate::base::ItemId;
use crate::base::written::Word;
use crate::case::{EntryKind, Fact, Verdict};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::draft::{Draft, missing};
use crate::record::field::{Field, FieldKind};
use crate::record::find;
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static OF: Field = Field::new(FieldKind::Line, "of", "Of")
    .ordered()
    .help("ID", "The expectation or the objective.")
    .noun("What is judged");
pub static VERDICT: Field = Field::new(FieldKind::Pick, "verdict", "Verdict")
    .ordered()
    .help("VERDICT", "Of an expectation met, partly, missed or na; of an objective P, S, M or U.");
pub static OBSERVATIONS: Field = Field::new(FieldKind::Words, "observations", "Rests on")
    .hint("The names of notes, one a line; empty takes all that are bound to it.")
    .help("ENTRY", "The notes that it rests on, one a line.");
pub static BECAUSE: Field = Field::new(FieldKind::Line, "because", "Why").help("TEXT", "Why.").noun("The reason");

static NO_VERDICT: Reason = Reason::new("no-such-verdict", "Nothing is judged as \"{0}\".", "It is one of {list}.");
static NOT_OBSERVED: Reason = Reason::new(
    "not-observed",
    "Nothing was noted of the objective {0}, so it cannot be rated.",
    "Note what was seen of it first; judged expectations are not enough.",
);
static NO_NOTE: Reason =
    Reason::new("no-such-note", "{0} is no note of what was seen.", "Name notes that are bound to the objective.");

pub static VERB: Verb = Verb {
    word: "judge",
    title: "Judge",
    help: "Judge an expectation, or rate an objective.",
    on: CASE,
    fields: &[&OF, &VERDICT, &OBSERVATIONS, &BECAUSE],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Judged],
    beside: Beside::Stands,
    offers: |view, _| control(view),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let choices = Verdict::ALL.map(|one| Choice::new(one.word(), one.label()));
    Asked::titled("Judge")
        .ask(Ask::of(&OF))
        .ask(Ask::of(&VERDICT).choices(choices))
        .ask(Ask::of(&BECAUSE))
        .ask(Ask::of(&OBSERVATIONS))
}

/// Whether it rates an objective rather than judging an expectation.
pub fn rates(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Performed | Verdict::Some | Verdict::Major | Verdict::Unable)
}

/// The places of the notes that count and are bound to an objective.
pub fn observed<'a>(view: &'a View<'a>, objective: &'a ItemId) -> impl Iterator<Item = usize> + 'a {
    let bound = move |at: &usize| matches!(&view.state.at(*at).fact, Fact::Observed { objective: Some(of), .. } if of == objective);
    (0..view.state.log.len()).filter(|at| view.state.counts(*at)).filter(bound)
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    control(view)?;
    let of = id(draft, &OF)?.ok_or_else(|| missing(&OF, OF.noun))?;
    let typed = draft.words(&VERDICT)?;
    let known = || Verdict::ALL.map(|one| Named::from(one.word()));
    let verdict =
        Verdict::of_word(&typed).ok_or_else(|| NO_VERDICT.about(quoted(&typed)).list(known()).needs(&VERDICT))?;
    let mut notes = Vec::new();
    for name in draft.line(&OBSERVATIONS)?.unwrap_or_default().split([',', '\n', ' ']).filter(|name| !name.is_empty()) {
        let at = find::entry(view, name).map_err(|why| why.needs(&OBSERVATIONS))?;
        if !matches!(view.state.at(at).fact, Fact::Observed { .. }) || !view.state.counts(at) {
            return Err(NO_NOTE.about(Named::Entry(at)).needs(&OBSERVATIONS));
        }
        notes.push(at);
    }
    if rates(verdict) {
        let bound: Vec<_> = observed(view, &of).collect();
        if notes.is_empty() {
            notes.clone_from(&bound);
        }
        if !notes.iter().any(|at| bound.contains(at)) {
            return Err(NOT_OBSERVED.about(of.as_str()));
        }
    }
    let observations = notes.iter().map(|at| view.state.at(*at).id.clone()).collect();
    Ok(Fact::Judged { of, verdict, observations, because: draft.line(&BECAUSE)? })
}

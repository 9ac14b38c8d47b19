//! An element of a test as it is said everywhere: a sign, yes or no, its title, and the clause.

use super::document::{Link, Row};
use super::line::{Line, Tone};
use super::state::State;
use crate::base::ClauseId;
use crate::base::ids::cited;
use crate::base::text::width;
use crate::judge::View;
use crate::judge::truth::rules::{ArmStatus, RuleStatus};
use crate::judge::types::rule::Group;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::model::Clause;
use crate::playbook::rule::{Arm, Rule};

/// The widest place of a clause that stands whole beside a title; of longer ones the identifier stands there.
const PLACE: usize = 20;

/// Sign and word of a verdict: `yes`, `no`, `?` where it was asked and is not known, nothing where nobody was asked yet.
pub fn said(view: &View<'_>, verdict: &Verdict) -> (State, &'static str) {
    match verdict.value {
        Some(true) => (State::Done, "yes"),
        Some(false) => (State::Off, "no"),
        None if verdict.missing.iter().any(|subject| was_asked(view, subject)) => (State::LookAgain, "?"),
        None => (State::ToDo, ""),
    }
}

fn was_asked(view: &View<'_>, subject: &Subject) -> bool {
    matches!(subject, Subject::Answer(id) if view.counting().answers(id.as_str()).is_some())
}

/// The row of an element. It leads to what it asks, or to what decided it.
pub fn row(view: &View<'_>, title: impl Into<String>, verdict: &Verdict) -> Row {
    let (state, word) = said(view, verdict);
    let what = Line::of(Tone::Text, format!("{word:<5}")).and(Tone::Text, title);
    Row { state: Some(state), what, ..Row::default() }.to(leads_to(view, verdict))
}

/// The first thing that a verdict still needs, else the first that decided it.
pub fn leads_to(view: &View<'_>, verdict: &Verdict) -> Option<Link> {
    let mut subjects = verdict.missing.iter().chain(verdict.decided_by());
    subjects.find_map(|subject| view.playbook.position(subject.id().as_str())).map(Link::Item)
}

/// Where the policy says it: the places of the clauses while they are short, else their identifiers.
pub fn places(view: &View<'_>, cite: &[ClauseId]) -> String {
    let of = |id: &ClauseId| view.playbook.clause(id.as_str()).map(Clause::passage);
    let short = |place: &&str| width(place) <= PLACE;
    let places: Option<Vec<&str>> = cite.iter().map(|id| of(id).filter(short)).collect();
    match places.as_deref() {
        Some(places) => places.join(", "),
        None => cited(cite),
    }
}

/// The places at the right edge of a row.
pub fn cites(view: &View<'_>, cite: &[ClauseId]) -> Line {
    Line::quiet(places(view, cite))
}

/// An element of a rule beside how it stands.
pub fn arm<'r>(rule: &'r Rule, status: &ArmStatus) -> Option<&'r Arm> {
    let group = match status.group {
        Group::Any => &rule.any,
        Group::All => &rule.all,
        Group::Unless => &rule.unless,
    };
    group.get(status.index)
}

/// The elements of a rule in the order in which they are read: those that are all needed, those of which one is enough, the exceptions.
pub fn arms<'r>(rule: &'r Rule, status: &'r RuleStatus) -> impl Iterator<Item = (&'r Arm, &'r ArmStatus)> {
    let of = move |group: Group| status.arms.iter().filter(move |arm| arm.group == group);
    [Group::All, Group::Any, Group::Unless].into_iter().flat_map(of).filter_map(|own| Some((arm(rule, own)?, own)))
}

/// A small number in words.
pub fn few(n: usize) -> String {
    const WORDS: [&str; 13] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

//! What can be recorded at all: from nothing, adding whatever can have its step, its `when` and its `after` with what is in already,
//! all answers free. The rest waits for itself in a circle, or for what never comes.

use super::cycles::{self, Waits};
use super::needs::{Need, Needs, ids, needs, reached};
use super::reach::Tried;
use crate::base::ItemId;
use crate::playbook::condition::{Comparison, Condition, Expr};
use crate::playbook::item::{Body, Item};
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Most pairs that one message names.
const MOST_NAMED: usize = 8;

/// Reports items that wait for each other by what `when` and steps ask: with them nothing of the circle ever comes up.
pub(super) fn circles(playbook: &Playbook, places: &Places, problems: &mut Problems) -> bool {
    let needs = needs(playbook, false);
    cycles::report(&unmet(&needs), |circle| problems.add(cycles::waiting(circle, places)))
}

/// Reports, beyond those, circles through `after`, and items that nothing lets be recorded. Gives the places of conditions whose
/// items were named, of which nothing else has to be said.
pub(super) fn check(
    playbook: &Playbook,
    places: &Places,
    tried: &mut Tried,
    problems: &mut Problems,
) -> BTreeSet<Span> {
    let needs = needs(playbook, true);
    let circles = cycles::report(&unmet(&needs), |circle| problems.add(after_cycle(circle, playbook, places)));
    if circles { BTreeSet::new() } else { never(playbook, places, tried, problems) }
}

/// What each thing that is never reached waits for.
fn unmet<'p>(needs: &Needs<'p>) -> Waits<'p> {
    let reached = reached(needs);
    let mut waits = Waits::new();
    for (id, needs) in needs.iter().filter(|(id, _)| !reached.contains(*id)) {
        waits.insert(id, needs.iter().flat_map(Need::ids).filter(|id| !reached.contains(id)).collect());
    }
    waits
}

fn after_cycle(circle: &[&str], playbook: &Playbook, places: &Places) -> Problem {
    let follows = circle.iter().cycle().skip(1);
    let pairs: Vec<String> =
        circle.iter().zip(follows).map(|(id, next)| format!("`{id}` waits for `{next}`")).collect();
    let more = if pairs.len() > MOST_NAMED { ", and so on" } else { "" };
    let message = format!("{}{more}.", pairs[..pairs.len().min(MOST_NAMED)].join(", "));
    let asks = |id: &&&str| playbook.item(id).is_some_and(|item| item.body.after().is_some());
    let owner = circle.iter().find(asks).or(circle.first()).copied().unwrap_or_default();
    Problem::new(Code::AfterCycle, places.guarded(owner, "after"), message)
}

/// Conditions that have to hold for an item to be recorded.
fn guards<'p>(item: &'p Item, playbook: &'p Playbook) -> Vec<(&'static str, &'p Condition)> {
    let step = playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
    let after = item.body.after().map(|after| &after.condition);
    let guards = [("step", step), ("when", item.when.as_ref()), ("after", after)];
    guards.into_iter().filter_map(|(key, condition)| Some((key, condition?))).collect()
}

fn never(playbook: &Playbook, places: &Places, tried: &mut Tried, problems: &mut Problems) -> BTreeSet<Span> {
    let mut named = BTreeSet::new();
    let mut dead: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = Vec::new();
    let mut steps = BTreeSet::new();
    for item in playbook.items.iter().filter(|item| !matches!(item.body, Body::Prohibition(_))) {
        let guards = guards(item, playbook);
        let joined = guards.iter().map(|(_, condition)| condition.root.clone());
        let joined = joined.reduce(|one, other| Expr::And(Box::new(one), Box::new(other)));
        if !joined.is_some_and(|joined| tried.never(&joined, playbook)) {
            continue;
        }
        dead.insert(item.id.as_str());
        open.push(item.id.as_str());
        let alone = guards.iter().find(|(_, condition)| tried.never(&condition.root, playbook)).map(|(key, _)| *key);
        let step = alone.filter(|key| *key == "step").and_then(|_| playbook.phases.get(item.phase));
        let (span, message) = match step {
            Some(step) if !steps.insert(step.id.as_str()) => continue,
            Some(step) => {
                let message = format!("Nothing in the step `{}` can ever be recorded: it never comes.", step.id);
                (places.guarded(&format!("phase {}", step.id), "when"), message)
            }
            None => {
                let key = alone.or(guards.last().map(|(key, _)| *key)).unwrap_or("when");
                let why = if alone.is_some() { "this never holds" } else { "its conditions never hold together" };
                (places.guarded(item.id.as_str(), key), format!("`{}` can never be recorded: {why}.", item.id))
            }
        };
        named.insert(span);
        problems.add(Problem::new(Code::NeverRecordable, span, message));
    }
    if open.is_empty() {
        return named;
    }
    let needs = needs(playbook, true);
    let mut hangs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, need) in needs.iter().flat_map(|(id, needs)| needs.iter().map(move |need| (*id, need))) {
        for needed in need.ids() {
            hangs.entry(needed).or_default().insert(id);
        }
    }
    while let Some(cause) = open.pop() {
        for id in hangs.get(cause).into_iter().flatten().copied() {
            if dead.contains(id) || needs.get(id).is_some_and(|needs| needs.iter().all(|need| can(need, &dead))) {
                continue;
            }
            dead.insert(id);
            open.push(id);
            if let Some(item) = playbook.item(id) {
                let key = guards(item, playbook).into_iter().rfind(|(_, guard)| ids(&guard.root).contains(&cause));
                let span = places.guarded(id, key.map_or("when", |(key, _)| key));
                named.insert(span);
                let message = format!("`{id}` can never be recorded: it hangs on `{cause}`, which never can.");
                problems.add(Problem::new(Code::NeverRecordable, span, message));
            }
        }
    }
    named
}

/// Whether something that is needed can come to be so, while what is `dead` never is.
fn can(need: &Need<'_>, dead: &BTreeSet<&str>) -> bool {
    match need {
        Need::One(expr) => may(expr, true, dead),
        Need::Any(all) => all.iter().any(|expr| may(expr, true, dead)),
        Need::Not(expr) => may(expr, false, dead),
        Need::Rows(source) | Need::Start(source) => !dead.contains(source.as_str()),
    }
}

/// Whether a condition can come to be true, or false: answers are free, and what never arises is not so.
fn may(expr: &Expr, wanted: bool, dead: &BTreeSet<&str>) -> bool {
    let atom = |id: &ItemId, not_so: bool| !dead.contains(id.as_str()) || not_so == wanted;
    match expr {
        Expr::Constant(value) => *value == wanted,
        Expr::Not(inner) => may(inner, !wanted, dead),
        Expr::Possible(inner) => !wanted || may(inner, true, dead),
        Expr::And(left, right) if wanted => may(left, true, dead) && may(right, true, dead),
        Expr::Or(left, right) if wanted => may(left, true, dead) || may(right, true, dead),
        Expr::And(left, right) => may(left, false, dead) || may(right, false, dead),
        Expr::Or(left, right) => may(left, false, dead) && may(right, false, dead),
        Expr::Has(id) => atom(id, false),
        Expr::HasOfRow(of) => atom(of.id(), false),
        Expr::EachRow(each) => atom(&each.list, false),
        Expr::Holds(subject) | Expr::AnyOf(subject, _) => atom(subject.id(), false),
        Expr::Compare(subject, sign, _) => atom(subject.id(), *sign == Comparison::NotEqual),
        Expr::Against(left, sign, right) => {
            [left, right].iter().all(|one| atom(one.id(), *sign == Comparison::NotEqual))
        }
    }
}

//! Items whose conditions ask about one another so that, with some answers, nobody knows whether one of them applies: it does not
//! apply because another one does, and would if it did not.
//!
//! Answers are tried at random, the same on every run. Each circle is worked out as a case is: all may apply, what is out stays out,
//! each question without its own answer; then what is out must be out as the others stand. What a circle asks about outside of it is
//! worked out first, so that answers and rules belong together; scales, lists and rows say anything. A circle in which those stand
//! themselves is left alone.

use super::reach::{Value, Variable, vary};
use super::worked_out::{Chosen, Known, Out, member};
use crate::base::ItemId;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::order::{Circle, Node, Part};
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};

/// How often answers are tried for one circle.
const TRIED: usize = 300;
/// How many conditions are looked at for a playbook, so that a hostile one costs no time.
const MOST_LOOKED_AT: usize = 150_000;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let mut left = MOST_LOOKED_AT;
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for part in playbook.order().parts() {
        let Part::Circle(circle) = part else { continue };
        if left == 0 {
            break;
        }
        let order = playbook.order();
        let plain = |node: &usize| matches!(order.node(*node), Node::Lane(_) | Node::Rule(_));
        if circle.has_list || circle.members.len() < 2 || !circle.between.iter().all(plain) {
            continue;
        }
        let Some(found) = unsettled(circle, playbook, &mut chance, &mut left) else { continue };
        let id = member(found, playbook);
        let others: Vec<String> = circle
            .members
            .iter()
            .filter(|other| **other != found)
            .take(MOST_NAMED)
            .map(|other| format!("`{}`", member(*other, playbook)))
            .collect();
        let more = if circle.members.len() > MOST_NAMED + 1 { " and more" } else { "" };
        let message = format!(
            "With some answers nobody knows whether `{id}` applies: its conditions go in a circle with {}{more}.",
            others.join(", ")
        );
        problems.add(Problem::new(Code::CircleUnsettled, places.guarded(id.as_str(), "when"), message));
    }
}

/// Most others of a circle that one message names.
const MOST_NAMED: usize = 5;

/// A member of a circle that is out and would be in, with some answers.
fn unsettled(circle: &Circle, playbook: &Playbook, chance: &mut Chance, left: &mut usize) -> Option<usize> {
    let before = before(circle, playbook, left)?;
    let nodes = || before.iter().chain(&circle.members).chain(&circle.between);
    let mut domains = BTreeMap::new();
    for condition in nodes().flat_map(|node| conditions(*node, playbook)) {
        vary(&condition.root, playbook, &mut domains);
    }
    let ids: BTreeSet<ItemId> =
        nodes().flat_map(|node| conditions(*node, playbook)).flat_map(|one| one.root.subjects()).map(named).collect();
    for _ in 0..TRIED {
        let chosen = chance.choose(&domains, &ids);
        let mut known = Known::new(playbook, chosen);
        spend(before.len(), left)?;
        known.work_out(before.iter().copied());
        if let Some(found) = settle(circle, &mut known, left)? {
            return Some(found);
        }
    }
    None
}

fn named(subject: Subject) -> ItemId {
    subject.id().clone()
}

/// One beginning: the first that is out although it would be in; `None` where it took too much.
#[expect(clippy::option_option, reason = "none is a limit that was reached, not an answer")]
fn settle(circle: &Circle, known: &mut Known<'_, '_>, left: &mut usize) -> Option<Option<usize>> {
    known.out_of(&circle.members, Out::May);
    let mut within: BTreeSet<usize> = circle.members.iter().copied().collect();
    loop {
        spend(circle.size, left)?;
        known.work_out(circle.between.iter().copied());
        let mut put_out = Vec::new();
        for member in &within {
            if judge(*member, circle, known, left)? == Some(false) {
                put_out.push(*member);
            }
        }
        if put_out.is_empty() {
            break;
        }
        for member in &put_out {
            within.remove(member);
        }
        known.out_of(&put_out, Out::Not);
    }
    for member in circle.members.iter().filter(|member| !within.contains(member)) {
        if judge(*member, circle, known, left)? != Some(false) {
            return Some(Some(*member));
        }
    }
    Some(None)
}

/// Whether a member applies as the others stand; a question without its own answer.
#[expect(clippy::option_option, reason = "none is a limit that was reached, not an answer")]
fn judge(member: usize, circle: &Circle, known: &mut Known<'_, '_>, left: &mut usize) -> Option<Option<bool>> {
    let playbook = known.playbook;
    let answered = match playbook.order().node(member) {
        Node::Item(at) if matches!(playbook.items[at].body, Body::Question(_)) => {
            Some(&playbook.items[at].id).filter(|id| known.hide(id))
        }
        _ => None,
    };
    if answered.is_none() {
        return Some(known.applies(member));
    }
    spend(2 * circle.size, left)?;
    known.work_out(circle.between.iter().copied());
    let applies = known.applies(member);
    known.show();
    known.work_out(circle.between.iter().copied());
    Some(applies)
}

/// Counts what is looked at; once it is too much, nothing is left.
fn spend(looked_at: usize, left: &mut usize) -> Option<()> {
    let rest = left.checked_sub(looked_at);
    *left = rest.unwrap_or_default();
    rest.map(|_| ())
}

/// All that a circle asks about outside of it, however indirectly, each after what it asks about.
fn before(circle: &Circle, playbook: &Playbook, left: &mut usize) -> Option<Vec<usize>> {
    let order = playbook.order();
    let inside: BTreeSet<usize> = circle.members.iter().chain(&circle.between).copied().collect();
    let mut found = BTreeSet::new();
    let mut open: Vec<usize> = inside.iter().copied().collect();
    while let Some(node) = open.pop() {
        spend(1 + order.asks(node).len(), left)?;
        let asked = order.asks(node).iter().copied();
        open.extend(asked.filter(|asked| !inside.contains(asked) && found.insert(*asked)));
    }
    let mut found: Vec<usize> = found.into_iter().collect();
    found.sort_by_key(|node| order.part_of(*node));
    Some(found)
}

fn conditions(node: usize, playbook: &Playbook) -> Vec<&Condition> {
    match playbook.order().node(node) {
        Node::Lane(at) => playbook.phases[at].when.iter().collect(),
        Node::Item(at) => playbook.items[at].when.iter().collect(),
        Node::Silence(at) => playbook.silences[at].when.iter().collect(),
        Node::Rule(at) => playbook.rules[at].conditions().collect(),
        Node::Scale(_) | Node::Clock(_) => Vec::new(),
    }
}

/// A sequence that looks random and is the same on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high % limit.max(1)
    }

    /// A value for all that can vary; one in four things has no record.
    fn choose<'d>(&mut self, domains: &'d BTreeMap<Variable, Vec<Value>>, ids: &BTreeSet<ItemId>) -> Chosen<'d> {
        let values = domains.iter().filter(|(_, values)| !values.is_empty());
        let values = values.map(|(variable, values)| (variable, &values[self.below(values.len())])).collect();
        let unknown = ids.iter().filter(|_| self.below(4) == 0).cloned().collect();
        Chosen { values, unknown }
    }
}

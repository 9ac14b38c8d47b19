//! What conditions come to with answers that were chosen: yes, no, or not known, and whether only because something does not arise.

use super::reach::{Value, Variable, holds};
use crate::base::ItemId;
use crate::playbook::condition::{Comparison, Condition, Expr, Subject};
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::order::Node;
use crate::playbook::rule::{Arm, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Answers for all that can vary, and what has no record.
pub(super) struct Chosen<'d> {
    pub values: BTreeMap<&'d Variable, &'d Value>,
    pub unknown: BTreeSet<ItemId>,
}

/// Whether something is known not to apply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Out {
    May,
    Not,
}

/// What is known with the answers chosen, node by node.
pub(super) struct Known<'p, 'd> {
    pub playbook: &'p Playbook,
    chosen: Chosen<'d>,
    /// Steps and rules by number.
    came_to: BTreeMap<usize, Came>,
    /// Items and silences that do not apply.
    out: BTreeSet<ItemId>,
    /// The question whose answer is looked away from: not even whether it has one is known.
    hidden: Option<ItemId>,
}

/// What a condition comes to.
#[derive(Clone, Copy, Default)]
struct Came {
    value: Option<bool>,
    /// Whether a record decided it, and whether something that does not arise did.
    record: bool,
    not_so: bool,
}

/// An item or silence of a circle.
pub(super) fn member(number: usize, playbook: &Playbook) -> &ItemId {
    match playbook.order().node(number) {
        Node::Silence(at) => &playbook.silences[at].id,
        Node::Item(at) => &playbook.items[at].id,
        Node::Lane(at) => &playbook.phases[at].id,
        Node::Rule(at) => &playbook.rules[at].id,
        Node::Scale(at) => &playbook.scales[at].id,
        Node::Clock(at) => &playbook.clocks[at].id,
    }
}

impl<'p, 'd> Known<'p, 'd> {
    pub fn new(playbook: &'p Playbook, chosen: Chosen<'d>) -> Self {
        Self { playbook, chosen, came_to: BTreeMap::new(), out: BTreeSet::new(), hidden: None }
    }

    /// Works nodes out in this order, on what is known.
    pub fn work_out(&mut self, nodes: impl Iterator<Item = usize>) {
        for node in nodes {
            match self.playbook.order().node(node) {
                Node::Lane(at) => {
                    let came = self.of(self.playbook.phases[at].when.as_ref());
                    self.came_to.insert(node, came);
                }
                Node::Rule(at) => {
                    let came = self.rule(&self.playbook.rules[at]);
                    self.came_to.insert(node, came);
                }
                Node::Item(_) | Node::Silence(_) if self.applies(node) == Some(false) => {
                    self.out.insert(member(node, self.playbook).clone());
                }
                _ => {}
            }
        }
    }

    pub fn out_of(&mut self, members: &[usize], out: Out) {
        for id in members.iter().map(|number| member(*number, self.playbook)) {
            match out {
                Out::May => _ = self.out.remove(id),
                Out::Not => _ = self.out.insert(id.clone()),
            }
        }
    }

    /// Looks away from an answer; whether there is one.
    pub fn hide(&mut self, id: &ItemId) -> bool {
        let answered = !self.chosen.unknown.contains(id);
        self.hidden = answered.then(|| id.clone());
        answered
    }

    pub fn show(&mut self) {
        self.hidden = None;
    }

    /// Whether an item or silence applies.
    pub fn applies(&self, number: usize) -> Option<bool> {
        let playbook = self.playbook;
        match playbook.order().node(number) {
            Node::Item(at) => {
                let lane = playbook.order().number(Node::Lane(playbook.items[at].phase));
                let lane = self.came_to.get(&lane).copied().unwrap_or_default();
                lane.and(self.of(playbook.items[at].when.as_ref())).value
            }
            Node::Silence(at) => self.of(playbook.silences[at].when.as_ref()).value,
            _ => None,
        }
    }

    fn of(&self, when: Option<&Condition>) -> Came {
        when.map_or(Came::constant(true), |when| self.expr(&when.root))
    }

    /// Whether a rule is met; one that relieves or states something is not, where no record speaks for it.
    fn rule(&self, rule: &Rule) -> Came {
        let applies = self.of(rule.when.as_ref());
        let all = rule.all.iter().map(|arm| self.expr(&arm.condition.root)).reduce(Came::and);
        let or = |arms: &[Arm]| arms.iter().map(|arm| self.expr(&arm.condition.root)).reduce(Came::or);
        let parts = [all, or(&rule.any), or(&rule.unless).map(Came::negated)];
        let test = parts.into_iter().flatten().fold(Came::constant(true), Came::and);
        let eliminated = test.not_so && !test.record;
        let not_so = Came { value: Some(false), record: false, not_so: true };
        match (applies.value, test.value) {
            (Some(false), _) => not_so,
            (None, _) | (_, None) => Came::default(),
            (_, Some(false)) if eliminated => not_so,
            (_, Some(true)) if eliminated && rule.effect.needs_record() => not_so,
            (_, value) => Came { value, record: true, not_so: false },
        }
    }

    fn expr(&self, expr: &Expr) -> Came {
        match expr {
            Expr::Constant(value) => Came::constant(*value),
            Expr::Not(inner) => self.expr(inner).negated(),
            Expr::And(left, right) => self.expr(left).and(self.expr(right)),
            Expr::Or(left, right) => self.expr(left).or(self.expr(right)),
            Expr::Possible(inner) => {
                let inner = self.expr(inner);
                let decided = inner.value.is_some();
                Came { value: Some(inner.value != Some(false)), record: inner.record || !decided, not_so: inner.not_so }
            }
            Expr::Has(id) if self.hidden.as_ref() == Some(id) => Came::default(),
            Expr::Has(id) if self.out.contains(id) => Came::not_so(false),
            Expr::Has(id) => Came::record(!self.chosen.unknown.contains(id)),
            Expr::Holds(Subject::Rule(id)) => {
                let number = self.playbook.rule_position(id.as_str());
                let number = number.map(|at| self.playbook.order().number(Node::Rule(at)));
                number.and_then(|number| self.came_to.get(&number)).copied().unwrap_or_default()
            }
            Expr::Holds(subject) | Expr::AnyOf(subject, _) => self.atom(expr, subject, false),
            Expr::Compare(subject, sign, _) => self.atom(expr, subject, *sign == Comparison::NotEqual),
            Expr::Against(left, ..) => self.atom(expr, left, false),
            Expr::HasOfRow(_) | Expr::EachRow(_) => Came::record(holds(expr, &self.chosen.values)),
        }
    }

    /// What is said of something; `not_so` is what that comes to where it does not arise.
    fn atom(&self, expr: &Expr, subject: &Subject, not_so: bool) -> Came {
        let id = subject.id();
        if self.hidden.as_ref() == Some(id) {
            return Came::default();
        }
        let recorded = !self.chosen.unknown.contains(id);
        let is_question = self.playbook.item(id.as_str()).is_some_and(|item| matches!(item.body, Body::Question(_)));
        if self.out.contains(id) && (is_question || !recorded) {
            return Came::not_so(not_so);
        }
        if recorded { Came::record(holds(expr, &self.chosen.values)) } else { Came::default() }
    }
}

impl Came {
    fn constant(value: bool) -> Self {
        Self { value: Some(value), record: false, not_so: false }
    }

    fn record(value: bool) -> Self {
        Self { value: Some(value), record: true, not_so: false }
    }

    fn not_so(value: bool) -> Self {
        Self { value: Some(value), record: false, not_so: true }
    }

    fn negated(self) -> Self {
        Self { value: self.value.map(|value| !value), ..self }
    }

    fn and(self, other: Self) -> Self {
        self.joined(other, false)
    }

    fn or(self, other: Self) -> Self {
        self.joined(other, true)
    }

    /// `decisive` is the value that decides alone. What decided is what shares the value.
    fn joined(self, other: Self, decisive: bool) -> Self {
        let value = match (self.value, other.value) {
            (Some(one), _) | (_, Some(one)) if one == decisive => Some(decisive),
            (Some(_), Some(_)) => Some(!decisive),
            _ => None,
        };
        let sides = [self, other].into_iter().filter(|side| value.is_some() && side.value == value);
        sides.fold(Self { value, ..Self::default() }, |sum, side| Self {
            value,
            record: sum.record || side.record,
            not_so: sum.not_so || side.not_so,
        })
    }
}

//! Which items apply, in the order in which the playbook is judged; and what is not so because it does not arise.
//!
//! | what is asked about | no record | "not known yet", not all seats | recorded |
//! |---|---|---|---|
//! | it applies, or nobody knows whether | unknown | unknown | what it says |
//! | it does not apply, a question | not so | not so | not so; its answers are history |
//! | it does not apply, something done or decided | not so | not so | what it says, for it happened |
//!
//! Nothing here goes deep: before something is judged, everything that it asks about is, part by part in the order that the
//! playbook knows since it was loaded. What asks about itself in a circle is settled by `circle.rs`.

use super::circle;
use crate::judge::truth::clocks::{self, Moments};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row;
use crate::judge::truth::rules::{self, RuleStatus};
use crate::judge::truth::scales::{self, ScaleStatus};
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::order::{Node, Part};
use crate::playbook::reference::Clock;
use crate::playbook::rule::Effect;
use crate::playbook::{Body, Item};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What one node came to.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Judged {
    /// Whether a lane, an item or a silence applies.
    Applies(Verdict),
    Rule(RuleStatus),
    Scale(ScaleStatus),
    Clock(Moments),
}

/// What was judged so far, by the number of the node.
#[derive(Default)]
pub(in crate::judge) struct Judgements {
    known: RefCell<Pages>,
    /// The part that is being judged: what is asked within it is as it stands.
    judging: Cell<Option<usize>>,
    /// The question that is being judged without its own answer.
    hidden: Cell<Option<usize>>,
}

/// A page each of so many nodes, made when the first of them is judged: of a large playbook a single record asks about few.
#[derive(Default)]
struct Pages(Vec<Option<Box<Page>>>);

type Page = [Option<Rc<Judged>>; PAGE];

const PAGE: usize = 64;

impl Pages {
    fn get(&self, number: usize) -> Option<&Rc<Judged>> {
        self.0.get(number / PAGE)?.as_ref()?[number % PAGE].as_ref()
    }

    fn put(&mut self, number: usize, judged: Option<Rc<Judged>>) {
        let page = number / PAGE;
        if self.0.len() <= page {
            self.0.resize_with(page + 1, || None);
        }
        self.0[page].get_or_insert_with(|| Box::new([const { None }; PAGE]))[number % PAGE] = judged;
    }
}

impl Knowledge<'_> {
    /// Whether an item applies: its step and its own condition, not yet its rows.
    pub fn applies(&self, at: usize) -> Verdict {
        self.verdict_on(Node::Item(at))
    }

    /// Whether a step is walked.
    pub fn lane(&self, at: usize) -> Verdict {
        self.verdict_on(Node::Lane(at))
    }

    /// Whether a silence matters.
    pub fn silence_applies(&self, at: usize) -> Verdict {
        self.verdict_on(Node::Silence(at))
    }

    /// Whether it is known that an item does not apply.
    pub fn is_out(&self, id: &str) -> bool {
        let at = self.playbook.position(id);
        at.is_some_and(|at| self.is_out_at(self.playbook.order().number(Node::Item(at))))
    }

    /// How a rule stands.
    pub fn rule(&self, id: &str) -> Option<RuleStatus> {
        self.at_rule(id, RuleStatus::clone)
    }

    /// How a scale stands.
    pub fn scale(&self, id: &str) -> Option<ScaleStatus> {
        self.at_scale(id, ScaleStatus::clone)
    }

    /// When a clock starts, stops and runs out; `None` where that hangs on itself.
    pub fn clock(&self, clock: &Clock) -> Option<Moments> {
        let number = self.playbook.order().number(Node::Clock(self.playbook.clock_position(clock.id.as_str())?));
        match &*self.judged(number)? {
            Judged::Clock(moments) => Some(moments.clone()),
            _ => None,
        }
    }

    pub(super) fn at_rule<T>(&self, id: &str, of: impl FnOnce(&RuleStatus) -> T) -> Option<T> {
        let number = self.playbook.order().number(Node::Rule(self.playbook.rule_position(id)?));
        match &*self.judged(number)? {
            Judged::Rule(status) => Some(of(status)),
            _ => None,
        }
    }

    pub(super) fn at_scale<T>(&self, id: &str, of: impl FnOnce(&ScaleStatus) -> T) -> Option<T> {
        let number = self.playbook.order().number(Node::Scale(self.playbook.scale_position(id)?));
        match &*self.judged(number)? {
            Judged::Scale(status) => Some(of(status)),
            _ => None,
        }
    }

    /// Whether what a subject names, an item or a silence, is known not to apply.
    pub(super) fn does_not_arise(&self, subject: &Subject) -> bool {
        let id = subject.id().as_str();
        let node = match subject {
            Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_) | Subject::Late(_) => None,
            Subject::Silence(_) => self.playbook.silence_position(id).map(Node::Silence),
            _ => self.playbook.position(id).map(Node::Item),
        };
        node.is_some_and(|node| self.is_out_at(self.playbook.order().number(node)))
    }

    /// Why something that does not arise does not: the verdict by which an item or silence does not apply, or a rule or scale.
    pub fn why_not(&self, subject: &Subject) -> Option<Verdict> {
        let id = subject.id().as_str();
        match subject {
            Subject::Rule(_) => self.at_rule(id, |status| status.verdict.clone()),
            Subject::Scale(_) | Subject::Gap(_) => self.at_scale(id, |status| status.verdict.clone()),
            Subject::Silence(_) => self.playbook.silence_position(id).map(|at| self.silence_applies(at)),
            Subject::Late(_) => None,
            _ => self.playbook.position(id).map(|at| self.applies(at)),
        }
    }

    /// Whether a subject is the answer that must not decide whether its own question arises.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.judgements.hidden.get().is_some_and(|hidden| self.playbook.items[hidden].id.as_str() == id)
    }

    fn verdict_on(&self, node: Node) -> Verdict {
        match self.judged(self.playbook.order().number(node)).as_deref() {
            Some(Judged::Applies(verdict)) => verdict.clone(),
            _ => Verdict::default(),
        }
    }

    pub(super) fn is_out_at(&self, number: usize) -> bool {
        matches!(self.judged(number).as_deref(), Some(Judged::Applies(Verdict { value: Some(false), .. })))
    }

    /// What a node came to; `None` while it is being judged itself.
    fn judged(&self, number: usize) -> Option<Rc<Judged>> {
        let order = self.playbook.order();
        let found = || self.judgements.known.borrow().get(number).cloned();
        found().or_else(|| {
            if number >= order.len() || self.judgements.judging.get() == Some(order.part_of(number)) {
                return None;
            }
            self.judge_up_to(number);
            found()
        })
    }

    /// Judges all that a node asks about, however indirectly, and then the node.
    fn judge_up_to(&self, number: usize) {
        let order = self.playbook.order();
        let is_known = |number: usize| self.judgements.known.borrow().get(number).is_some();
        let mut wanted = BTreeSet::new();
        let mut open = vec![order.part_of(number)];
        while let Some(part) = open.pop() {
            if !wanted.insert(part) {
                continue;
            }
            let nodes = match &order.parts()[part] {
                Part::One(node) => std::slice::from_ref(node).iter().chain(&[]),
                Part::Circle(circle) => circle.members.iter().chain(&circle.between),
            };
            for asked in nodes.flat_map(|node| order.asks(*node)).filter(|asked| !is_known(**asked)) {
                open.push(order.part_of(*asked));
            }
        }
        let before = self.judgements.judging.get();
        for part in wanted {
            self.judgements.judging.set(Some(part));
            match &order.parts()[part] {
                Part::One(node) => self.keep(*node, self.judge(*node)),
                Part::Circle(circle) => circle::settle(circle, self),
            }
        }
        self.judgements.judging.set(before);
    }

    /// Works a node out on what is known of those that it asks about.
    pub(super) fn judge(&self, number: usize) -> Judged {
        let playbook = self.playbook;
        match playbook.order().node(number) {
            Node::Lane(at) => Judged::Applies(self.holds(playbook.phases[at].when.as_ref())),
            Node::Silence(at) => Judged::Applies(
                self.silence_ended(&playbook.silences[at])
                    .unwrap_or_else(|| self.holds(playbook.silences[at].when.as_ref())),
            ),
            Node::Item(at) => {
                let item = &playbook.items[at];
                // What is answered is not over with the case, also while one looks away from the answer.
                let over = || self.item_ended(item).filter(|_| !self.is_hidden(item.id.as_str()) && self.is_over(item));
                let applies = || self.lane(item.phase).and(per_row::applies(item, self));
                Judged::Applies(over().unwrap_or_else(applies))
            }
            Node::Rule(at) => {
                let rule = &playbook.rules[at];
                let ends = || self.ends_rule(rule.id.as_str()).filter(|_| rule.effect == Effect::Ends);
                Judged::Rule(ends().unwrap_or_else(|| rules::work_out(rule, self)))
            }
            Node::Scale(at) => Judged::Scale(scales::work_out(&playbook.scales[at], self)),
            Node::Clock(at) => Judged::Clock(clocks::work_out(&playbook.clocks[at], self)),
        }
    }

    /// Judges a question as if nobody had answered it. `anew` are the lanes, rules and scales through which it asks about itself.
    pub(super) fn judge_without_answer(&self, number: usize, at: usize, anew: &[usize]) -> Judged {
        let kept: Vec<_> = anew.iter().map(|one| self.judgements.known.borrow().get(*one).cloned()).collect();
        self.judgements.hidden.set(Some(at));
        for one in anew {
            self.keep(*one, self.judge(*one));
        }
        let judged = self.judge(number);
        self.judgements.hidden.set(None);
        for (one, kept) in anew.iter().zip(kept) {
            self.judgements.known.borrow_mut().put(*one, kept);
        }
        judged
    }

    pub(super) fn keep(&self, number: usize, judged: Judged) {
        self.judgements.known.borrow_mut().put(number, Some(Rc::new(judged)));
    }
}

/// What a condition calls an item, of whatever kind.
pub(super) fn subject(item: &Item) -> Subject {
    let id = item.id.clone();
    match item.body {
        Body::Task(_) | Body::Document(_) => Subject::Task(id),
        Body::Call(_) => Subject::Call(id),
        Body::Decision(_) => Subject::Decision(id),
        Body::Question(_) | Body::Register(_) | Body::Prohibition(_) => Subject::Answer(id),
    }
}

//! Rules that end a case: while one is met, what has no record and is not kept does not apply.
//!
//! Such a rule is judged once, before the end that it makes is applied: what met it is recorded, so it stays met. What is not known
//! ends nothing, and what is recorded counts on.

use crate::base::{ItemId, Stamp};
use crate::case::Fact;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::rules::RuleStatus;
use crate::judge::types::answer::Answer;
use crate::judge::types::rule::RuleState;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::reference::Silence;
use crate::playbook::{Body, Item, Playbook, Strength};
use std::collections::BTreeSet;

/// The case as it is judged without any end, and the end that follows.
pub(in crate::judge) struct Before<'a> {
    pub knowledge: Knowledge<'a>,
    ending: Option<Ending>,
    /// Items, steps, clocks and silences that go on, by their names.
    kept: BTreeSet<&'a ItemId>,
}

/// How a case ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ending {
    /// The rules that are met, by their places in the playbook; never empty.
    pub rules: Vec<usize>,
    /// Since when the first of them was met, as far as it is known.
    pub since: Option<Stamp>,
}

impl Ending {
    /// What the case ends as: `No breach`; the titles of several.
    pub fn title(&self, playbook: &Playbook) -> String {
        let titles = self.rules.iter().map(|at| playbook.rules[*at].title.trim_end_matches('.'));
        titles.collect::<Vec<_>>().join("; ")
    }
}

impl<'a> Before<'a> {
    /// Judges the rules that end the case; `knowledge` knows of no end.
    pub fn of(knowledge: Knowledge<'a>) -> Self {
        let playbook = knowledge.playbook;
        let met = |at: &usize| {
            let status = knowledge.rule(playbook.rules[*at].id.as_str());
            status.is_some_and(|status| status.state == RuleState::Met)
        };
        let rules: Vec<usize> = playbook.ends().iter().copied().filter(met).collect();
        let kept = rules.iter().flat_map(|at| &playbook.rules[*at].keeps).collect();
        let subject = |at: &usize| Subject::Rule(playbook.rules[*at].id.clone());
        let since = rules.iter().filter_map(|at| knowledge.deciding_entry(&subject(at))).map(|(_, at)| at).min();
        let ending = (!rules.is_empty()).then_some(Ending { rules, since });
        Self { knowledge, ending, kept }
    }
}

impl<'a> Knowledge<'a> {
    /// How the case ends; `None` while no rule that ends it is met.
    pub fn ending(&self) -> Option<&Ending> {
        self.before.as_ref()?.ending.as_ref()
    }

    /// The case judged as if it did not end, where it does.
    pub fn as_if_it_went_on(&self) -> Option<&Knowledge<'a>> {
        self.before.as_ref().filter(|before| before.ending.is_some()).map(|before| &before.knowledge)
    }

    /// A rule that ends the case, as it was judged without any end. One that waits only for what is over waits for nothing.
    pub(in crate::judge) fn ends_rule(&self, id: &str) -> Option<RuleStatus> {
        let mut status = self.before.as_ref()?.knowledge.rule(id)?;
        let over = |subject: &Subject| self.playbook.item(subject.id().as_str()).is_some_and(|item| self.is_over(item));
        if status.state == RuleState::Pending && status.verdict.missing.iter().all(over) {
            status.state = RuleState::NotApplicable;
        }
        Some(status)
    }

    /// "Does not apply, because the case ends here"; `None` where it does not end, or the name is kept.
    fn ended(&self, names: [Option<&ItemId>; 2]) -> Option<Verdict> {
        let before = self.before.as_ref()?;
        let first = *before.ending.as_ref()?.rules.first()?;
        let kept = names.into_iter().flatten().any(|name| before.kept.contains(name));
        let because = || vec![Subject::Rule(self.playbook.rules[first].id.clone()).into()];
        (!kept).then(|| Verdict { value: Some(false), because: because(), missing: Vec::new() })
    }

    /// The same for an item, whatever is recorded of it. What is beside the policy goes on.
    pub fn item_ended(&self, item: &Item) -> Option<Verdict> {
        let phase = self.playbook.phases.get(item.phase).map(|phase| &phase.id);
        (item.verb != Strength::Local).then(|| self.ended([Some(&item.id), phase])).flatten()
    }

    /// The same for a clock, and since when.
    pub fn clock_ended(&self, clock: &ItemId) -> Option<(Verdict, Option<Stamp>)> {
        Some((self.ended([Some(clock), None])?, self.ending()?.since))
    }

    /// The same for what the policy does not say, where people are asked to decide it. What is only shown stays in sight: it may
    /// be about the end itself.
    pub fn silence_ended(&self, silence: &Silence) -> Option<Verdict> {
        silence.ask.then(|| self.ended([Some(&silence.id), None])).flatten()
    }

    /// Whether an item is over with the case: not kept, and nothing is recorded of it that counts on.
    pub fn is_over(&self, item: &Item) -> bool {
        self.ending().is_some() && self.item_ended(item).is_some() && !self.is_settled(item)
    }

    /// Whether something is recorded that settles an item, or contradicts itself and is for people to settle.
    fn is_settled(&self, item: &Item) -> bool {
        let id = item.id.as_str();
        let ended = self.outcome(id).map(|at| &self.state.at(at).fact);
        let done = matches!(ended, Some(Fact::TaskDone { .. } | Fact::TaskRuledOut { .. }));
        // Row by row it is over where nothing is recorded.
        if item.body.for_each().is_some() {
            return done || self.state.about(id).is_some_and(|about| !about.entries().is_empty());
        }
        match &item.body {
            Body::Question(_) => {
                let answer = self.answer(id);
                done || self.is_contradicted(id) || !matches!(answer, None | Some(Answer::Unknown))
            }
            Body::Decision(_) => done || self.decided(id).is_some(),
            Body::Call(_) => done || self.reached(id).is_some(),
            Body::Register(_) => done || self.state.counting(id).next().is_some(),
            Body::Document(_) => done || !self.state.sendings(id).is_empty(),
            Body::Task(_) | Body::Prohibition(_) => done,
        }
    }
}

//! The items of the walk, lowered and put into walking order.

use super::resolve::Taken;
use super::{Lowering, facts, resolve};
use crate::playbook::item::{After, Body, Call, Decision, Item, Prohibition, Suggestion, Task};
use crate::playbook::model::Phase;
use crate::playbook::question::{AnswerType, OptionText, Question};
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::walk::{RawCall, RawDecision, RawOption, RawProhibition, RawQuestion, RawTask};
use crate::playbook::raw::word::Need;
use crate::playbook::strength::Strength;
use crate::source::reading::Placed;
use crate::source::value::Chosen;
use crate::source::value::Line;
use crate::source::{Code, Problem, Span};

/// The keys that every kind of item has.
macro_rules! item {
    ($lowering:ident, $raw:ident, $title:expr, $verb:expr, $phases:ident, $body:expr) => {{
        let owner = $raw.id.text.as_str();
        let verb: Strength = $verb;
        let body = $body;
        let item = Item {
            id: resolve::id(&$raw.id),
            phase: $lowering.phase(&$raw.phase, $phases),
            title: $title.text.clone(),
            detail: $raw.detail.as_ref().map(|detail| detail.text.clone()),
            why: $raw.why.as_ref().map(|why| why.text.clone()),
            verb,
            // What is kept beside the policy does none of its work.
            cite: if verb == Strength::Local {
                $lowering.cites_beside(&$raw.cite)
            } else {
                $lowering.cites(&$raw.cite)
            },
            when: $lowering.guard($raw.when.as_ref(), owner, "when"),
            holds: Vec::new(),
            again: Vec::new(),
            renewed_by: Vec::new(),
            body,
        };
        ($raw.place(), item)
    }};
}

/// The same, for the kinds that can be held and whose records can come back.
macro_rules! resting {
    ($lowering:ident, $raw:ident, $title:expr, $verb:expr, $phases:ident, $body:expr) => {{
        let (span, mut item) = item!($lowering, $raw, $title, $verb, $phases, $body);
        item.holds = $lowering.holds(&$raw.holds, &$raw.id.text);
        item.again = $lowering.again(&$raw.id, &$raw.again, matches!(item.body, Body::Register(_)));
        (span, item)
    }};
}

/// The same, for those that have the older keys.
macro_rules! renewable {
    ($lowering:ident, $raw:ident, $title:expr, $verb:expr, $phases:ident, $body:expr) => {{
        let (span, mut item) = resting!($lowering, $raw, $title, $verb, $phases, $body);
        item.renewed_by = $lowering.renewed_by(&$raw.id, &$raw.renewed_by);
        item.again.extend($lowering.older_lines(&item));
        (span, item)
    }};
}

impl Lowering<'_> {
    /// Every item, by phase and then by its place in the files.
    pub(super) fn items(&mut self, files: &[RawFile], phases: &[Phase]) -> Vec<Item> {
        let mut items: Vec<(Span, Item)> = Vec::new();
        let data_kinds = facts::data_kinds(files);
        for file in files {
            for raw in &file.question {
                let verb = raw.verb.map_or(Strength::Do, |verb| verb.value);
                items.push(renewable!(self, raw, raw.ask, verb, phases, Body::Question(self.question(raw))));
            }
            for raw in &file.task {
                let verb = self.policy_verb(Some(raw.verb), Strength::Do);
                items.push(renewable!(self, raw, raw.title, verb, phases, Body::Task(self.task(raw))));
            }
            for raw in &file.prohibition {
                let verb = self.policy_verb(raw.verb, Strength::Must);
                items.push(item!(self, raw, raw.title, verb, phases, self.prohibition(raw)));
            }
            for raw in &file.decision {
                let verb = self.policy_verb(raw.verb, Strength::Consider);
                items.push(renewable!(self, raw, raw.ask, verb, phases, Body::Decision(self.decision(raw))));
            }
            for raw in &file.document {
                let verb = self.policy_verb(raw.verb, Strength::Do);
                items.push(resting!(self, raw, raw.title, verb, phases, Body::Document(self.document(raw))));
            }
            for raw in &file.call {
                let verb = self.policy_verb(raw.verb, Strength::Do);
                items.push(renewable!(self, raw, raw.title, verb, phases, Body::Call(self.call(raw))));
            }
            for raw in &file.register {
                let verb = self.policy_verb(raw.verb, Strength::Do);
                items.push(resting!(
                    self,
                    raw,
                    raw.title,
                    verb,
                    phases,
                    Body::Register(self.register(raw, &data_kinds))
                ));
            }
        }
        items.sort_by_key(|(span, item)| (item.phase, *span));
        let mut items: Vec<Item> = items.into_iter().map(|(_, item)| item).collect();
        let mut calls = 0;
        for item in &mut items {
            if let Body::Call(call) = &mut item.body {
                calls += 1;
                // 0 stands for "no order given", which is the order of the walk.
                call.order = if call.order == 0 { calls } else { call.order };
            }
        }
        items
    }

    /// The verb of what the policy wants; only a question can stand beside it.
    pub(super) fn policy_verb(&mut self, written: Option<Chosen<Strength>>, absent: Strength) -> Strength {
        if let Some(verb) = written.filter(|verb| verb.value == Strength::Local) {
            let message = "`local` is only for questions: what is done, decided or told follows the policy.";
            self.problem(Code::LocalVerb, verb.span, message);
        }
        written.map_or(absent, |verb| verb.value)
    }

    fn phase(&mut self, line: &Line, phases: &[Phase]) -> usize {
        let found = phases.iter().position(|phase| phase.id.as_str() == line.text);
        if found.is_none() && !line.is_missing() {
            let message = format!("There is no phase `{}`.", line.text);
            let known = phases.iter().map(|phase| phase.id.as_str());
            let problem = Problem::new(Code::UnknownPhase, line.span, message);
            self.problems.add_similar(problem, &line.text, known);
        }
        found.unwrap_or(0)
    }

    fn options(&mut self, raw: &[RawOption]) -> Vec<OptionText> {
        let mut taken = Taken::default();
        raw.iter()
            .map(|option| {
                self.tell_apart("an option", &option.id, &option.label, &mut taken);
                OptionText {
                    id: resolve::id(&option.id),
                    label: option.label.text.clone(),
                    help: option.help.as_ref().map(|help| help.text.clone()),
                    cite: self.cites(&option.cite),
                }
            })
            .collect()
    }

    fn question(&mut self, raw: &RawQuestion) -> Question {
        let answer = raw.answer.value;
        let chosen_from = matches!(answer, AnswerType::OneOf | AnswerType::ManyOf);
        // A type that is missing or misspelt says nothing about what belongs to it.
        let known = raw.answer.sound;
        let word = answer.word();
        if known && chosen_from && raw.options.is_empty() {
            self.problem(Code::OptionsMissing, raw.answer.span, format!("`{word}` needs options to choose from."));
        }
        if known && !chosen_from && (!raw.options.is_empty() || raw.other) {
            let message = format!("`{word}` has no options to choose from.");
            self.problem(Code::OptionsUnwanted, raw.answer.span, message);
        }
        if let Some(code) = &raw.currency {
            let valid = code.text.len() == 3 && code.text.bytes().all(|b| b.is_ascii_uppercase());
            if !valid {
                let message = format!("`{}` is not a three-letter currency code in capitals.", code.text);
                let problem = Problem::new(Code::UnknownWord, code.span, message);
                self.problems.add(problem.help("The codes are those of ISO 4217, such as AUD, EUR or USD."));
            } else if known && answer != AnswerType::Money {
                self.problem(Code::OptionsUnwanted, code.span, format!("`{word}` has no currency."));
            }
        } else if answer == AnswerType::Money && self.currency.is_none() {
            let message = "An amount of money needs a `currency`: the jurisdiction does not tell it.";
            self.problem(Code::MissingKey, raw.place(), message);
        }
        Question {
            answer,
            options: self.options(&raw.options),
            other: raw.other,
            prompts: raw.prompts.iter().map(|prompt| prompt.text.clone()).collect(),
            currency: self.currency_of(raw),
            from_review: self.taken_over(raw),
            for_each: self.asked_for_each(raw),
        }
    }

    fn task(&mut self, raw: &RawTask) -> Task {
        let after = self.guard(raw.after.as_ref(), &raw.id.text, "after");
        if raw.after.is_some() != raw.after_say.is_some() {
            let present = raw.after.as_ref().map(|a| a.span).or(raw.after_say.as_ref().map(|a| a.span));
            let message = "`after` and `after_say` go together.";
            self.problem(Code::AfterWithoutWords, present.unwrap_or(raw.place()), message);
        }
        let mut roles = self.roles(&raw.role.0).into_iter();
        Task {
            record: raw.record.text.clone(),
            role: roles.next(),
            with: roles.collect(),
            continuous: raw.continuous,
            after: after.zip(raw.after_say.clone()).map(|(condition, say)| After { condition, say: say.text }),
            every: self.every(raw),
            for_each: self.for_each(raw.for_each.as_ref()),
        }
    }

    fn prohibition(&mut self, raw: &RawProhibition) -> Body {
        Body::Prohibition(Prohibition {
            until: self.guard(raw.until.as_ref(), &raw.id.text, "until"),
            lifted_by: raw.lifted_by.text.clone(),
        })
    }

    fn decision(&mut self, raw: &RawDecision) -> Decision {
        let id = raw.id.text.as_str();
        if raw.options.len() < 2 {
            let message = format!("The decision `{id}` needs two options or more to choose from.");
            self.problem(Code::OptionsMissing, raw.place(), message);
        }
        if raw.seats.is_empty() {
            self.problem(Code::DecisionWithoutSeats, raw.place(), format!("Nobody takes the decision `{id}`."));
        }
        if let Some(quorum) = raw.quorum.filter(|quorum| quorum.number as usize > raw.seats.len()) {
            let (seats, is) = (raw.seats.len(), if raw.seats.len() == 1 { "is" } else { "are" });
            let message = format!("{} seats cannot be reached: there {is} {seats}.", quorum.number);
            self.problem(Code::NumberOutOfRange, quorum.span, message);
        }
        let offered: Vec<&str> = raw.options.iter().map(|option| option.id.text.as_str()).collect();
        let mut suggestions = Vec::new();
        for suggestion in &raw.suggest {
            let option = &suggestion.option;
            if !option.is_missing() && !offered.contains(&option.text.as_str()) {
                let message = format!("`{}` is not an option of this decision.", option.text);
                let problem = Problem::new(Code::UnknownOption, option.span, message)
                    .help(format!("Options: {}.", offered.join(", ")));
                self.problems.add_similar(problem, &option.text, offered.iter().copied());
            }
            suggestions.push(Suggestion {
                condition: self.condition(&suggestion.r#if, id, "suggest"),
                option: resolve::id(option),
                say: suggestion.say.text.clone(),
                cite: self.cites(&suggestion.cite),
            });
        }
        Decision {
            options: self.options(&raw.options),
            seats: self.roles(&raw.seats),
            quorum: raw.quorum.map(|quorum| quorum.number),
            reason_required: raw.reason.is_none_or(|reason| reason.value == Need::Required),
            adviser_required: raw.adviser.is_some_and(|adviser| adviser.value == Need::Required),
            suggestions,
            stands: self.standing(&raw.stands, &offered),
        }
    }

    fn call(&mut self, raw: &RawCall) -> Call {
        let topic = raw.message.as_ref().unwrap_or(&raw.id);
        Call {
            role: self.role(&raw.role),
            alternates: self.roles(&raw.alternates),
            told_by: raw.told_by.as_ref().map(|role| self.role(role)),
            order: raw.order.map_or(0, |order| order.number),
            message: topic.text.clone(),
            area: raw.area.as_ref().map(|area| area.text.clone()),
            side: raw.side.map(|side| side.value),
            confirm: raw.confirm.as_ref().map(|confirm| confirm.text.clone()),
            for_each: self.for_each(raw.for_each.as_ref()),
        }
    }
}

//! Names resolved and types checked: the tree as written becomes the tree that can be evaluated.

use super::against;
use super::ast::{Comparison, Expr, Literal, Subject};
use super::ast::{OfRow, Quantifier};
use super::fault::Fault;
use super::known::Known;
use super::literal::{in_small, literal, turned, typed};
use super::names::Names;
use super::scope::Scope;
use super::tree::{Kind, Node};
use crate::base::ItemId;
use crate::playbook::question::AnswerType;
use crate::source::Code;

/// Checks a tree; every fault is collected, and a faulty part reads as `false`. `list` is the list for each row of which the
/// condition is asked.
pub(super) fn check(node: &Node, names: &Names, list: Option<&str>) -> (Expr, Vec<Fault>) {
    let scope = list.map_or(Scope::Case, |list| Scope::Row(list.to_owned()));
    let mut checker = Checker { names, faults: Vec::new(), scope };
    let expr = checker.condition(node);
    (expr, checker.faults)
}

/// A faulty part: it is reported, so the value is never used.
pub(super) const FAULTY: Expr = Expr::Constant(false);

/// Most faults that are looked for in one condition.
const MOST_FAULTS: usize = 8;

pub(super) struct Checker<'a> {
    pub names: &'a Names,
    pub faults: Vec<Fault>,
    pub scope: Scope,
}

impl Checker<'_> {
    pub(super) fn fault(&mut self, fault: Fault) -> Expr {
        self.faults.push(fault);
        FAULTY
    }

    /// A node that must be true or false.
    pub(super) fn condition(&mut self, node: &Node) -> Expr {
        if self.faults.len() >= MOST_FAULTS {
            return FAULTY;
        }
        match &node.kind {
            Kind::YesNo(value) => Expr::Constant(*value),
            Kind::Not(inner) => Expr::Not(Box::new(self.condition(inner))),
            Kind::And(left, right) => Expr::And(Box::new(self.condition(left)), Box::new(self.condition(right))),
            Kind::Or(left, right) => Expr::Or(Box::new(self.condition(left)), Box::new(self.condition(right))),
            Kind::Name(..) => self.alone(node),
            Kind::Function(name, inner) if name == "has" => self.has(inner),
            Kind::Function(name, inner) if name == "possible" => Expr::Possible(Box::new(self.condition(inner))),
            Kind::Function(name, inner) if name == "any" => self.each_row(node, Quantifier::Any, inner),
            Kind::Function(name, inner) if name == "all" => self.each_row(node, Quantifier::All, inner),
            Kind::Compare(left, sign, right) => self.compare(node, left, *sign, right),
            Kind::In(left, right) => self.among(node, left, right),
            Kind::Number(_) | Kind::Text(_) | Kind::List(_) | Kind::Function(..) => self.fault(Fault::new(
                Code::ConditionType,
                node.range.clone(),
                "This is neither true nor false; compare it with something.",
            )),
        }
    }

    /// A name that stands alone must itself be yes or no.
    fn alone(&mut self, node: &Node) -> Expr {
        let Some((subject, known)) = self.subject(node) else { return FAULTY };
        let id = written(node);
        let fault = match known {
            Known::Question { answer: AnswerType::YesNo, .. } => return Expr::Holds(subject),
            Known::Question { answer, options, .. } => {
                let message = format!("`{id}` is answered with `{}`, not with yes or no.", answer.word());
                let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
                let option = options.first().map_or("...", String::as_str);
                match answer {
                    AnswerType::OneOf => fault.help(format!("Compare it: `{id} == \"{option}\"`.")),
                    AnswerType::ManyOf => fault.help(format!("Look into it: `\"{option}\" in {id}`.")),
                    AnswerType::Number => fault.help(format!("Compare it: `{id} > 100`.")),
                    AnswerType::Money => fault.help(format!("Compare it: `{id} > usd(100_000)`.")),
                    AnswerType::Duration => fault.help(format!("Compare it: `{id} >= hours(4)`.")),
                    _ => fault.help(format!("Whether it is answered is `has({id})`.")),
                }
            }
            Known::Words => {
                let message = format!("`{id}` holds words, not yes or no.");
                let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
                fault.help(format!("Compare it: `{id} == \"...\"`. Whether it says anything is `has({id})`."))
            }
            _ if matches!(subject, Subject::Gap(_) | Subject::Split(_)) => return Expr::Holds(subject),
            Known::Scale(levels) => {
                let level = levels.first().map_or("...", String::as_str);
                let message = format!("`{id}` is one of its levels, not yes or no.");
                Fault::new(Code::ConditionType, node.range.clone(), message)
                    .help(format!("Compare it: `{id} == \"{level}\"`."))
            }
            Known::Decision(options) => {
                let option = options.first().map_or("...", String::as_str);
                let message = format!("`{id}` is one of its options, not yes or no.");
                Fault::new(Code::ConditionType, node.range.clone(), message)
                    .help(format!("Compare it: `{id} == \"{option}\"`."))
            }
            _ => return Expr::Holds(subject),
        };
        self.fault(fault)
    }

    fn has(&mut self, inner: &Node) -> Expr {
        if !matches!(inner.kind, Kind::Name(..)) {
            let message = "`has(...)` takes the name of a question or a register.";
            return self.fault(Fault::new(Code::ConditionType, inner.range.clone(), message));
        }
        if let Kind::Name(None, id) = &inner.kind
            && matches!(self.names.get(id), Some(Known::Register { .. }))
            && let Some(id) = ItemId::new(id)
        {
            return Expr::Has(id);
        }
        match self.subject(inner) {
            Some((Subject::Answer(id), _)) => Expr::Has(id),
            Some((Subject::Row(of @ (OfRow::Answer(_) | OfRow::Cell { .. })), _)) => Expr::HasOfRow(of),
            Some(_) => {
                let message = "`has(...)` takes a question; what is not a question is known or not by itself.";
                self.fault(Fault::new(Code::ConditionType, inner.range.clone(), message))
            }
            None => FAULTY,
        }
    }

    fn compare(&mut self, node: &Node, left: &Node, sign: Comparison, right: &Node) -> Expr {
        let (subject_node, sign, value_node) = match (&left.kind, &right.kind) {
            (one, other) if one.is_named() && other.is_named() => return self.against(node, left, sign, right),
            (one, _) if one.is_named() => (left, sign, right),
            (_, other) if other.is_named() => (right, turned(sign), left),
            _ => {
                let message = "One side must be the name of a question or decision.";
                return self.fault(Fault::new(Code::ConditionType, node.range.clone(), message));
            }
        };
        let Some((subject, known)) = self.subject(subject_node) else { return FAULTY };
        let known = plain(&subject, known);
        if matches!(known, Known::Question { answer: AnswerType::ManyOf, .. }) {
            let id = subject.id();
            let message = format!("`{id}` can have several options, so it does not equal one.");
            let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
            return self.fault(fault.help(format!("Ask for each: `\"...\" in {id}`.")));
        }
        let value = match literal(value_node) {
            Ok(value) => value,
            Err(fault) => return self.fault(fault),
        };
        if let Err(fault) = typed(subject.id(), &known, sign, &value, value_node) {
            let stops = fault.code != Code::CurrencyDiffers;
            self.faults.push(fault);
            if stops {
                return FAULTY;
            }
        }
        match value {
            // `x == true` is `x`: there is one way to ask whether something holds.
            Literal::YesNo(value) if value == (sign == Comparison::Equal) => Expr::Holds(subject),
            Literal::YesNo(_) => Expr::Not(Box::new(Expr::Holds(subject))),
            value => Expr::Compare(subject, sign, in_small(value, &known)),
        }
    }

    /// Two names: values of one type, such as two counts.
    fn against(&mut self, node: &Node, left: &Node, sign: Comparison, right: &Node) -> Expr {
        let chooses = |node: &Node| matches!(&node.kind, Kind::Name(_, id) if against::has_options(self.names.get(id)));
        if chooses(left) || chooses(right) {
            let message = "Two names cannot be compared here; one side must be a value.";
            let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
            return self.fault(fault.help("A value in words needs quotes: `source == \"staff\"`."));
        }
        let (Some((one, first)), Some((other, second))) = (self.subject(left), self.subject(right)) else {
            return FAULTY;
        };
        if one == other {
            let message = format!("`{}` is compared with itself.", one.id());
            return self.fault(Fault::new(Code::ConditionType, node.range.clone(), message));
        }
        match against::comparable((&one, &first), (&other, &second)) {
            Ok(()) => Expr::Against(one, sign, other),
            Err((message, help)) => self.fault(Fault::new(Code::ConditionType, node.range.clone(), message).help(help)),
        }
    }

    fn among(&mut self, node: &Node, left: &Node, right: &Node) -> Expr {
        let (subject_node, members, list) = match (&left.kind, &right.kind) {
            (Kind::Name(..), Kind::List(members)) => (left, members.iter().collect(), true),
            (Kind::Text(_), Kind::Name(..)) => (right, vec![left], false),
            _ => {
                let message = "`in` stands between an option and a question, or a question and a list.";
                let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
                return self
                    .fault(fault.help("Written `\"health\" in data_types`, or `source in [\"staff\", \"parent\"]`."));
            }
        };
        let Some((subject, known)) = self.subject(subject_node) else { return FAULTY };
        let known = plain(&subject, known);
        let id = subject.id();
        let many = matches!(known, Known::Question { answer: AnswerType::ManyOf, .. });
        if many == list {
            let (message, help) = if many {
                (format!("`{id}` can have several options."), format!("Ask for each: `\"...\" in {id}`."))
            } else if matches!(known, Known::Question { answer, .. } if !answer.columns().is_empty()) {
                (
                    format!("What people will write in the list `{id}` is not known beforehand."),
                    format!("Ask a question with options, or whether there are any: `has({id})`."),
                )
            } else {
                (format!("`{id}` is one value, not a set."), format!("Compare it: `{id} == \"...\"`."))
            };
            return self.fault(Fault::new(Code::ConditionType, node.range.clone(), message).help(help));
        }
        let mut literals = Vec::new();
        for member in members {
            match literal(member) {
                Ok(value) => match typed(id, &known, Comparison::Equal, &value, member) {
                    Ok(()) => literals.push(in_small(value, &known)),
                    Err(fault) => self.faults.push(fault),
                },
                Err(fault) => self.faults.push(fault),
            }
        }
        if literals.is_empty() && self.faults.is_empty() {
            let message = "This list is empty, so nothing is ever in it.";
            return self.fault(Fault::new(Code::ConditionType, right.range.clone(), message));
        }
        Expr::AnyOf(subject, literals)
    }

    /// What a name stands for, or a fault that says what was perhaps meant.
    pub(super) fn subject(&mut self, node: &Node) -> Option<(Subject, Known)> {
        if let Some(found) = self.of_rows(node) {
            return found;
        }
        let Kind::Name(prefix, id) = &node.kind else { return None };
        let make: fn(ItemId) -> Subject = match prefix.as_deref() {
            None => Subject::Answer,
            Some("rule") => Subject::Rule,
            Some("task") => Subject::Task,
            Some("decision") => Subject::Decision,
            Some("call") => Subject::Call,
            Some("silence") => Subject::Silence,
            Some("scale") => Subject::Scale,
            Some("gap") => Subject::Gap,
            Some("split") => Subject::Split,
            Some("clock") => Subject::Late,
            Some(word) => {
                let known = ["rule", "task", "decision", "call", "silence", "scale", "gap", "split", "row", "clock"];
                let message = format!("`{word}.` is not a kind that conditions know.");
                let fault = Fault::new(Code::ConditionUnknownName, node.range.clone(), message)
                    .help(format!("Known kinds: {}. A question has no word before it.", known.join(", ")));
                self.fault(fault.did_you_mean(word, known));
                return None;
            }
        };
        // A gap belongs to a scale and a split to a decision.
        let wanted = match prefix.as_deref().unwrap_or_default() {
            "gap" => "scale",
            "split" => "decision",
            word => word,
        };
        let found = self.names.get(id).filter(|known| known.prefix() == Some(wanted));
        if let Some(Known::Clock { limited: false }) = found {
            let message = format!("The clock `{id}` has no limit, so that it is never late.");
            let fault = Fault::new(Code::ConditionType, node.range.clone(), message);
            self.fault(fault.help("Give it `within` and `basis`."));
            return None;
        }
        if let (Some(known), Some(id)) = (found, ItemId::new(id)) {
            return Some((make(id), known.clone()));
        }
        let what = if wanted.is_empty() { "question" } else { wanted };
        let message = format!("There is no {what} `{id}`.");
        let fault = Fault::new(Code::ConditionUnknownName, node.range.clone(), message);
        let fault = match self.names.get(id) {
            Some(known) => match known.prefix() {
                Some("") => fault.help(format!("`{id}` is a question: written `{id}`.")),
                Some("clock") => fault.help(format!("`{id}` is a clock; whether it is late is `clock.{id}.late`.")),
                Some(prefix) => fault.help(format!("`{id}` is {}: written `{prefix}.{id}`.", known.words())),
                None => fault.help(format!("`{id}` is {}; conditions cannot look at it.", known.words())),
            },
            None => fault.did_you_mean(id, self.names.with_prefix(wanted)),
        };
        self.fault(fault);
        None
    }
}

/// A name as it was written.
pub(super) fn written(node: &Node) -> String {
    match &node.kind {
        Kind::Name(None, id) => id.clone(),
        Kind::Name(Some(prefix), id) => format!("{prefix}.{id}"),
        Kind::Function(name, inner) => format!("{name}({})", written(inner)),
        _ => "...".to_owned(),
    }
}

/// What a subject is compared as: a gap and a split are yes or no, whatever they belong to.
fn plain(subject: &Subject, known: Known) -> Known {
    if matches!(subject, Subject::Gap(_) | Subject::Split(_)) { Known::Silence } else { known }
}

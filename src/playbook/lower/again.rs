//! The lines that bring a record back. Older keys are read as lines, too.

use super::{Lowering, resolve};
use crate::base::{ItemId, Length};
use crate::playbook::again::{Again, MOST_LINES, MOST_NAMES, Named, is_verdict};
use crate::playbook::condition::{Comparison, Condition, Expr, Known, Literal, Subject};
use crate::playbook::item::{Body, Item};
use crate::playbook::raw::again::RawAgain;
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};

impl Lowering<'_> {
    /// The lines of an item as they are written.
    pub(super) fn again(&mut self, id: &Line, raw: &[RawAgain], is_register: bool) -> Vec<Again> {
        if let Some(over) = raw.get(MOST_LINES) {
            let message = format!("`{}` has more than {MOST_LINES} lines under `again`.", id.text);
            self.problem(Code::AgainTooMany, over.place(), message);
        }
        raw.iter().take(MOST_LINES).map(|line| self.again_line(id, line, is_register)).collect()
    }

    fn again_line(&mut self, id: &Line, raw: &RawAgain, is_register: bool) -> Again {
        self.one_trigger(raw);
        if raw.within.is_some() != raw.basis.is_some() {
            let message = if raw.basis.is_some() {
                "There is a basis, but no length of time."
            } else {
                "A length of time is given, but not who gives it."
            };
            self.problem(Code::LimitWithoutBasis, raw.place(), message);
        }
        if raw.hard && is_register {
            let message = format!("What the register `{}` holds cannot be asked again.", id.text);
            self.problem(Code::AgainHard, raw.place(), message);
        }
        if let Some(over) = raw.on.get(MOST_NAMES) {
            let message = format!("A line names at most {MOST_NAMES} things.");
            self.problem(Code::AgainTooMany, over.span, message);
        }
        let on: Vec<Named> = raw.on.iter().take(MOST_NAMES).filter_map(|name| self.named_in(id, name)).collect();
        for (name, of) in raw.on.iter().zip(&on).filter(|(_, of)| raw.hard && of.is_verdict()) {
            self.on_verdict(name.span, &of.written(), "A hard line");
        }
        let condition = self.guard(raw.r#if.as_ref(), &id.text, "again");
        if let (Some(condition), Some(text)) = (&condition, &raw.r#if) {
            for subject in condition.root.subjects().iter().filter(|subject| is_verdict(subject)) {
                self.on_verdict(text.span, &Named::Subject(subject.clone()).written(), "An `if`");
            }
        }
        Again {
            on,
            condition,
            within: raw.within.map(|within| within.length),
            basis: raw.basis.map(|basis| basis.value),
            hard: raw.hard,
            say: raw.say.as_ref().map(|say| say.text.clone()),
        }
    }

    fn one_trigger(&mut self, raw: &RawAgain) {
        let message = match (raw.on.is_empty(), raw.within.is_some(), raw.r#if.is_some()) {
            (false, true, _) => "`on` and `within` are two triggers; a line has one.",
            (true, false, false) => "This line has no trigger, so it never fires.",
            _ => return,
        };
        self.problem(Code::AgainTrigger, raw.place(), message);
    }

    fn on_verdict(&mut self, span: crate::source::Span, name: &str, what: &str) {
        let message = format!("{what} looks at records alone; `{name}` follows from them.");
        self.problem(Code::AgainOnVerdict, span, message);
    }

    /// What a name of `on` stands for: as in a condition, or the identifier alone.
    fn named_in(&mut self, id: &Line, line: &Line) -> Option<Named> {
        if line.is_missing() || line.text.is_empty() {
            return None;
        }
        let (prefix, name) = line.text.split_once('.').map_or((None, line.text.as_str()), |(a, b)| (Some(a), b));
        if name == id.text {
            let message = format!("`{}` cannot be asked again by its own record.", id.text);
            self.problem(Code::UnsuitableItem, line.span, message);
            return None;
        }
        let found = ItemId::new(name).and_then(|id| named(self.names.get(name)?, prefix, id));
        if found.is_none() {
            let message = match self.names.get(name) {
                Some(known) => {
                    format!("`{}` is {}, which a record cannot rest on like this.", line.text, known.words())
                }
                None => format!("There is nothing called `{}`.", crate::base::text::cut(&line.text, 60)),
            };
            let code = if self.names.get(name).is_some() { Code::UnsuitableItem } else { Code::UnknownItem };
            let problem = Problem::new(code, line.span, message);
            let known = self.places.ids.keys().map(String::as_str);
            self.problems.add_similar(problem, name, known);
        }
        found
    }

    /// The items that the older key names.
    pub(super) fn renewed_by(&mut self, id: &Line, lines: &[Line]) -> Vec<ItemId> {
        let suits = |known: &Known| matches!(known, Known::Question { .. } | Known::Decision(_) | Known::Task);
        let mut found = Vec::new();
        for line in lines {
            if line.text == id.text {
                let message = format!("`{}` cannot be asked again by its own answer.", id.text);
                self.problem(Code::UnsuitableItem, line.span, message);
                continue;
            }
            found.push(self.reference(line, "a question, a decision or a task", suits));
        }
        found
    }

    /// The options of a decision that stand although something has changed.
    pub(super) fn standing(&mut self, lines: &[Line], offered: &[&str]) -> Vec<ItemId> {
        for line in lines.iter().filter(|line| !offered.contains(&line.text.as_str())) {
            let message = format!("`{}` is not an option of this decision.", line.text);
            let problem = Problem::new(Code::UnknownOption, line.span, message);
            self.problems.add_similar(problem, &line.text, offered.iter().copied());
        }
        lines.iter().map(resolve::id).collect()
    }

    /// The lines that older keys of an item come to.
    pub(super) fn older_lines(&self, item: &Item) -> Vec<Again> {
        let known = |id: &ItemId| named(self.names.get(id.as_str())?, None, id.clone());
        let on: Vec<Named> = item.renewed_by.iter().filter_map(known).collect();
        let stands = match &item.body {
            Body::Decision(decision) => unless_it_is(&item.id, &decision.stands),
            _ => None,
        };
        let renewed = (!on.is_empty()).then(|| Again { on, condition: stands, hard: true, ..Again::default() });
        let every = match &item.body {
            Body::Task(task) => task.every,
            _ => None,
        };
        let every = every.map(|every| Again {
            within: Some(Length::Months(every.months)),
            basis: Some(every.basis),
            ..Again::default()
        });
        renewed.into_iter().chain(every).collect()
    }
}

/// A declared name as a line can name it; the word before the dot, where there is one, has to be its own.
fn named(known: &Known, prefix: Option<&str>, id: ItemId) -> Option<Named> {
    let (word, named) = match known {
        Known::Question { .. } => ("", Named::Subject(Subject::Answer(id))),
        Known::Rule => ("rule", Named::Subject(Subject::Rule(id))),
        Known::Task => ("task", Named::Subject(Subject::Task(id))),
        Known::Decision(_) => ("decision", Named::Subject(Subject::Decision(id))),
        Known::Call => ("call", Named::Subject(Subject::Call(id))),
        Known::Silence => ("silence", Named::Subject(Subject::Silence(id))),
        Known::Scale(_) if prefix == Some("gap") => ("gap", Named::Subject(Subject::Gap(id))),
        Known::Scale(_) => ("scale", Named::Subject(Subject::Scale(id))),
        Known::Register { .. } => ("", Named::Register(id)),
        Known::Other("document") => ("", Named::Document(id)),
        Known::Clock { .. } | Known::Words | Known::Other(_) => return None,
    };
    prefix.is_none_or(|prefix| prefix == word).then_some(named)
}

/// `decision.x != "a" && decision.x != "b"`.
fn unless_it_is(id: &ItemId, stands: &[ItemId]) -> Option<Condition> {
    let differs = |option: &ItemId| {
        let literal = Literal::Option(option.to_string());
        Expr::Compare(Subject::Decision(id.clone()), Comparison::NotEqual, literal)
    };
    let root = stands.iter().map(differs).reduce(|one, other| Expr::And(Box::new(one), Box::new(other)))?;
    let text: Vec<_> = stands.iter().map(|option| format!("decision.{id} != \"{option}\"")).collect();
    Some(Condition { text: text.join(" && "), root })
}

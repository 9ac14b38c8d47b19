//! First pass: every identifier is declared, so that references may point forwards.

use super::{Lowering, rows};
use crate::base::{ClauseId, ItemId, NO_CURRENCY};
use crate::playbook::condition::Known;
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::walk::{RawOption, RawQuestion};
use crate::playbook::register::RegisterKind;
use crate::source::value::Line;
use crate::source::{Code, Problem, Span};
use std::collections::BTreeMap;

/// The four namespaces.
#[derive(Clone, Copy)]
enum Space {
    /// Items, rules, clocks, silences and everything else.
    Common,
    Roles,
    Phases,
    Clauses,
}

impl Lowering<'_> {
    pub(super) fn declare(&mut self, files: &[RawFile]) {
        for file in files {
            for (id, _) in &file.clauses.0 {
                self.declare_id(id, Space::Clauses);
            }
            for phase in &file.phase {
                self.declare_id(&phase.id, Space::Phases);
            }
            for role in &file.role {
                self.declare_id(&role.id, Space::Roles);
            }
            for question in &file.question {
                let currency = self.currency_of(question);
                let options = option_ids(&question.options);
                let known = Known::Question { answer: question.answer.value, options, currency };
                self.declare_name(&question.id, known);
                self.names.rows.columns_of(&question.id.text, question.answer.value);
                self.declare_row(&question.id, question.for_each.as_ref());
            }
            for task in &file.task {
                self.declare_name(&task.id, Known::Task);
                self.declare_row(&task.id, task.for_each.as_ref());
            }
            for prohibition in &file.prohibition {
                self.declare_name(&prohibition.id, Known::Other("prohibition"));
            }
            for decision in &file.decision {
                self.declare_name(&decision.id, Known::Decision(option_ids(&decision.options)));
            }
            for call in &file.call {
                self.declare_name(&call.id, Known::Call);
                self.declare_row(&call.id, call.for_each.as_ref());
            }
            for document in &file.document {
                self.declare_name(&document.id, Known::Other("document"));
            }
            for register in &file.register {
                let list = rows::kind_of(register) == RegisterKind::List;
                self.declare_name(&register.id, Known::Register { list });
                self.declare_columns(register);
            }
            for rule in &file.rule {
                self.declare_name(&rule.id, Known::Rule);
            }
            for scale in &file.scale {
                let levels = scale.levels.iter().map(|level| level.id.text.clone()).collect();
                self.declare_name(&scale.id, Known::Scale(levels));
            }
            for silence in &file.silence {
                self.declare_name(&silence.id, Known::Silence);
            }
            for clock in &file.clock {
                let limited = clock.within.is_some() || clock.limit_hours.is_some();
                self.declare_name(&clock.id, Known::Clock { limited });
            }
            let rest: [(&'static str, Vec<&Line>); 4] = [
                ("definition", file.definition.iter().map(|definition| &definition.id).collect()),
                ("reference", file.reference.iter().map(|reference| &reference.id).collect()),
                ("faq", file.faq.iter().map(|faq| &faq.id).collect()),
                ("readiness point", file.readiness.iter().map(|readiness| &readiness.id).collect()),
            ];
            for (kind, ids) in rest {
                for id in ids {
                    self.declare_name(id, Known::Other(kind));
                }
            }
        }
    }

    fn declare_name(&mut self, id: &Line, known: Known) {
        if self.declare_id(id, Space::Common) {
            self.names.declare(&id.text, known);
        }
    }

    /// Declares an identifier; `false` when it cannot be used.
    fn declare_id(&mut self, id: &Line, space: Space) -> bool {
        if id.is_missing() || id.text.is_empty() {
            return false;
        }
        let (valid, rule) = match space {
            Space::Clauses => (ClauseId::new(&id.text).is_some(), ClauseId::RULE),
            _ => (ItemId::new(&id.text).is_some(), ItemId::RULE),
        };
        if !valid {
            self.bad_id(id, rule);
            return false;
        }
        let (places, what): (&mut BTreeMap<String, Span>, _) = match space {
            Space::Common => (&mut self.places.ids, "Something"),
            Space::Roles => (&mut self.places.roles, "A role"),
            Space::Phases => (&mut self.places.phases, "A phase"),
            Space::Clauses => (&mut self.places.clauses, "A clause"),
        };
        let Some(first) = places.get(&id.text).copied() else {
            places.insert(id.text.clone(), id.span);
            return true;
        };
        if self.problems.is_full() {
            return false;
        }
        let line = self.line_of(first);
        let message = format!("{what} is already called `{}`, on {line}.", id.text);
        self.problems.add(Problem::new(Code::DuplicateId, id.span, message));
        false
    }

    pub(super) fn bad_id(&mut self, id: &Line, rule: &str) {
        let shown = crate::base::text::cut(&id.text, 60);
        let message = format!("`{shown}` cannot be an identifier.");
        self.problems.add(Problem::new(Code::BadId, id.span, message).help(format!("It must be {rule}.")));
    }

    /// "line 12", or "line 12 of roles.toml" when there are several files.
    fn line_of(&self, span: Span) -> String {
        let Some(source) = self.sources.get(span.file) else { return "another place".to_owned() };
        let line = source.text.as_bytes().iter().take(span.start).filter(|b| **b == b'\n').count() + 1;
        if self.sources.len() == 1 { format!("line {line}") } else { format!("line {line} of {}", source.name) }
    }

    /// The currency that a question states, or that of the jurisdiction; `XXX` is ISO 4217's "no currency".
    pub(super) fn currency_of(&self, question: &RawQuestion) -> [u8; 3] {
        let written = question.currency.as_ref().and_then(|code| code.text.as_bytes().try_into().ok());
        written.or(self.currency).unwrap_or(NO_CURRENCY)
    }
}

fn option_ids(options: &[RawOption]) -> Vec<String> {
    options.iter().map(|option| option.id.text.clone()).collect()
}

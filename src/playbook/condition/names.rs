//! What conditions can name: every declared question, rule, scale, task, decision, call and silence.

use super::known::Known;
use super::row_names::RowNames;
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::register::RegisterKind;
use std::collections::BTreeMap;

#[derive(Clone, Default, Debug)]
pub struct Names {
    known: BTreeMap<String, Known>,
    /// What is settled for each row of a list, and what stands in its columns.
    pub rows: RowNames,
}

impl Names {
    pub fn of(playbook: &Playbook) -> Self {
        let mut names = Self::default();
        for item in &playbook.items {
            let options = |list: &[crate::playbook::question::OptionText]| {
                list.iter().map(|option| option.id.to_string()).collect()
            };
            let known = match &item.body {
                Body::Question(question) => Known::Question {
                    answer: question.answer,
                    options: options(&question.options),
                    currency: question.currency,
                },
                Body::Task(_) => Known::Task,
                Body::Decision(decision) => Known::Decision(options(&decision.options)),
                Body::Call(_) => Known::Call,
                Body::Register(register) => Known::Register { list: register.kind == RegisterKind::List },
                other => Known::Other(other.kind()),
            };
            names.declare(item.id.as_str(), known);
            names.rows.declare(item);
        }
        for rule in &playbook.rules {
            names.declare(rule.id.as_str(), Known::Rule);
        }
        for scale in &playbook.scales {
            let levels = scale.levels.iter().map(|level| level.id.to_string()).collect();
            names.declare(scale.id.as_str(), Known::Scale(levels));
        }
        for silence in &playbook.silences {
            names.declare(silence.id.as_str(), Known::Silence);
        }
        for clock in &playbook.clocks {
            names.declare(clock.id.as_str(), Known::Clock { limited: clock.limit.is_some() });
        }
        names
    }

    /// Adds a name. The first declaration of a name counts.
    pub fn declare(&mut self, id: &str, known: Known) {
        self.known.entry(id.to_owned()).or_insert(known);
    }

    pub fn get(&self, id: &str) -> Option<&Known> {
        self.known.get(id)
    }

    /// The names of one kind, by the word before the dot.
    pub(super) fn with_prefix<'n>(&'n self, prefix: &'n str) -> impl Iterator<Item = &'n str> {
        self.known.iter().filter(move |(_, known)| known.prefix() == Some(prefix)).map(|(id, _)| id.as_str())
    }
}

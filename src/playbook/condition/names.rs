//! What conditions can name: every declared question, rule, scale, task, decision, call and silence.

use super::row_names::RowNames;
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::question::AnswerType;
use crate::playbook::register::RegisterKind;
use std::collections::BTreeMap;

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known {
    /// A question: the type of its answer, its options, and its currency.
    Question {
        answer: AnswerType,
        options: Vec<String>,
        currency: [u8; 3],
    },
    Rule,
    Task,
    Decision(Vec<String>),
    Call,
    Silence,
    /// A scale and its levels, highest first.
    Scale(Vec<String>),
    /// A register; only `has(...)` looks at it.
    Register {
        /// Whether it keeps rows.
        list: bool,
    },
    /// Words in a column of a list.
    Words,
    /// A clock; only `clock.x.late` looks at it.
    Clock {
        /// Whether it has a limit, so that it can run out.
        limited: bool,
    },
    /// Something that conditions cannot look at, by its word.
    Other(&'static str),
}

impl Known {
    /// How it is named in a condition: the word before the dot; empty for questions; `None` if it cannot be.
    pub(super) fn prefix(&self) -> Option<&'static str> {
        Some(match self {
            Self::Question { .. } => "",
            Self::Rule => "rule",
            Self::Task => "task",
            Self::Decision(_) => "decision",
            Self::Call => "call",
            Self::Silence => "silence",
            Self::Scale(_) => "scale",
            Self::Clock { .. } => "clock",
            Self::Register { .. } | Self::Words | Self::Other(_) => return None,
        })
    }

    /// Whether it has rows for each of which something can be settled.
    pub(in crate::playbook) fn is_list(&self) -> bool {
        match self {
            Self::Question { answer, .. } => answer.has_rows(),
            Self::Register { list } => *list,
            _ => false,
        }
    }

    /// The kind in words, with its article.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Question { .. } => "a question".to_owned(),
            Self::Register { .. } => "a register".to_owned(),
            Self::Words => "a column".to_owned(),
            Self::Other(word) => format!("a {word}"),
            other => format!("a {}", other.prefix().unwrap_or_default()),
        }
    }
}

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

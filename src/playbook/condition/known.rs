//! What a name of a condition stands for.

use crate::playbook::question::AnswerType;

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

//! What is wrong with a condition, by its place in the condition's own text.

use crate::source::{Code, Problem, Severity, Span, closest};
use std::ops::Range;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    pub code: Code,
    /// Bytes in the text of the condition.
    pub range: Range<usize>,
    pub message: String,
    pub help: Option<String>,
}

impl Fault {
    pub(super) fn new(code: Code, range: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, range, message: message.into(), help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn did_you_mean<'k>(self, written: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        match closest(written, known) {
            Some(word) => self.help(format!("Did you mean `{word}`?")),
            None => self,
        }
    }

    /// Whether it only deserves a second look.
    pub fn is_warning(&self) -> bool {
        self.code.severity() == Severity::Warning
    }

    /// The same as a problem of a file.
    pub(crate) fn at(&self, span: Span) -> Problem {
        let problem = Problem::new(self.code, span, &self.message);
        match &self.help {
            Some(help) => problem.help(help),
            None => problem,
        }
    }
}

//! The facts that everybody asks for, lowered: the questions that answer them.

use super::Lowering;
use crate::playbook::condition::Known;
use crate::playbook::model::Facts;
use crate::playbook::question::AnswerType;
use crate::playbook::raw::file::RawFile;
use crate::source::Code;
use crate::source::reading::Placed;

impl Lowering<'_> {
    /// The one `[facts]` among the files; without any, nothing is named.
    pub(super) fn facts(&mut self, files: &[RawFile]) -> Facts {
        let mut tables = files.iter().filter_map(|file| file.facts.as_ref());
        let Some(raw) = tables.next() else { return Facts::default() };
        for other in tables {
            let message = "There is already a [facts] in another file of this playbook.";
            self.problem(Code::DuplicateHead, other.place(), message);
        }
        let tells_when = |known: &Known| matches!(known, Known::Question { answer: AnswerType::When, .. });
        Facts { aware: raw.aware.as_ref().map(|line| self.reference(line, "a question of type when", tells_when)) }
    }
}

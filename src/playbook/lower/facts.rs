//! The facts that everybody asks for, lowered: the questions that answer them.

use super::Lowering;
use crate::playbook::condition::Known;
use crate::playbook::facts::{FactName, Facts};
use crate::playbook::question::AnswerType;
use crate::playbook::raw::facts::RawFacts;
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
        self.lowered(raw)
    }

    fn lowered(&mut self, raw: &RawFacts) -> Facts {
        let mut facts = Facts::default();
        for (fact, line) in raw.named() {
            let Some(line) = line else { continue };
            let (wanted, suits): (_, fn(&Known) -> bool) = match fact {
                FactName::Persons | FactName::Residents => ("a question of type number", |known| {
                    matches!(known, Known::Question { answer: AnswerType::Number, .. })
                }),
                FactName::Occurred | FactName::Discovered | FactName::Aware => ("a question of type when", |known| {
                    matches!(known, Known::Question { answer: AnswerType::When, .. })
                }),
                FactName::Contained => ("a question of type when or yes_no", |known| {
                    matches!(known, Known::Question { answer: AnswerType::When | AnswerType::YesNo, .. })
                }),
                _ => ("a question", |known| matches!(known, Known::Question { .. })),
            };
            facts.0.insert(fact, self.reference(line, wanted, suits));
        }
        facts
    }
}

/// The labels of the options of the question that tells the kinds of data; none where nothing names it.
pub(super) fn data_kinds(files: &[RawFile]) -> Vec<String> {
    let facts = files.iter().filter_map(|file| file.facts.as_ref()).flat_map(RawFacts::named);
    let named = facts.filter(|(fact, _)| *fact == FactName::DataKinds).find_map(|(_, line)| line);
    let question = files
        .iter()
        .flat_map(|file| &file.question)
        .find(|question| named.is_some_and(|line| !line.text.is_empty() && line.text == question.id.text));
    let labels = question.iter().flat_map(|question| &question.options).map(|option| option.label.text.clone());
    labels.collect()
}

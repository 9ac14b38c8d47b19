//! The two counts, lowered: their questions and the list are found, and told apart.

use super::Lowering;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::counts::{CountedList, Counts, RESIDENCE};
use crate::playbook::item::{Body, Item};
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;
use crate::playbook::raw::counts::RawCounts;
use crate::playbook::raw::file::RawFile;
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};

impl Lowering<'_> {
    /// The one `[counts]` among the files, if there is any.
    pub(super) fn counts(&mut self, files: &[RawFile], items: &[Item]) -> Option<Counts> {
        let mut tables = files.iter().filter_map(|file| file.counts.as_ref());
        let raw = tables.next()?;
        for other in tables {
            let message = "There is already a [counts] in another file of this playbook.";
            self.problem(Code::DuplicateHead, other.place(), message);
        }
        self.only_in(Kind::Response, "[counts]", raw.place());
        let (persons, residents) = (self.counted(&raw.persons), self.counted(&raw.residents));
        if !raw.persons.is_missing() && raw.persons.text == raw.residents.text {
            let message = format!("`{}` counts both everybody affected and the residents.", raw.persons.text);
            self.problem(Code::SameCount, raw.residents.span, message);
        }
        Some(Counts {
            home: raw.home.text.clone(),
            home_words: raw.home_words.iter().map(|word| word.text.clone()).collect(),
            persons,
            residents,
            list: self.counted_list(raw, items),
        })
    }

    fn counted(&mut self, line: &Line) -> ItemId {
        let suits = |known: &Known| matches!(known, Known::Question { answer: AnswerType::Number, .. });
        self.reference(line, "a question of type number", suits)
    }

    fn counted_list(&mut self, raw: &RawCounts, items: &[Item]) -> Option<CountedList> {
        let Some(line) = &raw.list else {
            if let Some(column) = &raw.column {
                let message = "A column is named, but no `list` in which it stands.";
                let problem = Problem::new(Code::OptionsUnwanted, column.span, message);
                self.problems.add(problem.help("Name the register in `list`, or remove `column`."));
            }
            return None;
        };
        let suits = |known: &Known| matches!(known, Known::Register { list: true });
        let register = self.reference(line, "a register of kind list", suits);
        let found = items.iter().find(|item| item.id == register);
        let Some(Body::Register(body)) = found.map(|item| &item.body) else { return None };
        let (wanted, span) =
            raw.column.as_ref().map_or((RESIDENCE, line.span), |column| (column.text.as_str(), column.span));
        let names = || body.columns.iter().map(|column| column.id.as_str());
        let Some(at) = names().position(|name| name == wanted) else {
            let message = format!("The list `{register}` has no column `{wanted}`.");
            self.problems.add_similar(Problem::new(Code::UnknownColumn, span, message), wanted, names());
            return None;
        };
        if !body.tally.contains(&at) {
            let message = format!("The list `{register}` does not count the values of its column `{wanted}`.");
            self.problem(Code::ColumnNotTallied, span, message);
        }
        Some(CountedList { register, column: body.columns[at].id.clone() })
    }
}

//! The two counts, lowered: their questions and the list are found, and told apart.

use super::Lowering;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::counts::{CountedList, Counts, RESIDENCE};
use crate::playbook::item::{Body, Item};
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;
use crate::playbook::raw::facts::RawFacts;
use crate::playbook::raw::file::RawFile;
use crate::playbook::register::Home;
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};

/// Tells the list whose rows are affected persons what means home in it.
pub(super) fn tell_home(counts: Option<&Counts>, items: &mut [Item]) {
    let Some((counts, list)) = counts.and_then(|counts| Some((counts, counts.list.as_ref()?))) else { return };
    for item in items.iter_mut().filter(|item| item.id == list.register) {
        let Body::Register(body) = &mut item.body else { continue };
        let column = body.columns.iter().position(|column| column.id == list.column);
        body.home = column.map(|column| Home::new(column, counts));
    }
}

impl Lowering<'_> {
    /// Who is counted, as the one `[counts]` among the files says it, or `[facts]`; if either does.
    pub(super) fn counts(&mut self, files: &[RawFile], items: &[Item]) -> Option<Counts> {
        let mut tables = files.iter().filter_map(|file| file.counts.as_ref());
        let facts = files.iter().find_map(|file| file.facts.as_ref());
        let Some(raw) = tables.next() else { return self.counts_of_facts(facts?, items) };
        for other in tables {
            let message = "There is already a [counts] in another file of this playbook.";
            self.problem(Code::DuplicateHead, other.place(), message);
        }
        let again = facts.and_then(|facts| {
            let lines = [&facts.persons, &facts.residents, &facts.home, &facts.list, &facts.column];
            lines.into_iter().flatten().chain(&facts.home_words).next()
        });
        if let Some(again) = again {
            let message = "[counts] says already who is counted.";
            self.problem(Code::CountsTwice, again.span, message);
        }
        self.only_in(Kind::Response, "[counts]", raw.place());
        Some(self.told((&raw.home, &raw.home_words), (&raw.persons, &raw.residents), (&raw.list, &raw.column), items))
    }

    /// The same from `[facts]`: whoever names the home jurisdiction counts both.
    fn counts_of_facts(&mut self, raw: &RawFacts, items: &[Item]) -> Option<Counts> {
        if let (Some(home), Some(persons), Some(residents)) = (&raw.home, &raw.persons, &raw.residents) {
            self.only_in(Kind::Response, "`home` in [facts]", home.span);
            return Some(self.told((home, &raw.home_words), (persons, residents), (&raw.list, &raw.column), items));
        }
        let halves = [&raw.home, &raw.residents, &raw.list, &raw.column];
        if let Some(half) = halves.into_iter().flatten().chain(&raw.home_words).next() {
            let message = "`home`, `persons` and `residents` go together in [facts].";
            self.problem(Code::CountsIncomplete, half.span, message);
        }
        None
    }

    fn told(
        &mut self,
        (home, home_words): (&Line, &[Line]),
        (persons, residents): (&Line, &Line),
        (list, column): (&Option<Line>, &Option<Line>),
        items: &[Item],
    ) -> Counts {
        if !persons.is_missing() && persons.text == residents.text {
            let message = format!("`{}` counts both everybody affected and the residents.", persons.text);
            self.problem(Code::SameCount, residents.span, message);
        }
        Counts {
            home: home.text.clone(),
            home_words: home_words.iter().map(|word| word.text.clone()).collect(),
            persons: self.counted(persons),
            residents: self.counted(residents),
            list: self.counted_list(list.as_ref(), column.as_ref(), items),
        }
    }

    fn counted(&mut self, line: &Line) -> ItemId {
        let suits = |known: &Known| matches!(known, Known::Question { answer: AnswerType::Number, .. });
        self.reference(line, "a question of type number", suits)
    }

    fn counted_list(&mut self, list: Option<&Line>, column: Option<&Line>, items: &[Item]) -> Option<CountedList> {
        let Some(line) = list else {
            if let Some(column) = column {
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
        let (wanted, span) = column.map_or((RESIDENCE, line.span), |column| (column.text.as_str(), column.span));
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

//! One row of a sheet: the question or task, what stands in its cell, how it stands with what the others say.

use super::super::Fill;
use crate::case::Fact;
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::page::state::{Stands, State, stands};
use crate::playbook::question::{AnswerType, Question};
use crate::playbook::{Body, Item};
use crate::record::{Draft, in_sheet};

#[derive(Clone, Debug)]
pub struct Cell {
    /// The question or task, by its place in the playbook.
    pub item: usize,
    /// It is a task: its words say what was done.
    pub is_task: bool,
    pub input: Fill,
    /// Whether what stands in it was read and is tried with the others.
    pub taken: bool,
    pub stands: Stands,
}

impl Cell {
    /// The row of an item; `None` where a cell is too small for what it takes, or nothing is to be said of it now.
    pub fn of(case: &View<'_>, item: usize) -> Option<Self> {
        if !in_sheet::has_cell(case, item) {
            return None;
        }
        let is_task = matches!(case.playbook.items[item].body, Body::Task(_));
        let stands = stands_in(case, item);
        let contradicts = case.picture.items[item].standing == Standing::Conflict;
        if contradicts || matches!(stands.state, State::Done | State::Off) {
            return None;
        }
        let text = begun(case, &case.playbook.items[item]).unwrap_or_default();
        Some(Self { item, is_task, input: Fill::line(&text), taken: false, stands })
    }

    pub fn text(&self) -> String {
        self.input.text().trim().to_owned()
    }

    pub fn id<'v>(&self, case: &View<'v>) -> &'v str {
        case.playbook.items[self.item].id.as_str()
    }

    pub fn question<'v>(&self, case: &View<'v>) -> Option<&'v Question> {
        case.playbook.question(self.id(case))
    }

    pub fn is_yes_no(&self, case: &View<'_>) -> bool {
        self.question(case).is_some_and(|question| question.answer == AnswerType::YesNo)
    }

    pub fn is_choice(&self, case: &View<'_>) -> bool {
        let kind = self.question(case).map(|question| question.answer);
        matches!(kind, Some(AnswerType::OneOf | AnswerType::ManyOf))
    }

    /// Whether the cursor stops here: it is open, or it was filled in.
    pub fn is_asked(&self) -> bool {
        match self.stands.state {
            State::ToDo | State::LookAgain => true,
            State::Done => self.taken,
            // The words of what was done are not left behind unseen.
            State::Waits | State::Off => self.is_task && !self.text().is_empty(),
        }
    }

    /// How it stands in a case in memory, in which it was recorded or not.
    pub fn stands_in(&mut self, view: &View<'_>, recorded: bool) {
        self.stands = stands_in(view, self.item);
        if recorded && self.stands.state != State::Off {
            // That it is not known yet was said just now.
            self.stands.state = State::Done;
        }
        if self.is_yes_no(view) {
            self.stands.word = self.stands.word.to_lowercase();
        }
    }

    /// What the cell records; nothing where it is empty.
    ///
    /// # Errors
    /// Why it is no answer.
    pub fn draft(&self, case: &View<'_>) -> Result<Option<Draft>, String> {
        in_sheet::read(case, self.item, &self.text())
    }
}

/// How an item stands as a row: what the policy does not ask for can be said here, too.
fn stands_in(view: &View<'_>, item: usize) -> Stands {
    let status = &view.picture.items[item];
    let known = stands(view, Target::Item(item));
    match status.standing {
        _ if status.applies.value == Some(false) => {
            Stands { state: State::Off, word: "does not apply".into(), marked: false }
        }
        Standing::Optional => {
            Stands { state: State::ToDo, word: status.value.clone().unwrap_or_default(), marked: false }
        }
        _ => known,
    }
}

/// What was said of an item in a sheet that was cut off, last, as it is typed.
fn begun(case: &View<'_>, item: &Item) -> Option<String> {
    let said = |at| match (&case.state.at(at).fact, &item.body) {
        (Fact::Answered { question: id, value, .. }, Body::Question(question)) if *id == item.id => {
            Some(typed(question, value))
        }
        (Fact::TaskDone { task: id, value, .. }, Body::Task(_)) if *id == item.id => Some(value.clone()),
        _ => None,
    };
    case.state.cut_off().filter_map(said).last()
}

/// A stored answer as it is typed into a cell: options by number.
fn typed(question: &Question, value: &str) -> String {
    let number = |part: &str| question.options.iter().position(|option| option.id.as_str() == part);
    match question.answer {
        AnswerType::OneOf => number(value).map_or_else(|| value.to_owned(), |at| (at + 1).to_string()),
        AnswerType::ManyOf => {
            let numbers: Option<Vec<_>> = value.split(", ").map(|part| Some((number(part)? + 1).to_string())).collect();
            numbers.map_or_else(|| value.to_owned(), |numbers| numbers.join(" "))
        }
        _ => value.to_owned(),
    }
}

//! A step that is filled in together: which of its items have a cell, and what the text of a cell records.

use super::verbs::{answer, task};
use super::{Draft, WholeLine};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::types::answer::Answer;
use crate::playbook::Body;
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;

const NO_CHOICE: &str = "This is none of the choices. Write the number that stands before it.";
const NO_WORDS: &str = "Say what was done, in words; leave it blank if it is not done.";
/// What is typed by somebody who believes that another question is asked. So is one sign alone.
const SLIPS: [&str; 20] = [
    "yes",
    "no",
    "unknown",
    "done",
    "not known yet",
    "needed",
    "not needed",
    "not-needed",
    "not applicable",
    "na",
    "n/a",
    "missing",
    "not done",
    "not yet",
    "none",
    "nothing",
    "ok",
    "to do",
    "later",
    "in progress",
];

/// Whether an item has a cell: questions do, and tasks that are done by saying so in words.
pub fn has_cell(view: &View<'_>, at: usize) -> bool {
    match &view.playbook.items[at].body {
        Body::Question(_) => true,
        Body::Task(_) => is_done_in_words(view, at),
        _ => false,
    }
}

/// What the text of a cell records; nothing where it is empty.
///
/// # Errors
/// Why it is no answer.
pub fn read(view: &View<'_>, at: usize, text: &str) -> Result<Option<Draft>, String> {
    let (item, text) = (&view.playbook.items[at], text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    let Body::Question(question) = &item.body else {
        let done = Draft::new(&task::VERB, item.id.as_str()).with(&task::OUTCOME, task::DONE);
        return if is_slip(text) { Err(NO_WORDS.into()) } else { Ok(Some(done.with(&task::WORDS, text))) };
    };
    let value = match question.answer {
        _ if text == "-" => "unknown".to_owned(),
        AnswerType::YesNo => {
            let Some(takes) = WholeLine::of(view, Target::Item(at)) else { return Ok(None) };
            takes.read(text).ok_or(takes.only)?.to_owned()
        }
        AnswerType::ManyOf if text.split_whitespace().all(|part| part.parse::<usize>().is_ok()) => {
            text.split_whitespace().collect::<Vec<_>>().join(", ")
        }
        _ => text.to_owned(),
    };
    if let Err(why) = Answer::parse_typed(question, &value, view.now) {
        let is_choice = matches!(question.answer, AnswerType::OneOf | AnswerType::ManyOf);
        return Err(if is_choice { NO_CHOICE.into() } else { why.says });
    }
    Ok(Some(Draft::new(&answer::VERB, item.id.as_str()).with(&answer::VALUE, value)))
}

/// Whether a task is done by saying so in words: it has no rows of its own, nobody finds first whether it is needed, and it is no
/// point of a review, where the words can also say what is missing.
fn is_done_in_words(view: &View<'_>, at: usize) -> bool {
    let item = &view.playbook.items[at];
    let is_found_needed = view.picture.items[at].entry.is_some();
    let is_owed = item.verb.is_duty() && !item.verb.asks_necessity();
    view.playbook.kind != Kind::Readiness && item.body.for_each().is_none() && (is_owed || is_found_needed)
}

/// Whether what stands in the cell of a task says nothing of what was done.
fn is_slip(text: &str) -> bool {
    let text = text.trim_end_matches(['.', '!', '?']).to_lowercase();
    text.chars().count() == 1 || !text.chars().any(char::is_alphabetic) || SLIPS.contains(&text.as_str())
}

//! The fields of a record, asked one after the other, and the draft that they fill. Which fields, their words and their choices are the
//! verb's; nothing here knows a verb.

use super::walk::Walk;
use crate::judge::View;
use crate::record::field::Argument;
use crate::record::{self, Ask, Draft, FieldKind, Place, main_verb};

/// What comes after the fields that were typed so far.
pub enum Step {
    /// This field.
    Ask(Prompt),
    /// The last field cannot be used, with a sentence that says why.
    Again(String),
    /// Everything is there.
    Ready(Draft),
}

/// One thing to type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prompt {
    /// Of the verb; none where the verb itself is chosen.
    pub field: Option<Place>,
    pub text: String,
    /// Choices; each can be typed by its number.
    pub options: Vec<String>,
}

impl Walk<'_> {
    /// What is asked next of what was begun, or what is recorded of it.
    pub(super) fn next_field(&self, begun: &Draft) -> Step {
        next(&self.session.view(), begun.clone(), &self.typed)
    }

    /// The draft that is filled in now, with what was said beforehand: the one beside the item, or what the item takes.
    pub(super) fn begun(&self) -> Option<Draft> {
        let draft = match &self.beside {
            Some(beside) => beside.draft.clone(),
            None => {
                let (verb, id) = main_verb(&self.session.view(), self.current()?);
                Draft::new(verb, id)
            }
        };
        let mut begun = self.prepared(&draft);
        begun.staged.clone_from(&self.found);
        Some(begun)
    }

    /// How many of the texts came before this field was asked.
    pub(super) fn place(&self, begun: &Draft, typed: &[String], field: &Place) -> Option<usize> {
        let view = self.session.view();
        let asks = |n: &usize| match next(&view, begun.clone(), &typed[..*n]) {
            Step::Ask(prompt) => prompt.field.as_ref() == Some(field),
            _ => false,
        };
        (0..typed.len()).find(asks)
    }
}

/// The next step of a draft, `typed` being the fields so far.
fn next(view: &View<'_>, mut draft: Draft, typed: &[String]) -> Step {
    let mut typed = typed.iter().map(|text| text.trim());
    let ways = record::ask(view, &draft).ways;
    if !ways.is_empty() {
        let Some(text) = typed.next() else {
            let options = ways.iter().map(|(_, label)| (*label).to_owned()).collect();
            return Step::Ask(Prompt { field: None, text: "What is recorded?".into(), options });
        };
        let number = text.parse::<usize>().ok().and_then(|number| ways.get(number.checked_sub(1)?));
        let Some((verb, _)) = number else { return Step::Again(numbers(ways.len())) };
        draft = draft.by_verb(verb);
    }
    let mut answered: Vec<Place> = Vec::new();
    loop {
        let asks = record::ask(view, &draft).asks;
        let left = |ask: &&Ask| !answered.contains(&ask.place()) && draft.given_at(&ask.place()).is_none();
        let Some(ask) = asks.iter().find(|ask| is_asked(ask) && left(ask)) else { return Step::Ready(draft) };
        let Some(text) = typed.next() else { return Step::Ask(prompt(ask)) };
        let place = ask.place();
        answered.push(place.clone());
        match text {
            "" if !ask.offered().is_empty() => draft.give_at(&place, ask.offered()),
            "" if ask.kind == FieldKind::Pick && ask.needed => return Step::Again(numbers(ask.choices.len())),
            // What is emptied is not known, and is not filled in again.
            "-" if !ask.offered().is_empty() => draft.give_at(&place, ""),
            "" => {}
            text => {
                let rows = ask.field.kind == FieldKind::Rows;
                let is_one = |chosen: &str| ask.choices.iter().any(|choice| choice.id == chosen);
                let mut chosen = ask.chosen(text);
                // Several rows, by their numbers or names.
                if rows && !is_one(&chosen) {
                    let each: Vec<_> = text.split(',').map(|one| ask.chosen(one)).collect();
                    if each.iter().all(|one| is_one(one)) {
                        chosen = each.join("\n");
                    }
                }
                let known = chosen.lines().all(is_one);
                if ask.kind == FieldKind::Pick && (rows || ask.field.kind == FieldKind::Pick) && !known {
                    return Step::Again(numbers(ask.choices.len()));
                }
                let own = ask.field.kind == FieldKind::Answer && ask.kind == FieldKind::Many;
                draft.give_at(&place, if own { text.to_owned() } else { chosen });
            }
        }
    }
}

/// Whether a field is asked line by line: the remarks around a record are said beforehand, and what only boxes need is typed with the
/// rest.
fn is_asked(ask: &Ask) -> bool {
    let only_a_box = ask.field.argument == Argument::Boxes && ask.choices.is_empty();
    !ask.aside && !ask.clear && !only_a_box
}

fn numbers(choices: usize) -> String {
    match choices {
        2 => "Write 1 or 2.".into(),
        3 => "Write 1, 2 or 3.".into(),
        most => format!("Write one of the numbers from 1 to {most}, or its words."),
    }
}

fn prompt(ask: &Ask) -> Prompt {
    let is_answer = ask.field.kind == FieldKind::Answer;
    // Of an answer only what the playbook names is listed; the rest is in the sentence that says what is taken.
    let choices = ask.choices.iter().filter(|choice| !is_answer || choice.by_id);
    let options = choices.map(|choice| match &choice.more {
        Some(more) => format!("{} ({}). {more}", choice.label.trim_end_matches('.'), choice.id),
        None if choice.by_id => format!("{} ({})", choice.label, choice.id),
        None => choice.label.clone(),
    });
    let mut text = if ask.prompt.is_empty() { ask.label.clone().into_owned() } else { ask.prompt.clone() };
    let tells = matches!(ask.kind, FieldKind::Line | FieldKind::Name | FieldKind::Until | FieldKind::Watch)
        && ask.prompt.is_empty()
        && !ask.hint.is_empty();
    if tells {
        // A question ends as one.
        let stop = if text.ends_with(['.', '?']) { "" } else { "." };
        text = format!("{text}{stop} {}", ask.hint);
    }
    let stop = if text.ends_with(['.', '?', ':']) { "" } else { "." };
    let choice = ask.choices.iter().find(|choice| choice.id == ask.offered());
    let label = choice.filter(|choice| !choice.label.starts_with(&choice.id)).map(|choice| choice.label.as_str());
    match label.unwrap_or(ask.offered()) {
        _ if is_answer => {}
        "" if ask.needed => {}
        "" => text.push_str(&format!("{stop} May stay empty.")),
        offered if ask.kind == FieldKind::Pick => text.push_str(&format!("{stop} Empty is {offered}.")),
        offered => text.push_str(&format!("{stop} Empty is {offered}. A single - leaves it empty.")),
    }
    Prompt { field: Some(ask.place()), text, options: options.collect() }
}

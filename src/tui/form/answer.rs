//! Answering a question: one form for the thirteen types of answer.

use super::{Echo, Field, Form, Kind, Pick};
use crate::base::text::counted;
use crate::case::Fact;
use crate::guide::Command;
use crate::guide::answer::{Answer, OTHER, takes};
use crate::playbook::Item;
use crate::playbook::question::{AnswerType, Question};
use crate::tui::ctx::{Case, Ctx};
use crate::tui::theme::Role;

/// The field for words of the person's own beside the options.
pub const OWN: &str = "own";
const UNKNOWN: &str = "unknown";
const NONE: &str = "none";
/// Stands for "something else" in a choice.
const ELSE: &str = "something else";

/// The form for a question, filled with the answer that counts now.
pub fn form(case: &Case<'_>, item: &Item, question: &Question) -> Form {
    let stored = current(case, item);
    let mut fields = vec![value_field(question, stored.as_deref().unwrap_or_default())];
    if question.other {
        let own = stored.as_deref().and_then(|text| text.split_once(OTHER).map(|(_, own)| own.to_owned()));
        fields.push(
            Field::line(OWN, "Something else", own.as_deref().unwrap_or_default())
                .hint("In your own words; leave it empty if the choices above say it."),
        );
    }
    fields.push(Field::line("source", "Source", "").hint("Where it comes from: \"mail log\", \"by telephone\"."));
    let mut form = Form::new(Kind::Answer(item.id.to_string()), &item.title, fields);
    form = form.about(Role::Dim, item.detail.as_deref().unwrap_or_default());
    form = form.about(Role::Pending, item.verb.caution().unwrap_or_default());
    if let Some(stored) = stored {
        let shown = Answer::parse_typed(question, &stored, case.session.now())
            .map(|answer| answer.show(question, case.session.now()));
        form = form.about(
            Role::Pending,
            &format!("Answered before: {}. A new answer keeps the old one readable.", shown.unwrap_or(stored)),
        );
    }
    form.with_said("Said by")
}

/// The stored form of the answer that counts now.
fn current(case: &Case<'_>, item: &Item) -> Option<String> {
    let at = case.state.answers(item.id.as_str())?.last()?;
    match &case.state.at(at).fact {
        Fact::Answered { value, .. } => Some(value.clone()),
        _ => None,
    }
}

fn value_field(question: &Question, stored: &str) -> Field {
    match question.answer {
        AnswerType::YesNo => {
            let option = |id: &str, label: &str| (id.to_owned(), label.to_owned(), None);
            let options = vec![option("yes", "Yes"), option("no", "No"), option(UNKNOWN, "Not known yet")];
            Field::pick("value", "Answer", Pick::one(options).on(stored)).hint("y yes, n no, u not known yet")
        }
        AnswerType::OneOf => {
            let stored = if stored.starts_with(OTHER) { ELSE } else { stored };
            Field::pick("value", "Answer", Pick::one(options(question, &[UNKNOWN])).on(stored)).hint("Choose one.")
        }
        AnswerType::ManyOf => {
            let options = options(question, &[NONE, UNKNOWN]);
            let alone = vec![options.len() - 2, options.len() - 1];
            let mut pick = Pick::many(options, alone);
            for part in stored.split(", ") {
                let part = if part.starts_with(OTHER) { ELSE } else { part };
                if let Some(at) = pick.position(part).filter(|at| !pick.is_chosen(*at)) {
                    pick.choose(at);
                }
            }
            pick.at = None;
            Field::pick("value", "Answer", pick).hint("Tick all that apply, by number or with Space.")
        }
        AnswerType::Text => {
            let label = match question.prompts.as_slice() {
                [] => "Answer".to_owned(),
                prompts => format!("Cover: {}", prompts.join("; ")),
            };
            Field::area("value", &label, stored).hint("Enter is a new line, Ctrl-S records. Or write: unknown")
        }
        kind if !kind.columns().is_empty() => {
            Field::area("value", "One line each: the name, then what is known as column=value", stored)
                .hint(format!("Enter is a new line, Ctrl-S records. {}", takes(question)))
                .example(example(kind))
                .echo(Echo::Answer)
        }
        _ => Field::line("value", "Answer", stored).hint(takes(question)).echo(Echo::Answer),
    }
}

/// A line as it is taken, with invented names.
fn example(kind: AnswerType) -> &'static str {
    match kind {
        AnswerType::People => "Example: Ana Example; class=student; residence=Ohio",
        AnswerType::Assets => "Example: Laptop 12; kind=laptop; encrypted=yes",
        AnswerType::Parties => "Example: Example Pty; role=host; contact=555-0100",
        AnswerType::Places => "Example: Depot; jurisdiction=Ohio",
        AnswerType::DataElements => "Example: Tax number; with_name=yes; encrypted=no",
        _ => "",
    }
}

fn options(question: &Question, also: &[&str]) -> Vec<(String, String, Option<String>)> {
    let own = |option: &crate::playbook::question::OptionText| {
        (option.id.to_string(), option.label.clone(), option.help.clone())
    };
    let mut options: Vec<_> = question.options.iter().map(own).collect();
    if question.other {
        options.push((ELSE.into(), "Something else, in the next field".into(), None));
    }
    for id in also {
        let label = if *id == NONE { "None of these" } else { "Not known yet" };
        options.push(((*id).into(), label.into(), None));
    }
    options
}

/// What the field holds, as the question takes it.
fn typed(form: &Form) -> String {
    let value = form.text("value");
    let Some(own) = form.some(OWN) else { return value };
    let mut parts: Vec<_> =
        value.split(", ").filter(|part| !matches!(*part, "" | NONE | UNKNOWN | ELSE)).map(str::to_owned).collect();
    let single = form
        .fields
        .first()
        .is_some_and(|field| matches!(&field.input, super::Fill::Pick(pick) if pick.ticked.is_none()));
    if single {
        // One answer only: the words count when "something else" or nothing is chosen.
        if let Some(chosen) = parts.pop() {
            return chosen;
        }
    }
    parts.push(format!("{OTHER}{}", own.trim()));
    parts.join(", ")
}

pub(super) fn command(form: &Form, id: &str, ctx: &Ctx<'_>) -> Command {
    let question = ctx.open().and_then(|case| case.playbook.question(id));
    let value = if question.is_some() { typed(form) } else { form.text("value") };
    Command::Answer { id: id.to_owned(), value, source: form.some("source") }
}

/// What was understood, and what should be said of it.
pub(super) fn understood(what: &str, note: Option<&str>) -> String {
    note.map_or_else(|| format!("Understood: {what}"), |note| format!("Understood: {what}. {note}"))
}

/// How the answer is understood while it is typed: the words for people, or what is not understood yet.
pub fn echo(form: &Form, id: &str, ctx: &Ctx<'_>) -> Option<(bool, String)> {
    let question = ctx.open()?.playbook.question(id)?;
    let text = form.some("value")?;
    Some(match Answer::read(question, &text, ctx.now).map(|read| (read.value, read.note)) {
        Ok((Answer::Rows(rows), _)) => (true, format!("Understood: {}", counted(rows.len(), "line", "lines"))),
        Ok((answer, note)) => (true, understood(&answer.show(question, ctx.now), note.as_deref())),
        Err(why) => (false, format!("Not understood yet. {}", why.says)),
    })
}

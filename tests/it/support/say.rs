//! What tests record, in few words: the draft of each verb with what it always needs. The rest is given by its field.

pub use breachbook::record::draft::ON;
pub use breachbook::record::rows::FOR;
pub use breachbook::record::verbs as v;

use breachbook::record::Draft;
use breachbook::record::field::Field;
use breachbook::record::verb::Verb;
use std::path::Path;

/// What became of a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    Done(String),
    RuledOut { reason: String, adviser: Option<String> },
    Needed { reason: String, adviser: Option<String> },
}

fn on(verb: &'static Verb, on: impl Into<String>) -> Draft {
    Draft::new(verb, on)
}

pub fn answer(id: impl Into<String>, value: impl Into<String>) -> Draft {
    on(&v::answer::VERB, id).with(&v::answer::VALUE, value)
}

pub fn task(id: impl Into<String>, deed: Deed) -> Draft {
    let (outcome, words, adviser) = match deed {
        Deed::Done(words) => (v::task::DONE, words, None),
        Deed::RuledOut { reason, adviser } => (v::task::RULED_OUT, reason, adviser),
        Deed::Needed { reason, adviser } => (v::task::NEEDED, reason, adviser),
    };
    let draft = on(&v::task::VERB, id).with(&v::task::OUTCOME, outcome).with(&v::task::WORDS, words);
    draft.with_some(&v::task::ADVISED, adviser)
}

pub fn decided(id: impl Into<String>, option: impl Into<String>) -> Draft {
    on(&v::decision::VERB, id).with(&v::decision::OPTION, option)
}

pub fn call(id: impl Into<String>, outcome: impl Into<String>) -> Draft {
    on(&v::call::VERB, id).with(&v::call::OUTCOME, outcome)
}

pub fn pass_on(id: impl Into<String>) -> Draft {
    on(&v::pass_on::VERB, id)
}

pub fn count(id: impl Into<String>, amount: impl Into<String>) -> Draft {
    on(&v::count::VERB, id).with(&v::count::AMOUNT, amount)
}

/// A row of a list: its name, then its cells, as in `Ana Example; residence=Ohio`.
pub fn row(id: impl Into<String>, row: impl Into<String>) -> Draft {
    let row = row.into();
    let mut parts = row.split("; ");
    let mut draft = on(&v::row::VERB, id).with(&v::row::NAME, parts.next().unwrap_or_default());
    for part in parts {
        let (column, text) = part.split_once('=').unwrap_or((part, ""));
        draft.give_cell(column, text);
    }
    draft
}

pub fn import(id: impl Into<String>, file: impl AsRef<Path>) -> Draft {
    on(&v::import::VERB, id).with(&v::import::FILE, file.as_ref().to_string_lossy())
}

pub fn strike(entry: impl Into<String>) -> Draft {
    on(&v::strike::VERB, entry)
}

pub fn note(text: impl Into<String>) -> Draft {
    note_about("", text)
}

pub fn note_about(about: impl Into<String>, text: impl Into<String>) -> Draft {
    on(&v::note::VERB, about).with(&v::note::TEXT, text)
}

pub fn defer(id: impl Into<String>, until: impl Into<String>) -> Draft {
    on(&v::defer::VERB, id).with(&v::defer::UNTIL, until)
}

pub fn confirm(id: impl Into<String>) -> Draft {
    on(&v::confirm::VERB, id)
}

pub fn silence(id: impl Into<String>, value: impl Into<String>) -> Draft {
    on(&v::silence::VERB, id).with(&v::silence::VALUE, value)
}

pub fn contact(role: impl Into<String>) -> Draft {
    on(&v::contact::VERB, role)
}

pub fn prohibition(id: impl Into<String>) -> Draft {
    on(&v::prohibition::VERB, id)
}

pub fn handover(to: impl Into<String>) -> Draft {
    of_the_case(&v::handover::VERB, &v::handover::TO, to)
}

pub fn time_check(watch: impl Into<String>) -> Draft {
    of_the_case(&v::time_check::VERB, &v::time_check::WATCH, watch)
}

pub fn close(role: impl Into<String>) -> Draft {
    of_the_case(&v::close::VERB, &v::close::ROLE, role)
}

pub fn reopen(reason: impl Into<String>) -> Draft {
    of_the_case(&v::reopen::VERB, &v::reopen::REASON, reason)
}

fn of_the_case(verb: &'static Verb, field: &'static Field, text: impl Into<String>) -> Draft {
    on(verb, "").with(field, text)
}

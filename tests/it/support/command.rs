//! What a test records, with its fields by name, and the draft that it is.

use breachbook::record::common::{ACTOR, AT, REMARK};
use breachbook::record::draft::ON;
use breachbook::record::{Draft, verbs as v};
use breachbook::session::{Receipt, Session, SubmitError};
use std::path::PathBuf;
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    pub by: Option<String>,
    pub actor: Option<String>,
    pub at: Option<String>,
    pub note: Option<String>,
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    Answer {
        id: String,
        value: String,
        source: Option<String>,
    },
    Task {
        id: String,
        target: Option<String>,
        outcome: TaskOutcome,
    },
    Review {
        id: String,
        outcome: TaskOutcome,
        owner: Option<String>,
        due: Option<String>,
    },
    Decide {
        id: String,
        option: String,
        role: Option<String>,
        reason: Option<String>,
        adviser: Option<String>,
        person: Option<String>,
        standing_in: Option<String>,
    },
    Call {
        id: String,
        role: Option<String>,
        person: Option<String>,
        channel: Option<String>,
        outcome: String,
        said: Option<String>,
        reported_by: Option<String>,
        target: Option<String>,
    },
    PassOn {
        id: String,
        to: Option<String>,
        all: bool,
        said: Option<String>,
        target: Option<String>,
    },
    Count {
        id: String,
        amount: String,
        what: Option<String>,
    },
    AddRow {
        id: String,
        row: String,
    },
    ImportRows {
        id: String,
        file: PathBuf,
    },
    Strike {
        entry: String,
        reason: Option<String>,
    },
    Note {
        about: Option<String>,
        text: String,
    },
    Defer {
        id: String,
        until: String,
        reason: Option<String>,
    },
    Confirm {
        id: String,
        target: Option<String>,
        role: Option<String>,
        reason: Option<String>,
    },
    DecideSilence {
        id: String,
        value: String,
        role: Option<String>,
    },
    SetContact {
        role: String,
        person: Option<String>,
        channel: Option<String>,
    },
    Prohibition {
        id: String,
        broken: Option<String>,
    },
    HandOver {
        from: Option<String>,
        to: String,
        witness: Option<String>,
    },
    CheckTime {
        watch: String,
        checked_by: Option<String>,
    },
    Close {
        role: String,
        reason: Option<String>,
        anyway: bool,
    },
    Reopen {
        reason: String,
    },
}
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TaskOutcome {
    Done(String),
    RuledOut { reason: String, adviser: Option<String> },
    Needed { reason: String, adviser: Option<String> },
}

/// Recording with the fields by name.
pub trait Says {
    fn say(&mut self, command: &Command, said: &Said) -> Result<Receipt, SubmitError>;
}

impl Says for Session {
    fn say(&mut self, command: &Command, said: &Said) -> Result<Receipt, SubmitError> {
        self.submit(&command.said(said))
    }
}

/// The words of a refusal on the command line.
pub fn words(session: &Session, refusal: &breachbook::record::Refusal) -> String {
    refused(&session.view(), refusal)
}

/// The same of a case that is looked at.
pub fn refused(view: &breachbook::judge::View<'_>, refusal: &breachbook::record::Refusal) -> String {
    use breachbook::page::refusal::{Voice, said};
    said(view, refusal, Voice::Command).all()
}

impl Said {
    fn on(&self, mut draft: Draft) -> Draft {
        draft.by.clone_from(&self.by);
        draft
            .with_some(&ACTOR, self.actor.clone())
            .with_some(&AT, self.at.clone())
            .with_some(&REMARK, self.note.clone())
    }
}

impl Command {
    pub fn said(&self, said: &Said) -> Draft {
        said.on(self.draft())
    }

    pub fn draft(&self) -> Draft {
        match self.clone() {
            Self::Answer { id, value, source } => {
                Draft::new(&v::answer::VERB, id).with(&v::answer::VALUE, value).with_some(&v::answer::SOURCE, source)
            }
            Self::Task { id, target, outcome } => task(id, outcome).with_some(&breachbook::record::rows::FOR, target),
            Self::Review { id, outcome, owner, due } => {
                task(id, outcome).with_some(&v::task::OWNER, owner).with_some(&v::task::DUE, due)
            }
            Self::Decide { id, option, role, reason, adviser, person, standing_in } => {
                Draft::new(&v::decision::VERB, id)
                    .with(&v::decision::OPTION, option)
                    .with_some(&v::decision::SEAT, role)
                    .with_some(&v::decision::REASON, reason)
                    .with_some(&v::decision::ADVISER, adviser)
                    .with_some(&v::decision::PERSON, person)
                    .with_some(&v::decision::STANDING_IN, standing_in)
            }
            Self::Call { id, role, person, channel, outcome, said, reported_by, target } => {
                Draft::new(&v::call::VERB, id)
                    .with(&v::call::OUTCOME, outcome)
                    .with_some(&v::call::ROLE, role)
                    .with_some(&v::call::PERSON, person)
                    .with_some(&v::call::CHANNEL, channel)
                    .with_some(&v::call::SAID, said)
                    .with_some(&v::call::REPORTED_BY, reported_by)
                    .with_some(&breachbook::record::rows::FOR, target)
            }
            Self::PassOn { id, to, all, said, target } => Draft::new(&v::pass_on::VERB, id)
                .with_some(&v::pass_on::TO, to)
                .with_some(&v::pass_on::ALL, all.then(|| ON.to_owned()))
                .with_some(&v::pass_on::SAID, said)
                .with_some(&breachbook::record::rows::FOR, target),
            Self::Count { id, amount, what } => {
                Draft::new(&v::count::VERB, id).with(&v::count::AMOUNT, amount).with_some(&v::count::WHAT, what)
            }
            Self::AddRow { id, row } => {
                let mut parts = row.split("; ");
                let named = Draft::new(&v::row::VERB, id).with(&v::row::NAME, parts.next().unwrap_or_default());
                parts.fold(named, |mut draft, part| {
                    let (column, text) = part.split_once('=').unwrap_or((part, ""));
                    draft.give_cell(column, text);
                    draft
                })
            }
            Self::ImportRows { id, file } => {
                Draft::new(&v::import::VERB, id).with(&v::import::FILE, file.to_string_lossy())
            }
            Self::Strike { entry, reason } => Draft::new(&v::strike::VERB, entry).with_some(&v::strike::REASON, reason),
            Self::Note { about, text } => {
                Draft::new(&v::note::VERB, about.unwrap_or_default()).with(&v::note::TEXT, text)
            }
            Self::Defer { id, until, reason } => {
                Draft::new(&v::defer::VERB, id).with(&v::defer::UNTIL, until).with_some(&v::defer::REASON, reason)
            }
            Self::Confirm { id, target, role, reason } => Draft::new(&v::confirm::VERB, id)
                .with_some(&breachbook::record::rows::FOR, target)
                .with_some(&v::confirm::ROLE, role)
                .with_some(&v::confirm::REASON, reason),
            Self::DecideSilence { id, value, role } => {
                Draft::new(&v::silence::VERB, id).with(&v::silence::VALUE, value).with_some(&v::silence::ROLE, role)
            }
            Self::SetContact { role, person, channel } => Draft::new(&v::contact::VERB, role)
                .with_some(&v::contact::PERSON, person)
                .with_some(&v::contact::CHANNEL, channel),
            Self::Prohibition { id, broken } => {
                Draft::new(&v::prohibition::VERB, id).with_some(&v::prohibition::BROKEN, broken)
            }
            Self::HandOver { from, to, witness } => Draft::new(&v::handover::VERB, "")
                .with(&v::handover::TO, to)
                .with_some(&v::handover::FROM, from)
                .with_some(&v::handover::WITNESS, witness),
            Self::CheckTime { watch, checked_by } => Draft::new(&v::time_check::VERB, "")
                .with(&v::time_check::WATCH, watch)
                .with_some(&v::time_check::CHECKED_BY, checked_by),
            Self::Close { role, reason, anyway } => Draft::new(&v::close::VERB, "")
                .with(&v::close::ROLE, role)
                .with_some(&v::close::REASON, reason)
                .with_some(&v::close::ANYWAY, anyway.then(|| ON.to_owned())),
            Self::Reopen { reason } => Draft::new(&v::reopen::VERB, "").with(&v::reopen::REASON, reason),
        }
    }
}

fn task(id: String, outcome: TaskOutcome) -> Draft {
    let (outcome, words, adviser) = match outcome {
        TaskOutcome::Done(words) => (v::task::DONE, words, None),
        TaskOutcome::RuledOut { reason, adviser } => (v::task::RULED_OUT, reason, adviser),
        TaskOutcome::Needed { reason, adviser } => (v::task::NEEDED, reason, adviser),
    };
    let draft = Draft::new(&v::task::VERB, id).with(&v::task::OUTCOME, outcome).with(&v::task::WORDS, words);
    draft.with_some(&v::task::ADVISED, adviser)
}

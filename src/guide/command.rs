//! Commands: what a person asks to record, as typed. Every front end builds these and nothing else.

use crate::case::Import;
use std::path::PathBuf;

/// Who and when, as typed; shared by all commands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// Who writes it down; the person at the keyboard where nothing is given.
    pub by: Option<String>,
    /// Who did it or said it.
    pub actor: Option<String>,
    /// When it happened: "02:13", "20m ago", "about 01:00", "22:00 to 02:13".
    pub at: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A request to record something. Texts are as typed; they are read and checked by [`super::decide`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    /// Answer a question.
    Answer {
        /// Question id.
        id: String,
        /// The answer.
        value: String,
        /// Where it comes from.
        source: Option<String>,
    },
    /// Say what became of a task, a call or a document.
    Task {
        /// Item id.
        id: String,
        /// The row for which, where it has to be settled for each row of a list; without one, "not needed" and "needed"
        /// are said of all rows.
        target: Option<String>,
        /// What became of it.
        outcome: TaskOutcome,
    },
    /// Say what was found at a point of a readiness review.
    Review {
        /// Task id.
        id: String,
        /// In order, with the evidence; not in order; or not needed.
        outcome: TaskOutcome,
        /// Whose it is.
        owner: Option<String>,
        /// The day by which it is to be in order, or to be looked at again: 2027-01-31.
        due: Option<String>,
    },
    /// Record what was decided.
    Decide {
        /// Decision id.
        id: String,
        /// Option: id, label or number.
        option: String,
        /// The seat; may be left out where there is only one.
        role: Option<String>,
        /// Why.
        reason: Option<String>,
        /// Who advised.
        adviser: Option<String>,
        /// Who sat in the seat; nothing given is not stated.
        person: Option<String>,
        /// In whose place.
        standing_in: Option<String>,
    },
    /// Log an attempt to reach somebody.
    Call {
        /// A call of the tree, or a role.
        id: String,
        /// The role that was called, where it is not the next in order.
        role: Option<String>,
        /// The person.
        person: Option<String>,
        /// The channel.
        channel: Option<String>,
        /// How it ended.
        outcome: String,
        /// What was said.
        said: Option<String>,
        /// Who made the call and reports it back, where that is not the person at the keyboard.
        reported_by: Option<String>,
        /// The row for which, where it has to be made for each row of a list.
        target: Option<String>,
    },
    /// Ask somebody else to make a call and to report back.
    PassOn {
        /// The call.
        id: String,
        /// Who was asked; whoever makes the call by the policy where nothing is given.
        to: Option<String>,
        /// All open calls that the policy has the same role make.
        all: bool,
        /// What was agreed.
        said: Option<String>,
        /// The row for which; without one, all of them.
        target: Option<String>,
    },
    /// Add to a counter, to time spent or to an amount of money.
    Count {
        /// Register id.
        id: String,
        /// How much more.
        amount: String,
        /// What it was.
        what: Option<String>,
    },
    /// Add a row to a list.
    AddRow {
        /// Register id.
        id: String,
        /// The name, then `; column=value`.
        row: String,
    },
    /// Take a file of rows into a list.
    ImportRows {
        /// Register id.
        id: String,
        /// The file, as typed.
        file: PathBuf,
        /// What was counted in it; the session reads the file and fills this in.
        import: Option<Box<Import>>,
    },
    /// Strike out an entry: it counts no more, and stays readable.
    Strike {
        /// Its name: k4-12.
        entry: String,
        /// Why; may be missing for this run's last record in its first minute.
        reason: Option<String>,
    },
    /// Add a note.
    Note {
        /// Item id, if it is about one.
        about: Option<String>,
        /// The words.
        text: String,
    },
    /// Put an item off.
    Defer {
        /// Item id.
        id: String,
        /// A time ("in 30m", "04:00") or the id of an item whose record brings it back.
        until: String,
        /// Why.
        reason: Option<String>,
    },
    /// Record what people decided where the policy is silent.
    DecideSilence {
        /// Silence id.
        id: String,
        /// What they decided.
        value: String,
        /// Who decided.
        role: Option<String>,
    },
    /// Fill in who holds a role in this case, and how to reach them.
    SetContact {
        /// Role id.
        role: String,
        /// The person.
        person: Option<String>,
        /// The channel.
        channel: Option<String>,
    },
    /// A prohibition was read, or was not kept.
    Prohibition {
        /// Item id.
        id: String,
        /// What happened, if it was not kept.
        broken: Option<String>,
    },
    /// The keyboard changes hands.
    HandOver {
        /// Who leaves; the person at the keyboard where nothing is given.
        from: Option<String>,
        /// Who takes over.
        to: String,
        /// A second person who is there.
        witness: Option<String>,
    },
    /// Compare the laptop's clock with a watch.
    CheckTime {
        /// What the watch says.
        watch: String,
        /// Who looked.
        checked_by: Option<String>,
    },
    /// Close the case.
    Close {
        /// Role of the closer.
        role: String,
        /// Why, needed when something is still open.
        reason: Option<String>,
        /// Close although something is still open.
        anyway: bool,
    },
    /// Open a closed case again.
    Reopen {
        /// Why.
        reason: String,
    },
}

/// What became of a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TaskOutcome {
    /// Done: what, exactly.
    Done(String),
    /// It does not apply or is not needed: why, and who advised.
    RuledOut {
        /// Why.
        reason: String,
        /// Who advised.
        adviser: Option<String>,
    },
    /// It is needed: why, and who advised.
    Needed {
        /// Why.
        reason: String,
        /// Who advised.
        adviser: Option<String>,
    },
}

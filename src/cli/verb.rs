//! What `record` can record, and the command that it makes of the arguments. Texts go on as typed; the guide reads them.

use super::failure::Failure;
use crate::guide::answer::MAX_ANSWER;
use crate::guide::{Command, TaskOutcome};
use clap::Subcommand;
use std::io::{Read, stdin};
use std::path::PathBuf;

/// One thing to record.
#[derive(Subcommand, Debug)]
pub enum RecordVerb {
    /// Answer a question. `unknown` is an answer, too.
    Answer {
        /// The question.
        #[arg(value_name = "ID")]
        id: String,
        /// The answer; - reads it from standard input.
        #[arg(value_name = "VALUE", allow_negative_numbers = true)]
        value: String,
        /// Where the answer comes from.
        #[arg(long, value_name = "WORDS")]
        source: Option<String>,
    },
    /// Say what became of a task, a call or a document: what was done, or why it is not needed.
    Task {
        /// The task, call or document.
        #[arg(value_name = "ID")]
        id: String,
        /// done, not-needed (also na, not-applicable) or needed (in a review also missing); or directly what was done.
        #[arg(value_name = "OUTCOME")]
        outcome: String,
        /// What was done, or the reason; - reads it from standard input.
        #[arg(value_name = "WORDS")]
        words: Option<String>,
        /// Who advised it, for what is done "if so advised".
        #[arg(long, value_name = "NAME")]
        adviser: Option<String>,
        /// The row for which, where it has to be settled for each row of a list; without it, not-needed and needed are said of
        /// all rows.
        #[arg(long = "for", value_name = "NAME")]
        target: Option<String>,
        /// In a readiness review: whose it is.
        #[arg(long, value_name = "NAME", conflicts_with = "target")]
        owner: Option<String>,
        /// In a readiness review: the day by which it is to be in order or looked at again, as 2027-01-31.
        #[arg(long, value_name = "DATE", conflicts_with = "target")]
        due: Option<String>,
    },
    /// Record what was decided.
    Decision {
        /// The decision.
        #[arg(value_name = "ID")]
        id: String,
        /// The option: its id, its label or its number.
        #[arg(value_name = "OPTION")]
        option: String,
        /// Why.
        #[arg(long, value_name = "REASON")]
        reason: Option<String>,
        /// The role that decides, where several do.
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        /// Who advised it.
        #[arg(long, value_name = "NAME")]
        adviser: Option<String>,
        /// Who decided, by name; not stated where nobody is given. Whoever writes it down is not taken for them.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// In whose place that person decided, if they stood in for somebody.
        #[arg(long, value_name = "NAME")]
        standing_in: Option<String>,
    },
    /// Log an attempt to reach somebody.
    Call {
        /// The call, or the role that was called.
        #[arg(value_name = "ID")]
        id: String,
        /// How it ended: reached, voicemail, no_answer, busy, wrong_number, disconnected, refused, out_of_office,
        /// identity_not_verified.
        #[arg(value_name = "OUTCOME")]
        outcome: String,
        /// The role that was called, where it is not the next in order.
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        /// The person.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// The number or means.
        #[arg(long, value_name = "CHANNEL")]
        channel: Option<String>,
        /// What was said or left.
        #[arg(long, value_name = "WORDS")]
        said: Option<String>,
        /// Who made the call and reports it back, if that is not the person at the keyboard.
        #[arg(long, value_name = "NAME", conflicts_with = "actor")]
        reported_by: Option<String>,
        /// The row for which, where the call has to be made for each row of a list.
        #[arg(long = "for", value_name = "NAME")]
        target: Option<String>,
    },
    /// Ask somebody else to make a call; it stays open until they report back.
    PassOn {
        /// The call.
        #[arg(value_name = "ID")]
        id: String,
        /// Who was asked; whoever makes the call by the policy, where nobody is given.
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
        /// All open calls that the policy has the same role make.
        #[arg(long)]
        all: bool,
        /// What was agreed.
        #[arg(long, value_name = "WORDS")]
        said: Option<String>,
        /// The row for which; all rows of the list, where none is given.
        #[arg(long = "for", value_name = "NAME")]
        target: Option<String>,
    },
    /// Add to a counter, to time spent or to an amount of money.
    Count {
        /// The register.
        #[arg(value_name = "ID")]
        id: String,
        /// How much more: 14, 2h 30m, 1,500.00.
        #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
        amount: String,
        /// What it was; - reads it from standard input.
        #[arg(value_name = "WORDS")]
        what: Option<String>,
    },
    /// Add a row to a list.
    Row {
        /// The list.
        #[arg(value_name = "ID")]
        id: String,
        /// The name, then "; column=value"; - reads it from standard input.
        #[arg(value_name = "ROW")]
        row: String,
    },
    /// Take a file of rows into a list. The file is kept in the case; the log holds only what was counted in it.
    Import {
        /// The list.
        #[arg(value_name = "ID")]
        id: String,
        /// The file: comma-separated values with headings, one of them "name".
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Strike out an entry: an answer, an outcome, a call, a decision, a row, a note, or an earlier strike. It counts no more, as if it
    /// had never been recorded, and stays readable in the log.
    Strike {
        /// Its name, as the receipt and the log show it: k4-12.
        #[arg(value_name = "ENTRY")]
        entry: String,
        /// Why.
        #[arg(long, value_name = "REASON")]
        reason: Option<String>,
    },
    /// Add a note.
    Note {
        /// The words; - reads them from standard input.
        #[arg(value_name = "TEXT")]
        text: String,
        /// The item, rule or silence that it is about.
        #[arg(long, value_name = "ID")]
        about: Option<String>,
    },
    /// Put an item off.
    Defer {
        /// The item.
        #[arg(value_name = "ID")]
        id: String,
        /// Until when: in 30m, 04:00, tomorrow 09:00; or the item to wait for.
        #[arg(value_name = "UNTIL")]
        until: String,
        /// Why.
        #[arg(long, value_name = "REASON")]
        reason: Option<String>,
    },
    /// Record what people decided where the policy is silent.
    Silence {
        /// The silence.
        #[arg(value_name = "ID")]
        id: String,
        /// What they decided; - reads it from standard input.
        #[arg(value_name = "VALUE")]
        value: String,
        /// Who decided.
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
    },
    /// Fill in who holds a role in this case, and how to reach them.
    Contact {
        /// The role.
        #[arg(value_name = "ROLE")]
        role: String,
        /// The person.
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// The number or address.
        #[arg(long, value_name = "CHANNEL")]
        channel: Option<String>,
    },
    /// Record that a prohibition was read, or that it was not kept.
    Prohibition {
        /// The prohibition.
        #[arg(value_name = "ID")]
        id: String,
        /// What happened, if it was not kept.
        #[arg(long, value_name = "WHAT")]
        broken: Option<String>,
    },
    /// Hand the keyboard over.
    Handover {
        /// Who takes over.
        #[arg(value_name = "TO")]
        to: String,
        /// Who leaves; the person at the keyboard where nobody is given.
        #[arg(long, value_name = "NAME")]
        from: Option<String>,
        /// A second person who is there.
        #[arg(long, value_name = "NAME")]
        witness: Option<String>,
    },
    /// Compare the computer's clock with a watch.
    TimeCheck {
        /// What the watch says.
        #[arg(value_name = "WATCH")]
        watch: String,
        /// Who looked.
        #[arg(long, value_name = "NAME")]
        checked_by: Option<String>,
    },
    /// Close the case. What is still open is listed.
    Close {
        /// Role of the person who closes it.
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// Why; needed when something is still open.
        #[arg(long, value_name = "REASON")]
        reason: Option<String>,
        /// Close it although something is still open.
        #[arg(long)]
        anyway: bool,
    },
    /// Open a closed case again.
    Reopen {
        /// Why.
        #[arg(long, value_name = "REASON")]
        reason: String,
    },
}

/// The command that these arguments mean.
pub fn command(verb: &RecordVerb) -> Result<Command, Failure> {
    Ok(match verb {
        RecordVerb::Answer { id, value, source } => {
            Command::Answer { id: id.clone(), value: words(value)?, source: source.clone() }
        }
        RecordVerb::Task { id, outcome, words, adviser, target, owner, due } => {
            let (id, outcome) = (id.clone(), task(outcome, words.as_deref(), adviser.as_deref())?);
            if owner.is_none() && due.is_none() {
                Command::Task { id, target: target.clone(), outcome }
            } else {
                Command::Review { id, outcome, owner: owner.clone(), due: due.clone() }
            }
        }
        RecordVerb::Decision { id, option, reason, role, adviser, person, standing_in } => Command::Decide {
            person: person.clone(),
            standing_in: standing_in.clone(),
            id: id.clone(),
            option: option.clone(),
            role: role.clone(),
            reason: reason.clone(),
            adviser: adviser.clone(),
        },
        RecordVerb::PassOn { id, to, all, said, target } => {
            Command::PassOn { id: id.clone(), to: to.clone(), all: *all, said: said.clone(), target: target.clone() }
        }
        RecordVerb::Call { id, outcome, role, person, channel, said, reported_by, target } => Command::Call {
            id: id.clone(),
            role: role.clone(),
            person: person.clone(),
            channel: channel.clone(),
            outcome: outcome.clone(),
            said: said.clone(),
            reported_by: reported_by.clone(),
            target: target.clone(),
        },
        RecordVerb::Count { id, amount, what } => {
            let what = what.as_deref().map(words).transpose()?;
            Command::Count { id: id.clone(), amount: amount.clone(), what }
        }
        RecordVerb::Row { id, row } => Command::AddRow { id: id.clone(), row: words(row)? },
        RecordVerb::Import { id, file } => Command::ImportRows { id: id.clone(), file: file.clone(), import: None },
        RecordVerb::Strike { entry, reason } => Command::Strike { entry: entry.clone(), reason: reason.clone() },
        RecordVerb::Note { text, about } => Command::Note { about: about.clone(), text: words(text)? },
        RecordVerb::Defer { id, until, reason } => {
            Command::Defer { id: id.clone(), until: until.clone(), reason: reason.clone() }
        }
        RecordVerb::Silence { id, value, role } => {
            Command::DecideSilence { id: id.clone(), value: words(value)?, role: role.clone() }
        }
        RecordVerb::Contact { role, person, channel } => {
            Command::SetContact { role: role.clone(), person: person.clone(), channel: channel.clone() }
        }
        RecordVerb::Prohibition { id, broken } => Command::Prohibition { id: id.clone(), broken: broken.clone() },
        RecordVerb::Handover { to, from, witness } => {
            Command::HandOver { from: from.clone(), to: to.clone(), witness: witness.clone() }
        }
        RecordVerb::TimeCheck { watch, checked_by } => {
            Command::CheckTime { watch: watch.clone(), checked_by: checked_by.clone() }
        }
        RecordVerb::Close { role, reason, anyway } => {
            Command::Close { role: role.clone(), reason: reason.clone(), anyway: *anyway }
        }
        RecordVerb::Reopen { reason } => Command::Reopen { reason: reason.clone() },
    })
}

/// `done WORDS`, `not-needed REASON`, `needed REASON`; one word group alone is what was done.
fn task(outcome: &str, given: Option<&str>, adviser: Option<&str>) -> Result<TaskOutcome, Failure> {
    let known = match outcome.trim().to_ascii_lowercase().replace('_', "-").as_str() {
        "done" => TaskOutcome::Done as fn(String) -> TaskOutcome,
        "not-needed" | "na" | "not-applicable" => |reason| TaskOutcome::RuledOut { reason, adviser: None },
        "needed" | "missing" => |reason| TaskOutcome::Needed { reason, adviser: None },
        _ => {
            return match given {
                None => Ok(TaskOutcome::Done(words(outcome)?)),
                Some(_) => Err(Failure::refused(
                    format!("\"{}\" is not an outcome of a task.", crate::base::text::cut(outcome, 60)),
                    "Write done, not-needed, needed or missing and then the words; or the words alone, in quotation marks.",
                )),
            };
        }
    };
    // Without words the guide refuses it and says what is missing.
    let recorded = known(given.map_or_else(|| Ok(String::new()), words)?);
    Ok(match recorded {
        TaskOutcome::Needed { reason, .. } => TaskOutcome::Needed { reason, adviser: adviser.map(str::to_owned) },
        TaskOutcome::RuledOut { reason, .. } => TaskOutcome::RuledOut { reason, adviser: adviser.map(str::to_owned) },
        done @ TaskOutcome::Done(_) => done,
    })
}

/// Words as typed; `-` stands for standard input, of which one byte more than fits is enough to refuse it.
fn words(typed: &str) -> Result<String, Failure> {
    if typed != "-" {
        return Ok(typed.to_owned());
    }
    let mut bytes = Vec::new();
    let read = stdin().lock().take(MAX_ANSWER as u64 + 2).read_to_end(&mut bytes);
    if let Err(error) = read {
        return Err(Failure::refused(
            format!("Standard input could not be read: {error}."),
            "Give the words as an argument, in quotation marks.",
        ));
    }
    String::from_utf8(bytes).or_else(|error| {
        // A character that was cut in two by the limit is not the person's mistake; the guide refuses the length.
        match error.utf8_error().error_len() {
            None => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
            Some(_) => Err(Failure::refused(
                "Standard input is not UTF-8 text.",
                "Convert it first, or keep the file itself with the case.",
            )),
        }
    })
}

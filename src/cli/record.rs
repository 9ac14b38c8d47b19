//! `record`: one thing, recorded through the same door as on the screen.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::take_in;
use super::verb::RecordVerb;
use crate::contract::{self, receipt::Recorded};
use crate::journal::Head;
use crate::page::real_event;
use crate::page::receipt::{self, Said};
use crate::plain::tells_copies;
use crate::record::common::SETTLES;
use crate::record::common::{ACTOR, AT, FROM_PAPER, LATE_REASON, REMARK, REOPEN};
use crate::record::verbs::{self, import};
use crate::record::{self, Draft};
use crate::session::saving::{Save, Saving, What};
use crate::session::{Session, SubmitError};
use clap::Args;
use std::io;
use std::path::PathBuf;

/// Arguments of `record`.
#[derive(Args, Debug)]
pub struct RecordArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// When it happened, if that is not now: 02:13, yesterday 23:40, 20m ago, about 01:00, 22:00 to 02:13, 16:37 UTC, 15 Jun 2017.
    #[arg(long, value_name = "WHEN", global = true, help_heading = "Who and when")]
    at: Option<String>,
    /// Who writes it down; without it BREACHBOOK_BY, then the login of this computer, and the receipt says so.
    #[arg(long, value_name = "WHO", global = true, help_heading = "Who and when")]
    by: Option<String>,
    /// Who did it or said it, if that is somebody else.
    #[arg(long, value_name = "WHO", global = true, help_heading = "Who and when")]
    actor: Option<String>,
    /// A remark that goes with the entry.
    #[arg(long = "note", value_name = "TEXT", global = true, help_heading = "Who and when")]
    remark: Option<String>,
    /// Why it is written down so long after it happened.
    #[arg(long, value_name = "REASON", global = true, help_heading = "Who and when")]
    late_reason: Option<String>,
    /// The paper from which it is copied, such as "action record no. 7 line 3"; say with --at when it happened.
    #[arg(long, value_name = "PAPER", global = true, help_heading = "Who and when")]
    from_paper: Option<String>,
    /// Correct or settle that entry: this one stands in its place. Can be given several times.
    #[arg(long, value_name = "ENTRY", global = true)]
    settles: Vec<String>,
    /// In a closed case: why it is opened again. The case is opened again and this is recorded, together.
    #[arg(long, value_name = "REASON", global = true)]
    reopen: Option<String>,
    /// Say what it would switch, and record nothing.
    #[arg(long, global = true, conflicts_with = "json")]
    preview: bool,
    /// Print the receipt as JSON.
    #[arg(long, global = true)]
    json: bool,
    /// What to record.
    #[command(subcommand)]
    verb: RecordVerb,
}

/// Records it, and prints what that switched on or off.
pub fn record(args: &RecordArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let saving = Saving::default();
    #[cfg(unix)]
    crate::plain::watch(&saving, crate::plain::Idle::Ends);
    let mut draft = args.verb.draft()?;
    for (field, given) in [
        (&ACTOR, &args.actor),
        (&AT, &args.at),
        (&REMARK, &args.remark),
        (&LATE_REASON, &args.late_reason),
        (&FROM_PAPER, &args.from_paper),
        (&REOPEN, &args.reopen),
    ] {
        if let Some(text) = given {
            draft.give_named(field.name, text);
        }
    }
    if !args.settles.is_empty() {
        draft.give_named(SETTLES.name, args.settles.join(", "));
    }
    let (person, remark) = place.recorder(args.by.as_deref())?;
    let mut session = place.session(&args.case, &person, console).map_err(Failure::recording)?;
    let mut looked = None;
    if draft.verb == &import::VERB {
        session.turn();
        let found = take_in::look(&session, &draft, args.json, console)?;
        if args.preview {
            return take_in::not_recorded(&found, console);
        }
        looked = Some(take_in::answered(&session, found)?);
    } else if args.preview {
        return preview(&mut session, &draft, console);
    }
    tells_copies(&mut session);
    let save = Save::of(What::Entry, &session);
    let submitted = saving.during(save, || match looked {
        Some(looked) => session.take(looked),
        None => session.submit(&draft),
    });
    let receipt = submitted.map_err(|error| Failure::of(error, &session.view()))?;
    let mut said = receipt::said(&session.view(), &receipt);
    said.remarks.extend(remark);
    // It is on the disk: from here on nothing is a failure of the record, whatever the output does.
    let told = if args.json {
        Ok(())
    } else {
        let line = receipt::line(&session.view(), &receipt.recorded);
        tell(&format!("{line} (seal {})", receipt.head.seal.short()), &said, console)
    };
    let ended_for_real = verbs::real_event::is_end(&receipt.recorded.fact);
    let begin = ended_for_real.then(|| {
        let exercise = session.folder().name();
        format!("{} Begin the LIVE case with: breachbook start --real-event {exercise}", real_event::ENDED)
    });
    let head = end(&mut session, &saving, console);
    let told = told.and_then(|()| {
        if args.json {
            let recorded = Recorded::of(&receipt.recorded, &receipt.head, &receipt.name, receipt.number);
            console.json(&contract::receipt::Receipt::of(recorded, &said, session.mode(), &head))?;
        } else {
            console.line(&format!("head: {}", head.in_words()))?;
        }
        console.out.flush()
    });
    if let Some(begin) = &begin {
        console.remark(begin);
    }
    told.or_else(pipe_closed).map_err(|error| {
        Failure::Untold(format!(
            "The entry is recorded as {}, but the output could not be written: {error}.",
            receipt.name
        ))
    })?;
    Ok(FINE)
}

/// What it would switch; nothing is recorded.
fn preview(session: &mut Session, draft: &Draft, console: &mut Console<'_>) -> Result<u8, Failure> {
    session.turn();
    let view = session.view();
    let refused = |refusal| Failure::of(SubmitError::Refused(Box::new(refusal)), &view);
    record::decide(&view, draft).map_err(refused)?;
    let switched = record::would_switch(&view, draft);
    let lines: Vec<_> = receipt::changes(view.playbook, &switched).collect();
    let first = if lines.is_empty() { "nothing would be switched" } else { "would switch:" };
    console.line(&format!("not recorded; {first}"))?;
    lines.iter().try_for_each(|line| console.line(line))?;
    Ok(FINE)
}

/// The receipt, said at once: what follows could still fail.
fn tell(recorded: &str, said: &Said, console: &mut Console<'_>) -> io::Result<()> {
    console.line(recorded)?;
    console.out.flush()?;
    said.lines().try_for_each(|line| console.line(&line))
}

/// Whoever read the output has enough of it.
fn pipe_closed(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

/// Ends the run. If that fails, the entry itself is recorded all the same.
fn end(session: &mut Session, saving: &Saving, console: &mut Console<'_>) -> Head {
    let last = session.head().cloned();
    match saving.during(Save::of(What::End, session), || session.end()) {
        Ok(Some(head)) => head,
        Ok(None) => last.expect("an entry was recorded in this run"),
        Err(error) => {
            console.remark(&error.to_string());
            last.expect("an entry was recorded in this run")
        }
    }
}

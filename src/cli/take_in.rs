//! A file that is to be taken in, on the command line: what was found in it is printed; it is recorded only where nothing is asked, else
//! the exact options that answer are named.

use super::console::Console;
use super::failure::{FINE, Failure};
use crate::base::text::inert_line;
use crate::judge::import::Question;
use crate::page::taken_in;
use crate::plain::lines;
use crate::record::Draft;
use crate::record::verbs::row;
use crate::session::{Looked, Session, SubmitError};
use crate::store::kept_files::Progress;
use std::time::{Duration, Instant};

/// How often it is said how far a long file was read.
const TOLD_EVERY: Duration = Duration::from_secs(1);

/// Reads the file that a draft names and prints what is in it; beside the result where that is for programs.
pub fn look(session: &Session, draft: &Draft, json: bool, console: &mut Console<'_>) -> Result<Looked, Failure> {
    let mut last = Instant::now();
    let looked = session.look_at(draft, &mut |progress: Progress| {
        if last.elapsed() >= TOLD_EVERY {
            last = Instant::now();
            // It is read twice: once to know its encoding.
            let percent = (progress.done * 100).checked_div(progress.total).unwrap_or(100).min(100);
            console.remark(&format!("Reading the file: {percent} % of {} MiB.", progress.total >> 21));
        }
    });
    let view = session.view();
    let looked = looked.map_err(|error| Failure::of(error, &view))?;
    let on = crate::record::offers(&view, draft.verb, &draft.on);
    let list = on.and_then(|on| row::list(&view, &on));
    let (item, register) = list.map_err(|why| Failure::of(SubmitError::Refused(Box::new(why)), &view))?;
    if let Some(preview) = looked.preview() {
        for line in lines::of(&taken_in::preview(item, register, preview, looked.takes_rows())) {
            if json {
                console.remark(&inert_line(&line));
            } else {
                console.line(&line)?;
            }
        }
        let secrets = preview.not_read.iter().filter(|one| one.secret && !one.left_out);
        let options: Vec<_> = secrets.map(|one| option("without", &one.heading)).collect();
        if !options.is_empty() && !looked.takes_rows() {
            console.remark(&format!("To leave it out of the copy that is kept, add: {}", options.join(" ")));
        }
    }
    Ok(looked)
}

/// Says that nothing was recorded, and what it would need.
pub fn not_recorded(looked: &Looked, console: &mut Console<'_>) -> Result<u8, Failure> {
    let asks = looked.asks().is_some();
    console.line(if asks {
        "not recorded; something is asked first"
    } else {
        "not recorded; it can be taken in as it is"
    })?;
    if asks {
        console.remark(&options(looked).join("\n"));
    }
    Ok(FINE)
}

/// What was looked at, if nothing is asked; else why not, and the options that answer.
pub fn answered(session: &Session, looked: Looked) -> Result<Looked, Failure> {
    let Some(asks) = looked.asks() else { return Ok(looked) };
    let add = options(&looked);
    match Failure::of(SubmitError::Refused(Box::new(asks)), &session.view()) {
        Failure::Refused { message, hint } | Failure::StillOpen { message, hint } => Err(Failure::StillOpen {
            message: inert_line(&message).into_owned(),
            hint: format!("{hint}\n{}", add.join("\n")),
        }),
        other => Err(other),
    }
}

/// The options that answer what is asked, a line a question.
fn options(looked: &Looked) -> Vec<String> {
    let asked = looked.preview().into_iter().flat_map(|preview| &preview.questions);
    let lines = asked.map(|question| match question {
        Question::NoHeadings(_) => "Add: --map \"Their heading=name\"".to_owned(),
        Question::NoColumn { column, headings } => one_of(headings, column),
        Question::Which { column, candidates } => one_of(candidates, column),
        Question::Doubles { .. } => "Add: --doubles once   or: --doubles all".to_owned(),
    });
    lines.collect()
}

fn one_of(headings: &[String], column: &str) -> String {
    const MOST: usize = 6;
    let each = headings.iter().take(MOST).map(|heading| option("map", &format!("{heading}={column}")));
    format!("Add: {}", each.collect::<Vec<_>>().join("   or: "))
}

/// An option with its text, as a shell takes it.
fn option(name: &str, text: &str) -> String {
    let text = inert_line(text).into_owned();
    let quoted = shlex::try_quote(&text).map_or_else(|_| format!("'{text}'"), std::borrow::Cow::into_owned);
    format!("--{name} {quoted}")
}

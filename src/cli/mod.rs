//! The command line: one file for each subcommand.
//!
//! Results go to standard output, friendly lines and refusals to standard error. Exit codes: 0 fine, 1 refused with a reason
//! (nothing was written), 2 usage, 3 not recorded because the disk failed, 4 damaged or altered case, 129 ended by
//! a signal.

mod args;
mod check;
mod console;
mod contacts;
mod drill;
mod export;
mod failure;
mod licences;
mod list;
mod log;
mod new_file;
mod place;
mod playbook;
mod playbook_files;
mod readiness;
mod reading;
mod real_case;
mod record;
mod replay;
mod screen;
mod start;
mod status;
mod table;
mod take_in;
mod verb;
mod verify;
mod walk;

use crate::base::text::inert_line;
use crate::store::{SystemClock, platform};
use args::{Cli, Task};
use clap::{CommandFactory, Parser};
use console::Console;
use failure::Failure;
pub use place::Clocks;
use place::Place;
use std::ffi::OsString;
use std::io;
use std::rc::Rc;

/// Runs the program with these arguments on the clocks of this computer and gives its exit code.
pub fn run(args: impl Iterator<Item = OsString>) -> u8 {
    run_by(Rc::new(|| Box::new(SystemClock::new())), args)
}

/// The same on other clocks, which say what time it is wherever the run tells or records one.
pub fn run_by(clocks: Clocks, args: impl Iterator<Item = OsString>) -> u8 {
    let mut out = io::BufWriter::new(io::stdout());
    let mut err = io::stderr();
    let mut console = Console { out: &mut out, err: &mut err };
    let args: Vec<_> = args.collect();
    let ended = match Cli::try_parse_from(&args) {
        Ok(cli) => dispatch(cli, clocks, &mut console),
        Err(error) => usage(&inert(&args).unwrap_or(error), &mut console),
    };
    let ended = ended.and_then(|code| console.out.flush().map(|()| code).map_err(Failure::from));
    ended.unwrap_or_else(|failure| failure.tell(&mut console))
}

/// The declared command line, for the manual.
pub fn command() -> clap::Command {
    Cli::command()
}

fn dispatch(cli: Cli, clocks: Clocks, console: &mut Console<'_>) -> Result<u8, Failure> {
    let tells_time = !matches!(cli.command, Some(Task::Verify { .. } | Task::Licences));
    if let Some((message, hint)) = platform::unfit(tells_time) {
        return Err(Failure::refused(message, hint));
    }
    let place = Place::new(cli.cases, cli.contacts, clocks);
    match cli.command {
        None => screen::screen(&place, None, None, (cli.light, false), console),
        Some(Task::Open { case, by, mine }) => {
            screen::screen(&place, Some(&case), by.as_deref(), (cli.light, mine), console)
        }
        Some(Task::Start(args)) => start::start(&args, &place, console),
        Some(Task::Walk(args)) => walk::walk(&args, &place, console),
        Some(Task::Record(args)) => record::record(&args, &place, console),
        Some(Task::Status(args)) => status::status(&args, &place, console),
        Some(Task::Replay(args)) => replay::replay(&args, &place, console),
        Some(Task::Log(args)) => log::log(&args, &place, console),
        Some(Task::Export(args)) => export::export(&args, &place, console),
        Some(Task::Verify { case, quick }) => verify::verify(&case, quick, &place, console),
        Some(Task::List) => list::list(&place, console),
        Some(Task::Readiness(args)) => readiness::readiness(&args, &place, console),
        Some(Task::Playbook(task)) => playbook::playbook(&task, console),
        Some(Task::Drill(task)) => drill::drill(&task, cli.light, &place, console),
        Some(Task::Contacts(task)) => contacts::contacts(&task, &place, console),
        Some(Task::Licences) => licences::licences(console),
    }
}

/// The same mistake about arguments that can neither act on a terminal nor add lines to the message.
fn inert(args: &[OsString]) -> Option<clap::Error> {
    Cli::try_parse_from(args.iter().map(|arg| inert_line(&arg.to_string_lossy()).into_owned())).err()
}

/// Help and version are results; everything else that clap says is a mistake in the command line.
fn usage(error: &clap::Error, console: &mut Console<'_>) -> Result<u8, Failure> {
    let text = error.render().to_string();
    if error.use_stderr() {
        console.remark(&text);
        return Ok(failure::USAGE);
    }
    console.block(&text)?;
    Ok(failure::FINE)
}

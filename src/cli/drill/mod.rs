//! `drill`: tabletop exercises from a script. Every command here is the facilitator's.

mod check;
mod list;
mod plan;
mod scripts;

use super::console::Console;
use super::failure::Failure;
use clap::Subcommand;

/// What can be done with drills.
#[derive(Subcommand, Debug)]
pub enum DrillTask {
    /// List the bundled scripts: id, minutes, playbook, title.
    List {
        /// As JSON, schema "drill-list/1".
        #[arg(long)]
        json: bool,
    },
    /// Check scripts: every mistake with its line, a caret and what to do. None given: all bundled ones.
    Check(check::CheckArgs),
}

/// Does it.
pub fn drill(task: &DrillTask, console: &mut Console<'_>) -> Result<u8, Failure> {
    match task {
        DrillTask::List { json } => list::list(*json, console),
        DrillTask::Check(args) => check::check(args, console),
    }
}

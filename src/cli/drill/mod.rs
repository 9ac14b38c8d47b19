//! `drill`: tabletop exercises from a script. Every command here is the facilitator's.

mod check;
mod plan;
mod scripts;

use super::console::Console;
use super::failure::Failure;
use clap::Subcommand;

/// What can be done with drills.
#[derive(Subcommand, Debug)]
pub enum DrillTask {
    /// Check scripts: every mistake with its line, a caret and what to do. None given: all bundled ones.
    Check(check::CheckArgs),
}

/// Does it.
pub fn drill(task: &DrillTask, console: &mut Console<'_>) -> Result<u8, Failure> {
    match task {
        DrillTask::Check(args) => check::check(args, console),
    }
}

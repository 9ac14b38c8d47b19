//! `drill`: tabletop exercises from a script. Every command here is the facilitator's, but for the one that shows it to the room.

mod check;
mod check_args;
mod lead;
mod list;
mod plan;
mod print;
mod review;
mod run;
mod scripts;
mod sheet;
mod show;

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use crate::drill::script::schema::schema;
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
    Check(check_args::CheckArgs),
    /// After a drill: what went well and what did not, what is still to be judged, ratings, improvement actions, who signs.
    Review(review::ReviewArgs),
    /// Begin an exercise from a script: make its folder and the control folder, call the roll, open the console.
    Run(run::RunArgs),
    /// Go on leading an exercise.
    Console(lead::ConsoleArgs),
    /// Print the JSON Schema of scripts that editors use.
    Schema,
    /// Print a script for a spreadsheet or for paper, before the exercise or after it.
    Print(print::PrintArgs),
    /// Show an exercise on a projector: its time, the last inject, what the part asks. Read only, and without the script.
    Show(show::ShowArgs),
}

/// Does it.
pub fn drill(task: &DrillTask, light: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    if !matches!(task, DrillTask::Show(_)) {
        place.facilitator()?;
    }
    match task {
        DrillTask::Run(args) => run::run(args, light, place, console),
        DrillTask::Console(args) => lead::console(args, light, place, console),
        DrillTask::List { json } => list::list(*json, place, console),
        DrillTask::Check(args) => check::check(args, console),
        DrillTask::Review(args) => review::review(args, place, console),
        DrillTask::Schema => {
            console.block(schema())?;
            Ok(FINE)
        }
        DrillTask::Print(args) => print::print(args, place, console),
        DrillTask::Show(args) => show::show(args, light, place, console),
    }
}

//! `drill check`: every mistake of a script with its line, and what would come when.

use super::super::console::Console;
use super::super::failure::{FINE, Failure, REFUSED};
use super::plan;
use super::scripts::{Found, all, find};
use super::sheet;
use crate::base::text::counted;
use crate::drill::script::{Loaded, Script};
use crate::playbook::Playbook;
use clap::Args;
use std::path::PathBuf;

/// What to check.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// A script (.toml), the id of a bundled one, or a list of injects (.csv) that is to become one; where none is given, all bundled
    /// scripts.
    #[arg(value_name = "SCRIPT|FILE.csv")]
    pub file: Option<String>,
    /// Also print when each inject and contingency would come, part by part: the dry run.
    #[arg(long)]
    pub plan: bool,
    /// Of a list: the script that it goes into. What the list does not say stays.
    #[arg(long, value_name = "SCRIPT", requires = "file")]
    pub into: Option<String>,
    /// Of a list: a file that is not there yet, for the script that it becomes.
    #[arg(long, value_name = "OUT.toml", requires = "file")]
    pub write: Option<PathBuf>,
    /// Of a list: lines that are not taken.
    #[arg(long, value_name = "LINES", value_delimiter = ',', requires = "file")]
    pub leave_out: Vec<u64>,
    /// Of a list: which column a heading stands for.
    #[arg(long, value_name = "HEADING=COLUMN", requires = "file")]
    pub map: Vec<String>,
}

impl CheckArgs {
    /// Whether something is said that only a list has.
    fn is_of_a_list(&self) -> bool {
        self.into.is_some() || self.write.is_some() || !self.leave_out.is_empty() || !self.map.is_empty()
    }
}

/// Checks them.
pub fn check(args: &CheckArgs, console: &mut Console<'_>) -> Result<u8, Failure> {
    let found = match &args.file {
        Some(file) if sheet::is_list(file) => return sheet::check(file, args, console),
        Some(_) if args.is_of_a_list() => {
            return Err(Failure::refused(
                "--into, --write, --leave-out and --map are for a list of injects.",
                "Give the list first: breachbook drill check FILE.csv --into SCRIPT --write OUT.toml",
            ));
        }
        Some(file) => vec![find(file)?],
        None => all(),
    };
    let mut code = FINE;
    for found in &found {
        let loaded = found.load();
        if !loaded.problems.is_empty() {
            console.block(&loaded.rendered(&found.source))?;
        }
        console.line(&said(found, &loaded))?;
        if let (Some(script), playbook) = (&loaded.script, &loaded.playbook) {
            if let Some(open) = playbook.as_ref().and_then(|playbook| not_cited(script, playbook)) {
                console.line(&open)?;
            }
            if args.plan {
                console.block(&plan::text(script))?;
            }
        } else {
            code = REFUSED;
        }
    }
    Ok(code)
}

fn said(found: &Found, loaded: &Loaded) -> String {
    let errors = loaded.errors();
    let warnings = loaded.problems.len() - errors;
    let counts = format!("{}, {}", counted(errors, "mistake", "mistakes"), counted(warnings, "warning", "warnings"));
    match &loaded.script {
        Some(script) => format!(
            "{}: script {} can be used: {}, {}, {}; {counts}.",
            found.shown,
            script.id,
            counted(script.parts.len(), "part", "parts"),
            counted(script.injects.len(), "inject", "injects"),
            counted(script.expectations.len(), "expectation", "expectations"),
        ),
        None => format!("{}: cannot be used: {counts}.", found.shown),
    }
}

/// What the exercise leaves out of the playbook's decisions. Not a warning: no exercise asks for everything.
fn not_cited(script: &Script, playbook: &Playbook) -> Option<String> {
    let open = script.decisions_not_cited(playbook);
    let names: Vec<_> = open.iter().map(|id| id.as_str()).collect();
    let clauses = counted(open.len(), "clause", "clauses");
    (!open.is_empty())
        .then(|| format!("No expectation cites {clauses} of the playbook's decisions: {}.", names.join(", ")))
}

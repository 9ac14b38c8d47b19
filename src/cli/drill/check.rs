//! `drill check`: every mistake of a script with its line, and what would come when.

use super::super::console::Console;
use super::super::failure::{FINE, Failure, REFUSED};
use super::check_args::CheckArgs;
use super::plan;
use super::scripts::{Found, all, find};
use super::sheet;
use crate::base::text::counted;
use crate::drill::script::{Loaded, Script};
use crate::playbook::Playbook;

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

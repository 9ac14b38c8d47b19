//! `drill print`: what a facilitator takes along on paper, before the exercise.

use super::scripts::find;
use crate::base::text::counted;
use crate::cli::console::Console;
use crate::cli::failure::{FINE, Failure};
use crate::drill::script::{Loaded, Script, list};
use crate::export::csv::{BOM, Kind, Table};
use crate::store::atomic::write_atomically;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What to print.
#[derive(Args, Debug)]
pub struct PrintArgs {
    /// A script (.toml), or the id of a bundled one.
    #[arg(value_name = "SCRIPT")]
    script: String,
    /// What: the list of its injects, for a spreadsheet.
    #[arg(long, value_name = "WHAT")]
    what: What,
    /// As which kind of file: csv.
    #[arg(long = "as", value_name = "FORMAT", default_value = "csv")]
    format: As,
    /// A file that is not there yet, or - for standard output; without it, a file in the folder where you are.
    #[arg(long, value_name = "PATH|-")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum What {
    List,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum As {
    Csv,
}

/// Prints it.
pub fn print(args: &PrintArgs, console: &mut Console<'_>) -> Result<u8, Failure> {
    let (What::List, As::Csv) = (args.what, args.format);
    let found = find(&args.script)?;
    let Loaded { script: Some(script), playbook, .. } = found.load() else {
        return Err(Failure::refused(
            format!("{} cannot be used.", found.shown),
            format!("See what is wrong with it: breachbook drill check {}", found.shown),
        ));
    };
    let bytes = csv(&script, playbook.as_ref());
    if args.out.as_ref().is_some_and(|out| out.as_os_str() == "-") {
        console.out.write_all(&bytes)?;
        return Ok(FINE);
    }
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-list.csv", script.id)));
    let shown = path.to_string_lossy().into_owned();
    if path.symlink_metadata().is_ok() {
        return Err(Failure::refused(
            format!("{shown} is there already and was left as it is."),
            "Give a file that does not exist yet: --out PATH.",
        ));
    }
    write_atomically(&path, &[BOM.as_bytes(), &bytes].concat()).map_err(|error| Failure::NotRecorded {
        message: format!("{shown} could not be written: {error}."),
        hint: "Check the folder, its permissions and the space on the disk.".into(),
    })?;
    console.line(&format!("{shown} is written: {}.", counted(script.injects.len(), "inject", "injects")))?;
    console.remark("It holds everything that players must not see yet.");
    Ok(FINE)
}

/// The list as bytes, without a mark of its encoding.
fn csv(script: &Script, playbook: Option<&crate::playbook::Playbook>) -> Vec<u8> {
    let headings = list::headings(script, false);
    let kind = |heading: &str| if matches!(heading, "number" | "at_min") { Kind::Number } else { Kind::Text };
    let columns: Vec<_> = headings.iter().map(|heading| (heading.as_str(), kind(heading))).collect();
    let mut table = Table::new(&columns);
    for row in list::rows(script, playbook, None) {
        table.row(row);
    }
    table.bytes()
}

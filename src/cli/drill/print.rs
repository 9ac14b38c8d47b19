//! `drill print`: what a facilitator takes along on paper, before the exercise.

use super::scripts::find;
use crate::base::text::counted;
use crate::case::CaseState;
use crate::cli::console::Console;
use crate::cli::export::{self, failure, paths};
use crate::cli::failure::{FINE, Failure};
use crate::cli::new_file;
use crate::cli::place::Place;
use crate::drill::held;
use crate::drill::script::{Loaded, Script, list as rows};
use crate::export::Format;
use crate::export::csv::{BOM, Kind, Table};
use crate::playbook::Playbook;
use crate::report::Options;
use crate::report::drill::before::{self, Before};
use crate::session::Kept;
use crate::session::printing::{Left, Place as Goes, form};
use crate::store::Frozen;
use crate::store::disk::RealDisk;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// What to print.
#[derive(Args, Debug)]
pub struct PrintArgs {
    /// A script (.toml), or the id of a bundled one.
    #[arg(value_name = "SCRIPT", required_unless_present = "held")]
    script: Option<String>,
    /// The exercise that was held, instead of a script: the script that it was begun with; its list says what became of each inject.
    #[arg(long, value_name = "CASE", conflicts_with = "script")]
    held: Option<PathBuf>,
    /// Folder in which the control folder of that exercise lies; without it "control" beside the folder of cases.
    #[arg(long, value_name = "DIR", requires = "held")]
    control: Option<PathBuf>,
    /// What: the facilitator's book, a sheet for each inject, an evaluation sheet for each objective, what players get, or the list of
    /// its injects for a spreadsheet.
    #[arg(long, value_name = "WHAT")]
    what: What,
    /// As which kind of file: md, html, pdf or docx; the list: csv.
    #[arg(long = "as", value_name = "FORMAT", value_parser = export::format)]
    format: Option<Format>,
    /// A file that is not there yet, or - for standard output; without it, a file in the folder where you are.
    #[arg(long, value_name = "PATH|-")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum What {
    Book,
    Injects,
    Evaluation,
    Players,
    List,
}

impl What {
    fn on_paper(self) -> Option<Before> {
        Some(match self {
            Self::Book => Before::Book,
            Self::Injects => Before::Injects,
            Self::Evaluation => Before::Evaluation,
            Self::Players => Before::Players,
            Self::List => return None,
        })
    }
}

/// Said of everything that facilitators alone may read.
const SECRET: &str = "It holds everything that players must not see yet.";

/// Prints it.
pub fn print(args: &PrintArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let format = args.format.unwrap_or(if args.what == What::List { Format::Csv } else { Format::Pdf });
    let table = matches!(format, Format::Csv | Format::Json);
    if table != (args.what == What::List) || format == Format::Json {
        return Err(Failure::refused(
            format!("There is no {} of this.", format.word()),
            "The list is a table: --as csv. Everything else is paper: --as md, html, pdf or docx.",
        ));
    }
    let printed = match &args.held {
        Some(case) => Printed::held(case, args.control.as_deref(), place)?,
        None => Printed::script(args.script.as_deref().unwrap_or_default())?,
    };
    match args.what.on_paper() {
        Some(what) => paper(args, what, &printed.script, printed.playbook.as_ref(), format, console),
        None => list(args, &printed, console),
    }
}

/// What is printed: a script, and where an exercise was held with it, both its folders.
struct Printed {
    script: Script,
    playbook: Option<Playbook>,
    /// How the file of a list is named.
    list: String,
    held: Option<(CaseState, CaseState)>,
}

impl Printed {
    fn script(named: &str) -> Result<Self, Failure> {
        let found = find(named)?;
        let Loaded { script: Some(script), playbook, .. } = found.load() else {
            return Err(Failure::refused(
                format!("{} cannot be used.", found.shown),
                format!("See what is wrong with it: breachbook drill check {}", found.shown),
            ));
        };
        let list = format!("{}-list.csv", script.id);
        Ok(Self { script, playbook, list, held: None })
    }

    fn held(case: &Path, control: Option<&Path>, place: &Place) -> Result<Self, Failure> {
        let folder = place.case(case)?;
        let journals = folder.read()?;
        let ordered = journals.order();
        let playbook = Kept::of(&Frozen::of(&folder, &journals, &ordered)).playbook;
        let control = export::control::read(control, &folder, &playbook, None, place)?;
        let held = Some((CaseState::of(&ordered), control.state));
        let list = format!("EXERCISE-{}-list.csv", folder.name());
        Ok(Self { script: control.script, playbook: Some(playbook), list, held })
    }
}

/// A print with everything around it.
fn paper(
    args: &PrintArgs,
    what: Before,
    script: &Script,
    playbook: Option<&Playbook>,
    format: Format,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    let sheet = before::sheet(what, script, playbook, &Options::default());
    let goes = match &args.out {
        None => Goes::Path(PathBuf::from(".")),
        Some(path) if path.as_os_str() == "-" => Goes::Output,
        Some(path) => Goes::Path(path.clone()),
    };
    let mut file = form(what.file_name(script), &sheet, format).map_err(failure)?;
    Left::write_blank(&mut file, Box::new(RealDisk), &goes).map_err(failure)?;
    paths(std::slice::from_ref(&file), console)?;
    if let Some(remark) = &file.made.unprinted {
        console.remark(remark);
    }
    if !what.is_for_players() {
        console.remark(SECRET);
    }
    Ok(FINE)
}

/// The list of its injects.
fn list(args: &PrintArgs, printed: &Printed, console: &mut Console<'_>) -> Result<u8, Failure> {
    let script = &printed.script;
    let bytes = csv(printed);
    if args.out.as_ref().is_some_and(|out| out.as_os_str() == "-") {
        console.out.write_all(&bytes)?;
        return Ok(FINE);
    }
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(&printed.list));
    let shown = new_file::write(&path, &[BOM.as_bytes(), &bytes].concat(), ": --out PATH")?;
    console.line(&format!("{shown} is written: {}.", counted(script.injects.len(), "inject", "injects")))?;
    console.remark(SECRET);
    Ok(FINE)
}

/// The list as bytes, without a mark of its encoding.
fn csv(printed: &Printed) -> Vec<u8> {
    let Printed { script, playbook, held: folders, .. } = printed;
    let headings = rows::headings(script, folders.is_some());
    let kind = |heading: &str| if matches!(heading, "number" | "at_min") { Kind::Number } else { Kind::Text };
    let columns: Vec<_> = headings.iter().map(|heading| (heading.as_str(), kind(heading))).collect();
    let mut table = Table::new(&columns);
    let plan = folders.as_ref().map(|(case, control)| (held::plan(script, case, control), case));
    let ran = plan.as_ref().map(|(plan, case)| held::held(plan, case));
    let own = plan.iter().flat_map(|(plan, case)| held::on_the_spot(plan, case, columns.len()));
    for row in rows::rows(script, playbook.as_ref(), ran.as_ref()).into_iter().chain(own) {
        table.row(row);
    }
    table.bytes()
}

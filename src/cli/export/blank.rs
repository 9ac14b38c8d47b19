//! Forms to fill in by hand, without a case or under the playbook of one.

use super::{ExportArgs, paths};
use crate::base::text::inert_line;
use crate::cli::console::Console;
use crate::cli::failure::{FINE, Failure};
use crate::cli::place::Place;
use crate::cli::playbook_files;
use crate::export::Format;
use crate::page::printed;
use crate::playbook::Playbook;
use crate::report::{Options, blank};
use crate::session::printing::{Left, Place as Goes, Stand, Was, blank_form};
use crate::store::disk::RealDisk;
use std::path::PathBuf;

pub(super) fn print(args: &ExportArgs, what: &str, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let format = args.format.unwrap_or(Format::Pdf);
    let playbook = playbook(args, place)?;
    let options = Options::default();
    let name = inert_line(what).into_owned();
    let sheet =
        printed::find(&playbook, what).and_then(|printed| blank::form(&playbook, &printed, &options)).ok_or_else(|| {
            Failure::refused(
                format!("There is no blank form \"{name}\"."),
                "There are action-record, log, decisions, calls, briefing, review, readiness, and each list and document by its id.",
            )
        })?;
    let goes = match &args.out {
        None => Goes::Path(PathBuf::from(".")),
        Some(path) if path.as_os_str() == "-" => Goes::Output,
        Some(path) => Goes::Path(path.clone()),
    };
    let mut file = blank_form(&playbook, &sheet, format).map_err(super::failure)?;
    Left::write_blank(&mut file, Box::new(RealDisk), &goes).map_err(super::failure)?;
    paths(std::slice::from_ref(&file), console)?;
    Ok(FINE)
}

/// Whose form it is: the playbook that is named, or that of the case.
fn playbook(args: &ExportArgs, place: &Place) -> Result<Playbook, Failure> {
    if let Some(id) = &args.playbook {
        let found = playbook_files::find(id)?;
        let mut playbook = found.files()?.playbook;
        playbook.letters = found.letters(&playbook).letters;
        return Ok(playbook);
    }
    let Some(case) = &args.case else {
        return Err(Failure::refused(
            "Nobody said whose form it is.",
            "Name the playbook with --playbook ID, or a case.",
        ));
    };
    let was = Was::of(&place.case(case)?, &Stand::Last, place.now()).map_err(|why| super::failure(why.into()))?;
    Ok(was.playbook)
}

//! An earlier export once more: the same bytes, or what differs.

use super::{control, failure, paths};
use crate::base::text::sentence;
use crate::cli::console::Console;
use crate::cli::failure::{FINE, Failure};
use crate::cli::place::Place;
use crate::session::printing::{Again, Differs, Left, Place as Goes, Stand, Was};
use crate::store::CaseFolder;
use crate::store::disk::RealDisk;
use std::path::Path;

/// Makes an earlier file once more.
pub(super) fn again(
    folder: &CaseFolder,
    entry: &str,
    (root, place): (Option<&Path>, &Place),
    goes: &Goes,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    let was = Was::of(folder, &Stand::Now, place.now()).map_err(|why| failure(why.into()))?;
    let ids = was.state.names.find(entry).unwrap_or_default();
    let places: Vec<usize> = (0..was.state.log.len()).filter(|at| ids.contains(&was.state.at(*at).id)).collect();
    let [at] = places.as_slice() else {
        return Err(Failure::refused(
            format!("\"{entry}\" names no entry of this case, or several."),
            "Name it as the log shows it: k4-12.",
        ));
    };
    let (name, fact) = (was.state.name(*at), &was.state.at(*at).fact);
    let made = match Again::of(fact) {
        Ok(Some(again)) if again.control_heads().is_empty() => again.make(folder),
        Ok(Some(again)) => {
            let read = control::read(root, folder, &was.playbook, Some(again.control_heads()), place)?;
            again.beside(read).make(folder)
        }
        Ok(None) => {
            return Err(Failure::refused(
                format!("{name} is no export."),
                "Entries of exports say \"printed\" in the log.",
            ));
        }
        Err(differs) => Err(differs),
    };
    let file = made.map_err(|differs| differing(&name, differs))?;
    let mut files = vec![file];
    Left::write(&mut files, &|| Box::new(RealDisk), folder, goes).map_err(failure)?;
    paths(&files, console)?;
    for file in &files {
        console.remark(&format!("The same as {name} says: SHA-256 {}.", file.sha256()));
    }
    Ok(FINE)
}

fn differing(name: &str, differs: Differs) -> Failure {
    match differs {
        Differs::Unknown(what) => Failure::refused(
            format!("{name} names \"{what}\", which this version does not know."),
            "Make it with the version that made it.",
        ),
        Differs::NotLeft(why) => failure(why),
        Differs::Bytes { was, is, because } => {
            let because = if because.is_empty() {
                "The version and the record are those of then, so the playbook in the case or this program's texts have changed.".into()
            } else {
                format!("{}.", sentence(&because.join("; ")))
            };
            Failure::refused(
                format!("It does not come out as it was: {name} says SHA-256 {was}, and now it is {is}."),
                because,
            )
        }
    }
}

//! `export`: pages, lists and documents of a case as files, and the whole case for other programs.

mod again;
mod args;
mod blank;
pub(super) mod control;
mod ends;
mod list;

pub use args::ExportArgs;
pub(super) use args::format;
pub(super) use ends::{failure, paths};

use super::console::Console;
use super::failure::{FINE, Failure, NOT_RECORDED};
use super::place::Place;
use crate::base::Now;
use crate::base::text::counted;
use crate::export::Format;
use crate::page::printed::{Page, Printed, all, find};
use crate::report::{Options, Profile};
use crate::session::printing::{Left, Order, Place as Goes, Print, Stand, Was};
use crate::session::saving::{Save, Saving, What};
use crate::session::{Session, SubmitError};
use crate::store::disk::RealDisk;
use crate::store::{CaseFolder, NotRecorded};
use std::rc::Rc;

/// Prints what is asked for: the path of each file on standard output.
pub fn export(args: &ExportArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    if let Some(form) = &args.blank {
        return blank::print(args, form, place, console);
    }
    let Some(case) = &args.case else {
        return Err(Failure::refused("No case is named.", "Name it, or a form with --blank."));
    };
    let folder = place.case(case)?;
    // Its facilitator alone makes the report of a drill.
    if args.what.as_deref() != Some("after-action") {
        place.looks_into(&folder)?;
    }
    if args.list {
        return list::list(&folder, args.json, place.now(), console);
    }
    let goes = match &args.out {
        None => Goes::Documents,
        Some(path) if path.as_os_str() == "-" => Goes::Output,
        Some(path) => Goes::Path(path.clone()),
    };
    if let Some(entry) = &args.again {
        return again::again(&folder, entry, (args.control.as_deref(), place), &goes, console);
    }
    let (Some(what), Some(format)) = (args.what.as_deref(), args.format) else {
        return Err(Failure::refused("Nothing is named.", "Name it with --what, and the kind of file with --as."));
    };
    if args.profile == Profile::Released && args.released_by.as_deref().is_none_or(|who| who.trim().is_empty()) {
        return Err(Failure::refused(
            "Nobody is named who releases it.",
            "What leaves the house is released by somebody: --released-by WHO.",
        ));
    }
    let (person, login) = place.recorder(args.by.as_deref())?;
    let order = Order {
        prints: prints(&folder, what, format, place.now())?,
        format,
        options: Options {
            profile: args.profile,
            released_by: args.released_by.clone(),
            by_happened: args.by_happened,
            ..Options::default()
        },
        stand: args.as_of.clone().map(Stand::Typed),
        to: args.to.clone(),
        control: control::of(args, &folder, place, console)?.map(Rc::new),
        now: place.now(),
    };
    if goes == Goes::Output && order.prints.len() > 1 {
        return Err(Failure::refused(
            format!("These are {} files, and standard output takes one.", order.prints.len()),
            "Name a folder with --out, or leave it out for the folder documents of the case.",
        ));
    }
    let (mut files, left_out) = order.make(&folder, &goes).map_err(failure)?;
    let written = Left::write(&mut files, &|| Box::new(RealDisk), &folder, &goes);
    let kept = if goes == Goes::Output { files.len() } else { files.iter().filter(|file| file.path.is_some()).count() };
    files.truncate(kept);
    paths(&files, console)?;
    for file in files.iter().filter(|file| file.was_there) {
        console.remark(&format!("{} was there already, with the same bytes.", file.name));
    }
    files.iter().filter_map(Left::remark).for_each(|remark| console.remark(&remark));
    if !left_out.is_empty() {
        let names: Vec<_> = left_out.iter().map(Print::name).collect();
        console.remark(&format!("Not among them, because there is no {} of it: {}.", format.word(), names.join(", ")));
    }
    let code = if files.is_empty() { FINE } else { record(folder, &files, (&person, login), place, console) };
    written.map_err(failure)?;
    Ok(code)
}

/// What is meant by a name.
fn prints(folder: &CaseFolder, what: &str, format: Format, now: Now) -> Result<Vec<Print>, Failure> {
    let was = Was::of(folder, &Stand::Last, now).map_err(|why| failure(why.into()))?;
    if what != "all" {
        let found = was.looking(|view, _| find(view.playbook, what)).map(|one| vec![Print::One(one)]);
        return found.ok_or_else(|| {
            let pages: Vec<_> = Page::ALL.into_iter().map(Page::word).collect();
            Failure::refused(
                format!("There is no page, list or document \"{what}\"."),
                format!(
                    "The pages are {}. See what else there is with: breachbook export {} --list",
                    pages.join(", "),
                    folder.name()
                ),
            )
        });
    }
    Ok(match format {
        Format::Json => vec![Print::Case],
        Format::Csv => {
            let all = was.looking(|view, _| all(view));
            let lists = all.into_iter().filter(|one| matches!(one, Printed::List(_)));
            std::iter::once(Print::Entries).chain(lists.map(Print::One)).collect()
        }
        _ => was.looking(|view, _| all(view)).into_iter().map(Print::One).collect(),
    })
}

/// Names the files in the record. Where that fails, they are there all the same.
fn record(
    folder: CaseFolder,
    files: &[Left],
    (person, login): (&str, Option<String>),
    place: &Place,
    console: &mut Console<'_>,
) -> u8 {
    let saving = Saving::default();
    #[cfg(unix)]
    crate::plain::watch(&saving, crate::plain::Idle::Ends);
    let name = folder.name();
    let opened = Session::open(folder, person, place.clock());
    let recorded = opened.map_err(Failure::from).and_then(|mut session| {
        let save = Save::of(What::Entry, &session);
        let receipt = saving.during(save, || session.record_left(files));
        let receipt = receipt.map_err(|error| match error {
            SubmitError::NotRecorded(error) => not_recorded(&error),
            other => Failure::of(other, &session.view()),
        })?;
        let ended = saving.during(Save::of(What::End, &session), || session.end());
        Ok((receipt, ended))
    });
    match recorded {
        Ok((receipt, ended)) => {
            let what = counted(files.len(), "file", "files");
            console.remark(&format!("{what}, recorded as {} (seal {}).", receipt.name, receipt.head.seal.short()));
            if let Some(login) = login {
                console.remark(&login);
            }
            if let Err(error) = ended {
                console.remark(&error.to_string());
            }
            FINE
        }
        Err(why) => {
            let (those, are) = if files.len() == 1 { ("The file is", "it") } else { ("The files are", "them") };
            console.remark(&format!("{those} whole, but the record of {name} does not name {are}."));
            why.tell(console);
            NOT_RECORDED
        }
    }
}

fn not_recorded(error: &NotRecorded) -> Failure {
    let hint = "The file can be used; write on paper when and to whom it went, or export it again when the case can be written to.";
    Failure::NotRecorded { message: error.what(), hint: hint.into() }
}

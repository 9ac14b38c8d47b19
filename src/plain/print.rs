//! Printing and the seal, in the walk.

use super::commands::{lines as say, split};
use super::walk::{Flow, Walk};
use super::{card, lines};
use crate::base::written::Word;
use crate::export::Format;
use crate::page::printed::{self, Printed};
use crate::page::{paper, seal};
use crate::report::Options;
use crate::session::printing::{Left, NotLeft, Order, Place, Print};
use crate::session::saving::{Save, What};
use crate::store::disk::RealDisk;
use std::io;

/// Prints what is named, into the documents of the case; without a name it says what there is.
pub(super) fn print(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    if words.is_empty() {
        return say(walk, listed(walk));
    }
    let (what, format) = split(words, " ");
    let found = printed::find(walk.session.playbook(), &what);
    let format = format.map_or(Some(Format::Pdf), |word| Format::of_word(word.trim().trim_start_matches("as ")));
    let (Some(printed), Some(format)) = (found, format) else {
        walk.line(&format!("There is no \"{words}\" to print. :print lists what there is; formats are md, html, pdf, docx, csv and json."))?;
        return Ok(Flow::Stay);
    };
    let order = Order {
        prints: vec![Print::One(printed)],
        format,
        options: Options::default(),
        stand: None,
        to: None,
        control: None,
        now: walk.session.now(),
    };
    let folder = walk.session.folder().clone();
    let made = order.make(&folder, &Place::Documents).and_then(|(mut files, _)| {
        Left::write(&mut files, &|| Box::new(RealDisk), &folder, &Place::Documents).map(|()| files)
    });
    match made {
        Ok(files) => told(walk, &files),
        Err(why) => not_printed(walk, &why),
    }
}

fn not_printed(walk: &mut Walk<'_>, why: &NotLeft) -> io::Result<Flow> {
    walk.line(&format!("Nothing was printed. {} {}", why.what(), why.now()))?;
    Ok(Flow::Stay)
}

fn told(walk: &mut Walk<'_>, files: &[Left]) -> io::Result<Flow> {
    for file in files {
        let path = file.path.as_ref().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        walk.line(&format!("Printed: {path}"))?;
        if let Some(remark) = file.remark() {
            walk.line(&remark)?;
        }
    }
    let save = Save::of(What::Entry, walk.session);
    let recorded = walk.saving.during(save, || walk.session.record_left(files));
    match recorded {
        Ok(receipt) => walk.line(&format!("Recorded {}.", receipt.name))?,
        Err(why) => walk.line(&format!("The file is there, and the record does not name it. {why}"))?,
    }
    Ok(Flow::Stay)
}

/// Everything that can be printed, by the name that is typed, with how it stands.
fn listed(walk: &Walk<'_>) -> Vec<String> {
    let sheets = paper::sheets(&walk.session.view());
    let name = |printed: &Printed| match printed {
        Printed::Page(page) => page.word().to_owned(),
        other => other.id().to_owned(),
    };
    let line = |sheet: &paper::Sheet| {
        let (title, word) = (sheet.row.what.words(), sheet.row.word.words());
        format!("{}: {}, {word}", name(&sheet.printed), title.trim())
    };
    sheets.iter().map(line).collect()
}

/// The seal of the case.
pub(super) fn case_seal(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let page = seal::page(&walk.session.view(), walk.session.folder().case(), &walk.session.heads());
    let found = lines::of(&page).iter().map(|line| card::without_signs(line)).collect();
    say(walk, found)
}

//! Files are made, written, and named in the record, in this order.

use super::file_name::file_name;
use super::make::{Made, Unmade, drill, laid_out, make};
use super::merge::Merge;
use super::options;
use super::order::{Order, Print};
use super::was::{Stand, Unfound, Was};
use crate::base::Stamp;
use crate::base::digest::sha256;
use crate::export::{Format, csv};
use crate::journal::Head;
use crate::page::printed::{Page, Printed};
use crate::playbook::Playbook;
use crate::record::own;
use crate::report::{Options, Sheet};
use crate::session::drill::ControlRead;
use crate::session::texts::drafted;
use crate::session::{Receipt, Session, SubmitError};
use crate::store::disk::Disk;
use crate::store::documents::Content;
use crate::store::{CaseFolder, Documents, NotWritten, Written};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where the files of an order go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// The folder `documents` of the case.
    Documents,
    /// A file that is not there yet, or a folder that is.
    Path(PathBuf),
    /// Whoever asked writes it to standard output.
    Output,
}

/// A file that was made, and what it was made from.
#[derive(Clone, Debug)]
pub struct Left {
    pub print: Print,
    pub format: Format,
    pub made: Made,
    /// What it is called; once it is written, what it is called there.
    pub name: String,
    /// Where it is, once it is written.
    pub path: Option<PathBuf>,
    /// A file with these bytes was there already.
    pub was_there: bool,
    /// What it holds in place of bytes, where that may be too long to be in memory.
    pub(super) merge: Option<Box<Merge>>,
    as_of: Stamp,
    noted: Vec<Head>,
    options: Options,
    to: Option<String>,
}

/// Why nothing left.
#[derive(Debug)]
pub enum NotLeft {
    Unfound(Unfound),
    NotMade(Print, Unmade),
    NotWritten(NotWritten),
}

impl From<Unfound> for NotLeft {
    fn from(why: Unfound) -> Self {
        Self::Unfound(why)
    }
}

/// A form to fill in by hand.
///
/// # Errors
/// If there is none in this format.
pub fn blank_form(playbook: &Playbook, sheet: &Sheet, format: Format) -> Result<Left, NotLeft> {
    let name = format!("BLANK-{}-{}", playbook.id, sheet.form.id);
    form(name, sheet, format)
}

/// A page that no case has, under a name without its ending.
///
/// # Errors
/// If there is none in this format.
pub fn form(name: String, sheet: &Sheet, format: Format) -> Result<Left, NotLeft> {
    let list = || Print::parse(&format!("list:{}", sheet.form.id));
    let id = Print::parse(&sheet.form.id).or_else(list).unwrap_or(Print::Case);
    let made = laid_out(sheet, format).map_err(|why| NotLeft::NotMade(id.clone(), why))?;
    Ok(Left {
        print: id,
        format,
        made,
        name: format!("{name}.{}", format.word()),
        path: None,
        was_there: false,
        merge: None,
        as_of: Stamp::epoch(),
        noted: Vec::new(),
        options: Options::default(),
        to: None,
    })
}

impl Order {
    /// Makes every file that is asked for; nothing is written. Of several, those that cannot be had so are left out and named.
    ///
    /// # Errors
    /// If the case cannot be read, or the only file cannot be made.
    pub fn make(&self, case: &CaseFolder, place: &Place) -> Result<(Vec<Left>, Vec<Print>), NotLeft> {
        let mut known: Vec<(Stand, Was)> = Vec::new();
        let (mut files, mut left_out) = (Vec::new(), Vec::new());
        for print in &self.prints {
            let stand = self.stand.clone().unwrap_or_else(|| print.stand());
            if !known.iter().any(|(other, _)| *other == stand) {
                known.push((stand.clone(), Was::of(case, &stand, self.now).map_err(NotLeft::Unfound)?));
            }
            let Some((_, was)) = known.iter().find(|(other, _)| *other == stand) else { continue };
            match self.one(case, was, print, place) {
                Ok(file) => files.push(file),
                Err(NotLeft::NotMade(print, _)) if self.prints.len() > 1 => left_out.push(print),
                Err(why) => return Err(why),
            }
        }
        Ok((files, left_out))
    }

    /// The control folder, for what is made from it.
    fn told(&self, print: &Print) -> Option<&ControlRead> {
        let wanted = *print == Print::One(Printed::Page(Page::AfterAction));
        self.control.as_deref().filter(|_| wanted)
    }

    fn one(&self, folder: &CaseFolder, was: &Was, print: &Print, place: &Place) -> Result<Left, NotLeft> {
        let case = if self.options.case.is_empty() { was.name.clone() } else { self.options.case.clone() };
        let texts = match print {
            Print::One(Printed::Document(id)) => drafted(&Documents::of(folder), &was.state, id),
            _ => BTreeMap::default(),
        };
        let options = Options {
            case,
            case_id: was.case.clone(),
            damage: was.damage.clone(),
            heads: was.heads.clone(),
            texts,
            control: self.told(print).map(|control| control.heads.clone()).unwrap_or_default(),
            ..self.options.clone()
        };
        let with_mark = self.format == Format::Csv && *place != Place::Output;
        let made = was.looking(|view, record| match (print, self.format) {
            (Print::One(Printed::Document(id)), Format::Csv) => {
                Merge::of(view, folder, id, &options, with_mark).map(|(made, merge)| (made, Some(Box::new(merge))))
            }
            _ => match self.told(print) {
                Some(control) => drill(view, control, self.format, &options).map(|made| (made, None)),
                None => make(view, record, (print, self.format), &options).map(|made| (made, None)),
            },
        });
        let (mut made, merge) = made.map_err(|why| NotLeft::NotMade(print.clone(), why))?;
        if with_mark && merge.is_none() {
            made.bytes.splice(0..0, csv::BOM.bytes());
        }
        let mut name = file_name(&options.case, print.id(), &made, options.profile, self.format);
        if merge.is_some() {
            name = format!("{}-merge.csv", name.trim_end_matches(".csv"));
        }
        Ok(Left {
            print: print.clone(),
            format: self.format,
            made,
            name: if *place == Place::Output { "-".to_owned() } else { name },
            path: None,
            was_there: false,
            merge,
            as_of: was.moment,
            noted: was.noted.clone(),
            options,
            to: self.to.clone(),
        })
    }
}

impl Left {
    pub fn sha256(&self) -> String {
        self.merge.as_ref().map_or_else(|| sha256(&self.made.bytes), |merge| merge.sha256().to_owned())
    }

    /// Puts files where they go. Each is on the disk when this returns.
    ///
    /// # Errors
    /// If one was not written; those before it are there and bear their path.
    pub fn write(
        files: &mut [Self],
        disk: &dyn Fn() -> Box<dyn Disk>,
        case: &CaseFolder,
        place: &Place,
    ) -> Result<(), NotLeft> {
        let several = files.len() > 1;
        for file in files {
            let written = match place {
                Place::Output => return Ok(()),
                Place::Documents => file.put(&Documents::on(disk(), &case.path().join("documents"))),
                Place::Path(path) if several || path.is_dir() => {
                    Documents::elsewhere(disk(), path).and_then(|there| file.put(&there))
                }
                Place::Path(path) => file.named(disk(), path),
            };
            let written = written.map_err(NotLeft::NotWritten)?;
            if let Some(name) = written.path.file_name() {
                file.name = name.to_string_lossy().into_owned();
            }
            (file.path, file.was_there) = (Some(written.path), written.was_there);
        }
        Ok(())
    }

    /// Puts a form where it goes; no case has it.
    ///
    /// # Errors
    /// If it was not written.
    pub fn write_blank(file: &mut Self, disk: Box<dyn Disk>, place: &Place) -> Result<(), NotLeft> {
        let Place::Path(path) = place else { return Ok(()) };
        let written = if path.is_dir() {
            Documents::elsewhere(disk, path).and_then(|there| file.put(&there))
        } else {
            file.named(disk, path)
        };
        let written = written.map_err(NotLeft::NotWritten)?;
        (file.path, file.was_there) = (Some(written.path), written.was_there);
        Ok(())
    }

    /// Hands its bytes on to whoever takes them.
    ///
    /// # Errors
    /// What the system said, or that a list changed meanwhile.
    pub fn hand_on(&self, to: &mut dyn Write) -> io::Result<()> {
        match &self.merge {
            Some(merge) => merge.put(to),
            None => to.write_all(&self.made.bytes),
        }
    }

    fn put(&self, there: &Documents) -> Result<Written, NotWritten> {
        match &self.merge {
            Some(merge) => there.write_content(&self.name, &**merge),
            None => there.write(&self.name, &self.made.bytes),
        }
    }

    /// A file of the name that somebody gave.
    fn named(&self, disk: Box<dyn Disk>, path: &Path) -> Result<Written, NotWritten> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let there = Documents::elsewhere(disk, path.parent().unwrap_or(Path::new("")))?;
        match &self.merge {
            Some(merge) => there.write_content_as(&name, &**merge),
            None => there.write_as(&name, &self.made.bytes),
        }
    }

    fn fact(&self) -> own::File {
        own::File {
            what: self.print.name(),
            format: self.format.word().to_owned(),
            profile: options::profile(self.options.profile).to_owned(),
            bands: self.made.bands.clone(),
            sha256: self.sha256(),
            bytes: self.merge.as_ref().map_or(self.made.bytes.len(), |merge| merge.length()),
            name: self.name.clone(),
            as_of: self.as_of,
            heads: self.noted.iter().map(ToString::to_string).collect(),
            options: options::words(&self.options),
            to: self.to.clone(),
            released_by: self.options.released_by.clone(),
            fonts: self.made.fonts.clone(),
        }
    }
}

impl Session {
    /// Names in the record the files that have left, in one piece.
    ///
    /// # Errors
    /// If the disk did not confirm it; the files are where they are all the same.
    pub fn record_left(&mut self, files: &[Left]) -> Result<Receipt, SubmitError> {
        self.turn();
        let reading = self.reading();
        self.note_clock_step(&reading)?;
        let person = self.person().to_owned();
        let mut all: Vec<_> = files.iter().map(|file| own::exported(&person, file.fact())).collect();
        if all.len() > 1 {
            for (who, _) in &mut all {
                who.in_sheet = true;
            }
            all.push(own::sheet_ended(&person, files.len()));
        }
        Ok(self.record_all(&all, reading)?)
    }
}

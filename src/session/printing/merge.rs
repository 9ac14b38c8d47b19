//! The list of those to whom an approved letter goes: typed rows and the kept files, for the mail merge of an office.
//!
//! It can have hundreds of thousands of rows, so it is never whole in memory: it is made twice, first for its digest, then into its
//! place. Where the second does not come out as the first, nothing is there.

use super::make::{Made, Unmade};
use super::merge_words::Tally;
use super::unmerged::Unmerged;
use crate::base::ItemId;
use crate::base::digest::hex;
use crate::case::cells::NAME;
use crate::case::import::Doubles;
use crate::case::{Cell, Import};
use crate::export::csv::{self, Mail};
use crate::journal::Mode;
use crate::judge::View;
use crate::judge::evidence::texts;
use crate::judge::import::Known;
use crate::judge::import::doubles::{Persons, There, there};
use crate::judge::import::kept::persons;
use crate::judge::import::synonyms::Kind;
use crate::playbook::Body;
use crate::playbook::register::{Column, Method, Register};
use crate::report::{self, Band, Options, Profile};
use crate::store::documents::Content;
use crate::store::{CaseFolder, Files, Hashing, files};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// To whom a letter goes.
#[derive(Clone, Debug)]
pub struct Merge {
    register: Register,
    method: Method,
    title: String,
    letter: String,
    seal: String,
    /// Each with whether its persons were told by it before: who is on another list besides is not written to again.
    sources: Vec<(bool, Source)>,
    /// Whether persons who are on several lists get one letter.
    once: bool,
    with_mark: bool,
    mode: Mode,
    sha256: String,
    bytes: usize,
    tally: Tally,
}

#[derive(Clone, Debug)]
enum Source {
    File(Box<Import>, PathBuf),
    /// A typed row: its label, what its columns hold, and which of them entries contradict.
    Row(String, Vec<String>, Option<ItemId>),
}

/// What a letter takes from a row.
struct Places {
    address: Option<usize>,
    email: Option<usize>,
    language: Option<usize>,
}

impl Merge {
    /// Makes it up to its digest; nothing is written.
    ///
    /// # Errors
    /// If nothing may go out, or a list cannot be read as it was taken in.
    pub(super) fn of(
        view: &View<'_>,
        folder: &CaseFolder,
        document: &ItemId,
        options: &Options,
        with_mark: bool,
    ) -> Result<(Made, Self), Unmade> {
        if options.profile == Profile::Released {
            return Err(Unmade::ForPrograms);
        }
        let (text, item, register, method) = approved(view, document).map_err(Unmade::Merge)?;
        let sheet = report::document::sheet(view, document, options);
        let bands = sheet.map(|sheet| sheet.bands).unwrap_or_default();
        let mut tally = Tally { seal: text.seal(), method: method.label.clone(), ..Tally::default() };
        tally.out_of_date = bands.iter().find(|band| matches!(band, Band::OutOfDate(_))).map(Band::words);
        let mut sources = Vec::new();
        for there in there(view.state, item) {
            match there {
                There::File(import) => {
                    let told = texts::told(view.counting(), document, text.sha256, import);
                    let open = import.methods.iter().find(|(id, _)| *id == method.id).map_or(0, |(_, rows)| *rows);
                    let all = told.is_some_and(|count| count >= open);
                    match told {
                        _ if all => tally.told_files.push((import.file.clone(), import.rows)),
                        Some(count) => tally.told_in_part.push((import.file.clone(), count, open)),
                        _ => {}
                    }
                    if !all {
                        tally.digests.push((import.file.clone(), import.sha256.clone()));
                    }
                    let path = folder.files_path().join(Files::name(&import.sha256));
                    sources.push((all, Source::File(Box::new(import.clone()), path)));
                }
                There::Row(row) => {
                    let holds = |id: &str| match view.state.cell(row, id) {
                        Cell::Holds(text) => Some(text.trim().to_owned()),
                        Cell::Contradicts(_) => None,
                    };
                    let how = holds("told_how").unwrap_or_default().to_lowercase();
                    let told = how == method.label.to_lowercase() || how == method.id.as_str();
                    tally.told_rows += u64::from(told);
                    let wanted = |at: usize, column: &Column| {
                        at == 0
                            || method.needs.contains(&at)
                            || method.only.as_ref().is_some_and(|(only, _)| *only == at)
                            || matches!(Kind::of(column), Some(Kind::Address | Kind::Email | Kind::Language))
                    };
                    let mut contradicted = None;
                    let mut cells = Vec::new();
                    for (at, column) in register.columns.iter().enumerate() {
                        let id = if at == 0 { NAME } else { column.id.as_str() };
                        let cell = holds(id);
                        if cell.is_none() && wanted(at, column) && contradicted.is_none() {
                            contradicted = Some(column.id.clone());
                        }
                        cells.push(cell.unwrap_or_default());
                    }
                    let label = view.state.label(row.at).unwrap_or_else(|| view.state.name(row.at));
                    sources.push((told, Source::Row(label, cells, contradicted)));
                }
            }
        }
        let once = |(told, source): &(bool, Source)| {
            let Source::File(import, _) = source else { return false };
            let read = import.read_as.as_ref().and_then(|read| read.doubles);
            !told && read.is_some_and(|(doubles, _)| doubles == Doubles::Once)
        };
        let mut merge = Self {
            register: register.clone(),
            method: method.clone(),
            title: view.playbook.title(item.as_str()).unwrap_or(item.as_str()).to_owned(),
            letter: text.name(document),
            seal: text.seal(),
            once: sources.iter().any(once),
            sources,
            with_mark,
            mode: view.mode,
            sha256: String::new(),
            bytes: 0,
            tally,
        };
        let mut nowhere = Hashed::new(io::sink());
        let tally = merge.run(&mut nowhere).map_err(|why| Unmade::Merge(Unmerged::NotRead(why.to_string())))?;
        merge.tally = tally;
        (merge.sha256, merge.bytes) = (hex(nowhere.hash), nowhere.bytes);
        let made = Made {
            bands: bands.iter().map(Band::words).collect(),
            exercise: bands.contains(&Band::Exercise),
            version: u32::try_from(text.version).ok(),
            ..Made::default()
        };
        Ok((made, merge))
    }

    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// How long it is, in bytes.
    pub fn length(&self) -> usize {
        self.bytes
    }

    /// Who is in it and who is not, and why.
    pub fn says(&self) -> String {
        self.tally.says()
    }

    fn run(&self, to: &mut dyn Write) -> io::Result<Tally> {
        let mut tally = self.tally.clone();
        let mut table = csv::Merge::default();
        let mut known = self.once.then(Known::default);
        let is = Persons::of(&self.register);
        let place = |kind: Kind| self.register.columns.iter().position(|column| Kind::of(column) == Some(kind));
        let places =
            Places { address: place(Kind::Address), email: place(Kind::Email), language: place(Kind::Language) };
        if self.with_mark {
            to.write_all(csv::BOM.as_bytes())?;
        }
        for (told, source) in &self.sources {
            if *told && !self.once {
                continue;
            }
            match source {
                Source::Row(label, cells, contradicted) => {
                    let cell = |at: usize| cells.get(at).map_or("", String::as_str);
                    if let (true, Some(known)) = (told, &mut known) {
                        known.was(&is.of_texts(cell));
                    } else if let Some(column) = contradicted {
                        tally.leave_out(&self.title, label, cell(0), column.as_str(), false);
                    } else if self.method.is_open_to(cell) {
                        if let Some(known) = &mut known {
                            known.was(&is.of_texts(cell));
                        }
                        self.add(&mut table, &mut tally, &places, (&self.title, label), cell);
                    } else {
                        tally.not_open += 1;
                    }
                }
                Source::File(import, path) => {
                    let doubles = import.read_as.as_ref().and_then(|read| read.doubles);
                    let once = doubles.is_some_and(|(doubles, _)| doubles == Doubles::Once);
                    let read = |why: &dyn std::fmt::Display| io::Error::other(format!("{}: {why}", import.file));
                    let mut source = Hashing::new(opened(path).map_err(|why| read(&why))?);
                    persons(&self.register, &self.method, import, &mut source, &mut |person| {
                        match person.open {
                            _ if *told => {}
                            Some(true) => {}
                            Some(false) => {
                                tally.not_open += 1;
                                return Ok(());
                            }
                            None => {
                                tally.cannot_say += 1;
                                return Ok(());
                            }
                        }
                        if let Some(known) = &mut known {
                            let before = known.is(&is.digests(person.cells));
                            if *told {
                                return Ok(());
                            }
                            if before.is_some() && once {
                                tally.doubles += 1;
                                return Ok(());
                            }
                        }
                        let line = person.line.to_string();
                        self.add(&mut table, &mut tally, &places, (&import.file, &line), |at| person.cells.get(at));
                        to.write_all(&table.take())
                    })
                    .map_err(|why| match why.kind() {
                        io::ErrorKind::InvalidData => read(&"it cannot be read as it was taken in"),
                        _ => why,
                    })?;
                    if source.sha256() != import.sha256 {
                        return Err(read(&"the file in the case is not as it was"));
                    }
                }
            }
            to.write_all(&table.take())?;
        }
        to.write_all(&table.take())?;
        tally.incomplete = known.is_some_and(|known| known.incomplete);
        Ok(tally)
    }

    fn add<'c>(
        &self,
        table: &mut csv::Merge,
        tally: &mut Tally,
        places: &Places,
        (list, line): (&str, &str),
        cell: impl Fn(usize) -> &'c str,
    ) {
        let of = |place: Option<usize>| place.map_or("", &cell);
        let mail = Mail {
            mode: self.mode,
            name: cell(0),
            address: of(places.address),
            email: of(places.email),
            language: of(places.language),
            letter: &self.letter,
            text_seal: &self.seal,
            list,
            line,
        };
        match table.add(&mail) {
            None => tally.written += 1,
            Some(column) => tally.leave_out(list, line, cell(0), column, true),
        }
    }
}

/// The one latest text, if it is approved; the list to whose persons it goes, and how.
fn approved<'v>(
    view: &'v View<'_>,
    document: &ItemId,
) -> Result<(texts::Text<'v>, &'v ItemId, &'v Register, &'v Method), Unmerged> {
    let body = view.playbook.item(document.as_str()).and_then(|item| match &item.body {
        Body::Document(body) => Some(body),
        _ => None,
    });
    let list = view.playbook.counts.as_ref().and_then(|counts| counts.list.as_ref());
    let (Some(body), Some(list)) = (body, list) else { return Err(Unmerged::NoMethod) };
    let register = view.playbook.register(list.register.as_str()).ok_or(Unmerged::NoMethod)?;
    let method = register.methods.iter().find(|method| Some(&method.id) == body.method.as_ref());
    let method = method.ok_or(Unmerged::NoMethod)?;
    let latest = texts::latest(view.counting(), document.as_str());
    let text = match latest.as_slice() {
        [] => return Err(Unmerged::NoText),
        [only] => *only,
        several => return Err(Unmerged::SeveralTexts(several.iter().map(texts::Text::seal).collect())),
    };
    if !texts::is_approved(view.counting(), document, body, text.sha256) {
        return Err(Unmerged::NotApproved(text.seal()));
    }
    Ok((text, &list.register, register, method))
}

fn opened(path: &Path) -> Result<File, String> {
    files::source(path)
}

/// What is written, and its digest.
struct Hashed<W> {
    to: W,
    hash: Sha256,
    bytes: usize,
}

impl<W: Write> Hashed<W> {
    fn new(to: W) -> Self {
        Self { to, hash: Sha256::new(), bytes: 0 }
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.hash.update(bytes.get(..taken).unwrap_or_default());
        self.bytes += taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Content for Merge {
    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut to = Hashed::new(BufWriter::with_capacity(256 * 1024, to));
        self.run(&mut to)?;
        to.flush()?;
        if hex(to.hash) == self.sha256 { Ok(()) } else { Err(io::Error::other("a list changed while it was read")) }
    }

    fn is_in(&self, path: &Path) -> bool {
        let read = |mut file: Hashing<File>| io::copy(&mut file, &mut io::sink()).map(|_| file.sha256());
        opened(path).is_ok_and(|file| read(Hashing::new(file)).is_ok_and(|digest| digest == self.sha256))
    }
}

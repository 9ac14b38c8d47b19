//! Taking a file of rows into a list: surveyed, then read and copied at the same time; what was found is shown, and recorded only once
//! nothing has to be asked any more. The copy is on the disk before the entry that names it is written.

use super::kept_rows::{BadRows, Copied, Counted, Rows};
use super::{Receipt, Session, SubmitError};
use crate::base::text::cut;
use crate::case::{Attribution, Fact, Import};
use crate::judge::import::doubles::{There, there};
use crate::judge::import::kept::remember;
use crate::judge::import::look::remember_row;
use crate::judge::import::{Keeps, Known, NotTaken, Preview, Refused, Wanted, look};
use crate::playbook::Item;
use crate::record::verbs::{import, row};
use crate::record::{self, Draft, own};
use crate::source::table::{Survey, survey};
use crate::store::kept_files::Progress;
use crate::store::{Files, Hashing, NotRecorded, Taking, files, left_case, new_file, typed_path};
use std::borrow::Cow;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A file that was read and not recorded yet. Dropped, it leaves nothing behind.
pub struct Looked {
    draft: Draft,
    takes: Takes,
}

/// What recording it does.
enum Takes {
    /// The copy is kept, and an entry of counts names it.
    File(Box<Taking>),
    /// An entry a row.
    Rows(Vec<Draft>),
}

impl Looked {
    /// What was found in it.
    pub fn preview(&self) -> Option<&Preview> {
        self.draft.staged.as_deref()
    }

    /// How many entries it becomes.
    pub fn entries(&self) -> usize {
        match &self.takes {
            Takes::File(_) => 1,
            Takes::Rows(rows) => rows.len() + 1,
        }
    }

    /// Whether its rows themselves become entries.
    pub fn takes_rows(&self) -> bool {
        matches!(self.takes, Takes::Rows(_))
    }

    /// What has to be answered first, if anything.
    pub fn asks(&self) -> Option<record::Refusal> {
        self.preview().and_then(import::asks)
    }

    /// The draft with what was found.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }
}

/// How much more than was there at first is read before that is given up, in bytes.
const GROWS: u64 = 1 << 20;

/// Tells how far a file was read, as it is read.
struct Told<'a, R> {
    source: R,
    done: &'a Cell<u64>,
    total: u64,
    progress: &'a mut dyn FnMut(Progress),
}

impl<R: Read> Read for Told<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.done.set(self.done.get() + read as u64);
        if self.done.get() > self.total.saturating_add(GROWS) {
            return Err(io::Error::other("it grows while it is read"));
        }
        (self.progress)(Progress { done: self.done.get(), total: self.total });
        Ok(read)
    }
}

impl Session {
    /// Reads the file that a draft names, and says what is in it. Nothing is recorded; `progress` hears how far it was read, in bytes of
    /// two readings.
    ///
    /// # Errors
    /// Why it cannot be taken in, whatever is answered.
    pub fn look_at(&self, draft: &Draft, progress: &mut dyn FnMut(Progress)) -> Result<Looked, SubmitError> {
        let view = self.view();
        let on = record::offers(&view, draft.verb, &draft.on)?;
        let (item, register) = row::list(&view, &on)?;
        let wanted = import::wanted(&view, &item.id, register, draft)?;
        let path = typed_path::meant(Path::new(draft.text(&import::FILE).unwrap_or_default()));
        let shown = cut(&path.to_string_lossy(), 200).into_owned();
        let unread = |why: String| import::UNREAD.about(shown.clone()).and(why).needs(&import::FILE);
        let open = || -> Result<File, record::Refusal> { files::source(&path).map_err(unread) };
        let source = open()?;
        if let Some(left) = left_case::by_place(&path).filter(|left| *left != self.mode) {
            return Err(import::refused(Refused::OtherMode(left)).into());
        }
        let total = source.metadata().map_or(0, |known| known.len()) * 2;
        let done = Cell::new(0);
        let surveyed = survey(Told { source, done: &done, total, progress }, &mut |_| {});
        let surveyed = surveyed.map_err(|error| unread(error.to_string()))?;
        let surveyed = surveyed.map_err(|why| import::refused(Refused::Not(why)))?;
        let mut known = self.known(&wanted, item);
        let mut bad = bad_rows(draft)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = cut(&name, 120).into_owned();
        let source = Told { source: open()?, done: &done, total, progress };
        let found = if import::keeps_the_file(&view, &item.id, register) {
            self.copy_of(&wanted, &surveyed, source, &mut known, bad.as_mut())
        } else {
            self.rows_of(draft, &wanted, &surveyed, source, &mut known, bad.as_mut())
        };
        let (mut preview, takes, read) = found.map_err(|why| why.into_submit(unread))?;
        if read != surveyed.bytes {
            return Err(import::CHANGED.about(shown).needs(&import::FILE).into());
        }
        if let Some(bad) = bad {
            bad.end().map_err(|error| bad_not_written(draft, &error))?;
        }
        preview.import.file = file;
        if let Takes::Rows(_) = takes {
            preview.import.sha256.clear();
        }
        let given = preview.import.read_as.as_ref().and_then(|read| read.given.as_ref());
        import::is_new(&view, &item.id, given.unwrap_or(&preview.import.sha256))?;
        let mut draft = draft.clone();
        draft.staged = Some(Box::new(preview));
        Ok(Looked { draft, takes })
    }

    /// Records what was looked at.
    ///
    /// # Errors
    /// If something has to be answered first, or the disk did not confirm it.
    pub fn take(&mut self, looked: Looked) -> Result<Receipt, SubmitError> {
        match looked.takes {
            Takes::File(taking) => self.settle_draft(&looked.draft, Some(*taking)),
            Takes::Rows(rows) => {
                if let Some(asks) = looked.draft.staged.as_deref().and_then(import::asks) {
                    return Err(asks.into());
                }
                self.record_rows(&looked.draft, &rows)
            }
        }
    }

    /// Every row as an entry of its own, in one piece.
    fn record_rows(&mut self, draft: &Draft, rows: &[Draft]) -> Result<Receipt, SubmitError> {
        let view = self.view();
        let decided = record::decide_rows(&view, rows).map_err(|(_, why)| why)?;
        let understood = record::understood(&view, draft);
        let mut all: Vec<(Attribution, Fact)> =
            decided.into_iter().map(|(who, fact)| (Attribution { in_sheet: true, ..who }, fact)).collect();
        all.push(own::sheet_ended(&self.person, all.len()));
        let reading = self.turn.clone();
        self.note_clock_step(&reading)?;
        let receipt = self.record_all(&all, reading)?;
        Ok(Receipt { understood, ..receipt })
    }

    /// Who is in the list already: in earlier files, and typed.
    fn known(&self, wanted: &Wanted<'_>, item: &Item) -> Known {
        let mut known = Known::default();
        for there in there(&self.state, &item.id) {
            match there {
                There::File(import) => {
                    let file = self.folder.files_path().join(Files::name(&import.sha256));
                    let read = files::source(&file).map_err(io::Error::other);
                    let read = read.and_then(|source| remember(wanted, import, source, &mut known));
                    known.incomplete |= read.is_err();
                }
                There::Row(row) => {
                    let cell = |column: usize| {
                        let id = wanted.register.columns[column].id.as_str();
                        Cow::Owned(self.state.cell(row, id).text().trim().to_owned())
                    };
                    remember_row(wanted, cell, &mut known);
                }
            }
        }
        known
    }

    /// Reads a file of persons and copies it, as it is or without what is left out.
    fn copy_of(
        &self,
        wanted: &Wanted<'_>,
        surveyed: &Survey,
        source: Told<'_, File>,
        known: &mut Known,
        bad: Option<&mut BadRows>,
    ) -> Result<(Preview, Takes, u64), NotLooked> {
        let files = Files::of(&self.folder);
        if wanted.without.is_empty() {
            let mut taking = files.take(Box::new(io::empty()))?;
            let mut copied = Counted::new(source, &mut taking);
            let preview = look(wanted, surveyed, &mut copied, known, &mut keeps_bad(bad));
            let preview = preview.map_err(|why| NotLooked::of(why, &mut taking))?;
            let read = taking.length();
            let import = Import { sha256: taking.sha256(), bytes: read, ..preview.import };
            return Ok((Preview { import, ..preview }, Takes::File(Box::new(taking)), read));
        }
        let mut taking = files.take(Box::new(io::empty()))?;
        let mut given = Hashing::new(source);
        let mut copied = Copied::new(&mut taking, bad);
        let found = look(wanted, surveyed, &mut given, known, &mut copied);
        let ended = copied.end();
        let mut preview = found.map_err(|why| NotLooked::of(why, &mut taking))?;
        ended.map_err(|error| NotLooked::of(error.into(), &mut taking))?;
        if let Some(read) = &mut preview.import.read_as {
            read.given = Some(given.sha256());
        }
        let import = Import { sha256: taking.sha256(), bytes: taking.length(), ..preview.import };
        Ok((Preview { import, ..preview }, Takes::File(Box::new(taking)), given.length()))
    }

    /// Reads a file whose rows become entries.
    fn rows_of(
        &self,
        draft: &Draft,
        wanted: &Wanted<'_>,
        surveyed: &Survey,
        source: Told<'_, File>,
        known: &mut Known,
        bad: Option<&mut BadRows>,
    ) -> Result<(Preview, Takes, u64), NotLooked> {
        let view = self.view();
        let mut given = Hashing::new(source);
        let mut rows = Rows::new(&view, draft, wanted.register, bad);
        let preview = look(wanted, surveyed, &mut given, known, &mut rows).map_err(NotLooked::plain)?;
        let drafts = rows.drafts()?;
        Ok((preview, Takes::Rows(drafts), given.length()))
    }
}

/// The file for rows that do not count, if one is wanted.
fn bad_rows(draft: &Draft) -> Result<Option<BadRows>, SubmitError> {
    let Some(typed) = draft.text(&import::BAD) else { return Ok(None) };
    let path = typed_path::meant(Path::new(typed));
    let file = new_file::NewFile::begin(&path).map_err(|error| bad_not_written(draft, &error))?;
    Ok(Some(BadRows::new(file)))
}

/// Keeps only the rows that do not count.
fn keeps_bad(bad: Option<&mut BadRows>) -> impl Keeps {
    super::kept_rows::OnlyBad(bad)
}

fn bad_not_written(draft: &Draft, error: &io::Error) -> SubmitError {
    let why = match error.kind() {
        io::ErrorKind::AlreadyExists => "something is there already".to_owned(),
        _ => error.to_string(),
    };
    let path = cut(draft.text(&import::BAD).unwrap_or_default(), 200).into_owned();
    import::BAD_NOT_WRITTEN.about(path).and(why).needs(&import::BAD).into()
}

/// Why a file was not read to its end.
enum NotLooked {
    Refused(Box<record::Refusal>),
    Unread(io::Error),
    NotCopied(NotRecorded),
}

impl NotLooked {
    fn plain(why: NotTaken) -> Self {
        match why {
            NotTaken::Refused(why) => Self::Refused(Box::new(import::refused(why))),
            NotTaken::Unread(error) => Self::Unread(error),
        }
    }

    /// The same, where the copy may be what failed.
    fn of(why: NotTaken, taking: &mut Taking) -> Self {
        match (why, taking.refused()) {
            (NotTaken::Unread(_), Some(refused)) => Self::NotCopied(refused),
            (why, _) => Self::plain(why),
        }
    }

    fn into_submit(self, unread: impl Fn(String) -> record::Refusal) -> SubmitError {
        match self {
            Self::Refused(refusal) => SubmitError::Refused(refusal),
            Self::Unread(error) => unread(error.to_string()).into(),
            Self::NotCopied(error) => error.into(),
        }
    }
}

impl From<NotRecorded> for NotLooked {
    fn from(error: NotRecorded) -> Self {
        Self::NotCopied(error)
    }
}

impl From<record::Refusal> for NotLooked {
    fn from(refusal: record::Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

//! Beginning a session: a new case, or a case that is there.

use super::kept::Kept;
use super::masking::Masking;
use super::seat::Seat;
use super::sighted::Sighted;
use super::{Oddity, Session};
use crate::base::{Clock, Reading};
use crate::case::Attribution;
use crate::journal::{FORMAT, Header, Mode};
use crate::judge::assess;
use crate::playbook::Playbook;
use crate::playbook::letter::Letters;
use crate::record::{Refusal, keyboard, own};
use crate::store::disk::{Disk, RealDisk};
use crate::store::frozen::listed;
use crate::store::{CaseFolder, Frozen, JournalWriter, NewCase, NotRecorded, StoreError, Unfinished, platform};
use std::collections::BTreeSet;
use std::path::Path;
use thiserror::Error;

/// A playbook with the files it was read from, which are frozen into the case.
pub struct PlaybookFiles {
    pub playbook: Playbook,
    pub files: Vec<(String, Vec<u8>)>,
}

impl PlaybookFiles {
    /// The same with the texts of its documents, which are frozen into the case beside it.
    #[must_use]
    pub fn with_letters(mut self, letters: Letters) -> Self {
        self.files.extend(letters.all().map(|text| (text.name.clone(), text.text.clone().into_bytes())));
        self.playbook.letters = letters;
        self
    }
}

pub struct NewSession<'a> {
    pub playbook: PlaybookFiles,
    /// Title; empty takes the playbook's.
    pub title: &'a str,
    pub person: &'a str,
    pub mode: Mode,
}

/// What to do where the system gives no random numbers.
pub const RESTART: &str = "Nothing was recorded; restart the computer and try again.";

pub fn no_random_numbers(error: &std::io::Error) -> String {
    format!("The system gave no random numbers ({error}), so no session can be named.")
}

#[derive(Debug, Error)]
pub enum SessionError {
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The first entry of a new case was not confirmed.
    #[error("{0}")]
    NotRecorded(#[from] NotRecorded),
    #[error("nobody is named: {}", .0.reason.code)]
    Unnamed(Refusal),
    #[error("{} {RESTART}", no_random_numbers(.0))]
    Random(#[from] std::io::Error),
}

impl Session {
    /// Opens a new case in `parent` and records its opening, then what the latest readiness review there answers.
    pub fn start(parent: &Path, new: NewSession<'_>, clock: Box<dyn Clock>) -> Result<Self, SessionError> {
        Self::start_on(&|| Box::new(RealDisk), parent, new, clock)
    }

    /// The same on any disk. The folder has a hidden name until its opening is on the disk, so that a case that could not be
    /// opened is none.
    pub fn start_on(
        disk: &dyn Fn() -> Box<dyn Disk>,
        parent: &Path,
        new: NewSession<'_>,
        clock: Box<dyn Clock>,
    ) -> Result<Self, SessionError> {
        Self::start_as(&Seat::Players, disk, parent, new, clock)
    }

    /// The same for whoever this seat is.
    pub(super) fn start_as(
        seat: &Seat,
        disk: &dyn Fn() -> Box<dyn Disk>,
        parent: &Path,
        new: NewSession<'_>,
        clock: Box<dyn Clock>,
    ) -> Result<Self, SessionError> {
        let person = keyboard::name(new.person).map_err(SessionError::Unnamed)?;
        let case = platform::new_case()?;
        let reading = clock.read();
        let mut unfinished = Unfinished::make(
            &*disk(),
            parent,
            &NewCase {
                word: None,
                date: reading.wall.date(),
                mode: new.mode,
                case: &case,
                frozen: &new.playbook.files,
            },
        )?;
        if !cfg!(unix) {
            // Elsewhere a folder in which a file is open keeps its name.
            unfinished = Unfinished::named(unfinished.finish(&*disk())?);
        }
        let new = NewSession { person: &person, ..new };
        match Self::opened(seat, disk(), unfinished.folder().clone(), new, clock, &reading) {
            Ok(mut session) => {
                session.folder = unfinished.finish(&*disk())?;
                session.writer.moved(&session.folder.journals_path());
                session.take_over(parent, &reading);
                Ok(session)
            }
            // A new case that cannot be read is no case that somebody could copy.
            Err(
                SessionError::NotRecorded(NotRecorded::Disk { error, .. })
                | SessionError::Store(StoreError::System { error, .. }),
            ) => Err(unfinished.discard(&*disk(), error).into()),
            Err(error) => {
                unfinished.discard(&*disk(), std::io::ErrorKind::Other.into());
                Err(error)
            }
        }
    }

    /// The session of a new case, with its opening on the disk.
    fn opened(
        seat: &Seat,
        disk: Box<dyn Disk>,
        folder: CaseFolder,
        new: NewSession<'_>,
        clock: Box<dyn Clock>,
        reading: &Reading,
    ) -> Result<Self, SessionError> {
        let playbook = new.playbook.playbook;
        let files = new.playbook.files.iter().map(|(name, bytes)| listed(name, bytes)).collect();
        let opened = own::opened(&playbook, new.title, files);
        let mut session = Self::begin(seat, disk, folder, Some((playbook, new.mode)), new.person, clock)?;
        let who = Attribution { by: session.person.clone(), ..Attribution::default() };
        session.record(&who, &opened, reading.clone())?;
        Ok(session)
    }

    /// Continues a case. A damaged case opens too; what is wrong stands in [`Session::damage`].
    pub fn open(folder: CaseFolder, person: &str, clock: Box<dyn Clock>) -> Result<Self, SessionError> {
        Self::open_on(Box::new(RealDisk), folder, person, clock)
    }

    /// The same on any disk.
    pub fn open_on(
        disk: Box<dyn Disk>,
        folder: CaseFolder,
        person: &str,
        clock: Box<dyn Clock>,
    ) -> Result<Self, SessionError> {
        Self::begin(&Seat::Players, disk, folder, None, person, clock)
    }

    /// A run in a folder; with the playbook and the mode of a case that is new.
    pub(super) fn begin(
        seat: &Seat,
        disk: Box<dyn Disk>,
        folder: CaseFolder,
        new: Option<(Playbook, Mode)>,
        person: &str,
        clock: Box<dyn Clock>,
    ) -> Result<Self, SessionError> {
        let name = platform::new_session()?;
        let is_new = new.is_some();
        let (playbook, mode) = new.unzip();
        let mut sighted = Sighted::new(name.clone(), seat.is_facilitator());
        // The fingerprint is taken first: what arrives while the journals are read is then news at the next refresh.
        let seen = folder.stamp_of_others(&name)?;
        let journals = folder.read()?;
        let ordered = journals.order();
        let frozen = Frozen::of(&folder, &journals, &ordered);
        let Kept { mut playbook, header: digest, absent, instead } = match playbook {
            Some(playbook) => {
                let header = format!("sha256:{}", playbook.digest);
                Kept { playbook, header, absent: false, instead: None }
            }
            None => seat.kept(&frozen),
        };
        let state = sighted.fold(&journals, &ordered);
        let taken_before = super::injects::taken(&state);
        // Of a new case nothing is missing yet.
        let mut damage = if is_new { Vec::new() } else { seat.damage(&frozen, &journals, &ordered) };
        damage.extend(instead.clone());
        let device = platform::device_name();
        let now = state.now_in(&clock.read(), clock.zone()).under(&playbook.jurisdiction);
        let cut_off = super::cut_off::remark(&journals, &state, &device, now);
        let sheet = Oddity::sheet(&state);
        let odd = Oddity::unfinished(&journals).chain(sheet).chain(cut_off.map(Oddity::CutOff)).collect();
        let mode = mode.or(seat.mode()).or(journals.mode).unwrap_or_else(|| folder.mode());
        let case = journals.case.clone().or_else(|| folder.case().cloned());
        let header = Header {
            format: FORMAT,
            case: case.ok_or_else(|| StoreError::NotACase(folder.path().to_owned()))?,
            session: name,
            segment: 1,
            device,
            person: person.trim().to_owned(),
            program: own::PROGRAM.to_owned(),
            playbook: digest,
            mode,
            saw: sighted.new_heads(BTreeSet::new),
            continues: None,
            given_up: Vec::new(),
            why: None,
            reading: clock.read(),
            extra: seat.header_fields(sighted.header_fields()),
        };
        sighted.noted(&header.saw);
        let masking = (mode == Mode::Exercise).then(|| Masking::of(&state, &mut playbook));
        let assessment =
            assess(&playbook, &state, state.now_in(&clock.read(), clock.zone()).under(&playbook.jurisdiction));
        let writer = JournalWriter::on(disk, &folder.journals_path(), header);
        Ok(Self {
            seat: seat.clone(),
            role: None,
            room: writer.room(),
            keeps_reserve: false,
            writer,
            seen: Some(seen),
            folder,
            turn: clock.read(),
            clock,
            playbook,
            state,
            assessment,
            revision: 0,
            sighted,
            mode,
            person: person.trim().to_owned(),
            odd,
            beside: super::sighted::Beside::default(),
            switched: Vec::new(),
            damage,
            instead,
            absent,
            last_reading: None,
            phones: None,
            phone_warnings: Vec::new(),
            tells: None,
            taken_before,
            masking,
        })
    }
}

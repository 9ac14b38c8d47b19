//! The one door: submit(command) = decide, append and sync, apply, receipt. Every front end records through it.
//!
//! Nothing is applied, shown or acknowledged before it is on the disk. Between two submits the session is a read-only
//! picture of the case.

mod begin;
mod cut_off;
mod door;
pub mod drill;
mod evidence;
pub mod improvements;
mod injects;
mod kept;
mod kept_rows;
pub mod masking;
mod not_acknowledged;
mod oddity;
pub mod printing;
pub mod reviews;
pub mod saving;
mod seat;
mod sight;
mod sighted;
mod take_in;
pub mod texts;

pub use crate::record::Receipt;
pub use begin::{NewSession, PlaybookFiles, RESTART, SessionError, no_random_numbers};
pub use kept::Kept;
pub use not_acknowledged::{NotEnded, SubmitError};
pub use oddity::Oddity;
pub use sight::Sight;
pub use take_in::Looked;

use crate::base::ItemId;
use crate::base::{Clock, Now, Reading, Room, SessionId};
use crate::case::{Attribution, CaseState, Fact, Recorded, Row, envelope};
use crate::contacts::PhoneFile;
use crate::drill::real::sounds_real;
use crate::journal::Damage;
use crate::journal::{EntryId, Head, Mode};
use crate::judge::picture::changes::{Change, changes};
use crate::judge::picture::remarks::Remark;
use crate::judge::{Picture, assess, assess_with};
use crate::playbook::Playbook;
use crate::record::{self, keyboard, own};
use crate::source::Problem;
use crate::store::{CaseFolder, Fingerprint, Frozen, JournalWriter, NotRecorded, StoreError, platform};
use seat::Seat;
use sighted::Sighted;
use std::collections::BTreeSet;

/// A wall clock that moves this much more or less than the boot-time clock has been set, in milliseconds.
const CLOCK_STEP_MS: i64 = 2000;

pub struct Session {
    folder: CaseFolder,
    writer: JournalWriter,
    clock: Box<dyn Clock>,
    /// What the clocks said when this turn began: the time of everything that is shown and recorded in it.
    turn: Reading,
    playbook: Playbook,
    state: CaseState,
    assessment: Picture,
    /// How often the picture was worked out.
    revision: u64,
    sighted: Sighted,
    seen: Option<Fingerprint>,
    mode: Mode,
    person: String,
    /// Whose role nobody but that person has said, and which it is. It is a way of looking, not a record.
    role: Option<(String, ItemId)>,
    seat: Seat,
    odd: Vec<Oddity>,
    /// Blocks of another folder that were seen and that no entry names yet: only in a control folder, of its exercise.
    beside: sighted::Beside,
    /// What others' records switched, until somebody asks.
    switched: Vec<Change>,
    damage: Vec<Damage>,
    /// What is used instead of the playbook in the case, where that is not as it was.
    instead: Option<Damage>,
    absent: bool,
    /// How much room the disk had at the last look.
    room: Room,
    /// Whether room is kept for the last entries, as far as the disk has it.
    keeps_reserve: bool,
    /// The clocks at this session's last entry.
    last_reading: Option<Reading>,
    /// The organisation's phone list, as it was when this run began; it is not frozen into the case.
    phones: Option<PhoneFile>,
    /// What would fail with it tonight.
    phone_warnings: Vec<Problem>,
    tells: evidence::Tells,
    /// The injects that somebody had taken in when this run began.
    taken_before: BTreeSet<EntryId>,
    /// In an exercise what is masked.
    masking: Option<masking::Masking>,
}

impl Session {
    /// Says who is at the keyboard, in a run in which nobody was named yet. Where somebody was, the keyboard changes hands instead:
    /// that is a record.
    ///
    /// # Errors
    /// If the words name nobody.
    pub fn name_person(&mut self, typed: &str) -> Result<(), record::Refusal> {
        if self.person.is_empty() {
            self.person = keyboard::name(typed)?;
            self.writer.name_person(&self.person);
        }
        Ok(())
    }

    /// Takes whoever is at the keyboard for somebody of this role, as far as what falls to them is shown.
    pub fn acts_as(&mut self, role: ItemId) {
        self.role = Some((self.person.clone(), role));
        self.revision += 1;
    }

    /// Who may be at the keyboard: whoever recorded in this case, then who holds a role today.
    pub fn at_the_keyboard(&self) -> Vec<keyboard::Offered> {
        keyboard::offered(&self.playbook, &self.state, &self.assessment)
    }

    /// Appends, syncs, applies.
    fn record(&mut self, who: &Attribution, fact: &Fact, reading: Reading) -> Result<Receipt, NotRecorded> {
        self.record_all(&[(who.clone(), fact.clone())], reading)
    }

    /// The same with several in one piece. The receipt names the last.
    fn record_all(&mut self, all: &[(Attribution, Fact)], reading: Reading) -> Result<Receipt, NotRecorded> {
        let rests_on = || all.iter().flat_map(|(who, fact)| self.state.rests_on(who, fact)).collect();
        let mut saw = self.sighted.new_heads(rests_on);
        let drafts = all.iter().map(|(who, fact)| {
            let (kind, fields) = envelope::encode(who, fact);
            let fields = self.beside.note_in(fields);
            // What the first has noted is known to those that follow it.
            crate::journal::Draft { reading: reading.clone(), saw: std::mem::take(&mut saw), kind, fields }
        });
        let head = self.writer.append_all(drafts.collect())?;
        self.beside.noted();
        self.last_reading = Some(reading.clone());
        for sealed in self.writer.last() {
            self.sighted.noted(&sealed.entry.saw);
            let facilitator = self.sighted.is_facilitator();
            let recorded = Recorded { facilitator, ..Recorded::from_entry(&sealed.entry) };
            let past = self.sighted.past(recorded.id.seq);
            self.state.apply(Row { recorded, past });
        }
        let last = self.writer.last().last().expect("an append that succeeded has a last entry");
        let own = self.state.log.iter().rev().find(|row| row.recorded.id == last.entry.id);
        let recorded = own.map_or_else(|| Recorded::from_entry(&last.entry), |row| row.recorded.clone());
        if !self.sighted.notes_all() {
            self.read_as_noted();
        }
        if matches!(recorded.fact, Fact::HandedOver { .. } | Fact::StruckOut { .. }) {
            self.follow_the_keyboard(&recorded.id.session);
        }
        self.mask_again();
        let now = self.now_at(&reading);
        let after = self.assess(now);
        let before = std::mem::replace(&mut self.assessment, after);
        self.revision += 1;
        let pictures = (&before, &self.assessment);
        let mut receipt = Receipt::new((&self.playbook, &self.state), pictures, recorded, head);
        let room = std::mem::replace(&mut self.room, self.writer.room());
        if self.room.is_worse_than(room) && !self.room.is_hardly_any() {
            receipt.remarks.push(Remark::Room(self.room));
        }
        if self.mode == Mode::Exercise && sounds_real(&receipt.recorded) {
            receipt.remarks.push(Remark::SoundsReal);
        }
        if self.writer.takes_reserve_used() {
            receipt.remarks.insert(0, Remark::ReserveUsed);
        }
        Ok(receipt)
    }

    /// Takes the case as everybody else will read it, while this run has not yet noted all that it has seen.
    fn read_as_noted(&mut self) {
        // If the folder cannot be read now, the next look at it says so.
        if let Ok(journals) = self.folder.read() {
            self.state = self.sighted.fold(&journals, &journals.order());
        }
    }

    /// Whoever took the keyboard over last in this run sits there; a handing over that was struck out was none.
    fn follow_the_keyboard(&mut self, run: &SessionId) {
        let own = (0..self.state.log.len()).filter(|at| self.state.at(*at).id.session == *run);
        let mut first = None;
        let mut last = None;
        for at in own {
            let Fact::HandedOver { from, to, .. } = &self.state.at(at).fact else { continue };
            first = first.or(Some(from));
            if self.state.counts(at) {
                last = Some(to);
            }
        }
        if let Some(person) = last.or(first) {
            self.person.clone_from(person);
        }
    }

    /// A clock that was set while the program ran is written down, not hidden.
    fn note_clock_step(&mut self, now: &Reading) -> Result<(), SubmitError> {
        let Some(last) = self.last_reading.as_ref().filter(|last| last.boot == now.boot && last.up_ms > 0) else {
            return Ok(());
        };
        let wall = (now.wall.instant() - last.wall.instant()).num_milliseconds();
        let up = i64::try_from(now.up_ms.saturating_sub(last.up_ms)).unwrap_or(i64::MAX);
        let by_ms = wall.saturating_sub(up);
        if by_ms.abs() > CLOCK_STEP_MS {
            let (who, fact) = own::clock_stepped(by_ms);
            self.record(&who, &fact, now.clone())?;
        }
        Ok(())
    }

    /// Takes in what other writers put into the folder since the last look. Says whether anything changed.
    ///
    /// # Errors
    /// If the folder cannot be read; the picture stays as it was.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        self.turn();
        self.look_at_room();
        let seen = self.folder.stamp_of_others(self.sighted.own())?;
        if self.seen == Some(seen) {
            return Ok(false);
        }
        let journals = self.folder.read()?;
        let ordered = journals.order();
        let state = self.sighted.fold(&journals, &ordered);
        let grown = state.log.len() != self.state.log.len();
        self.state = state;
        self.mask_again();
        self.damage = self.seat.damage(&Frozen::of(&self.folder, &journals, &ordered), &journals, &ordered);
        self.damage.extend(self.instead.clone());
        self.odd.retain(|one| matches!(one, Oddity::Review(_)));
        self.odd.extend(Oddity::unfinished(&journals));
        self.odd.extend(Oddity::sheet(&self.state));
        self.seen = Some(seen);
        let before = self.look_again();
        self.switched.extend(changes(&self.playbook, &before, &self.assessment, &[]));
        Ok(grown)
    }

    /// What others' records switched since this was asked last.
    pub fn takes_switched(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.switched)
    }

    fn look_at_room(&mut self) {
        self.room = self.writer.room();
        if self.keeps_reserve {
            self.writer.keep_reserve();
        }
    }

    pub fn room(&self) -> Room {
        self.room
    }

    /// Keeps room on the disk for the last entries of a run that lasts, as soon as the disk has some to spare.
    pub fn keep_reserve(&mut self) {
        self.keeps_reserve = true;
        self.writer.keep_reserve();
    }

    /// Whether room for the last entries is still to be kept.
    pub fn lacks_reserve(&self) -> bool {
        !self.keeps_reserve
    }

    /// What people should know about where the case lies, as sentences: who else can read it, and how much room there is.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = platform::warnings(self.folder.path());
        warnings.extend(self.room.words());
        warnings
    }

    /// Works the picture out again for the present moment: deferrals come back, clocks go on.
    pub fn look(&mut self) {
        self.look_again();
    }

    /// The same; gives back the picture that stood before.
    fn look_again(&mut self) -> Picture {
        self.turn();
        let now = self.assess(self.now());
        self.revision += 1;
        std::mem::replace(&mut self.assessment, now)
    }

    fn assess(&self, now: Now) -> Picture {
        match &self.phones {
            Some(phones) => assess_with(&self.playbook, &self.state, &phones.list, now),
            None => assess(&self.playbook, &self.state, now),
        }
    }

    /// Takes the organisation's phone list into use for this run.
    pub fn use_phones(&mut self, phones: Option<PhoneFile>) {
        if phones.is_none() && self.phones.is_none() {
            return;
        }
        self.take_phones(phones);
        self.look();
    }

    pub fn phone_warnings(&self) -> &[Problem] {
        &self.phone_warnings
    }

    pub fn phones(&self) -> Option<&PhoneFile> {
        self.phones.as_ref()
    }

    /// Writes the last entry of this run, if it wrote any.
    ///
    /// # Errors
    /// If the disk does not confirm it; nothing else is lost by that.
    pub fn end(&mut self) -> Result<Option<Head>, NotEnded> {
        if self.writer.head().is_none() {
            return Ok(None);
        }
        self.turn();
        let (who, fact) = own::ended(&self.person);
        let ended = self.record(&who, &fact, self.turn.clone());
        Ok(Some(ended.map_err(NotEnded)?.head))
    }

    /// The playbook that the case was opened with; one with nothing in it where no copy can be read.
    pub fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    pub fn state(&self) -> &CaseState {
        &self.state
    }

    /// The picture after the last submit, refresh or look.
    pub fn assessment(&self) -> &Picture {
        &self.assessment
    }

    /// Another number means another picture, or entries that the last one did not know.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn folder(&self) -> &CaseFolder {
        &self.folder
    }

    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The person at the keyboard; empty while nobody is named, and then nothing can be recorded.
    pub fn person(&self) -> &str {
        &self.person
    }

    pub fn reading(&self) -> Reading {
        self.turn.clone()
    }

    /// What the wall clock says, in its zone and under this playbook; in an exercise, the time of the exercise, with its offset.
    pub fn now(&self) -> Now {
        self.now_at(&self.turn)
    }

    fn now_at(&self, reading: &Reading) -> Now {
        self.state.now_in(reading, self.clock.zone()).under(&self.playbook.jurisdiction)
    }

    /// What is odd about the case folder without being damage.
    pub fn odd(&self) -> &[Oddity] {
        &self.odd
    }

    /// What in the case is damaged or was altered; what is sound is shown, and new entries stay sound.
    pub fn damage(&self) -> &[Damage] {
        &self.damage
    }

    pub fn head(&self) -> Option<&Head> {
        self.writer.head()
    }

    /// The last confirmed block of every run, this one included.
    pub fn heads(&self) -> Vec<Head> {
        self.sighted.heads(self.writer.head())
    }
}

//! A facilitator's journal in the folder of an exercise, written as a console writes it: for what players see of a drill.
#![allow(dead_code, reason = "each test program uses its own part of this")]

use breachbook::base::{Clock, FixedClock, ItemId, SessionId, Stamp, ids::base32_128};
use breachbook::case::{Attribution, CaseState, ClockAction, Fact, Tag, envelope};
use breachbook::journal::{Draft, EntryId, FACILITATOR, Fields, Header, SIGHT};
use breachbook::store::disk::RealDisk;
use breachbook::store::{CaseFolder, JournalWriter};
use std::path::Path;

pub struct Facilitator {
    folder: CaseFolder,
    writer: JournalWriter,
    seq: u64,
}

impl Facilitator {
    /// Opens the drill in the exercise in this folder.
    pub fn opens(case: &Path, clock: &FixedClock) -> Self {
        Self::opens_as(case, clock, 'f', Some(FACILITATOR))
    }

    /// The same with a name of its own for the run, and the sight that its header has.
    pub fn opens_as(case: &Path, clock: &FixedClock, name: char, sight: Option<&str>) -> Self {
        let folder = CaseFolder::open(case).unwrap();
        let journals = folder.read().unwrap();
        let first = journals.files[0].scan.header.as_ref().unwrap().header.clone();
        let header = Header {
            session: SessionId::new(&base32_128([name as u8; 16])).unwrap(),
            segment: 1,
            person: "Ana Ortiz".into(),
            saw: journals.heads(),
            reading: clock.read(),
            extra: Fields::new().text("name", format!("{name}1")).text_if(SIGHT, sight),
            ..first
        };
        let writer = JournalWriter::on(Box::new(RealDisk), &folder.journals_path(), header);
        let mut facilitator = Self { folder, writer, seq: 0 };
        facilitator.writes(
            clock,
            Fact::DrillOpened {
                title: "Friday afternoon".into(),
                briefing: Some("Answer from today's plans. Nothing is sent out.".into()),
                rules: vec!["Nobody is at fault.".into()],
                roles: Vec::new(),
                is: Vec::new(),
                numbers: Vec::new(),
                commit: "0".repeat(64),
            },
        );
        facilitator
    }

    pub fn writes(&mut self, clock: &FixedClock, fact: Fact) -> EntryId {
        let (kind, fields) = envelope::encode(&Attribution { by: "Ana Ortiz".into(), ..Attribution::default() }, &fact);
        let own = self.writer.head().map(|head| head.session.clone());
        let saw = self.folder.read().unwrap().heads().into_iter().filter(|head| Some(&head.session) != own.as_ref());
        let draft = Draft { reading: clock.read(), saw: saw.collect(), kind, fields };
        let head = self.writer.append_all(vec![draft]).unwrap();
        self.seq = head.seq;
        EntryId::new(head.session, head.seq)
    }

    /// Starts the clock of the exercise, with a part that has two questions.
    pub fn starts(&mut self, clock: &FixedClock, to: &str) -> EntryId {
        self.writes(clock, clock_entry(ClockAction::Start, Some("The calls"), Some(to)))
    }

    pub fn turns(&mut self, clock: &FixedClock, action: ClockAction) -> EntryId {
        self.writes(clock, clock_entry(action, None, None))
    }

    /// Sends an inject that is read.
    pub fn sends(&mut self, clock: &FixedClock, number: &str, text: &str) -> EntryId {
        self.writes(clock, released(number, "email", Some(text), None))
    }

    /// Sends one that is spoken: only the gist is in the case.
    pub fn says(&mut self, clock: &FixedClock, number: &str, gist: &str) -> EntryId {
        self.writes(clock, released(number, "phone", None, Some(gist)))
    }

    pub fn takes_back(&mut self, clock: &FixedClock, entry: &EntryId) -> EntryId {
        self.writes(clock, Fact::StruckOut { of: vec![entry.clone()], reason: None })
    }

    pub fn calls_time(&mut self, clock: &FixedClock) -> EntryId {
        self.writes(
            clock,
            Fact::Noted { about: None, text: "Time is up".into(), tag: Some(Tag::TimeUp), because: None },
        )
    }

    /// What everybody's entries fold to.
    pub fn state(&self) -> CaseState {
        let journals = self.folder.read().unwrap();
        CaseState::of(&journals.order())
    }
}

fn clock_entry(action: ClockAction, title: Option<&str>, to: Option<&str>) -> Fact {
    Fact::ExerciseClock {
        action,
        part: title.and_then(|_| ItemId::new("p1")),
        title: title.map(str::to_owned),
        text: None,
        questions: title.iter().map(|_| "Who decides it?".to_owned()).collect(),
        minutes: title.map(|_| 38),
        to: to.and_then(Stamp::parse),
        reason: None,
    }
}

fn released(number: &str, delivery: &str, text: Option<&str>, gist: Option<&str>) -> Fact {
    Fact::Released {
        inject: number.into(),
        from: "IT Manager".into(),
        to: vec!["privacy_officer".into()],
        delivery: delivery.into(),
        text: text.map(str::to_owned),
        gist: gist.map(str::to_owned),
        files: Vec::new(),
        absent: None,
    }
}

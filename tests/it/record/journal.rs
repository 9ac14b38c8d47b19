//! Journals for tests: headers, entries and their bytes.

use breachbook::base::digest::sha256;
use breachbook::base::{CaseId, Reading, SessionId, Stamp};
use breachbook::journal::write::{entry_block, header_block};
use breachbook::journal::{Draft, Entry, EntryId, FORMAT, Fields, Head, Header, Mode, Seal};

/// The bytes of `playbook/playbook.toml` beside the journals.
pub const PLAYBOOK: &[u8] = b"[playbook]\n";

/// The files that a case of these journals keeps.
pub fn frozen() -> [(String, Vec<u8>); 1] {
    [("playbook.toml".to_owned(), PLAYBOOK.to_vec())]
}

/// A session of one letter.
pub fn session(letter: char) -> SessionId {
    SessionId::new(&letter.to_string().repeat(26)).unwrap()
}

pub fn case() -> CaseId {
    CaseId::new(&"q".repeat(26)).unwrap()
}

pub fn reading() -> Reading {
    let wall = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
    Reading { wall, up_ms: 914_771, boot: "9f3c00aa51d2e07b".into(), synced: false }
}

pub fn header(session: &SessionId) -> Header {
    Header {
        format: FORMAT,
        case: case(),
        session: session.clone(),
        segment: 1,
        device: "ops-laptop-2".into(),
        person: "R. Okafor".into(),
        program: "breachbook 0.1.0".into(),
        playbook: format!("sha256:{}", sha256(PLAYBOOK)),
        mode: Mode::Live,
        saw: Vec::new(),
        continues: None,
        given_up: Vec::new(),
        why: None,
        reading: reading(),
        extra: Fields::new(),
    }
}

pub fn draft(answer: &str) -> Draft {
    let fields = Fields::new().text("question", "contain_03").text("answer", answer);
    Draft { reading: reading(), saw: Vec::new(), kind: "answer".into(), fields }
}

pub fn entry(session: &SessionId, seq: u64, answer: &str, saw: Vec<Head>) -> Entry {
    let Draft { reading, kind, fields, .. } = draft(answer);
    Entry { id: EntryId::new(session.clone(), seq), seq, reading, saw, kind, fields }
}

/// A journal as it grows.
#[derive(Clone)]
pub struct Journal {
    pub session: SessionId,
    /// Each block with its seal, the header first.
    pub blocks: Vec<(String, Seal)>,
    pub next: u64,
}

impl Journal {
    pub fn new(header: &Header) -> Self {
        Self { session: header.session.clone(), blocks: vec![header_block(header).unwrap()], next: 1 }
    }

    pub fn of(letter: char, answers: &[&str]) -> Self {
        answers.iter().fold(Self::new(&header(&session(letter))), |journal, answer| journal.then(answer, &[]))
    }

    pub fn then(mut self, answer: &str, saw: &[Head]) -> Self {
        let entry = entry(&self.session, self.next, answer, saw.to_vec());
        self.put(&entry);
        self
    }

    pub fn put(&mut self, entry: &Entry) {
        let prev = self.blocks.last().unwrap().1;
        self.blocks.push(entry_block(entry, &prev).unwrap());
        self.next = entry.seq + 1;
    }

    pub fn head(&self) -> Head {
        Head { session: self.session.clone(), seq: self.next - 1, seal: self.blocks.last().unwrap().1 }
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.blocks.iter().flat_map(|(text, _)| text.bytes()).collect()
    }

    pub fn file_name(&self) -> String {
        format!("{}.toml", self.session)
    }
}

/// A block sealed as it stands, whatever it says.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    [body, format!("seal = \"{}\"\n", Seal::of(body)).as_bytes()].concat()
}

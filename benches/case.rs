//! How long a case takes to open and an answer to be recorded, at 1,000, 10,000 and 100,000 entries.
//!
//! `cargo bench --bench case` prints medians of several runs. Journals are written without syncing, so that only reading is
//! measured; the answers are synced as always, so that figure depends on the disk.

use breachbook::base::{FixedClock, SessionId, Stamp, ids::base32_128};
use breachbook::journal::write::{entry_block, header_block};
use breachbook::journal::{Entry, EntryId, FORMAT, Fields, Header, Mode};
use breachbook::playbook::{bundled, load};
use breachbook::record::Draft;
use breachbook::record::verbs::answer;
use breachbook::session::{NewSession, PlaybookFiles, Session};
use breachbook::store::CaseFolder;
use std::io::Write as _;
use std::time::{Duration, Instant};

fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp"))
}

/// A case with one more journal of `entries` answers.
fn case_with(entries: u64) -> (tempfile::TempDir, CaseFolder) {
    let home = tempfile::tempdir().expect("a folder");
    let text = bundled::bundled_text("trinity").expect("bundled");
    let playbook = load(&[breachbook::source::Source::new("trinity.toml", text)]).playbook.expect("sound");
    let digest = playbook.digest.clone();
    let files = PlaybookFiles { playbook, files: vec![("trinity.toml".into(), text.into())] };
    let new = NewSession { playbook: files, title: "Bench", person: "R. Okafor", mode: Mode::Exercise };
    let session = Session::start(home.path(), new, Box::new(clock())).expect("a case");
    let case = session.folder().read().expect("read").case.expect("named");
    let name = SessionId::new(&base32_128([7; 16])).expect("valid");
    let reading = breachbook::base::Clock::read(&clock());
    let header = Header {
        format: FORMAT,
        case,
        session: name.clone(),
        segment: 1,
        device: "bench".into(),
        person: "R. Okafor".into(),
        program: "bench".into(),
        playbook: format!("sha256:{digest}"),
        mode: Mode::Exercise,
        saw: session.heads(),
        continues: None,
        given_up: vec![],
        why: None,
        reading: reading.clone(),
        extra: Fields::new(),
    };
    let path = session.folder().journals_path().join(format!("{name}.toml"));
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).expect("created"));
    let (block, mut seal) = header_block(&header).expect("fits");
    file.write_all(block.as_bytes()).expect("written");
    let questions = ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"];
    for seq in 1..=entries {
        let fields = Fields::new()
            .text("question", questions[seq as usize % 4])
            .text("value", if seq % 3 == 0 { "yes" } else { "no" })
            .text("by", "R. Okafor");
        let id = EntryId::new(name.clone(), seq);
        let entry = Entry { id, seq, reading: reading.clone(), saw: vec![], kind: "answered".into(), fields };
        let (block, own) = entry_block(&entry, &seal).expect("fits");
        file.write_all(block.as_bytes()).expect("written");
        seal = own;
    }
    file.flush().expect("written");
    let folder = session.folder().clone();
    (home, folder)
}

fn median(runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    for entries in [1_000, 10_000, 100_000] {
        let (_home, folder) = case_with(entries);
        let open = median(5, || {
            let start = Instant::now();
            let session = Session::open(folder.clone(), "B. Example", Box::new(clock())).expect("opens");
            assert!(session.state().log.len() as u64 > entries);
            start.elapsed()
        });
        let read = median(5, || {
            let start = Instant::now();
            let journals = folder.read().expect("read");
            assert!(!journals.files.is_empty());
            start.elapsed()
        });
        let journals = folder.read().expect("read");
        let order = median(5, || {
            let start = Instant::now();
            assert!(journals.order().entries.len() as u64 > entries);
            start.elapsed()
        });
        let mut session = Session::open(folder.clone(), "B. Example", Box::new(clock())).expect("opens");
        let answer = median(50, || {
            let answer = Draft::new(&answer::VERB, "recalled").with(&answer::VALUE, "yes");
            let start = Instant::now();
            session.submit(&answer).expect("recorded");
            start.elapsed()
        });
        let look = median(50, || {
            let start = Instant::now();
            session.look();
            start.elapsed()
        });
        println!(
            "{entries:>7} entries: open {open:?} (read {read:?}, order {order:?}), answer recorded {answer:?}, picture {look:?}"
        );
    }
}

//! How `list`, `status`, `verify`, `log` and the first frame of Home grow with the runs of a case: each record from the
//! command line is a run with a journal of its own.
//!
//! `cargo bench --bench runs` starts the program itself, prints medians, and what twice the runs cost: 2.3 times at most. In the
//! first case each run has seen the one before it; in the second, two laptops recorded side by side and neither saw the other.
//! The first frame of a Home with a case of 1,250 runs takes at most 3 times as long as that of an empty one.

use breachbook::base::{Clock as _, FixedClock, Reading, SessionId, Stamp, ids::base32_128};
use breachbook::journal::write::{entry_block, header_block};
use breachbook::journal::{Entry, EntryId, FORMAT, Fields, Head, Header, Mode, Seal};
use breachbook::playbook::{bundled, load};
use breachbook::session::{NewSession, PlaybookFiles, Session};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use sha2::{Digest as _, Sha256};
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_breachbook");
const SIZES: [u64; 5] = [250, 500, 1000, 2000, 4000];
const ROUNDS: usize = 9;

/// What ends the first frame of Home.
const HOME_DRAWN: &str = "Start a case";

fn reading(seconds: u64) -> Reading {
    let clock = FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp"));
    clock.advance(u32::try_from(seconds).expect("small"));
    clock.read()
}

/// A library with one case of so many runs, on which `laptops` recorded that never saw each other.
fn library(runs: u64, laptops: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let text = bundled::bundled_text("trinity").expect("bundled");
    let playbook = load(&[breachbook::source::Source::new("trinity.toml", text)]).playbook.expect("sound");
    let digest = playbook.digest.clone();
    let files = PlaybookFiles { playbook, files: vec![("trinity.toml".into(), text.into())] };
    let new = NewSession { playbook: files, title: "Bench", person: "R. Okafor", mode: Mode::Live };
    let clock = FixedClock::at(reading(0).wall);
    let session = Session::start(home.path(), new, Box::new(clock)).expect("a case");
    let case = session.folder().read().expect("read").case.expect("named");
    let mut last: Vec<Vec<Head>> = vec![session.heads(); laptops];
    for run in 1..runs {
        let laptop = usize::try_from(run).expect("small") % laptops;
        let bits: [u8; 16] = Sha256::digest(run.to_le_bytes())[..16].try_into().expect("16 bytes");
        let name = SessionId::new(&base32_128(bits)).expect("valid");
        let header = Header {
            format: FORMAT,
            case: case.clone(),
            session: name.clone(),
            segment: 1,
            device: format!("laptop-{laptop}"),
            person: "R. Okafor".into(),
            program: "bench".into(),
            playbook: format!("sha256:{digest}"),
            mode: Mode::Live,
            saw: last[laptop].clone(),
            continues: None,
            given_up: vec![],
            why: None,
            reading: reading(run),
            extra: Fields::new(),
        };
        let (bytes, head) = journal(&header);
        last[laptop] = vec![head];
        std::fs::write(session.folder().journals_path().join(format!("{name}.toml")), bytes).expect("written");
    }
    home
}

/// A run that answers one question and ends.
fn journal(header: &Header) -> (String, Head) {
    let questions = ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"];
    let at = header.reading.wall.instant().timestamp();
    let value = if at % 3 == 0 { "yes" } else { "no" };
    let answer = Fields::new().text("question", questions[usize::try_from(at % 4).expect("small")]);
    let answer = answer.text("value", value).text("by", "R. Okafor");
    let (mut bytes, mut seal): (String, Seal) = header_block(header).expect("fits");
    for (seq, kind, fields) in [(1, "answered", answer), (2, "session_ended", Fields::new().text("by", "R. Okafor"))] {
        let id = EntryId::new(header.session.clone(), seq);
        let entry = Entry { id, seq, reading: header.reading.clone(), saw: vec![], kind: kind.into(), fields };
        let (block, own) = entry_block(&entry, &seal).expect("fits");
        bytes.push_str(&block);
        seal = own;
    }
    (bytes, Head { session: header.session.clone(), seq: 2, seal })
}

fn median(mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

fn command(cases: &Path, args: &[&str]) -> Duration {
    median(|| {
        let start = Instant::now();
        let mut command = Command::new(PROGRAM);
        command.arg("--cases").arg(cases).args(args).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("started");
        let spent = spent(&child);
        let status = child.wait().expect("ended");
        assert!(status.success(), "{args:?}: {status}");
        spent.unwrap_or_else(|| start.elapsed())
    })
}

/// Waits for the end of a program, and says how long processors worked for it, which other work on the machine hardly changes.
/// `None` where the system does not tell; what counts is then how long it took.
fn spent(child: &Child) -> Option<Duration> {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
        waitid(WaitId::Pid(Pid::from_child(child)), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).ok()?;
        let told = std::fs::read_to_string(format!("/proc/{}/schedstat", child.id())).ok()?;
        told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    }
    #[cfg(not(target_os = "linux"))]
    None
}

/// From the start of the program to a frame with the list on it.
fn home(cases: &Path) -> Duration {
    median(|| {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut program = CommandBuilder::new(PROGRAM);
        program.arg("--cases");
        program.arg(cases);
        program.env("TERM", "xterm-256color");
        let mut reader = pair.master.try_clone_reader().expect("read");
        let start = Instant::now();
        let mut child = pair.slave.spawn_command(program).expect("started");
        drop(pair.slave);
        let (mut seen, mut part) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&seen).contains(HOME_DRAWN) {
            let read = reader.read(&mut part).expect("output");
            assert!(read > 0, "the program ended: {}", String::from_utf8_lossy(&seen));
            seen.extend_from_slice(&part[..read]);
        }
        let taken = start.elapsed();
        child.kill().expect("ended");
        child.wait().expect("ended");
        taken
    })
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    for laptops in [1, 2] {
        println!("{laptops} laptop(s), processor time; in brackets, what twice the runs cost");
        let mut before: Vec<Option<Duration>> = vec![None; 4];
        for runs in SIZES {
            let cases = library(runs, laptops);
            let name = std::fs::read_dir(cases.path()).expect("listed").next().expect("a case").expect("read");
            let name = name.file_name().into_string().expect("text");
            let mut line = format!("{runs:>5} runs:");
            let tasks = [vec!["list"], vec!["status", &name], vec!["verify", &name], vec!["log", &name, "--json"]];
            for (task, before) in tasks.iter().zip(&mut before) {
                let taken = command(cases.path(), task);
                let ratio =
                    before.map_or_else(String::new, |b| format!(" ({:.2} x)", taken.as_secs_f64() / b.as_secs_f64()));
                line += &format!("  {} {:.1} ms{ratio}", task[0], taken.as_secs_f64() * 1000.0);
                *before = Some(taken);
            }
            println!("{line}");
        }
    }
    let empty = tempfile::tempdir().expect("a folder");
    let nothing = home(empty.path());
    let many = home(library(1250, 1).path());
    println!(
        "Home, first frame: nothing there {nothing:.1?}, a case of 1,250 runs {many:.1?} ({:.2} x)",
        many.as_secs_f64() / nothing.as_secs_f64()
    );
}

//! How long a file of 500,000 rows takes to be counted, kept and recorded, and how much memory that needs.
//!
//! `cargo bench --bench import` prints the median of several runs. The copy is synced as always, so the figure depends on the disk.

use breachbook::base::{FixedClock, Stamp};
use breachbook::journal::Mode;
use breachbook::playbook::load;
use breachbook::record::Draft;
use breachbook::record::verbs::import;
use breachbook::session::{NewSession, PlaybookFiles, Session};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

const ROWS: usize = 500_000;

fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120-06:00").expect("a stamp"))
}

fn write_rows(path: &Path) -> std::io::Result<u64> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    writeln!(file, "name,residence,current,email,address")?;
    for n in 0..ROWS {
        let state = n * 7919 % 60;
        writeln!(file, "\"Person {n}, Example\",State {state},yes,person{n}@example.org,{n} Main Street Apt {state}")?;
    }
    file.flush()?;
    Ok(path.metadata()?.len())
}

fn session(home: &Path) -> Session {
    let text = include_str!("../tests/it/lists/counties.toml");
    let playbook = load(&[breachbook::source::Source::new("counties.toml", text)]).playbook.expect("sound");
    let files = PlaybookFiles { playbook, files: vec![("counties.toml".into(), text.into())] };
    let new = NewSession { playbook: files, title: "Bench", person: "R. Okafor", mode: Mode::Exercise };
    Session::start(home, new, Box::new(clock())).expect("a case")
}

/// The most memory this process had at once, in MiB; where the system says so.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("members.csv");
    let bytes = write_rows(&file).expect("written");
    let mut times: Vec<Duration> = (0..5)
        .map(|run| {
            let mut session = session(&home.path().join(format!("run{run}")));
            let import = Draft::new(&import::VERB, "people").with(&import::FILE, file.to_string_lossy());
            let start = Instant::now();
            session.submit(&import).expect("recorded");
            start.elapsed()
        })
        .collect();
    times.sort();
    let peak = peak().map_or_else(|| "not told by this system".to_owned(), |mib| format!("{mib} MiB"));
    println!("{ROWS} rows, {} MiB: recorded in {:?}, peak memory {peak}", bytes >> 20, times[2]);
}

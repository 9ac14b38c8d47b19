//! The whole program in a terminal, beside a minimal ratatui program in the same run: ratios travel, milliseconds do not.
//!
//! `cargo bench --bench terminal` prints the medians, the 99th of a hundred, and the ratios with their goals.

#![expect(clippy::print_stdout, reason = "a bench prints")]

mod minimal;
mod peers;
mod watched;

use std::path::Path;
use std::time::Duration;
use watched::{Frame, Watched};

const ROUNDS: usize = 15;
const KEYS: usize = 200;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--minimal") {
        return minimal::run(&arguments[at + 1]);
    }
    let home = tempfile::tempdir().expect("a folder");
    let own = std::env::current_exe().expect("known");
    let saved = home.path().join("saved");
    let least = ["--minimal", saved.to_str().expect("a path")];
    let program = Path::new(env!("CARGO_BIN_EXE_breachbook"));
    let case = case(program, home.path());
    let (mut bare, mut library, mut open) = (vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        bare.push(Watched::start(&own, &least, home.path(), "ready").1);
        library.push(Watched::start(program, &[], home.path(), "Something happened").1);
        open.push(Watched::start(program, &["open", &case], home.path(), OPEN).1);
    }
    println!("start to the first complete frame");
    row("  minimal ratatui", &bare, None);
    row("  Home", &library, Some((&bare, "1.5")));
    row("  an open case", &open, Some((&bare, "2")));

    let (mut minimal, _) = Watched::start(&own, &least, home.path(), "ready");
    let (mut guide, _) = Watched::start(program, &["open", &case], home.path(), OPEN);
    // Who is at the keyboard.
    guide.key("\r");
    let floor = steps(&mut minimal, ["\x1b[B", "\x1b[A"]);
    println!("a movement key");
    row("  minimal ratatui", &floor, None);
    row("  the cards of Now", &steps(&mut guide, ["\x1b[B", "\x1b[A"]), Some((&floor, "1; 400 bytes")));
    guide.key("gs");
    row("  the steps of a case", &steps(&mut guide, ["\x1b[B", "\x1b[A"]), Some((&floor, "1; 400 bytes")));
    for (screen, name) in [("gr", "  the log"), ("gc", "  the calls"), ("gt", "  the tests"), ("gp", "  paper")] {
        guide.key(screen);
        row(name, &steps(&mut guide, ["\x1b[B", "\x1b[A"]), Some((&floor, "1; 400 bytes, 200 in lists")));
    }
    let (mut cases, _) = Watched::start(program, &[], home.path(), "Something happened");
    row("  Home", &steps(&mut cases, ["\x1b[B", "\x1b[A"]), Some((&floor, "1; 400 bytes, 200 in lists")));
    guide.key("gg");
    println!("typing in a form");
    // A letter right after another key is taken for a word.
    std::thread::sleep(Duration::from_secs(1));
    guide.key_until("w", "Ctrl-J");
    row("  a note", &steps(&mut guide, ["a", "b"]), Some((&floor, "1.2")));
    println!("a key to what is durable and drawn");
    let least: Vec<Frame> = (1..=30).map(|at| minimal.key_until("\r", &format!("saved {at} "))).collect();
    guide.key_until("\x13", "Note");
    let mut durable = Vec::new();
    for at in 0..30 {
        guide.key("w");
        guide.key(&format!("note {at}"));
        durable.push(guide.key("\x13"));
    }
    row("  minimal ratatui", &least, None);
    row("  a note", &durable, Some((&least, "1.25")));
    peers::print(home.path(), &bare, &floor);
    println!("ten seconds without a key, with a case open");
    let (bytes, woken) = guide.idle(Duration::from_secs(10));
    let (least, woken_least) = minimal.idle(Duration::from_secs(10));
    println!("  minimal ratatui           {least} bytes, woke up {} times", told(woken_least));
    println!("  an open case              {bytes} bytes, woke up {} times, goal 0 bytes, 10 times", told(woken));
    println!("memory");
    let shown = |watched: &Watched| watched.memory().map_or_else(|| "?".into(), |kib| format!("{kib} KiB"));
    println!("  minimal ratatui           {}", shown(&minimal));
    println!("  an open case              {}, goal 7,000 KiB", shown(&guide));
}

fn told(count: Option<u64>) -> String {
    count.map_or_else(|| "?".into(), |count| count.to_string())
}

/// What the first frame of the case holds.
const OPEN: &str = "Steps";

/// A case on the largest bundled playbook with a few answers.
fn case(program: &Path, home: &Path) -> String {
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(program);
        command.env_clear().env("HOME", home).env("BREACHBOOK_CASES", home.join("cases"));
        let output = command.env("BREACHBOOK_BY", "R. Okafor").args(arguments).output().expect("runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let folder = run(&["start", "shepherd", "--title", "Bench"]);
    for at in 0..40 {
        run(&["record", &folder, "note", &format!("Line {at} of a night")]);
    }
    folder
}

/// Presses two keys in turn.
fn steps(watched: &mut Watched, keys: [&str; 2]) -> Vec<Frame> {
    (0..KEYS).map(|at| watched.key(keys[at % 2])).collect()
}

fn middle(frames: &[Frame], percent: usize) -> Duration {
    let mut took: Vec<Duration> = frames.iter().map(|frame| frame.took).collect();
    took.sort();
    took[(took.len() * percent / 100).min(took.len() - 1)]
}

/// Prints a row; beside a floor also the ratio to it and its goal.
fn row(name: &str, frames: &[Frame], beside: Option<(&[Frame], &str)>) {
    let ms = |took: Duration| took.as_secs_f64() * 1000.0;
    let mut bytes: Vec<usize> = frames.iter().map(|frame| frame.bytes).collect();
    bytes.sort_unstable();
    let (half, last) = (ms(middle(frames, 50)), ms(middle(frames, 99)));
    let ratio = beside.map_or_else(String::new, |(floor, goal)| {
        let goal = if goal == "none" { String::new() } else { format!(" (goal {goal})") };
        let (halves, lasts) = (half / ms(middle(floor, 50)), last / ms(middle(floor, 99)));
        format!("  {halves:4.2} x, p99 {lasts:4.2} x{goal}")
    });
    println!("{name:26} p50 {half:7.2} ms  p99 {last:7.2} ms  {:6} bytes{ratio}", bytes[bytes.len() / 2]);
}

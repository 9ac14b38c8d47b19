//! Killed at any moment, everything that was acknowledged is there.
//!
//! Two hundred kills by default, which take a few seconds; `BREACHBOOK_KILLS=1000` runs a thousand.

use crate::support::program::{Home, receipts};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Kills in one case before it is looked at. Each leaves a journal behind, and reading them all takes time.
const KILLS_A_CASE: usize = 20;

/// A playbook so small that most of a run's life is spent recording.
const PLAYBOOK: &str = r#"
schema = 1
[playbook]
id = "small"
title = "Small"
jurisdiction = "AU"
source = { title = "Small policy", organisation = "Example" }
[clauses]
A-1 = { at = "A, 1", text = "Say what happened." }
A-2 = { at = "A, 2", text = "Contain it." }
[[phase]]
id = "all"
title = "All"
[[question]]
id = "context"
phase = "all"
ask = "What happened?"
answer = "text"
cite = ["A-1"]
[[task]]
id = "contain_breach"
phase = "all"
title = "Contain it"
record = "What was done?"
verb = "do"
cite = ["A-2"]
"#;

/// Records in one script; the child is killed long before the last.
const RECORDS: usize = 60;

/// A small generator of numbers that look random (Marsaglia, "Xorshift RNGs", 2003): the same kills in every run, as far as
/// the machine allows.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// The lines to type, and the words by which the entry of each record is known.
fn script(run: usize) -> (String, Vec<String>) {
    let (mut lines, mut expected) = (String::new(), Vec::new());
    for record in 0..RECORDS {
        let words = format!("run {run}, record {record}");
        match record % 3 {
            0 => lines.push_str(&format!(":case-note {words}\n")),
            1 => lines.push_str(&format!(":go context\n{words}\n")),
            _ => lines.push_str(&format!(":go contain_breach\n{words}\n")),
        }
        expected.push(words);
    }
    (lines, expected)
}

/// One run, killed; gives the name and the words of every acknowledged record.
fn run_and_kill(home: &Home, case: &str, run: usize, dice: &mut Dice) -> Vec<(String, String)> {
    let (lines, expected) = script(run);
    let mut child = home.command(&["walk", case, "--plain"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // The script fits into the pipe, so this does not wait for the child.
    input.write_all(lines.as_bytes()).unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (wanted, scale) = (dice.below(12) as usize, dice.below(18));
    let spins = dice.below(1 << scale);
    let mut acknowledged = Vec::new();
    let mut line = String::new();
    let mut take = |line: &str| {
        let Some(name) = receipts(line).pop() else { return 0 };
        acknowledged.push((name, expected[acknowledged.len()].clone()));
        acknowledged.len()
    };
    while wanted > 0 && out.read_line(&mut line).unwrap() > 0 {
        if take(&line) >= wanted {
            break;
        }
        line.clear();
    }
    line.clear();
    for _ in 0..spins {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died counts as well; a line cut short is no acknowledgement.
    while out.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
        take(&line);
        line.clear();
    }
    acknowledged
}

fn kill_often(kills: usize, seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let (mut acknowledged_in_all, mut beyond) = (0, 0);
    for first in (0..kills).step_by(KILLS_A_CASE) {
        let home = Home::new();
        std::fs::write(home.path().join("small.toml"), PLAYBOOK).unwrap();
        let path = home.run(&["start", "small.toml"]).out;
        let case = path.trim().rsplit('/').next().unwrap().to_owned();
        let mut acknowledged = Vec::new();
        for run in first..kills.min(first + KILLS_A_CASE) {
            acknowledged.extend(run_and_kill(&home, &case, run, &mut dice));
        }
        let verdict = home.run(&["verify", &case]);
        assert_eq!(verdict.code, 0, "{verdict:?}");
        let mut python = Command::new("python3");
        let verifier = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/verify.py");
        home.world(&mut python).env("PATH", std::env::var_os("PATH").unwrap_or_default());
        if let Ok(independent) = python.arg(verifier).arg(home.cases().join(&case)).output() {
            assert_eq!(independent.status.code(), Some(0), "{independent:?}");
        }
        let log = home.log(&case);
        for (name, words) in &acknowledged {
            let entry = log.iter().find(|entry| entry["name"] == **name).unwrap();
            assert_eq!(entry["value"], *words, "{name} was acknowledged");
        }
        let written = log.iter().filter(|entry| entry["value"].as_str().unwrap().starts_with("run ")).count();
        acknowledged_in_all += acknowledged.len();
        beyond += written - acknowledged.len();
    }
    (acknowledged_in_all, beyond)
}

#[test]
fn every_acknowledged_record_outlives_a_kill_at_any_moment() {
    let kills = std::env::var("BREACHBOOK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let workers = 4;
    let found: Vec<_> = std::thread::scope(|scope| {
        let share = |worker: usize| kills / workers + usize::from(worker < kills % workers);
        let start = |worker| scope.spawn(move || kill_often(share(worker), 0x9e37_79b9 + worker as u64));
        let runs: Vec<_> = (0..workers).map(start).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let acknowledged: usize = found.iter().map(|(acknowledged, _)| acknowledged).sum();
    let beyond: usize = found.iter().map(|(_, beyond)| beyond).sum();
    println!("{kills} kills, {acknowledged} acknowledged, {beyond} on the disk whose acknowledgement was not read");
    assert!(kills < 100 || acknowledged > kills, "the kills come while it records");
}

//! Programs that people know, where this machine has them: how they start and take keys in the same run.

use super::{KEYS, ROUNDS, row, steps};
use crate::watched::{Frame, Watched};
use std::path::{Path, PathBuf};

/// A program, its arguments, a word of its first frame, two movement keys and two letters, where it takes any.
type Peer = (&'static str, &'static [&'static str], &'static str, [&'static str; 2], Option<[&'static str; 2]>);

const UP_DOWN: [&str; 2] = ["\x1b[B", "\x1b[A"];
/// A pager takes the keys of a terminal in application mode.
const APPLICATION: [&str; 2] = ["\x1bOB", "\x1bOA"];
const MENU: &[&str] = &[
    "--menu", "Lines", "30", "80", "20", "1", "Line 1", "2", "Line 2", "3", "Line 3", "4", "Line 4", "5", "Line 5",
    "6", "Line 6", "7", "Line 7",
];
const PEERS: [Peer; 4] = [
    ("less", &["lines.txt"], "Line 30", APPLICATION, None),
    ("nano", &["lines.txt"], "Line 30", UP_DOWN, Some(["a", "b"])),
    ("dialog", MENU, "Line 7", UP_DOWN, None),
    ("dialog", &["--inputbox", "Words", "10", "60"], "Words", ["\t", "\x1b[Z"], Some(["a", "b"])),
];

/// Prints them beside the minimal program: start, a movement key, typing.
pub fn print(home: &Path, bare: &[Frame], floor: &[Frame]) {
    let lines: Vec<String> = (1..=500).map(|at| format!("Line {at} of a file")).collect();
    std::fs::write(home.join("lines.txt"), lines.join("\n")).expect("a file");
    println!("programs that people know, beside the minimal one");
    for (name, arguments, word, moves, letters) in PEERS {
        let Some(program) = on_path(name) else {
            println!("  {name} is not on this machine");
            continue;
        };
        let started: Vec<Frame> = (0..ROUNDS).map(|_| Watched::start(&program, arguments, home, word).1).collect();
        row(&format!("  {name} starts"), &started, Some((bare, "none")));
        let (mut watched, _) = Watched::start(&program, arguments, home, word);
        row(&format!("  {name}, a movement key"), &steps(&mut watched, moves), Some((floor, "none")));
        if let Some(letters) = letters {
            let typed: Vec<Frame> = (0..KEYS.min(40)).map(|at| watched.key(letters[at % 2])).collect();
            row(&format!("  {name}, typing"), &typed, Some((floor, "none")));
        }
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

//! The tutorial is run as it stands: its blocks of TOML are put together, its commands are run, and what they print is
//! compared with the page. `UPDATE_DOCS=1` writes the printed lines anew.
//!
//! Comments of the page say what a reader does by hand: `case: word` names the case that the next command opens,
//! `instead: a => b` is a mistake for the next block only, `typed: a | b` is typed into the next walk, and `install` puts
//! the playbooks into the reader's own folder.

use crate::support::program::Home;
use crate::support::{masked, pages};
use breachbook::playbook::load;
use breachbook::source::Source;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Seek, Write};
use std::process::Stdio;

const PAGE: &str = "docs/tutorial.md";
/// The day in the names of cases on the page.
const DAY: &str = "2026-11-22";

#[derive(Default)]
struct Reader {
    /// Playbooks by the name of their file, as far as they are written.
    files: BTreeMap<String, String>,
    /// What cases are really called, by the word of the page.
    cases: BTreeMap<String, String>,
    case: Option<String>,
    instead: Option<(String, String)>,
    typed: Vec<String>,
    installed: bool,
}

#[test]
fn the_tutorial_shows_what_the_program_prints() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = fs::read_to_string(path).unwrap();
    let home = Home::new();
    let (mut reader, mut fresh, mut lines) = (Reader::default(), String::new(), page.lines());
    while let Some(line) = lines.next() {
        let _ = writeln!(fresh, "{line}");
        if let Some(said) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
            reader.hear(said);
        } else if let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            if let Some(file) = info.strip_prefix("toml ") {
                let text = reader.files.entry(file.to_owned()).or_default();
                let gap = if text.is_empty() { "" } else { "\n" };
                let _ = writeln!(text, "{gap}{}", block.join("\n"));
                let _ = writeln!(fresh, "{}", block.join("\n"));
            } else if info == "console" {
                fresh.push_str(&reader.run(&home, &block));
            } else {
                let _ = writeln!(fresh, "{}", block.join("\n"));
            }
            fresh.push_str("```\n");
        }
    }
    for (name, text) in &reader.files {
        let sources = [Source::new(name.clone(), text.clone())];
        assert_eq!(load(&sources).rendered(&sources), "", "{name} is whole at the end of the page");
    }
    assert_eq!(reader.files.len(), 2);
    pages::current(PAGE, &masked::as_on(&page, &fresh));
}

impl Reader {
    fn hear(&mut self, said: &str) {
        if let Some(word) = said.strip_prefix("case: ") {
            self.case = Some(word.to_owned());
        } else if let Some(change) = said.strip_prefix("instead: ") {
            let (from, to) = change.split_once("=>").unwrap();
            self.instead = Some((from.trim().replace("\\n", "\n"), to.trim().replace("\\n", "\n")));
        } else if let Some(typed) = said.strip_prefix("typed: ") {
            self.typed = typed.split('|').map(|line| line.trim().to_owned()).collect();
        } else {
            assert_eq!(said, "install");
            self.installed = true;
        }
    }

    /// Runs the commands of a block; gives them with what they print.
    fn run(&mut self, home: &Home, block: &[&str]) -> String {
        self.write(home);
        let mut shown = String::new();
        for line in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
            let mut parts = line.split(" | ");
            let mut command = words(parts.next().unwrap());
            if command[0] == "printf" {
                self.typed = command[1].split_terminator("\\n").map(str::to_owned).collect();
                command = words(parts.next().unwrap());
            }
            assert_eq!(command[0], "breachbook");
            let mut said = self.said(home, &command[1..]);
            for filter in parts {
                said = filtered(&said, &words(filter));
            }
            let _ = writeln!(shown, "$ {line}\n{}", said.join("\n").trim_end());
        }
        self.instead = None;
        shown
    }

    /// The files as a reader has them now, with the mistake of this block.
    fn write(&self, home: &Home) {
        let own = home.path().join("config/breachbook/playbooks");
        if self.installed {
            fs::create_dir_all(&own).unwrap();
        }
        let mut changed = 0;
        for (name, text) in &self.files {
            let mut text = text.clone();
            if let Some((from, to)) = self.instead.as_ref().filter(|(from, _)| text.contains(from)) {
                text = text.replacen(from, to, 1);
                changed += 1;
            }
            fs::write(home.path().join(name), &text).unwrap();
            if self.installed {
                fs::write(own.join(name), &text).unwrap();
            }
        }
        assert_eq!(changed, usize::from(self.instead.is_some()), "{:?}", self.instead);
    }

    /// What a command prints, on either way, line by line and without what differs from day to day.
    fn said(&mut self, home: &Home, args: &[String]) -> Vec<String> {
        let args: Vec<_> = args.iter().map(|arg| self.cases.get(arg).unwrap_or(arg).as_str()).collect();
        let mut printed = tempfile::tempfile().unwrap();
        let mut command = home.command(&args);
        command.stdout(printed.try_clone().unwrap()).stderr(printed.try_clone().unwrap());
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        let typed = std::mem::take(&mut self.typed);
        let lines: String = typed.iter().fold(String::new(), |all, line| all + line + "\n");
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        assert!(child.wait().unwrap().code().is_some_and(|code| code < 2), "{args:?}");
        let mut text = String::new();
        printed.rewind().unwrap();
        printed.read_to_string(&mut text).unwrap();
        if let Some(word) = self.case.take() {
            let cases = home.cases().to_str().unwrap().to_owned() + "/";
            let after = text.split(&cases).nth(1).unwrap_or_else(|| panic!("{text}"));
            self.cases.insert(word, after.lines().next().unwrap().to_owned());
        }
        for line in typed {
            text = text.replacen("\n> ", &format!("\n>_{line}\n"), 1);
        }
        let text = text.replace("\n>_", "\n> ").replace(home.path().to_str().unwrap(), "/home/okafor");
        self.settled(&text).lines().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The names that this run gave to its cases, as the page calls them. Everything else that varies is the mask's.
    fn settled(&self, text: &str) -> String {
        self.cases.iter().fold(text.to_owned(), |text, (word, name)| {
            let kind = if name.starts_with("ex-") { "ex-" } else { "" };
            text.replace(name, &format!("{kind}{DAY}-{word}"))
        })
    }
}

/// Words of a command; double quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let word = |(at, part): (usize, &str)| -> Vec<String> {
        if at % 2 == 1 { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
    };
    parts.flat_map(word).collect()
}

/// `grep WORD`, `grep -A N WORD`, `head -N` and `tail -N`.
fn filtered(lines: &[String], filter: &[String]) -> Vec<String> {
    let number = |word: &str| word.trim_start_matches('-').parse::<usize>().unwrap();
    let filter: Vec<_> = filter.iter().map(String::as_str).collect();
    match filter[..] {
        ["head", n] => lines.iter().take(number(n)).cloned().collect(),
        ["tail", n] => lines.iter().skip(lines.len().saturating_sub(number(n))).cloned().collect(),
        ["grep", word] => lines.iter().filter(|line| line.contains(word)).cloned().collect(),
        ["grep", "-A", n, word] => {
            let from = lines.iter().position(|line| line.contains(word)).unwrap_or(lines.len());
            lines.iter().skip(from).take(number(n) + 1).cloned().collect()
        }
        _ => panic!("{filter:?}"),
    }
}

//! No leak: a script with a different word in every text is led by the program, and before each release no unreleased word stands in
//! any byte of the case folder, or in what a player's commands print.

use crate::support::program::{Home, Ran};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// A word of 32 letters that stands nowhere else.
fn word(number: usize) -> String {
    let letters = |at: usize| char::from(b'a' + u8::try_from((number * 7 + at * 3) % 26).unwrap());
    let tail: String = (0..28).map(letters).collect();
    format!(
        "q{}{}z{tail}",
        char::from(b'a' + u8::try_from(number / 26).unwrap()),
        char::from(b'a' + u8::try_from(number % 26).unwrap())
    )
}

/// Gives every text of the script a word of its own.
struct Words(Vec<(&'static str, String)>);

impl Words {
    fn of(&mut self, what: &'static str) -> String {
        let word = word(self.0.len());
        self.0.push((what, word.clone()));
        word
    }

    fn named<'w>(&'w self, what: &'w [&'w str]) -> impl Iterator<Item = &'w String> {
        self.0.iter().filter(move |(name, _)| what.contains(name)).map(|(_, word)| word)
    }
}

fn script(words: &mut Words) -> String {
    let mut text = format!(
        "schema = \"drill/1\"\n[drill]\nid = \"leak-test\"\ntitle = \"{}\"\nplayers_title = \"{}\"\nplaybook = \"trinity\"\n\
         start = 2026-11-13T15:30:00+11:00\nminutes = 30\nbriefing = \"{}\"\nrules = [\"{}\"]\n\
         [[objective]]\nid = \"o_one\"\ntext = \"{}\"\n\
         [[role]]\nrole = \"privacy_officer\"\nis = \"simcell\"\nnumber = \"555-0142\"\ncard = \"{}\"\n",
        words.of("title"),
        words.of("open"),
        words.of("open"),
        words.of("open"),
        words.of("objective"),
        words.of("card"),
    );
    for (part, name) in [("p1", "part p1"), ("p2", "part p2")] {
        text += &format!(
            "[[module]]\nid = \"{part}\"\ntitle = \"{}\"\nminutes = 15\ntext = \"{}\"\nquestions = [\"{}\"]\n",
            words.of(name),
            words.of(name),
            words.of(name)
        );
    }
    let injects = [("1", "p1", "email", "sent 1"), ("2", "p1", "phone", "sent 2"), ("3", "p2", "letter", "sent 3")];
    for (number, part, delivery, name) in injects {
        let spoken = delivery == "phone";
        text += &format!(
            "[[inject]]\nnumber = {number}\npart = \"{part}\"\ntitle = \"{}\"\nat = 1\nfrom = \"{}\"\nto = [\"{}\"]\n\
             delivery = \"{delivery}\"\ntext = \"{}\"\nnotes = \"{}\"\n",
            words.of("inject title"),
            words.of(name),
            words.of(name),
            words.of(if spoken { "read out" } else { name }),
            words.of("notes"),
        );
        if spoken {
            text += &format!("gist = \"{}\"\n", words.of(name));
        }
    }
    for (id, inject) in [("e_one", 1), ("e_two", 2), ("e_three", 3)] {
        let expected = words.of("expectation");
        text +=
            &format!("[[expect]]\nid = \"{id}\"\ninject = {inject}\ntext = \"{expected}\"\nobjective = \"o_one\"\n");
    }
    text
}

/// Every byte below a folder, with the names.
fn everything(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all += &path.to_string_lossy();
        if path.is_dir() {
            all += &everything(&path);
        } else {
            all += &String::from_utf8_lossy(&fs::read(&path).unwrap());
        }
    }
    all
}

struct Leak {
    home: Home,
    case: String,
    words: Words,
    /// What may be known by now.
    known: BTreeSet<String>,
}

impl Leak {
    /// Looks for every word that players may not know, everywhere they could look, and that what they may know is there.
    fn look(&self, when: &str) {
        let run = |args: &[&str]| {
            let ran = self.home.run(args);
            assert_eq!(ran.code, 0, "{when}: {args:?}: {ran:?}");
            ran.out + &ran.err
        };
        let folder = self.home.cases().join(&self.case);
        let mut seen = vec![("the folder", everything(&folder))];
        seen.push(("status", run(&["status", &self.case])));
        seen.push(("status --json", run(&["status", &self.case, "--json"])));
        seen.push(("log", run(&["log", &self.case])));
        seen.push(("log --json", run(&["log", &self.case, "--json"])));
        seen.push(("export", run(&["export", &self.case, "--what", "log", "--as", "md", "--out", "-"])));
        let walked: Ran = self.home.walk(&self.case, ":list\n:status\n:where\n:quit\n");
        seen.push(("walk", walked.out + &walked.err));
        seen.push(("the folder afterwards", everything(&folder)));
        for (what, word) in &self.words.0 {
            for (place, text) in &seen {
                let stands = text.contains(word.as_str());
                assert!(!stands || self.known.contains(word), "{when}: the {what} stands in {place}");
            }
            if self.known.contains(word) {
                assert!(seen[0].1.contains(word.as_str()), "{when}: the {what} is not in the case");
            }
        }
    }

    fn console(&self, lines: &str) {
        let ran = self.home.type_into(&["drill", "console", &self.case, "--plain"], lines.as_bytes());
        assert_eq!(ran.code, 0, "{ran:?}");
    }

    fn now_known(&mut self, what: &[&str]) {
        let words: Vec<_> = self.words.named(what).cloned().collect();
        assert!(!words.is_empty());
        self.known.extend(words);
    }
}

#[test]
fn no_unreleased_word_reaches_the_players_folder_or_commands() {
    let home = Home::new();
    let mut words = Words(Vec::new());
    let text = script(&mut words);
    let path = home.path().join("script.toml");
    fs::write(&path, text).unwrap();
    let ran = home.type_into(&["drill", "run", path.to_str().unwrap(), "--plain"], b".\nquit\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    let case = fs::read_dir(home.cases()).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let mut leak = Leak { home, case, words, known: BTreeSet::new() };
    leak.now_known(&["open"]);
    leak.look("before the start");
    leak.console(
        "start\nhold 2 wait\nskip 3 no time\nlater all 5\njudge e_one met because\nobserve gap Nobody spoke\nquit\n",
    );
    leak.now_known(&["part p1"]);
    leak.look("after the start, with plans, judgements and notes");
    leak.console("send 1\nquit\n");
    leak.now_known(&["sent 1"]);
    leak.look("after the first");
    leak.console("send 2\nquit\n");
    leak.now_known(&["sent 2"]);
    leak.look("after one that is read out");
    leak.console("part p2\ngo 3\nquit\n");
    leak.now_known(&["part p2"]);
    leak.look("after the next part began");
    leak.console("send 3\nend\nend\nquit\n");
    leak.now_known(&["sent 3"]);
    leak.look("after the end");
}

/// The paths that a command opens, as the system saw it; `None` where nothing on this computer can tell.
fn opened(home: &Home, args: &[&str], input: &str) -> Option<Vec<String>> {
    let (plain, told) = (home.command(args), home.path().join("opened.txt"));
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2", "-o"]).arg(&told);
    traced.arg(plain.get_program()).args(plain.get_args()).stdin(Stdio::piped()).stdout(Stdio::null());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => traced.env(name, value),
            None => traced.env_remove(name),
        };
    }
    let mut child = traced.stderr(Stdio::null()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = child.wait().unwrap().success();
    let lines = fs::read_to_string(&told).unwrap_or_default();
    let paths: Vec<String> = lines.lines().filter_map(|line| Some(line.split('"').nth(1)?.to_owned())).collect();
    (done && paths.iter().any(|path| path.contains("journals"))).then_some(paths)
}

/// A player's process goes to the case, the phone list and the settings, and nowhere where the script or its plan lies.
#[test]
fn players_commands_open_nothing_beside_the_case() {
    let home = Home::new();
    let path = home.path().join("script.toml");
    fs::write(&path, script(&mut Words(Vec::new()))).unwrap();
    let ran = home.type_into(&["drill", "run", path.to_str().unwrap(), "--plain"], b".\nstart\nsend 1\nquit\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    let case = fs::read_dir(home.cases()).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let commands: [(&[&str], &str); 4] = [
        (&["status", &case], ""),
        (&["log", &case, "--json"], ""),
        (&["export", &case, "--what", "log", "--as", "md", "--out", "-"], ""),
        (&["walk", &case, "--plain"], ":list\n:note Seen\n:quit\n"),
    ];
    for (args, input) in commands {
        let Some(paths) = opened(&home, args, input) else { return };
        for path in paths {
            let secret = path.contains("ctl-") || path.contains("script.toml") || path.ends_with("/control");
            assert!(!secret, "{args:?} opened {path}");
        }
    }
    let leads = ["drill", "console", &case, "--plain"];
    let paths = opened(&home, &leads, "quit\n").unwrap();
    assert!(paths.iter().any(|path| path.contains("ctl-")), "the console's own would be seen");
}

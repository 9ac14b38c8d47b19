//! No leak: a script with a different word in every text is led by the program, and before each release no unreleased word stands in
//! any byte of the case folder, or in what a player's commands print.

use crate::support::program::{Home, Ran};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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

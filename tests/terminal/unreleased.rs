//! What players see beside a console that is open: no byte of their terminal holds a word of the script that was not released.

use crate::night::{CTRL_C, ENTER, Night, USUAL};

/// A word of 32 letters, which stands unbroken on a screen.
fn word(start: char) -> String {
    let letter = |at: u8| char::from(b'a' + (start as u8 - b'a' + at * 7) % 26);
    (0..32).map(letter).collect()
}

/// A script of two injects, the second of which is read out; every text has a word of its own, by what it is.
fn script() -> (String, Vec<(&'static str, String)>) {
    let names = [
        "title",
        "briefing",
        "objective",
        "card",
        "part",
        "first",
        "first title",
        "first notes",
        "gist",
        "read out",
        "second title",
        "second notes",
        "expected",
        "later part",
        "question",
    ];
    let words: Vec<_> = names.into_iter().zip('a'..='z').map(|(name, start)| (name, word(start))).collect();
    let of = |name: &str| words.iter().find(|(known, _)| *known == name).unwrap().1.as_str();
    let text = format!(
        "schema = \"drill/1\"\n[drill]\nid = \"unreleased\"\ntitle = \"{}\"\nplayers_title = \"A quiet day\"\n\
         playbook = \"trinity\"\nstart = 2026-11-13T15:30:00+11:00\nminutes = 30\nbriefing = \"{}\"\n\
         [[objective]]\nid = \"o\"\ntext = \"{}\"\n\
         [[role]]\nrole = \"privacy_officer\"\nis = \"simcell\"\ncard = \"{}\"\n\
         [[module]]\nid = \"p1\"\ntitle = \"{}\"\nminutes = 15\nquestions = [\"{}\"]\n\
         [[module]]\nid = \"p2\"\ntitle = \"{}\"\nminutes = 15\n\
         [[inject]]\nnumber = 1\npart = \"p1\"\ntitle = \"{}\"\nat = 1\nfrom = \"IT\"\nto = [\"deputy\"]\n\
         delivery = \"email\"\ntext = \"{}\"\nnotes = \"{}\"\n\
         [[inject]]\nnumber = 2\npart = \"p1\"\ntitle = \"{}\"\nat = 2\nfrom = \"IT\"\nto = [\"deputy\"]\n\
         delivery = \"phone\"\ngist = \"{}\"\ntext = \"{}\"\nnotes = \"{}\"\n\
         [[expect]]\nid = \"e\"\ninject = 1\ntext = \"{}\"\nobjective = \"o\"\n",
        of("title"),
        of("briefing"),
        of("objective"),
        of("card"),
        of("part"),
        of("question"),
        of("later part"),
        of("first title"),
        of("first"),
        of("first notes"),
        of("second title"),
        of("gist"),
        of("read out"),
        of("second notes"),
        of("expected"),
    );
    (text, words)
}

#[test]
fn no_unreleased_word_is_in_any_byte_of_the_players_screen() {
    let night = Night::new();
    let (text, words) = script();
    let path = night.home().join("unreleased.toml");
    std::fs::write(&path, text).unwrap();
    let mut console = night.screen(&["drill", "run", path.to_str().unwrap(), "--plain"], (200, 60));
    console.shows("a single dot ends it.").keys(".\r").shows("help lists the commands");
    let case = night.only_case();
    let mut players = night.guide(&case, USUAL);
    let mut known = vec!["briefing"];
    let mut look = |players: &mut crate::terminal::Terminal, more: &[&'static str]| {
        known.extend(more);
        for screen in ["gs", "gc", "gt", "gr", "gp", "gg"] {
            players.keys(screen);
        }
        players.shows("Paper").keys("?").shows("Keys").keys("\x1b").hides("Signs in front of a row");
        let raw = players.raw();
        let seen = String::from_utf8_lossy(&raw);
        for (name, word) in &words {
            assert!(known.contains(name) || !seen.contains(word.as_str()), "the {name} is on the players' screen");
        }
    };
    look(&mut players, &[]);
    console.keys("start\r").shows("Started with");
    console.keys("judge e partly because\r").shows("Judged").keys("hold 2 later\r").shows("held");
    look(&mut players, &["part", "question"]);
    console.keys("send 1\r").shows("Sent");
    players.shows(&words[5].1).keys(ENTER).hides("INJECT 1");
    look(&mut players, &["first"]);
    console.keys("send 2\r").shows("Read out");
    players.shows(&words[8].1).keys(ENTER).hides("INJECT 2");
    look(&mut players, &["gist"]);
    players.keys(CTRL_C).shows("Leave").keys(CTRL_C).ends();
    console.keys("quit\r").ends();
}

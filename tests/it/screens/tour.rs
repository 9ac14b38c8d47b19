//! `docs/tour.md` and the picture in the README are taken from the screens themselves.

use super::settled::settled;
use crate::support::pages::current;
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::record::{Draft, verbs};
use breachbook::session::Session;
use std::fmt::Write as _;

const LIST: &str = r#"
schema = 1
[list]
title = "Example College"
[[person]]
id = "vale"
name = "Robin Vale"
channels = [{ kind = "mobile", value = "555-0146" }]
[[person]]
id = "marsh"
name = "Dean Marsh"
channels = [{ kind = "mobile", value = "555-0147" }]
[[person]]
id = "osei"
name = "Kim Osei"
channels = [{ kind = "desk", value = "555-0148" }]
[[person]]
id = "park"
name = "Jo Park"
channels = [{ kind = "mobile", value = "555-0149" }]
[[holder]]
role = "privacy_officer"
people = ["vale"]
[[holder]]
role = "principal"
people = ["marsh"]
[[holder]]
role = "deputy"
people = ["osei"]
[[holder]]
role = "it_manager"
people = ["park"]
"#;

/// A new incident on the policy of a college whose phone list knows four people.
fn begun() -> Stage {
    let stage = Stage::home();
    std::fs::write(stage.library().join("contacts.toml"), LIST).unwrap();
    stage.keys("5 <enter> g g")
}

/// The program started again beside an exercise and a case that is going on. A policy is selected: of a case, the folder is named,
/// and that name is drawn by lot.
fn home() -> Stage {
    let exercise = Stage::home().keys("<down> <down> t <enter>").after(600);
    exercise.keys("g h 5 <enter>").restarted().keys("<down> <down>")
}

/// The Privacy Officer is told, and it is decided that a breach has occurred.
fn told() -> Stage {
    let stage = begun().after(120).keys("1 <enter>").shows("Reached: Robin Vale");
    let stage = stage.keys(r#"<enter> "01:40" <enter>"#).after(180).keys(r#"/ "human beings" <enter> y <enter>"#);
    let stage = stage.keys("<enter> 5 <enter> <enter> 2 <enter>");
    stage.keys(r#"/ "Has a data breach" <enter> 1 "By the sender's own account" <ctrl-s> <ctrl-s>"#)
}

/// The question that one of the four criteria of an escalation hangs on; another is met already.
fn asked() -> Stage {
    told().after(60).keys(r#"/ "sent to the wrong" <enter> n <enter> y <enter>"#)
}

fn escalated() -> Stage {
    asked().after(60).keys(r#"u <enter> / "escalate to the data" <enter> 1 "Health data of pupils" <ctrl-s> <ctrl-s>"#)
}

/// Somebody else records on another laptop, and the first comes back after a pause.
fn back() -> Stage {
    let stage = escalated().keys("<esc>").after(1200);
    let case = stage.app.case().unwrap();
    let (folder, now) = (case.folder().clone(), case.now());
    let mut other = Session::open(folder, "Jo Park", Box::new(FixedClock::at(now))).unwrap();
    let note = Draft::new(&verbs::note::VERB, "").with(&verbs::note::TEXT, "The mailbox is locked.");
    other.submit(&note).unwrap();
    stage.after(2).keys("j")
}

/// Whatever there is to do is done.
fn ended() -> Stage {
    settled(begun(), 40)
}

/// What varies with each run: the seal.
fn seal_apart(picture: &str) -> String {
    let seal = picture.split_once("Seal to write down: ").map(|(_, rest)| rest.chars().take(19).collect::<String>());
    seal.map_or_else(|| picture.to_owned(), |seal| picture.replace(&seal, "CF19-D29W-YPD7-XNY4"))
}

fn page() -> String {
    let mut page = String::from(
        "# A tour in pictures\n\nTaken from the program by a test. The incident, the people and the numbers are invented. \
         The keys stand in [keys.md](keys.md).\n",
    );
    let mut picture = |title: &str, says: &str, mut stage: Stage| {
        let _ = write!(page, "\n## {title}\n\n{says}\n\n```text\n{}```\n", seal_apart(&stage.text()));
    };
    picture(
        "Home: which case?",
        "Enter goes on with a case, or begins a new incident on the policy that is selected. A digit begins a new incident on its policy, `t` an exercise.",
        home(),
    );
    picture(
        "Now: what do I do?",
        "One card: whom to call, the number on a line of its own, what to say. `1` says that somebody was reached, and Enter \
         takes the name that is offered.",
        begun(),
    );
    picture(
        "A yes/no question, and its criteria",
        "`y`, `n` or `u` begins a line, and Enter records it. Below stand the criteria that hang on the answer, with what is \
         known of each.",
        asked(),
    );
    picture(
        "What changed",
        "A record that switches several things says which: calls, steps, clocks, and what fell away. `z` strikes this run's \
         last record, and both stay readable.",
        escalated(),
    );
    picture(
        "Steps: what is left, and whose?",
        "`g s` shows the whole checklist as one tree; the sign says how a row stands, the word what it wants. Enter opens the \
         row's card, Esc comes back to it.",
        escalated().keys("<esc> g s"),
    );
    picture(
        "Calls: whom do I ring?",
        "`g c` shows the call that is selected, then whom to call now. `1` to `3` say how it ended; the next number comes by \
         itself.",
        escalated().keys("<esc> g c"),
    );
    picture(
        "Tests: are we over the line, and why?",
        "`g t` says of each test of the policy met, not met or waits, element by element with who said so and when. People \
         decide; Enter goes to the answer.",
        escalated().keys("<esc> g t"),
    );
    picture(
        "Record: what did we say, and when?",
        "`g r` shows everything that was recorded, and `v` orders it by the time it happened. `e` records the selected one \
         anew; nothing is changed or deleted.",
        escalated().keys("<esc> g r"),
    );
    picture(
        "Paper: what do I hand out?",
        "`g p` shows each document, what it has and lacks, and to whom it goes; below them every page and list, how it would \
         look, and when it was printed. `p` prints what is here, on every screen.",
        escalated().keys("<esc> g p"),
    );
    picture(
        "Coming back",
        "After a pause the program asks who is there, and says what others recorded meanwhile and what comes next. A digit or \
         a name and Enter go on.",
        back(),
    );
    picture(
        "The end of a case",
        "When nothing is left, Now says what stayed not known, what to hand out, and the seal to write down. Enter closes the \
         case.",
        ended(),
    );
    picture(
        "On a small terminal",
        "At 60 columns and 20 rows the card stays whole; what stands around it goes first. The number, the keys and the \
         receipt never go.",
        begun().at(60, 20),
    );
    page
}

#[test]
fn the_tour_shows_the_screens_as_they_are() {
    current("docs/tour.md", &page());
}

#[test]
fn the_picture_in_the_readme_is_the_first_card_of_a_new_incident() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once("```\n LIVE").expect("a picture that begins with LIVE");
    let (_, after) = rest.split_once("```\n").expect("its end");
    current("README.md", &format!("{before}```\n{}```\n{after}", begun().text()));
}

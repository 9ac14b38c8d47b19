//! Bundled tabletops as they are held: the console in one terminal, the players' screen in another, and records by a third program.
//! The computer's own clock runs, so that all of it happens within a few seconds; what is played on a set clock is tested elsewhere.

use crate::night::{ENTER, Night, USUAL};
use crate::terminal::Terminal;
use serde_json::Value;

struct Held {
    night: Night,
    console: Terminal,
    players: Terminal,
    case: String,
}

impl Held {
    /// Opened as a facilitator and the players open it, without a roll-call.
    fn opened(id: &str) -> Self {
        let night = Night::new();
        let mut console = night.screen(&["drill", "run", id, "--plain"], (200, 60));
        console.shows("a single dot ends it.").keys(".\r");
        console.shows("help lists the commands");
        let case = night.only_case().to_str().unwrap().to_owned();
        let players = night.guide(case.as_ref(), USUAL);
        Self { night, console, players, case }
    }

    fn plays(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (_, who) = (words.next().unwrap(), words.next().unwrap());
        let act = line[line.find(who).unwrap() + who.len()..].trim();
        if who == "table" {
            let words = shlex::split(act).unwrap();
            let all: Vec<&str> = ["record", &self.case].into_iter().chain(words.iter().map(String::as_str)).collect();
            self.night.fine(&all);
            return;
        }
        self.types(act);
        if act == "end" {
            self.types(act);
        }
        if let Some(number) = act.strip_prefix("send ") {
            self.takes_in(&format!("INJECT {number} "));
        }
    }

    /// What the records of others changed may be told first.
    fn takes_in(&mut self, title: &str) {
        const CHANGED: &str = "WHAT CHANGED";
        let either = |screen: &vt100::Screen| screen.contents().contains(title) || screen.contents().contains(CHANGED);
        while !self.players.wait(title, |screen, _| either(screen)).screen().contains(title) {
            self.players.keys(ENTER).hides(CHANGED);
        }
        self.players.keys(ENTER).hides(title);
    }

    /// One line at the console, until it asks for the next.
    fn types(&mut self, act: &str) {
        let prompts = |raw: &[u8]| String::from_utf8_lossy(raw).matches("\n> ").count();
        let before = prompts(&self.console.raw());
        self.console.keys(act).keys(ENTER);
        self.console.wait("the next prompt", |_, raw| prompts(raw) > before);
    }

    fn review(&self) -> Value {
        serde_json::from_str(&self.night.fine(&["drill", "review", &self.case, "--json"])).unwrap()
    }
}

/// The three counts, and what is outside them.
fn counts(review: &Value) -> [(&'static str, u64); 6] {
    ["met", "partly", "missed", "na", "not_reached", "not_judged"]
        .map(|name| (name, review["totals"][name].as_u64().unwrap()))
}

fn held(id: &str, play: &str) -> Value {
    let mut held = Held::opened(id);
    play.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).for_each(|line| held.plays(line));
    held.console.keys("quit\r").shows("Left. The exercise has ended.");
    assert!(held.console.ends().success());
    held.review()
}

#[test]
fn the_excursion_form_is_held_in_two_terminals() {
    let review = held("trinity-form", include_str!("../drills/plays/trinity-form.txt"));
    assert_eq!(review["ended"], true);
    // Whatever was recorded is in time. Who is to be made aware and the actions of the team were not, with their windows open; what would
    // change in the plan was not judged.
    let by_hand = [("met", 23), ("partly", 0), ("missed", 0), ("na", 0), ("not_reached", 2), ("not_judged", 1)];
    assert_eq!(counts(&review), by_hand);
}

#[test]
fn the_forwarded_mailbox_is_held_in_two_terminals() {
    let review = held("shepherd-mailbox", include_str!("../drills/plays/shepherd-mailbox.txt"));
    assert_eq!(review["ended"], true);
    // The two in Maryland and the release of the report are not recorded, with their windows open; that no deputy may authorize was judged
    // partly, and the inject of the student paper was skipped.
    let by_hand = [("met", 20), ("partly", 1), ("missed", 0), ("na", 2), ("not_reached", 2), ("not_judged", 0)];
    assert_eq!(counts(&review), by_hand);
}

/// Held to its end: every line of the play was taken, every inject came to the players' screen, and nothing is open.
fn is_held(id: &str, play: &str) {
    let review = held(id, play);
    assert_eq!((&review["ended"], &review["totals"]["open"]), (&Value::from(true), &Value::from(0)));
    assert!(review["totals"]["met"].as_u64() > Some(20), "{}", review["totals"]);
}

#[test]
fn the_shared_project_site_is_held_in_two_terminals() {
    is_held("modot-project-site", include_str!("../drills/plays/modot-project-site.txt"));
}

#[test]
fn the_booking_server_is_held_in_two_terminals() {
    is_held("msu-clinic", include_str!("../drills/plays/msu-clinic.txt"));
}

#[test]
fn the_lunch_accounts_are_held_in_two_terminals() {
    is_held("morenet-meals", include_str!("../drills/plays/morenet-meals.txt"));
}

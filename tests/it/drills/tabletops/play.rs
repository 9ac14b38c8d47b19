//! A tabletop as it is played, by the console that works line by line and by the players' session of one exercise, on a clock that the play sets.
//!
//! A play is a text, a line an act: minutes and seconds of real time since the start, who acts, and what is typed. The players' lines
//! are those of the command line from the verb on, the facilitator's those of the console that works line by line.

use super::super::table::Table;
use super::came::{Came, came};
use breachbook::case::Fact;
use breachbook::drill::script::Inject;
use breachbook::drill::script::bundled::bundled_source;
use breachbook::plain::arguments::typed;
use breachbook::plain::lead::Lead;
use breachbook::record::Draft;
use breachbook::record::verbs::message;
use breachbook::session::Session;
use breachbook::session::drill::Conduct;
use breachbook::session::saving::Saving;
use std::path::Path;

/// What came of a bundled tabletop that was played by these lines, with everybody on one laptop. After each act of the console, nothing
/// that has not gone out lies in the players' folder.
pub fn played(id: &str, play: &str) -> Came {
    let mut tabletop = Tabletop::on_one_laptop(id);
    lines(play).for_each(|line| {
        tabletop.plays(line);
        tabletop.keeps_its_secrets();
    });
    came(tabletop.conduct())
}

/// The same, looked at behind each act, as the console has the players' case then.
pub fn watched(id: &str, play: &str, look: &mut dyn FnMut(&Conduct)) -> Conduct {
    let mut tabletop = Tabletop::on_one_laptop(id);
    lines(play).for_each(|line| {
        tabletop.plays(line);
        let conduct = tabletop.table.conduct.as_mut().unwrap();
        conduct.refresh().unwrap();
        look(conduct);
    });
    tabletop.table.conduct.take().unwrap()
}

/// The same with the players on a laptop of their own, whose clock is 40 seconds behind and was compared, and with the console killed
/// after each of its acts but those by which something is sent.
pub fn played_on_two_laptops(id: &str, play: &str) -> Came {
    let mut tabletop = Tabletop::on_two_laptops(id);
    lines(play).for_each(|line| {
        tabletop.plays(line);
        if line.contains(" console ") && !line.contains(" send ") {
            tabletop.table.kill();
        }
    });
    came(tabletop.conduct())
}

fn lines(play: &str) -> impl Iterator<Item = &str> {
    play.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Both sides of an exercise.
struct Tabletop {
    table: Table,
    players: Session,
}

impl Tabletop {
    fn on_one_laptop(id: &str) -> Self {
        let table = Table::on(&bundled_source(id).unwrap().text);
        let players = table.player();
        Self { table, players }
    }

    fn on_two_laptops(id: &str) -> Self {
        let mut table = Table::on(&bundled_source(id).unwrap().text);
        let mut players = table.player_elsewhere(-40);
        let check = typed("time-check 09:58:00").unwrap();
        table.lead("09:58:00").case_mut().submit(&check).unwrap();
        players.turn();
        players.submit(&check).unwrap();
        Self { table, players }
    }

    fn conduct(&self) -> &Conduct {
        self.table.conduct.as_ref().unwrap()
    }

    fn plays(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (time, who) = (words.next().unwrap(), words.next().unwrap());
        let act = line[line.find(who).unwrap() + who.len()..].trim();
        match who {
            "console" => {
                leads(self.table.lead(&morning(time)), act);
                if let Some(number) = act.strip_prefix("send ") {
                    self.takes_in(number);
                }
            }
            "table" => {
                self.table.at(&morning(time));
                let draft = typed(act).unwrap_or_else(|why| panic!("{act}: {why:?}"));
                self.records(&draft);
            }
            _ => panic!("nobody at the table is called {who}: {line}"),
        }
    }

    /// What a player sees as soon as it is sent, and takes in.
    fn takes_in(&mut self, number: &str) {
        self.players.refresh().unwrap();
        let state = self.players.state();
        let is_it = |at: &usize| matches!(&state.at(*at).fact, Fact::Released { inject, .. } if inject == number);
        let sent = state.releases().rfind(is_it).unwrap_or_else(|| panic!("inject {number} is not here"));
        let draft = Draft::new(&message::VERB, state.at(sent).id.to_string());
        self.records(&draft);
    }

    fn records(&mut self, draft: &Draft) {
        self.players.refresh().unwrap();
        self.players.turn();
        self.players.submit(draft).unwrap_or_else(|error| panic!("{draft:?}: {error}"));
    }

    /// Of the script, the players' folder has what went out in writing, and no line else of a text, a note or a card.
    fn keeps_its_secrets(&self) {
        let folder = everything(self.table.case().path());
        let script = self.conduct().script();
        let sent = |inject: &Inject| {
            let number = inject.number.to_string();
            self.conduct().played().sent(&number).is_some()
        };
        for inject in &script.injects {
            let is_out = sent(inject) && !inject.delivery.is_spoken();
            for line in told(&inject.text) {
                assert_eq!(folder.contains(line), is_out, "inject {} is out: {is_out}: {line}", inject.number);
            }
            let notes = inject.notes.iter().flat_map(|notes| told(notes));
            notes.for_each(|line| assert!(!folder.contains(line), "a note of inject {}: {line}", inject.number));
        }
        let cards = script.roles.iter().flat_map(|role| role.card.iter().flat_map(|card| told(card)));
        cards.for_each(|line| assert!(!folder.contains(line), "a card: {line}"));
    }
}

/// Pieces of a text as they stand in a journal, each long enough to be nobody else's.
fn told(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split(|sign: char| sign == '\n' || sign == '"' || !sign.is_ascii());
    pieces.filter_map(|piece| piece.get(..50))
}

/// Every byte of what players have besides the playbook and the program that verifies it.
fn everything(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() && !entry.ends_with("playbook") {
            all += &everything(&entry);
        } else if entry.is_file() && !entry.ends_with("verify.py") {
            all += &String::from_utf8_lossy(&std::fs::read(&entry).unwrap());
        }
    }
    all
}

/// A play begins at ten in the morning.
fn morning(time: &str) -> String {
    let (minutes, seconds) = time.split_once(':').unwrap();
    let minutes: u32 = minutes.parse().unwrap();
    format!("{}:{:02}:{seconds}", 10 + minutes / 60, minutes % 60)
}

/// Types a line at the console; it must be recorded. What is spoken is there to be read aloud.
fn leads(conduct: &mut Conduct, act: &str) {
    let recorded = |conduct: &Conduct| conduct.case().state().log.len() + conduct.control().state().log.len();
    let before = recorded(conduct);
    let (saving, mut out) = (Saving::default(), Vec::new());
    let mut lead = Lead::new(conduct, &saving, &mut out);
    // The end is asked for twice, as it says first what was not sent.
    let times = if act == "end" { 2 } else { 1 };
    for _ in 0..times {
        assert!(lead.takes(act).unwrap());
    }
    let out = String::from_utf8(out).unwrap();
    assert_eq!(recorded(conduct), before + 1, "{act}: {out}");
    if let Some(number) = act.strip_prefix("send ") {
        let inject = conduct.script().inject(number.parse().unwrap()).unwrap();
        let whole = inject.text.lines().all(|line| out.contains(line));
        assert!(whole || !inject.delivery.is_spoken(), "{act}: {out}");
    }
}

//! A tabletop as it is played, by the console's engine and by the players' session of one exercise, on a clock that the play sets.
//!
//! A play is a text, a line an act: minutes and seconds of real time since the start, who acts, and what is typed. The players' lines
//! are those of the command line from the verb on, the facilitator's those of the console that works line by line.

use super::super::table::Table;
use super::came::{Came, came};
use breachbook::case::Verdict;
use breachbook::drill::script::bundled::bundled_source;
use breachbook::plain::arguments::typed;
use breachbook::session::Session;
use breachbook::session::drill::{Conduct, Which};

pub struct Tabletop {
    table: Table,
    players: Session,
}

/// What came of a bundled tabletop that was played by these lines.
pub fn played(id: &str, play: &str) -> Came {
    let mut tabletop = Tabletop::opened(id);
    for line in play.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        tabletop.plays(line);
    }
    came(tabletop.table.conduct.as_ref().unwrap())
}

impl Tabletop {
    /// Opened by its facilitator, and by the players on the same laptop. Nothing was sent.
    pub fn opened(id: &str) -> Self {
        let table = Table::on(&bundled_source(id).unwrap().text);
        let players = table.player();
        Self { table, players }
    }

    fn plays(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (time, who) = (words.next().unwrap(), words.next().unwrap());
        let act = line[line.find(who).unwrap() + who.len()..].trim();
        match who {
            "console" => leads(self.table.lead(&morning(time)), act),
            "table" => self.records(&morning(time), act),
            _ => panic!("nobody at the table is called {who}: {line}"),
        }
    }

    fn records(&mut self, clock: &str, act: &str) {
        self.table.at(clock);
        self.players.refresh().unwrap();
        self.players.turn();
        let draft = typed(act).unwrap_or_else(|why| panic!("{act}: {why:?}"));
        self.players.submit(&draft).unwrap_or_else(|error| panic!("{act}: {error}"));
    }
}

/// A play begins at ten in the morning.
fn morning(time: &str) -> String {
    let (minutes, seconds) = time.split_once(':').unwrap();
    let minutes: u32 = minutes.parse().unwrap();
    format!("{}:{:02}:{seconds}", 10 + minutes / 60, minutes % 60)
}

fn leads(conduct: &mut Conduct, act: &str) {
    let (verb, rest) = act.split_once(' ').unwrap_or((act, ""));
    let (first, words) = rest.split_once(' ').unwrap_or((rest, ""));
    conduct.turn();
    let done = match verb {
        "start" => conduct.start(),
        "pause" => conduct.pause(None),
        "resume" => conduct.resume(),
        "part" => conduct.part(first),
        "end" => conduct.end(),
        "send" => conduct.send(first),
        "hold" => conduct.hold(first, None),
        "release" => conduct.let_go(first),
        "skip" => conduct.skip(first, words),
        "later" => conduct.later(Which::One(first), words.parse().unwrap(), None),
        "judge" => {
            let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.word() == words);
            conduct.judge(first, verdict.unwrap_or_else(|| panic!("there is no such verdict: {act}")), None)
        }
        _ => panic!("the console knows nothing like this: {act}"),
    };
    done.unwrap_or_else(|error| panic!("{act}: {error}"));
}

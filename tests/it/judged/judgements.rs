//! What is so at one moment, as `status/1` says it, and the file that holds what was so.
//!
//! `states.txt` begins with `words`, one sign and one word each, with the `things` of each playbook in their order, and with what is
//! so at the `start`: one sign for each thing, a number before it where several in a row have the same. Below `== PLAYBOOK STORY`
//! stands a line for each entry of a story: what changed with it, the place of the thing in base 36 and the sign of its state. Below
//! `== walks` stands a line for each walk: the playbook, which of its steps were taken (hexadecimal, the first step is the highest
//! bit), and the signs at its end.

use breachbook::base::{
    Clock as _,
    time::{Now, Zone},
};
use breachbook::base::{FixedClock, Stamp};
use breachbook::case::CaseState;
use breachbook::contract::{Folder, status};
use breachbook::journal::Mode;
use breachbook::judge::{View, assess};
use breachbook::playbook::Playbook;
use serde_json::Value;
use std::collections::BTreeMap;

/// States by thing: `step intake`, `item affected`, `rule notify`, `scale size`, `level size`, `silence site`, `clock own`,
/// `suggestion DECISION OPTION`.
pub type States = BTreeMap<String, String>;

/// What is so now, at the moment of the last entry.
pub fn of(playbook: &Playbook, state: &CaseState) -> States {
    let at = state.log.last().map_or_else(Stamp::epoch, |row| row.recorded.reading.wall);
    let now = Now::new(at, Zone::utc());
    let (picture, reading) = (assess(playbook, state, now), FixedClock::at(at).read());
    let view = View {
        playbook,
        state,
        picture: &picture,
        now,
        reading: &reading,
        mode: Mode::Live,
        person: "",
        role: None,
        head: None,
        at: None,
        real: None,
    };
    read(playbook, &serde_json::to_value(status(&view, Folder { case: "", heads: &[], damage: &[] })).unwrap())
}

fn read(playbook: &Playbook, status: &Value) -> States {
    let mut states = States::new();
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (list, kind, key) in [
        ("phases", "step", "state"),
        ("items", "item", "state"),
        ("rules", "rule", "state"),
        ("scales", "scale", "state"),
        ("scales", "level", "level"),
        ("silences", "silence", "applies"),
        ("clocks", "clock", "state"),
    ] {
        for one in status[list].as_array().unwrap() {
            states.insert(format!("{kind} {}", one["id"].as_str().unwrap()), word(&one[key]));
        }
    }
    let suggested = |decision: &str, option: &str| {
        let decisions = status["decisions"].as_array().unwrap();
        let one = decisions.iter().find(|one| one["id"] == decision).unwrap();
        one["suggestions"].as_array().unwrap().iter().any(|suggestion| suggestion["option"] == option)
    };
    for item in &playbook.items {
        if let breachbook::playbook::Body::Decision(body) = &item.body {
            for option in body.suggestions.iter().map(|suggestion| &suggestion.option) {
                let word = if suggested(item.id.as_str(), option.as_str()) { "suggested" } else { "not-suggested" };
                states.insert(format!("suggestion {} {option}", item.id), word.to_owned());
            }
        }
    }
    states
}

/// What was so.
pub struct Judgements {
    words: BTreeMap<char, String>,
    things: BTreeMap<String, Vec<String>>,
    start: BTreeMap<String, String>,
    /// The playbook of each story, and its lines.
    stories: BTreeMap<String, (String, Vec<String>)>,
    walks: Vec<String>,
}

impl Judgements {
    pub fn read() -> Self {
        let text = std::fs::read_to_string(super::folder().join("states.txt")).unwrap();
        let mut parts = text.split("== ");
        let head = parts.next().unwrap();
        let list = |begin: &'static str| {
            let lines = head.lines().filter_map(move |line| line.strip_prefix(begin));
            lines.map(|line| line.split(", ").map(str::to_owned).collect::<Vec<_>>())
        };
        let words = list("words ").flatten();
        let words = words.map(|word| (word.chars().next().unwrap(), word.chars().skip(1).collect())).collect();
        let things = list("things ").map(|mut all| (all.remove(0), all)).collect();
        let start = list("start ").map(|all| (all[0].clone(), all[1..].join(", "))).collect();
        let mut found = Self { words, things, start, stories: BTreeMap::new(), walks: Vec::new() };
        for part in parts {
            let mut lines = part.lines().map(str::to_owned);
            let name = lines.next().unwrap();
            match name.split_once(' ') {
                Some((playbook, name)) => {
                    found.stories.insert(name.to_owned(), (playbook.to_owned(), lines.collect()));
                }
                None => found.walks = lines.collect(),
            }
        }
        found
    }

    /// What was so after each entry of a story.
    pub fn story(&self, name: &str) -> Vec<States> {
        let (playbook, lines) = &self.stories[name];
        let things = &self.things[playbook];
        let mut now = self.signs(playbook, &self.start[playbook]);
        let after = lines.iter().map(|line| {
            for change in line.split_whitespace() {
                let sign = change.chars().next_back().unwrap();
                let at = usize::from_str_radix(&change[..change.len() - sign.len_utf8()], 36).unwrap();
                now.insert(things[at].clone(), self.words[&sign].clone());
            }
            now.clone()
        });
        after.collect()
    }

    /// The walks: the playbook, which steps were taken, and what was so at the end.
    pub fn walks(&self) -> Vec<(String, Vec<bool>, States)> {
        let walk = |line: &String| {
            let [playbook, taken, states] = <[&str; 3]>::try_from(line.splitn(3, ' ').collect::<Vec<_>>()).unwrap();
            let digits = taken.chars().map(|digit| digit.to_digit(16).unwrap());
            let taken = digits.flat_map(|digit| [8, 4, 2, 1].map(|bit| digit & bit != 0)).collect();
            let states = self.signs(playbook, states);
            (playbook.to_owned(), taken, states)
        };
        self.walks.iter().map(walk).collect()
    }

    /// One sign for each thing of a playbook.
    fn signs(&self, playbook: &str, row: &str) -> States {
        let (mut signs, mut times) = (Vec::new(), 0);
        for sign in row.chars() {
            match sign.to_digit(10) {
                Some(digit) => times = times * 10 + digit as usize,
                None => {
                    signs.extend(std::iter::repeat_n(&self.words[&sign], times.max(1)));
                    times = 0;
                }
            }
        }
        let things = &self.things[playbook];
        assert_eq!(signs.len(), things.len(), "{row}: a sign for each thing");
        things.iter().cloned().zip(signs.into_iter().cloned()).collect()
    }
}

//! The stories: what was recorded in the incidents that the tests tell.
//!
//! `{"story": NAME, "playbook": NAME, "at": TIME}` begins one. Each line below is an entry: `kind` and its fields as a journal holds
//! them, `at` the seconds since the beginning where they are others than above, `run` whose it is where that is not the first run, and `saw` what was seen of each run where that is not
//! everything above. `~2-5` is the fifth entry of the second run.

use breachbook::base::{Clock as _, FixedClock, SessionId, Stamp, ids::base32_128};
use breachbook::case::{Recorded, Row};
use breachbook::journal::{Entry, EntryId, Field, Fields, Mark, Past, Seen};
use serde_json::{Map, Value};

pub struct Story {
    pub name: String,
    pub playbook: String,
    pub entries: Vec<Row>,
}

/// The name of a run of a story or walk, by its number.
pub fn session(run: usize) -> SessionId {
    SessionId::new(&base32_128([u8::try_from(run).unwrap() + 1; 16])).unwrap()
}

/// An entry as a journal holds it, read as a fact.
pub fn row(own: Mark, others: Seen, at: Stamp, kind: &str, fields: Fields) -> Row {
    let id = EntryId::new(session(own.run), own.seq);
    let reading = FixedClock::at(at).read();
    let entry = Entry { id, seq: own.seq, reading, saw: Vec::new(), kind: kind.to_owned(), fields };
    Row { recorded: Recorded::from_entry(&entry), past: Past::new(own, others) }
}

pub fn all() -> Vec<Story> {
    let text = std::fs::read_to_string(super::folder().join("stories.jsonl")).unwrap();
    let mut stories: Vec<Story> = Vec::new();
    let mut runs: Vec<u64> = Vec::new();
    let (mut begun, mut at) = (Stamp::epoch(), 0);
    for line in text.lines() {
        let Value::Object(mut line) = serde_json::from_str(line).unwrap() else { panic!("{line}: no object") };
        let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
        if let Some(name) = text(line.remove("story")) {
            let playbook = text(line.remove("playbook")).unwrap();
            stories.push(Story { name, playbook, entries: Vec::new() });
            begun = Stamp::parse(&text(line.remove("at")).unwrap()).unwrap();
            (runs, at) = (Vec::new(), 0);
            continue;
        }
        let run = line.remove("run").map_or(0, |run| run.as_u64().unwrap() as usize);
        runs.resize(runs.len().max(run + 1), 0);
        let mut seen = Seen::of(64);
        let saw: Vec<u64> = match line.remove("saw") {
            Some(saw) => saw.as_array().unwrap().iter().map(|seq| seq.as_u64().unwrap()).collect(),
            None => runs.clone(),
        };
        saw.iter().enumerate().filter(|(of, _)| *of != run).for_each(|(of, seq)| seen.set(of, *seq));
        runs[run] += 1;
        at = line.remove("at").map_or(at, |at| at.as_i64().unwrap());
        let kind = text(line.remove("kind")).unwrap();
        let own = Mark { run, seq: runs[run] };
        stories.last_mut().unwrap().entries.push(row(own, seen, begun.plus_seconds(at), &kind, fields(line)));
    }
    stories
}

fn fields(line: Map<String, Value>) -> Fields {
    let field = |value: Value| match value {
        Value::String(text) => Field::Text(named(&text)),
        Value::Bool(flag) => Field::Flag(flag),
        Value::Number(number) => Field::Int(number.as_i64().unwrap()),
        Value::Array(list) => Field::List(list.iter().map(|text| named(text.as_str().unwrap())).collect()),
        Value::Object(time) => Field::Time(Stamp::parse(time["time"].as_str().unwrap()).unwrap()),
        Value::Null => panic!("no field is nothing"),
    };
    line.into_iter().map(|(key, value)| (key, field(value))).collect()
}

/// `~2-5` as the name of the entry.
fn named(text: &str) -> String {
    let named = text.strip_prefix('~').and_then(|name| name.split_once('-'));
    let run = named.and_then(|(run, seq)| Some((run.parse::<usize>().ok()?, seq)));
    run.map_or_else(|| text.to_owned(), |(run, seq)| format!("{}-{seq}", session(run).as_str()))
}

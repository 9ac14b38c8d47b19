//! A case made from a script, entry by entry, with moments and names of runs that never change.
//!
//! ```text
//! playbook trinity
//! case 2026-11-22-poplar
//! title Timetable to the wrong parent
//! run k4 T. Lin, 2026-11-22 +10:30       a run of the program, who is at the keyboard, its day and offset
//! 02:21 call tell_privacy_officer reached   a line of `record`; a time before the last one is on the next day
//! by D. Marsh                            somebody else is at the keyboard of this run
//! damage Block 4 was altered.            what is wrong with a journal, as pages say it
//! 02:30 strike LAST                      LAST is the name of the entry before
//! see                                    this run takes note of all others
//! ```

use breachbook::base::{CaseId, ItemId, Now, Reading, SessionId, Stamp, Zone};
use breachbook::case::{Attribution, CallOutcome, CaseState, Cells, Fact, FollowUp, ForRows, Recorded, Row, Upto};
use breachbook::contacts::PhoneList;
use breachbook::journal::{Damage, EntryId, Mark, Mode, Past, Seal, Seen};
use breachbook::judge::{Moment, View, assess};
use breachbook::plain::arguments::typed;
use breachbook::playbook::{Playbook, bundled, load};
use breachbook::record::{Draft, settle};
use breachbook::report::{Options, zone};
use breachbook::source::Source;
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub struct Night {
    pub playbook: Playbook,
    pub name: String,
    pub mode: Mode,
    pub damage: Vec<Damage>,
    pub state: CaseState,
    pub seals: Vec<Seal>,
    runs: BTreeMap<String, Run>,
    current: String,
    now: Stamp,
    refused: Vec<String>,
}

struct Run {
    session: SessionId,
    rank: usize,
    person: String,
    seen: Seen,
    last: u64,
    offset: String,
    day: NaiveDate,
}

/// As many runs as a script can have.
const RUNS: usize = 8;

impl Night {
    pub fn of(script: &str) -> Self {
        let field = |name: &str| script.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let id = field("playbook ").expect("a line `playbook ID`");
        let text = bundled::bundled_text(id).expect("a bundled playbook");
        let playbook = load(&[Source::new(format!("{id}.toml"), text)]).playbook.expect("sound");
        Self::on(playbook, script)
    }

    pub fn on(playbook: Playbook, script: &str) -> Self {
        Self::watched(playbook, script, &mut |_| {})
    }

    /// The same, looked at after each line of the script.
    pub fn watched(playbook: Playbook, script: &str, look: &mut dyn FnMut(&Self)) -> Self {
        let field = |name: &str| script.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let mode = if field("mode ") == Some("exercise") { Mode::Exercise } else { Mode::Live };
        let mut night = Self {
            playbook,
            name: field("case ").expect("a line `case NAME`").to_owned(),
            mode,
            damage: Vec::new(),
            state: CaseState::default(),
            seals: Vec::new(),
            runs: BTreeMap::new(),
            current: String::new(),
            now: Stamp::epoch(),
            refused: Vec::new(),
        };
        let title = field("title ").expect("a line `title TITLE`").to_owned();
        for (number, line) in script.lines().enumerate() {
            let line = line.split(" ## ").next().unwrap_or_default().trim();
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "" | "#" | "playbook" | "case" | "title" | "mode" => {}
                "run" => night.begin(rest, &title),
                "by" => rest.clone_into(&mut night.runs.get_mut(&night.current).unwrap().person),
                "see" => night.see(),
                "damage" => night.damage.push(Damage {
                    place: "journals/k4.toml".to_owned(),
                    code: "altered",
                    says: rest.to_owned(),
                }),
                time => {
                    night.passes(time, number);
                    let last = night.state.log.len() - 1;
                    let rest = rest.replace("LAST", &night.state.name(last));
                    let draft = typed(&rest).unwrap_or_else(|why| panic!("line {}: {}", number + 1, why.join(" ")));
                    night.record(&draft, number);
                    look(&night);
                }
            }
        }
        assert!(night.refused.is_empty(), "{}", night.refused.join("\n"));
        night
    }

    fn begin(&mut self, rest: &str, title: &str) {
        let (name, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        if !self.runs.contains_key(name) {
            let (person, at) = rest.split_once(", ").unwrap();
            let (day, offset) = at.split_once(' ').unwrap();
            let run = Run {
                session: SessionId::new(&format!("{name:a<26}")).unwrap(),
                rank: self.runs.len(),
                person: person.to_owned(),
                seen: Seen::of(RUNS),
                last: 0,
                offset: offset.to_owned(),
                day: day.parse().unwrap(),
            };
            self.state.names.add(&run.session, name);
            self.runs.insert(name.to_owned(), run);
        }
        name.clone_into(&mut self.current);
        let run = &self.runs[name];
        if self.state.log.is_empty() {
            self.now = Stamp::parse(&format!("{}T01:50:00.000{}", run.day, run.offset)).unwrap();
            let files = Vec::new();
            let opened = Fact::Opened {
                title: title.to_owned(),
                playbook: self.playbook.id.to_string(),
                playbook_title: self.playbook.title.clone(),
                source_version: self.playbook.source.version.clone(),
                files,
            };
            let by = run.person.clone();
            self.apply(Attribution { by, ..Attribution::default() }, opened);
        }
    }

    fn see(&mut self) {
        let all: Vec<_> = self.runs.values().map(|run| (run.rank, run.last)).collect();
        let run = self.runs.get_mut(&self.current).unwrap();
        all.into_iter()
            .filter(|(rank, last)| *rank != run.rank && *last > 0)
            .for_each(|(rank, last)| run.seen.note(rank, last));
    }

    fn passes(&mut self, time: &str, number: usize) {
        let run = self.runs.get_mut(&self.current).unwrap_or_else(|| panic!("line {}: no run", number + 1));
        let at = |day: NaiveDate| {
            Stamp::parse(&format!("{day}T{time}:00.000{}", run.offset))
                .unwrap_or_else(|| panic!("line {}: no time: {time}", number + 1))
        };
        let last = self.state.log.iter().rev().find(|row| row.recorded.id.session == run.session);
        let before = last.map(|row| row.recorded.reading.wall);
        if before.is_some_and(|before| at(run.day).seconds_since(before) < 0) {
            run.day = run.day.succ_opt().unwrap();
        }
        self.now = at(run.day);
    }

    fn record(&mut self, draft: &Draft, number: usize) {
        let now = Now::new(self.now, Zone::fixed(*self.now.instant().offset())).under(&self.playbook.jurisdiction);
        let state = self.seen();
        let picture = assess(&self.playbook, &state, now);
        let view = View {
            playbook: &self.playbook,
            state: &state,
            picture: &picture,
            now,
            reading: &reading(self.now),
            mode: self.mode,
            person: &self.runs[&self.current].person,
            role: None,
            head: None,
            at: None,
            real: None,
        };
        let settled = settle(&view, draft);
        let (reopened, decided) = match settled {
            Ok(settled) => settled,
            Err(why) => {
                let why = crate::support::voice::refused_in(&view, &why);
                return self.refused.push(format!("line {}: {why}", number + 1));
            }
        };
        for (who, fact) in reopened.into_iter().chain([decided]) {
            self.apply(who, fact);
        }
    }

    /// The case as the run that writes has it.
    pub fn seen(&self) -> CaseState {
        let run = &self.runs[&self.current];
        let is_seen = |row: &&Row| {
            let own = row.past.own();
            own.run == run.rank || run.seen.get(own.run) >= own.seq
        };
        let rows: Vec<_> = self.state.log.iter().filter(is_seen).cloned().collect();
        let mut state = if rows.len() == self.state.log.len() { self.state.clone() } else { CaseState::fold(rows) };
        state.names = self.state.names.clone();
        state
    }

    pub fn apply(&mut self, who: Attribution, fact: Fact) {
        let run = self.runs.get_mut(&self.current).unwrap();
        run.last += 1;
        let id = EntryId::new(run.session.clone(), run.last);
        let past = Past::new(Mark { run: run.rank, seq: run.last }, run.seen.clone());
        self.seals.push(Seal::of(format!("{id} {}", self.now).as_bytes()));
        self.state.apply(Row { recorded: Recorded::new(id, reading(self.now), who, fact), past });
    }

    /// Writes a text that no front end would take as it is: as it stands in a journal that other hands wrote.
    pub fn types(&mut self, nth: usize, text: &str) {
        let id = |id: &str| ItemId::new(id).unwrap();
        let said = || text.to_owned();
        let who = |by: &str| Attribution { by: by.to_owned(), note: Some(said()), ..Attribution::default() };
        let name = ("name".to_owned(), said());
        let cells = Cells(vec![name, ("how_to_reach".to_owned(), said())]);
        let facts = [
            Fact::Answered {
                question: id("cause_and_extent"),
                value: said(),
                source: Some(said()),
                target: ForRows::default(),
            },
            Fact::TaskDone {
                task: id("contain_breach"),
                value: said(),
                target: ForRows::default(),
                follow_up: FollowUp::default(),
            },
            Fact::Noted { about: None, text: said(), tag: None, because: None },
            Fact::RowAdded { register: id("affected_individuals"), label: None, cells },
            Fact::SilenceDecided { silence: id("filing_site"), value: said(), role: None },
            Fact::Called {
                role: id("privacy_officer"),
                person: Some(said()),
                channel: Some(said()),
                outcome: if nth.is_multiple_of(2) { CallOutcome::Reached } else { CallOutcome::NoAnswer },
                calls: vec![id("tell_privacy_officer")],
                said: Some(said()),
                target: ForRows::default(),
            },
        ];
        for fact in facts {
            self.now = self.now.plus_seconds(60);
            self.apply(who(text), fact);
        }
    }

    /// Writes one of many entries: each tenth decides, the others answer what the decision reads.
    pub fn goes_on(&mut self, nth: usize) {
        let id = |id: &str| ItemId::new(id).unwrap();
        let questions = ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"];
        let fact = if nth.is_multiple_of(10) {
            Fact::Decided {
                decision: id("escalate"),
                option: id("escalate"),
                role: id("privacy_officer"),
                reason: format!("Reason {nth}"),
                adviser: None,
                person: None,
                standing_in: None,
            }
        } else {
            let value = if nth.is_multiple_of(3) { "yes" } else { "no" }.to_owned();
            Fact::Answered { question: id(questions[nth % 4]), value, source: None, target: ForRows::default() }
        };
        self.now = self.now.plus_seconds(1);
        let by = self.runs[&self.current].person.clone();
        self.apply(Attribution { by, ..Attribution::default() }, fact);
    }

    /// Writes a row as it is stored; gives its entry.
    pub fn writes(&mut self, list: &str, label: Option<String>, cells: &[(&str, &str)]) -> EntryId {
        let cells = Cells(cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect());
        let by = self.runs[&self.current].person.clone();
        self.now = self.now.plus_seconds(10);
        let register = ItemId::new(list).unwrap();
        self.apply(Attribution { by, ..Attribution::default() }, Fact::RowAdded { register, label, cells });
        self.state.at(self.state.log.len() - 1).id.clone()
    }

    pub fn looking<T>(&self, upto: &Upto, look: impl FnOnce(&View<'_>, &Options) -> T) -> T {
        let reached = self.state.upto(upto);
        let case_id = CaseId::new("k4qz2m7acasecasecasecaseab");
        let (case, heads) = (self.name.clone(), self.state.heads_of(&reached.kept, &self.seals));
        let damage = self.damage.clone();
        let options = Options { case, case_id, damage, heads, ..Options::default() };
        let state = self.state.only(&reached.kept);
        let now = Now::new(reached.moment, zone(&state, reached.moment));
        let then = Moment::of(&self.playbook, &PhoneList::default(), state, now);
        look(&then.view(&self.playbook, self.mode), &options)
    }
}

fn reading(wall: Stamp) -> Reading {
    Reading { wall, up_ms: 0, boot: String::new(), synced: false }
}

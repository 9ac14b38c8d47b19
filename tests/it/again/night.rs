//! A night on several laptops: what each recorded with what it had seen, joined in any order.

use crate::support::say::{self, Deed, v};
use crate::support::voice;
use crate::walks::Chance;
use crate::walks::anything::anything;
use breachbook::base::{Clock as _, FixedClock, ItemId, Now, SessionId, Stamp, Zone, ids::base32_128};
use breachbook::case::{Attribution, CaseState, Fact, FollowUp, ForRows, Recorded, Row};
use breachbook::contract::{Folder, status};
use breachbook::journal::{EntryId, Mark, Mode, Past, Seen};
use breachbook::judge::{Picture, View, assess};
use breachbook::page::refusal::{Voice, said};
use breachbook::playbook::{Playbook, load};
use breachbook::record::common::AT;
use breachbook::record::common::SETTLES;
use breachbook::record::{Draft, decide};
use serde_json::Value;

#[derive(Clone)]
struct Entry {
    laptop: usize,
    recorded: Recorded,
    saw: Vec<u64>,
}

pub struct Night {
    pub playbook: Playbook,
    entries: Vec<Entry>,
    /// The highest number of each laptop that each has seen.
    seen: Vec<Vec<u64>>,
    now: Stamp,
}

pub const TEXT: &str = include_str!("again.toml");

impl Night {
    /// A night on so many laptops; it begins at midnight.
    pub fn on(text: &str, laptops: usize) -> Self {
        let loaded = load(&[breachbook::source::Source::new("again.toml", text)]);
        assert!(loaded.problems.iter().all(|problem| !problem.is_error()), "{:?}", loaded.problems);
        let now = Stamp::parse("2026-11-28T00:00:00Z").unwrap();
        let seen = vec![vec![0; laptops]; laptops];
        let mut night = Self { playbook: loaded.playbook.unwrap(), entries: Vec::new(), seen, now };
        let opened = Fact::Opened {
            title: "Night".into(),
            playbook: night.playbook.id.to_string(),
            playbook_title: night.playbook.title.clone(),
            source_version: None,
            files: Vec::new(),
        };
        night.keep(0, Attribution::default(), opened);
        (0..laptops).for_each(|laptop| night.looks_at(laptop, 0));
        night
    }

    pub fn alone() -> Self {
        Self::on(TEXT, 1)
    }

    /// Goes on to a time of the night, `02:10`; hours beyond 24 are those of the next days.
    pub fn at(&mut self, clock: &str) -> &mut Self {
        let (hours, minutes) = clock.split_once(':').unwrap();
        let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
        self.now = Stamp::parse("2026-11-28T00:00:00Z").unwrap().plus_seconds(minutes * 60);
        self
    }

    /// A laptop takes in the journals of another.
    pub fn looks_at(&mut self, laptop: usize, other: usize) {
        for of in 0..self.seen.len() {
            self.seen[laptop][of] = self.seen[laptop][of].max(self.seen[other][of]);
        }
    }

    fn keep(&mut self, laptop: usize, who: Attribution, fact: Fact) -> EntryId {
        let seq = self.seen[laptop][laptop] + 1;
        let bits = [u8::try_from(laptop).unwrap() + 1; 16];
        let id = EntryId::new(SessionId::new(&base32_128(bits)).unwrap(), seq);
        let saw = self.seen[laptop].clone();
        let recorded = Recorded::new(id.clone(), FixedClock::at(self.now).read(), who, fact);
        self.entries.push(Entry { laptop, recorded, saw });
        self.seen[laptop][laptop] = seq;
        id
    }

    /// The entries that a laptop has, in causal order; of two that had not seen each other the one of the laptop that stands first
    /// in `ranks` goes first.
    fn rows(&self, has: impl Fn(&Entry) -> bool, ranks: &[usize]) -> Vec<Row> {
        let mut left: Vec<&Entry> = self.entries.iter().filter(|entry| has(entry)).collect();
        let mut done = vec![0_u64; ranks.len()];
        let mut rows = Vec::new();
        while !left.is_empty() {
            let is_ready = |entry: &&Entry| {
                let others = (0..ranks.len()).all(|of| of == entry.laptop || entry.saw[of] <= done[of]);
                others && done[entry.laptop] + 1 == entry.recorded.id.seq
            };
            let place = |entry: &Entry| ranks.iter().position(|laptop| *laptop == entry.laptop).unwrap();
            let ready = left.iter().enumerate().filter(|(_, entry)| is_ready(entry));
            let (at, _) = ready.min_by_key(|(_, entry)| place(entry)).expect("a circle");
            let entry = left.remove(at);
            done[entry.laptop] = entry.recorded.id.seq;
            let mut saw = Seen::of(ranks.len());
            for of in (0..ranks.len()).filter(|of| *of != entry.laptop) {
                saw.note(place(&Entry { laptop: of, ..entry.clone() }), entry.saw[of]);
            }
            let own = Mark { run: place(entry), seq: entry.recorded.id.seq };
            rows.push(Row { recorded: entry.recorded.clone(), past: Past::new(own, saw) });
        }
        rows
    }

    fn ranks(&self) -> Vec<usize> {
        (0..self.seen.len()).collect()
    }

    /// The case with the entries of all laptops, joined in an order.
    pub fn joined(&self, ranks: &[usize]) -> CaseState {
        CaseState::fold(self.rows(|_| true, ranks))
    }

    pub fn picture(&self, state: &CaseState) -> Picture {
        assess(&self.playbook, state, Now::new(self.now, Zone::utc()))
    }

    fn with<T>(&self, state: &CaseState, ask: impl FnOnce(&View<'_>) -> T) -> T {
        let (picture, reading) = (self.picture(state), FixedClock::at(self.now).read());
        ask(&View {
            playbook: &self.playbook,
            state,
            picture: &picture,
            now: Now::new(self.now, Zone::utc()),
            reading: &reading,
            mode: Mode::Live,
            person: "R. Okafor",
            role: None,
            head: None,
            at: None,
            real: None,
        })
    }

    /// Records on a laptop what it decides on what it has; the refusal in words otherwise.
    pub fn try_on(&mut self, laptop: usize, command: Draft) -> Result<EntryId, String> {
        self.try_draft(laptop, command)
    }

    fn try_draft(&mut self, laptop: usize, draft: Draft) -> Result<EntryId, String> {
        let has = |entry: &Entry| entry.recorded.id.seq <= self.seen[laptop][entry.laptop];
        let state = CaseState::fold(self.rows(has, &self.ranks()));
        let decided = self
            .with(&state, |view| decide(view, &draft).map_err(|refusal| said(view, &refusal, Voice::Command).all()));
        let (who, fact) = decided?;
        Ok(self.keep(laptop, who, fact))
    }

    /// Records by chance on a laptop, asked for or not; what is refused is not recorded.
    pub fn anything(&mut self, laptop: usize, chance: &mut Chance) {
        let has = |entry: &Entry| entry.recorded.id.seq <= self.seen[laptop][entry.laptop];
        let state = CaseState::fold(self.rows(has, &self.ranks()));
        let draft = self.with(&state, |view| anything(view, chance));
        let _refused = self.try_draft(laptop, draft);
    }

    pub fn record(&mut self, laptop: usize, command: Draft) -> EntryId {
        self.try_on(laptop, command.clone()).unwrap_or_else(|said| panic!("{command:?}: {said}"))
    }

    /// Records what happened at another time than now, or what puts another entry right.
    pub fn record_with(&mut self, command: Draft, at: Option<&str>, settles: Option<&EntryId>) -> EntryId {
        let draft = command.with_some(&AT, at.map(str::to_owned));
        let draft = draft.with_some(&SETTLES, settles.map(ToString::to_string));
        self.try_draft(0, draft).unwrap()
    }

    /// The same deed without a look at the case before it, for tests of many.
    pub fn done_unlooked(&mut self, id: &str) -> EntryId {
        let fact = Fact::TaskDone {
            task: ItemId::new(id).unwrap(),
            value: "As agreed.".into(),
            target: ForRows::default(),
            follow_up: FollowUp::default(),
        };
        self.keep(0, Attribution::default(), fact)
    }

    /// Records what a draft of the verbs says.
    pub fn take(&mut self, draft: Draft) -> EntryId {
        self.try_draft(0, draft.clone()).unwrap_or_else(|said| panic!("{draft:?}: {said}"))
    }

    pub fn strike(&mut self, entry: &EntryId) -> EntryId {
        self.strike_on(0, entry)
    }

    pub fn strike_on(&mut self, laptop: usize, entry: &EntryId) -> EntryId {
        let fact = Fact::StruckOut { of: vec![entry.clone()], reason: Some("A slip.".into()) };
        self.keep(laptop, Attribution::default(), fact)
    }

    pub fn answer(&mut self, id: &str, value: &str) -> EntryId {
        self.record(0, say::answer(id, value))
    }

    pub fn done(&mut self, id: &str) -> EntryId {
        self.record(0, done(id))
    }

    pub fn decides(&mut self, id: &str, option: &str) -> EntryId {
        self.record(0, decided(id, option, None))
    }

    pub fn confirm(&mut self, id: &str) -> EntryId {
        self.record(0, confirmed(id))
    }

    /// The status of a case.
    pub fn status_of(&self, state: &CaseState) -> Value {
        self.with(state, |view| {
            serde_json::to_value(status(view, Folder { case: "again", heads: &[], damage: &[] })).unwrap()
        })
    }

    /// What `status` and the list of the walk say of the case, in an order of arrival.
    pub fn reads_in(&self, ranks: &[usize]) -> String {
        self.with(&self.joined(ranks), voice::whole)
    }

    pub fn reads(&self) -> String {
        self.reads_in(&self.ranks())
    }

    /// The card of one thing in the walk, with its reasons.
    pub fn reads_of(&self, id: &str) -> String {
        self.with(&self.joined(&self.ranks()), |view| voice::of(view, id))
    }

    fn item(&self, id: &str) -> Value {
        let status = self.status_of(&self.joined(&self.ranks()));
        let found = status["items"].as_array().unwrap().iter().find(|item| item["id"] == id);
        found.unwrap_or_else(|| panic!("no {id}")).clone()
    }

    pub fn state(&self, id: &str) -> String {
        self.item(id)["state"].as_str().unwrap().to_owned()
    }

    /// Why an item has to be looked at again, in words.
    pub fn look_again(&self, id: &str) -> Vec<String> {
        causes(&self.item(id))
    }

    /// How an item stands, and why it has to be looked at again.
    pub fn stands(&self, id: &str) -> (String, Vec<String>) {
        (self.state(id), self.look_again(id))
    }

    /// Everything that people are told of marks and of what fell, in an order of arrival.
    pub fn told(&self, ranks: &[usize]) -> Vec<String> {
        let state = self.joined(ranks);
        let status = self.status_of(&state);
        let item = |item: &Value| {
            let mut causes = causes(item);
            causes.sort();
            format!("{} {} {causes:?}", item["id"], item["state"])
        };
        let mut told: Vec<String> = status["items"].as_array().unwrap().iter().map(item).collect();
        let entries = |of: &[breachbook::judge::marks::Mark]| -> Vec<String> {
            let ids = |mark: &breachbook::judge::marks::Mark| {
                let mut ids: Vec<_> = mark.entries.iter().map(|at| state.at(*at).id.to_string()).collect();
                ids.sort();
                format!("{} {:?} {ids:?}", mark.item, mark.seat.as_ref().map(ItemId::as_str))
            };
            of.iter().map(ids).collect()
        };
        let picture = self.picture(&state);
        told.extend(entries(&picture.marks));
        told.extend(entries(&picture.fallen));
        told
    }

    /// What the closing gate lists; nothing where it does not refuse.
    pub fn left_open(&mut self) -> String {
        let close = say::close("Head");
        let refused = self.try_on(0, close);
        if refused.is_ok() {
            self.entries.pop();
            self.seen[0][0] -= 1;
        }
        refused.err().unwrap_or_default()
    }
}

fn causes(item: &Value) -> Vec<String> {
    let all = item["look_again"].as_array().into_iter().flatten();
    all.map(|cause| cause["says"].as_str().unwrap().to_owned()).collect()
}

pub fn done(id: &str) -> Draft {
    say::task(id, Deed::Done("As agreed.".into()))
}

pub fn decided(id: &str, option: &str, role: Option<&str>) -> Draft {
    say::decided(id, option).with_some(&v::decision::SEAT, role.map(str::to_owned))
}

pub fn confirmed(id: &str) -> Draft {
    say::confirm(id)
}

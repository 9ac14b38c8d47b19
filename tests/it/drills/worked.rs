//! The worked example of a drill: twelve entries in two folders, and ways to change them.

use breachbook::base::{EventTime, ItemId, Precision, Reading, SessionId, Stamp, ids::base32_128};
use breachbook::case::{Attribution, CallOutcome, CaseState, ClockAction, Fact, ForRows, Recorded, Row, Verdict};
use breachbook::drill::Played;
use breachbook::drill::expect::{Course, Watch};
use breachbook::drill::figures::Figures;
use breachbook::drill::script::{Script, load};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::playbook::Playbook;
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::Source;

pub const SCRIPT: &str = include_str!("../../drills/worked.toml");

pub const CONSOLE: usize = 0;
pub const TABLE: usize = 1;

pub fn script(text: &str) -> Script {
    let loaded = load(&Source::new("worked.toml", text), &open_bundled);
    loaded.script.unwrap_or_else(|| panic!("{:#?}", loaded.problems))
}

pub fn stamp(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

pub fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

/// The clocks of a laptop at a time of the morning; `boot` names the laptop.
pub fn on(clock: &str, boot: &str) -> Reading {
    let wall = stamp(&format!("2026-12-03T{clock}+11:00"));
    let up = wall.seconds_since(stamp("2026-12-03T09:00:00+11:00"));
    Reading { wall, up_ms: u64::try_from(up).unwrap() * 1000, boot: boot.into(), synced: true }
}

pub fn clock(action: ClockAction, part: Option<&str>, to: Option<&str>) -> Fact {
    Fact::ExerciseClock {
        action,
        part: part.map(id),
        title: part.map(str::to_owned),
        text: None,
        questions: Vec::new(),
        minutes: part.map(|_| 20),
        to: to.map(stamp),
        reason: None,
    }
}

pub fn released(inject: &str) -> Fact {
    Fact::Released {
        inject: inject.into(),
        from: "The office".into(),
        to: vec!["deputy".into()],
        delivery: "email".into(),
        text: Some("A message.".into()),
        gist: None,
        files: Vec::new(),
        absent: None,
    }
}

pub fn called(outcome: CallOutcome) -> Fact {
    Fact::Called {
        role: id("privacy_officer"),
        person: None,
        channel: None,
        outcome,
        calls: vec![id("tell_privacy_officer")],
        said: None,
        target: ForRows::default(),
    }
}

pub fn decided(decision: &str, option: &str, role: &str) -> Fact {
    Fact::Decided {
        decision: id(decision),
        option: id(option),
        role: id(role),
        reason: "The list is open to anyone.".into(),
        adviser: None,
        person: None,
        standing_in: None,
    }
}

pub fn judged(of: &str, verdict: Verdict) -> Fact {
    Fact::Judged { of: id(of), verdict, observations: Vec::new(), because: None }
}

/// Entries of several runs, each of which has seen all before it but for what the test says.
#[derive(Clone, Default)]
pub struct Folder(pub Vec<Row>);

impl Folder {
    pub fn add(&mut self, run: usize, reading: Reading, fact: Fact, unseen: &[usize]) -> usize {
        let of = |row: &Row, run: usize| row.past.own().run == run;
        let seq = 1 + self.0.iter().filter(|row| of(row, run)).count() as u64;
        let mut seen = Seen::of(3);
        for (at, row) in self.0.iter().enumerate().filter(|(_, row)| !of(row, run)) {
            if !unseen.contains(&at) {
                seen.note(row.past.own().run, row.past.own().seq);
            }
        }
        let session = SessionId::new(&base32_128([u8::try_from(run).unwrap() + 1; 16])).unwrap();
        let who = Attribution { by: "Pat Lee".into(), ..Attribution::default() };
        let recorded = Recorded::new(EntryId::new(session, seq), reading, who, fact);
        let recorded = Recorded { facilitator: run == CONSOLE, ..recorded };
        self.0.push(Row { recorded, past: Past::new(Mark { run, seq }, seen) });
        self.0.len() - 1
    }

    pub fn id(&self, at: usize) -> EntryId {
        self.0[at].recorded.id.clone()
    }

    pub fn state(&self) -> CaseState {
        CaseState::fold(self.0.clone())
    }
}

/// Both folders of a drill, all on one laptop unless the test says otherwise.
#[derive(Clone)]
pub struct Drill {
    pub script: Script,
    pub playbook: Playbook,
    pub case: Folder,
    pub control: Folder,
    pub reading: Reading,
}

impl Drill {
    /// The script and an opened case; nothing was played.
    pub fn open(text: &str) -> Self {
        let playbook = open_bundled("trinity").unwrap();
        let mut case = Folder::default();
        let opened = Fact::Opened {
            title: "Two afternoons".into(),
            playbook: "trinity".into(),
            playbook_title: playbook.title.clone(),
            source_version: None,
            files: Vec::new(),
        };
        case.add(CONSOLE, on("09:50:00", "one"), opened, &[]);
        Self { script: script(text), playbook, case, control: Folder::default(), reading: on("11:40:00", "one") }
    }

    pub fn console(&mut self, clock: &str, fact: Fact) -> usize {
        self.case.add(CONSOLE, on(clock, "one"), fact, &[])
    }

    pub fn table(&mut self, clock: &str, fact: Fact) -> usize {
        self.case.add(TABLE, on(clock, "one"), fact, &[])
    }

    pub fn judge(&mut self, clock: &str, of: &str, verdict: Verdict) -> usize {
        self.control.add(CONSOLE, on(clock, "one"), judged(of, verdict), &[])
    }

    pub fn start(&mut self, clock_says: &str) {
        self.console(clock_says, clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    }

    /// The twelve entries.
    pub fn worked() -> Self {
        Self::worked_upto(12)
    }

    /// The first so many of them.
    pub fn worked_upto(entries: usize) -> Self {
        let mut drill = Self::open(SCRIPT);
        let rows: [&dyn Fn(&mut Self); 12] = [
            &|drill| drill.start("10:00:00"),
            &|drill| {
                drill.console("10:00:30", released("1"));
            },
            &|drill| {
                drill.table("10:04:30", called(CallOutcome::NoAnswer));
            },
            &|drill| {
                drill.table("10:08:00", called(CallOutcome::Reached));
            },
            &|drill| {
                drill.console("10:12:00", clock(ClockAction::Pause, None, None));
            },
            &|drill| {
                drill.console("10:15:00", released("2"));
            },
            &|drill| {
                drill.console("10:17:00", clock(ClockAction::Resume, None, None));
            },
            &Self::eighth,
            &|drill| {
                drill.judge("10:24:00", "e4", Verdict::Partly);
            },
            &|drill| drill.tenth(0),
            &|drill| drill.eleventh(0),
            &|drill| drill.twelfth(0),
        ];
        rows[..entries].iter().for_each(|row| row(&mut drill));
        drill
    }

    fn eighth(&mut self) {
        let at = self.table("10:22:00", decided("escalate", "escalate", "privacy_officer"));
        self.happened(at, "2026-11-13T15:44:00+11:00");
    }

    fn later(clock: &str, seconds: i64) -> Reading {
        let mut reading = on(clock, "one");
        reading.wall = reading.wall.plus_seconds(seconds);
        reading.up_ms += u64::try_from(seconds).unwrap() * 1000;
        reading
    }

    fn tenth(&mut self, later: i64) {
        let part = clock(ClockAction::Part, Some("p2"), Some("2026-11-16T08:00:00+11:00"));
        self.case.add(CONSOLE, Self::later("10:25:00", later), part, &[]);
    }

    fn eleventh(&mut self, later: i64) {
        let fact = decided("notify_individuals", "notify", "response_team");
        self.case.add(TABLE, Self::later("10:31:00", later), fact, &[]);
    }

    fn twelfth(&mut self, later: i64) {
        self.case.add(CONSOLE, Self::later("10:33:00", later), clock(ClockAction::End, None, None), &[]);
    }

    /// Entries 8 to 12.
    pub fn rest(&mut self) {
        self.eighth();
        self.judge("10:24:00", "e4", Verdict::Partly);
        self.ending(0);
    }

    /// Entries 10 to 12, so many seconds later.
    pub fn ending(&mut self, later: i64) {
        self.tenth(later);
        self.eleventh(later);
        self.twelfth(later);
    }

    pub fn happened(&mut self, at: usize, said: &str) {
        self.case.0[at].recorded.who.happened = Some(EventTime::Point(stamp(said), Precision::Exact));
    }

    /// What expectations and figures come to, told to whoever asks.
    pub fn look<R>(&self, ask: impl FnOnce(&Played<'_>, &Course, &Figures) -> R) -> R {
        let (case, control) = (self.case.state(), self.control.state());
        let played = Played {
            script: &self.script,
            playbook: &self.playbook,
            case: &case,
            control: &control,
            reading: &self.reading,
        };
        let mut watch = Watch::default();
        watch.follow(&self.script, &self.playbook, &case);
        let course = Course::of(&played, &watch);
        let figures = Figures::of(&played, &watch, &course);
        ask(&played, &course, &figures)
    }

    /// How each expectation stands, as it would be read aloud.
    pub fn told(&self) -> Vec<String> {
        self.look(|played, course, _| {
            course.expected.iter().map(|one| format!("{} {}", one.of(played.script).id, told(one))).collect()
        })
    }
}

/// `7:30`.
pub fn m(ms: u64) -> String {
    format!("{}:{:02}", ms / 60_000, ms / 1000 % 60)
}

pub fn told(one: &breachbook::drill::expect::Expected) -> String {
    use breachbook::drill::expect::{Away, Found};
    let found = match one.found {
        Found::Waits => "waits".to_owned(),
        Found::Open => "open".into(),
        Found::Met { ahead: true } => "met, ahead".into(),
        Found::Met { ahead: false } => match one.took_ms() {
            Some(took) => format!("met, {}", m(took)),
            None => "met".into(),
        },
        Found::Partly { late_by_ms } => format!("partly, late by {}", m(late_by_ms)),
        Found::Missed => match one.closes_ms {
            Some(closes) => format!("missed, closed at {}", m(closes)),
            None => "missed".into(),
        },
        Found::NotReached => "not reached".into(),
        Found::NotApplicable(Away::Skipped) => "n/a, skipped".into(),
        Found::NotApplicable(Away::NeverSent) => "n/a, never sent".into(),
        Found::NotApplicable(Away::TakenBack) => "n/a, taken back".into(),
        Found::NotJudged => "not judged".into(),
    };
    match &one.by_person {
        Some(by) => format!("{} judged; {found}", by.verdict.word()),
        None => found,
    }
}

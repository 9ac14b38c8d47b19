//! A table at which an exercise is held: a folder that vanishes, a clock that is set, a console, and players at the same or at
//! another laptop.

use super::worked::{m, told};
use crate::support::desk::bundled_files;
use breachbook::base::{Clock, Reading, Side, Stamp, Zone};
use breachbook::drill::Account;
use breachbook::drill::figures::Took;
use breachbook::drill::script::{Script, load};
use breachbook::playbook::bundled::open_bundled;
use breachbook::session::Session;
use breachbook::session::drill::{Begin, Conduct, ConductError, Surroundings};
use breachbook::source::Source;
use breachbook::store::CaseFolder;
use breachbook::store::disk::{Disk, RealDisk};
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

/// A script of the same injects as the worked example, with one objective.
pub const SCRIPT: &str = include_str!("../../drills/one_objective.toml");

/// The clocks of one laptop, set by the test.
#[derive(Clone)]
pub struct SetClock {
    seconds: Rc<RefCell<i64>>,
    /// How far the wall clock is off, in seconds.
    off: i64,
    boot: &'static str,
}

impl Clock for SetClock {
    fn read(&self) -> Reading {
        let start = Stamp::parse("2026-12-03T00:00:00.000+11:00").unwrap();
        let seconds = *self.seconds.borrow();
        let wall = start.plus_seconds(seconds + self.off);
        Reading { wall, up_ms: u64::try_from(seconds * 1000).unwrap(), boot: self.boot.into(), synced: true }
    }

    fn zone(&self) -> Zone {
        Zone::fixed(*self.read().wall.instant().offset())
    }
}

pub struct Table {
    pub home: tempfile::TempDir,
    seconds: Rc<RefCell<i64>>,
    script: String,
    pub conduct: Option<Conduct>,
    pub case: Option<PathBuf>,
    /// Where control folders lie, if not beside the cases.
    pub control_at: Option<PathBuf>,
}

pub fn script(text: &str) -> Script {
    let source = Source::new("script.toml", text);
    let loaded = load(&source, &open_bundled);
    loaded.script.clone().unwrap_or_else(|| panic!("{}", loaded.rendered(&source)))
}

impl Table {
    /// A table where nothing is made yet, at five to ten.
    pub fn empty(script: &str) -> Self {
        let seconds = Rc::new(RefCell::new(9 * 3600 + 55 * 60));
        let home = tempfile::tempdir().unwrap();
        Self { home, seconds, script: script.into(), conduct: None, case: None, control_at: None }
    }

    /// The script with one objective, opened and not started.
    pub fn set() -> Self {
        Self::on(SCRIPT)
    }

    /// The worked example, opened and not started.
    pub fn worked() -> Self {
        Self::on(super::worked::SCRIPT)
    }

    pub fn on(script: &str) -> Self {
        let mut table = Self::empty(script);
        let begun = table.begin().unwrap();
        table.case = Some(begun.case().folder().path().to_owned());
        table.conduct = Some(begun);
        table
    }

    /// Sets every laptop's clock to a time of the morning.
    pub fn at(&self, clock: &str) {
        let parts: Vec<i64> = clock.split(':').map(|part| part.parse().unwrap()).collect();
        *self.seconds.borrow_mut() = parts[0] * 3600 + parts[1] * 60 + parts[2];
    }

    pub fn clock(&self) -> SetClock {
        SetClock { seconds: Rc::clone(&self.seconds), off: 0, boot: "console" }
    }

    pub fn cases(&self) -> PathBuf {
        self.home.path().join("cases")
    }

    pub fn control(&self) -> PathBuf {
        self.control_at.clone().unwrap_or_else(|| self.home.path().join("control"))
    }

    pub fn case(&self) -> CaseFolder {
        CaseFolder::open(self.case.as_ref().unwrap()).unwrap()
    }

    pub fn begin(&self) -> Result<Conduct, ConductError> {
        self.begin_on(&|| Box::new(RealDisk))
    }

    pub fn begin_on(&self, disk: &dyn Fn() -> Box<dyn Disk>) -> Result<Conduct, ConductError> {
        let loaded = script(&self.script);
        let playbook = bundled_files(loaded.playbook.as_ref().unwrap().as_str());
        let read = |name: &str| std::fs::read(self.home.path().join(name)).map_err(|error| error.to_string());
        let begin = Begin { script: loaded, text: &self.script, read: &read, playbook, person: "F. Lead" };
        self.world(disk, |world| Conduct::begin(world, begin, Side::open().facilitator().unwrap()))
    }

    pub fn open(&self) -> Result<Conduct, ConductError> {
        self.open_on(&|| Box::new(RealDisk))
    }

    pub fn open_on(&self, disk: &dyn Fn() -> Box<dyn Disk>) -> Result<Conduct, ConductError> {
        self.world(disk, |world| Conduct::open(world, self.case(), "F. Lead", Side::open().facilitator().unwrap()))
    }

    fn world<T>(&self, disk: &dyn Fn() -> Box<dyn Disk>, work: impl FnOnce(&Surroundings<'_>) -> T) -> T {
        let (cases, control) = (self.cases(), self.control());
        let clock = || Box::new(self.clock()) as Box<dyn Clock>;
        work(&Surroundings { cases: &cases, control: &control, clock: &clock, disk })
    }

    /// The console at a time of the morning, as far as it has read both folders.
    pub fn lead(&mut self, clock: &str) -> &mut Conduct {
        self.at(clock);
        let conduct = self.conduct.as_mut().unwrap();
        conduct.refresh().unwrap();
        conduct
    }

    /// The console is killed: nothing is written any more, and another one is opened.
    pub fn kill(&mut self) {
        self.conduct = None;
        self.conduct = Some(self.open().unwrap());
    }

    /// A player's program on the console's laptop.
    pub fn player(&self) -> Session {
        Session::open(self.case(), "P. Player", Box::new(self.clock())).unwrap()
    }

    /// A player's program on another laptop, whose wall clock is off by so many seconds.
    pub fn player_elsewhere(&self, off: i64) -> Session {
        let clock = SetClock { seconds: Rc::clone(&self.seconds), off, boot: "players" };
        Session::open(self.case(), "P. Player", Box::new(clock)).unwrap()
    }

    /// What was expected and the figures, as they would be read aloud.
    pub fn figures(&self) -> Vec<String> {
        said(&self.conduct.as_ref().unwrap().account())
    }

    /// Every entry of the case but those that went before the start: the word of its kind, exercise time and minutes.
    pub fn told(&self) -> Vec<String> {
        let journals = self.case().read().unwrap();
        let state = breachbook::case::CaseState::of(&journals.order());
        let placed = (0..state.log.len()).map(|at| {
            let recorded = state.at(at);
            let placed = state.placed(at).unwrap();
            let kind = recorded.fact.entry_kind().unwrap().word();
            let seconds = placed.played_ms / 1000;
            format!("{kind} {} {}:{:02}", placed.at.instant().format("%a %H:%M:%S"), seconds / 60, seconds % 60)
        });
        placed
            .filter(|line| !["opened", "drill_opened", "session_ended"].iter().any(|kind| line.starts_with(kind)))
            .collect()
    }
}

/// What an account comes to, a line each.
pub fn said(account: &Account<'_>) -> Vec<String> {
    let figures = &account.figures;
    let took = |took: &Option<Took>| {
        took.as_ref().map_or("never".into(), |took| {
            let said = took.happened.map_or(String::new(), |happened| format!(", said {}", m(happened.minutes_ms)));
            let sure = if took.compared { "" } else { ", not compared" };
            format!("{}, real {}{said}{sure}", m(took.minutes_ms), m(took.real_ms))
        })
    };
    let course = account.course.expected.iter();
    let mut lines: Vec<_> = course.map(|one| format!("{} {}", one.of(account.played.script).id, told(one))).collect();
    lines.push(format!("first call {}, reached {}", took(&figures.first_call.any), took(&figures.first_call.reached)));
    lines.extend(figures.timed.iter().map(|one| format!("{} {}", one.figure.word(), took(&one.took))));
    let clock = &figures.clock;
    lines.push(format!(
        "minutes {}, real {}, paused {} ({}), set anew {}",
        m(clock.minutes_ms),
        m(clock.real_ms),
        m(clock.paused_ms),
        clock.pauses,
        clock.set_anew.len()
    ));
    let offers = account.course.contingencies.iter().filter_map(|one| Some((one.inject, one.offered()?.1)));
    lines.extend(offers.map(|(inject, at)| format!("{inject} offered {}", m(at))));
    lines
}

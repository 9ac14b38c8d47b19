//! A table at which an exercise is held: a folder that vanishes, a clock that is set, a console, and players at the same or at
//! another laptop.

use crate::support::desk::bundled_files;
use breachbook::base::{Clock, Reading, Side, Stamp, Zone};
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

/// The script of the worked example, and one that goes with it.
pub const SCRIPT: &str = r#"schema = "drill/1"
[drill]
id = "worked-example"
title = "Nobody can reach the officer"
players_title = "Friday afternoon"
playbook = "trinity"
start = 2026-11-13T15:30:00+11:00
minutes = 30
[[objective]]
id = "o_escalate"
text = "Decide without the officer"
[[role]]
role = "privacy_officer"
is = "simcell"
number = "555-0142"
[[role]]
role = "staff_member"
is = "player"
[[module]]
id = "p1"
title = "Part one"
minutes = 20
[[module]]
id = "p2"
title = "Part two"
minutes = 10
start = 2026-11-16T08:00:00+11:00
[[inject]]
number = 1
part = "p1"
title = "A parent finds the table"
at = 0
from = "A parent"
to = ["staff_member"]
delivery = "screen"
text = "Every allergy of the class stands on that page."
[[inject]]
number = 2
part = "p1"
title = "Made in a high place"
at = 12
from = "IT Manager"
to = ["staff_member"]
delivery = "email"
text = "The form was made in the Principal's account."
[[inject]]
number = 3
part = "p1"
title = "The chair wonders"
from = "Council chair"
to = ["staff_member"]
delivery = "phone"
text = "Who decides this when it is about the head?"
gist = "The chair of the Council rings."
if_not_met = ["e3"]
after_min = 6
[[expect]]
id = "e1"
inject = 1
text = "The officer is told"
objective = "o_escalate"
meets = 'call.tell_privacy_officer'
within = 10
figure = "first_report"
[[expect]]
id = "e2"
inject = 1
text = "Escalation is decided"
objective = "o_escalate"
item = "escalate"
within = 20
figure = "escalation"
[[expect]]
id = "e3"
inject = 2
text = "Who stands in for the officer is decided"
objective = "o_escalate"
item = "officer_is_subject"
within = 10
[[expect]]
id = "e4"
inject = 2
text = "The table talks about the Principal"
objective = "o_escalate"
[[expect]]
id = "e5"
inject = 2
text = "Notification is decided"
objective = "o_escalate"
item = "notify_individuals"
within = 10
figure = "notify"
"#;

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
    case: Option<PathBuf>,
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
        Self { home, seconds, script: script.into(), conduct: None, case: None }
    }

    /// The worked example, opened and not started.
    pub fn set() -> Self {
        Self::on(SCRIPT)
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
        self.home.path().join("control")
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

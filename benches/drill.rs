//! How long a key of the facilitator's console takes, and the look of each second, in a drill of 80 injects whose case has 2,000 entries.
//!
//! `cargo bench --bench drill` prints medians of several runs. The script is made here, on the bundled playbook of Trinity; folders lie
//! in a temporary one.

use breachbook::base::{Clock, FixedClock, Reading, Side, Stamp, Zone};
use breachbook::drill::script::load;
use breachbook::playbook::bundled::{bundled_text, letters, open_bundled};
use breachbook::record::Draft;
use breachbook::record::verbs::note;
use breachbook::session::drill::{Begin, Conduct, Surroundings};
use breachbook::session::{PlaybookFiles, Session};
use breachbook::source::Source;
use breachbook::store::CaseFolder;
use breachbook::store::disk::RealDisk;
use breachbook::store::phone_list::Found;
use breachbook::tui::{App, Env, Input, Key, Look};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;
use std::rc::Rc;
use std::time::{Duration, Instant};

const INJECTS: usize = 80;
const ENTRIES: usize = 2_000;

/// A drill with as many injects as a script may have, two expectations each.
fn script() -> String {
    let mut text = "schema = \"drill/1\"\n\
        objective = [{ id = \"o\", text = \"Decide\" }]\n\
        role = [{ role = \"staff_member\", is = \"player\" }]\n\
        module = [{ id = \"p1\", title = \"The part\", minutes = 90 }]\n\
        [drill]\nid = \"large\"\ntitle = \"Large\"\nplayers_title = \"An afternoon\"\nplaybook = \"trinity\"\n\
        start = 2026-11-13T15:30:00+11:00\nminutes = 90\n"
        .to_owned();
    for number in 1..=INJECTS {
        let _ = write!(
            text,
            "[[inject]]\nnumber = {number}\npart = \"p1\"\ntitle = \"Title {number}\"\nat = {number}\nfrom = \"A parent\"\n\
             to = [\"staff_member\"]\ndelivery = \"email\"\ntext = \"Message {number}: {}\"\n",
            "it stands on the page and nobody took it down. ".repeat(8)
        );
        for (kind, bound) in [("a", "item = \"escalate\"\nwithin = 20"), ("b", "")] {
            let _ = write!(
                text,
                "[[expect]]\nid = \"e{number}{kind}\"\ninject = {number}\ntext = \"Somebody decides\"\nobjective = \"o\"\n{bound}\n"
            );
        }
    }
    text
}

#[derive(Clone)]
struct Shared(Rc<FixedClock>);

impl Clock for Shared {
    fn read(&self) -> Reading {
        self.0.read()
    }

    fn zone(&self) -> Zone {
        self.0.zone()
    }
}

fn median(runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

fn begin(home: &std::path::Path, clock: &Shared) -> Conduct {
    let text = script();
    let loaded = load(&Source::new("script.toml", text.as_str()), &open_bundled);
    let script = loaded.script.expect("a sound script");
    let policy = bundled_text("trinity").expect("it is bundled");
    let playbook = breachbook::playbook::load(&[Source::new("trinity.toml", policy)]).playbook.expect("it is sound");
    let playbook = PlaybookFiles { playbook, files: vec![("trinity.toml".into(), policy.as_bytes().to_vec())] }
        .with_letters(letters("trinity"));
    let (cases, control) = (home.join("cases"), home.join("control"));
    let clocks = || Box::new(clock.clone()) as Box<dyn Clock>;
    let disk = || Box::new(RealDisk) as Box<dyn breachbook::store::disk::Disk>;
    let world = Surroundings { cases: &cases, control: &control, clock: &clocks, disk: &disk };
    let read = |_: &str| Err("no file".to_owned());
    let begin = Begin { script, text: &text, read: &read, playbook, person: "F. Lead" };
    Conduct::begin(&world, begin, Side::open().facilitator().expect("the first side")).expect("a place for it")
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    let home = tempfile::tempdir().expect("a folder");
    let clock = Shared(Rc::new(FixedClock::at(Stamp::parse("2026-12-03T10:00:00.000+11:00").expect("a stamp"))));
    let mut conduct = begin(home.path(), &clock);
    conduct.start().expect("it starts");
    for number in 1..=INJECTS / 2 {
        conduct.send(&number.to_string()).expect("it is sent");
    }
    let folder = CaseFolder::open(conduct.case().folder().path()).expect("the case");
    let mut player = Session::open(folder, "P. Player", Box::new(clock.clone())).expect("the case opens");
    while player.state().log.len() < ENTRIES {
        let text = format!("Note {}", player.state().log.len());
        player.submit(&Draft::new(&note::VERB, "").with(&note::TEXT, text)).expect("it is recorded");
    }
    conduct.refresh().expect("the folders are read");
    let entries = conduct.case().state().log.len();
    let shared = clock.clone();
    let mut app = App::new(Env {
        library: home.path().join("cases"),
        person: "F. Lead".into(),
        mine: false,
        login: "lead".into(),
        look: Look::default(),
        offers: Box::new(Vec::new),
        clock: Box::new(move || Box::new(shared.clone())),
        disk: Box::new(|| Box::new(RealDisk)),
        phones: Box::new(Found::default),
    });
    app.conduct(conduct);
    let mut cells = Buffer::empty(Rect::new(0, 0, 120, 40));
    let down = Key::parse_all("<down>").expect("a key").remove(0);
    let key = median(101, || {
        let start = Instant::now();
        app.turn(Input::Key(down));
        app.draw(&mut cells);
        start.elapsed()
    });
    let second = median(21, || {
        clock.0.advance(1);
        let start = Instant::now();
        app.tick();
        app.draw(&mut cells);
        start.elapsed()
    });
    println!(
        "{INJECTS} injects, {entries} entries: a key and its frame {key:?}, the look of a second and its frame {second:?}"
    );
}

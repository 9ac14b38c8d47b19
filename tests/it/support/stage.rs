//! A stage for the screens: a playbook, a library in a temporary folder, a clock that stands still, and a vocabulary of keys,
//! pastes, sizes and what is shown. Everything goes through the program's own dispatch.
#![allow(dead_code, reason = "each test program uses its own part of this")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a stage that cannot be set up fails its test")]

use super::names::Runs;
use super::shown::is_shown;
use breachbook::base::{Clock, FixedClock, Reading, Stamp, Zone};
use breachbook::store::disk::RealDisk;
use breachbook::store::phone_list::Found;
use breachbook::tui::{App, Came, Env, Input, Key, Look, Offer, Role, Theme, bundled_offers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;

/// A clock that the stage and the program share.
#[derive(Clone)]
pub struct SharedClock(Rc<FixedClock>);

impl Clock for SharedClock {
    fn read(&self) -> Reading {
        self.0.read()
    }

    fn zone(&self) -> Zone {
        self.0.zone()
    }
}

/// The stage.
pub struct Stage {
    pub app: App,
    clock: Rc<FixedClock>,
    library: Rc<tempfile::TempDir>,
    size: (u16, u16),
    runs: Runs,
}

impl Stage {
    /// The program at Home, with the bundled playbooks and no case, at 80x24, at 02:13 on 22 November 2026.
    pub fn home() -> Self {
        Self::over(
            Rc::new(tempfile::tempdir().unwrap()),
            Self::clock_at("2026-11-22T02:13:44.000+10:30"),
            Theme::Legend,
        )
    }

    /// The program at Home, with the cases in this folder, all read.
    pub fn home_of(cases: &Path) -> Self {
        let mut stage = Self::home();
        let env = Self::env(&stage.library, &stage.clock, Theme::Legend);
        stage.app = App::new(Env { library: cases.to_owned(), ..env });
        stage.reads();
        stage
    }

    /// The program as it leads an exercise, by a clock that somebody else sets.
    pub fn leads(conduct: breachbook::session::drill::Conduct, clock: impl Clock + Clone + 'static) -> Self {
        let mut stage = Self::home();
        let env = Self::env(&stage.library, &stage.clock, Theme::Legend);
        stage.app = App::new(Env { clock: Box::new(move || Box::new(clock.clone())), ..env });
        stage.app.conduct(conduct);
        stage
    }

    /// The same with the cases in this folder.
    pub fn leads_in(
        cases: &Path,
        conduct: breachbook::session::drill::Conduct,
        clock: impl Clock + Clone + 'static,
    ) -> Self {
        let mut stage = Self::home();
        let env = Self::env(&stage.library, &stage.clock, Theme::Legend);
        let clock = Box::new(move || Box::new(clock.clone()) as Box<dyn Clock>);
        stage.app = App::new(Env { library: cases.to_owned(), clock, ..env });
        stage.app.conduct(conduct);
        stage
    }

    /// The program at Home by a clock that somebody else sets.
    pub fn by(clock: impl Clock + Clone + 'static) -> Self {
        let mut stage = Self::home();
        let env = Self::env(&stage.library, &stage.clock, Theme::Legend);
        stage.app = App::new(Env { clock: Box::new(move || Box::new(clock.clone())), ..env });
        stage
    }

    /// Looks at what came meanwhile, as the program does while no key is pressed.
    pub fn looks(mut self) -> Self {
        self.app.tick();
        self
    }

    /// The first question of a new Trinity case, begun as a person begins it.
    pub fn trinity() -> Self {
        Self::home().starts("trinity")
    }

    /// Begins a case on a playbook by its number on Home, or a review from the list of reviews; Enter takes the name that is given.
    pub fn starts(self, playbook: &str) -> Self {
        self.begins(playbook).keys("<enter>")
    }

    /// The same as far as the question who is at the keyboard.
    pub fn begins(self, playbook: &str) -> Self {
        let reviews = playbook.ends_with("_readiness");
        let kinds = bundled_offers().into_iter().filter(|offer| offer.id.ends_with("_readiness") == reviews);
        let number = kinds.map(|offer| offer.id).position(|id| id == playbook).unwrap() + 1;
        self.keys(&if reviews { format!("r {number}") } else { number.to_string() })
    }

    /// Goes down to a playbook on Home.
    pub fn chooses(self, playbook: &str) -> Self {
        let at = bundled_offers().iter().position(|offer| offer.id == playbook).unwrap();
        self.keys(&"<down> ".repeat(at))
    }

    /// As [`Stage::trinity`], on a terminal without colours that shows only ASCII.
    pub fn ascii() -> Self {
        let mut stage = Self::home();
        let look = Look { theme: Theme::Plain, ascii: true };
        stage.app = App::new(Env { look, ..Self::env(&stage.library, &stage.clock, Theme::Plain) });
        stage.starts("trinity")
    }

    /// A case with one question of every type and the other kinds of thing.
    pub fn every_kind() -> Self {
        Self::on(include_str!("every_kind.toml"))
    }

    /// The first card of a case on a playbook of which only the text is known.
    pub fn on(playbook: &str) -> Self {
        let mut stage = Self::over(
            Rc::new(tempfile::tempdir().unwrap()),
            Self::clock_at("2026-11-22T02:13:44.000+10:30"),
            Theme::Legend,
        );
        let offer = Offer {
            id: "every_kind".into(),
            title: "Every kind of thing".into(),
            about: "Example Organisation".into(),
            kind: breachbook::playbook::model::Kind::Response,
            review_by: None,
            letters: Vec::new(),
            files: vec![("every_kind.toml".into(), playbook.as_bytes().to_vec().into())],
        };
        stage.app = App::new(Env {
            offers: Box::new(|| vec![offer]),
            ..Self::env(&stage.library, &stage.clock, Theme::Legend)
        });
        stage.keys("1 <enter>")
    }

    /// The program at Home at another moment, in a zone with rules of its own.
    pub fn in_zone(at: Stamp, zone: Zone) -> Self {
        let clock = Rc::new(FixedClock::in_zone(at, zone));
        Self::over(Rc::new(tempfile::tempdir().unwrap()), clock, Theme::Legend)
    }

    fn clock_at(text: &str) -> Rc<FixedClock> {
        Rc::new(FixedClock::at(Stamp::parse(text).unwrap()))
    }

    fn over(library: Rc<tempfile::TempDir>, clock: Rc<FixedClock>, theme: Theme) -> Self {
        let env = Self::env(&library, &clock, theme);
        Self { app: App::new(env), clock, library, size: (80, 24), runs: Runs::default() }
    }

    fn env(library: &tempfile::TempDir, clock: &Rc<FixedClock>, theme: Theme) -> Env {
        let shared = SharedClock(Rc::clone(clock));
        Env {
            library: library.path().join("cases"),
            person: "R. Okafor".into(),
            mine: false,
            login: "okafor".into(),
            look: Look { theme, ascii: false },
            offers: Box::new(bundled_offers),
            clock: Box::new(move || Box::new(shared.clone())),
            disk: Box::new(|| Box::new(RealDisk)),
            phones: {
                let list = library.path().join("contacts.toml");
                Box::new(move || if list.exists() { Found::at(Some(&list), None) } else { Found::default() })
            },
        }
    }

    /// The same library and clock, with the program started again.
    pub fn restarted(mut self) -> Self {
        self.runs.look(&self.library.path().join("cases"));
        Self { size: self.size, runs: self.runs, ..Self::over(self.library, self.clock, Theme::Legend) }
    }

    /// The same library and clock, with the program started again where nobody is named; the system knows this login.
    pub fn restarted_unnamed(self, login: &str) -> Self {
        let env = Self::env(&self.library, &self.clock, Theme::Legend);
        let app = App::new(Env { person: String::new(), login: login.into(), ..env });
        Self { app, ..self }
    }

    /// Reads what Home still has to read, as the program does while no key comes.
    pub fn reads(&mut self) {
        while self.app.reads_on() {
            self.app.read_on();
        }
    }

    /// The next case of it.
    pub fn reads_one(mut self) -> Self {
        assert!(self.app.reads_on(), "nothing is left to read");
        self.app.read_on();
        self
    }

    /// The same library and clock, with the program started again by somebody else.
    pub fn restarted_by(mut self, person: &str) -> Self {
        self.runs.look(&self.library.path().join("cases"));
        let env = Self::env(&self.library, &self.clock, Theme::Legend);
        self.app = App::new(Env { person: person.into(), ..env });
        self
    }

    /// Presses keys while Home still has something to read.
    pub fn keys_at_once(mut self, keys: &str) -> Self {
        for key in Key::parse_all(keys).unwrap_or_else(|| panic!("not a run of keys: {keys}")) {
            self.app.turn(Input::Key(key));
        }
        self
    }

    /// Presses keys: `a y <enter> "typed text" <ctrl-s>`.
    pub fn keys(mut self, keys: &str) -> Self {
        self.reads();
        let keys = self.runs.drawn(keys);
        for key in Key::parse_all(&keys).unwrap_or_else(|| panic!("not a run of keys: {keys}")) {
            self.app.turn(Input::Key(key));
            self.reads();
        }
        self
    }

    /// Types as somebody does who does not look: each key so many milliseconds after the one before. Keys that come within a
    /// millisecond come in one read, so that nothing is drawn between them.
    pub fn types(mut self, keys: &str, milliseconds: u64) -> Self {
        let mut unseen = false;
        self.app.takes_leading_on();
        for key in Key::parse_all(keys).unwrap_or_else(|| panic!("not a run of keys: {keys}")) {
            let gap = std::time::Duration::from_millis(milliseconds);
            self.app.turn_as(Input::Key(key), Came { gap, unseen });
            unseen |= milliseconds == 0 && self.app.takes_leading_on();
        }
        self
    }

    pub fn paste(mut self, text: &str) -> Self {
        self.app.turn(Input::Paste(text.to_owned()));
        self
    }

    /// Clicks on the first place where a text is shown.
    pub fn click(mut self, text: &str) -> Self {
        let shown = self.text();
        let (y, line) = shown
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("{text:?} is not shown:\n{shown}"));
        let x = unicode_width::UnicodeWidthStr::width(&line[..line.find(text).unwrap()]);
        self.app.turn(Input::Click(u16::try_from(x).unwrap(), u16::try_from(y).unwrap()));
        self
    }

    pub fn wheel(mut self, down: bool) -> Self {
        self.app.turn(Input::Wheel(down));
        self
    }

    /// Lets time pass.
    pub fn after(mut self, seconds: u32) -> Self {
        self.clock.advance(seconds);
        self.app.tick();
        self
    }

    pub fn at(mut self, columns: u16, lines: u16) -> Self {
        self.size = (columns, lines);
        self
    }

    /// The clock that the program reads.
    pub fn clock(&self) -> Rc<FixedClock> {
        Rc::clone(&self.clock)
    }

    /// The folder of the case that is open.
    pub fn case(&self) -> std::path::PathBuf {
        self.app.case().unwrap().folder().path().to_owned()
    }

    pub fn library(&self) -> &Path {
        self.library.path()
    }

    /// The terminal as it is drawn once everything on Home is read.
    pub fn draw(&mut self) -> Terminal<TestBackend> {
        self.reads();
        self.draw_now()
    }

    /// The terminal as it is drawn now.
    fn draw_now(&mut self) -> Terminal<TestBackend> {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal
            .draw(|frame| {
                if let Some(cursor) = self.app.draw(frame.buffer_mut()) {
                    frame.set_cursor_position(cursor);
                }
            })
            .unwrap();
        terminal
    }

    /// What is shown, as text.
    pub fn text(&mut self) -> String {
        self.reads();
        self.text_now()
    }

    /// What is shown while Home still has something to read.
    pub fn text_now(&mut self) -> String {
        let terminal = self.draw_now();
        let buffer = terminal.backend().buffer();
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                    skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                } else {
                    skip -= 1;
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        self.runs.look(&self.library.path().join("cases"));
        self.runs.settled(&text)
    }

    /// Fails unless the text is shown; line breaks of the screen count as blanks.
    pub fn shows(mut self, wanted: &str) -> Self {
        let text = self.text();
        assert!(is_shown(&text, wanted), "{wanted:?} is not shown:\n{text}");
        self
    }

    pub fn shows_not(mut self, unwanted: &str) -> Self {
        let text = self.text();
        assert!(!is_shown(&text, unwanted), "{unwanted:?} is shown:\n{text}");
        self
    }

    /// The text, and where which roles are used.
    pub fn shot(&mut self) -> String {
        let text = self.text();
        let terminal = self.draw();
        let buffer = terminal.backend().buffer();
        let mut legend = String::new();
        for y in 0..buffer.area.height {
            let mut runs: Vec<(u16, u16, Role)> = Vec::new();
            for x in 0..buffer.area.width {
                let cell = &buffer[(x, y)];
                let Some(role) = Theme::role_of(cell.style()) else { continue };
                if matches!(role, Role::Text) || cell.symbol() == " " && role != Role::Selected {
                    continue;
                }
                match runs.last_mut() {
                    Some((_, end, last)) if *last == role && x <= *end + 2 => *end = x,
                    _ => runs.push((x, x, role)),
                }
            }
            if !runs.is_empty() {
                let _ = write!(legend, "{:>2}:", y + 1);
                for (from, to, role) in runs {
                    let _ = write!(legend, " {role:?} {}-{}", from + 1, to + 1);
                }
                legend.push('\n');
            }
        }
        format!("{text}\n--- roles by line and columns\n{legend}")
    }
}

//! Where cases are, and who is at the keyboard.

use super::console::Console;
use super::failure::Failure;
use crate::base::text::{counted, inert_line};
use crate::base::{Clock, Facilitator, Now, Players, Side};
use crate::case::{CaseState, ClockState};
use crate::contacts::PhoneFile;
use crate::journal::{Damage, Mode};
use crate::record::keyboard;
use crate::session::Session;
use crate::session::drill::Surroundings;
use crate::store::disk::{Disk, RealDisk};
use crate::store::{CaseFolder, Library, control, phone_list, phone_list::Found};
use std::env;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Makes a clock for a session.
pub type Clocks = Rc<dyn Fn() -> Box<dyn Clock>>;

/// What a run takes from its surroundings besides its arguments.
pub struct Place {
    /// The folder of cases that was named on the command line.
    given: Option<PathBuf>,
    /// The cases; `None` if the system names no place for them and nobody gave one.
    library: Option<Library>,
    /// The person whom `BREACHBOOK_BY` names; empty if it names nobody.
    person: String,
    /// The name by which the system knows whoever is logged in; empty if it knows none.
    login: String,
    /// The phone list that somebody named.
    contacts: Option<PathBuf>,
    /// On which side of an exercise this run stands.
    side: Side,
    /// What tells the time.
    clocks: Clocks,
}

impl Place {
    /// `--cases`, then `BREACHBOOK_CASES`, then the usual place of this system; the phone list likewise.
    pub fn new(cases: Option<PathBuf>, contacts: Option<PathBuf>, clocks: Clocks) -> Self {
        let set = |name: &str| env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
        let contacts = contacts.or_else(|| set("BREACHBOOK_CONTACTS"));
        let given = cases.clone();
        let library = cases.or_else(|| set("BREACHBOOK_CASES")).map(Library::at).or_else(Library::of_this_person);
        let first = |names: &[&str]| {
            let set = names.iter().filter_map(|name| env::var(name).ok());
            set.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
        };
        let (person, login) = (first(&["BREACHBOOK_BY"]), first(&["USER", "USERNAME"]));
        Self { given, library, person, login, contacts, side: Side::open(), clocks }
    }

    /// A clock for a session.
    pub fn clock(&self) -> Box<dyn Clock> {
        (self.clocks)()
    }

    /// What makes clocks, for what outlives this.
    pub fn clocks(&self) -> Clocks {
        Clocks::clone(&self.clocks)
    }

    /// The moment of this run.
    pub fn now(&self) -> Now {
        self.clock().now()
    }

    /// Where the phone list is: as named, else beside the cases, else in the folder of settings.
    pub fn phone_list(&self) -> Option<PathBuf> {
        phone_list::place(self.contacts.as_deref(), self.library.as_ref().map(Library::root))
    }

    /// The phone list as it is now. What people should know about it is said.
    pub fn phones(&self, console: &mut Console<'_>) -> Option<PhoneFile> {
        let found = (self.phone_reader())();
        if let Some(remark) = &found.remark {
            console.remark(remark);
        }
        found.file
    }

    /// Reads the phone list as it is whenever it is called.
    pub fn phone_reader(&self) -> Box<dyn Fn() -> Found> {
        let (given, root) = (self.contacts.clone(), self.library.as_ref().map(|library| library.root().to_owned()));
        Box::new(move || Found::at(given.as_deref(), root.as_deref()))
    }

    /// The cases.
    pub fn library(&self) -> Result<&Library, Failure> {
        self.library.as_ref().ok_or_else(|| {
            Failure::refused(
                "This system names no folder for a person's data.",
                "Say where the cases are: --cases DIR, or the environment variable BREACHBOOK_CASES.",
            )
        })
    }

    /// What a further command needs to look into the same folder: ` --cases DIR`, or nothing where none was named.
    pub fn cases_flag(&self) -> String {
        let quoted = |path: &PathBuf| {
            let path = path.to_string_lossy();
            // A shell would take the folder apart at its blanks.
            if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.into_owned() }
        };
        self.given.as_ref().map_or_else(String::new, |path| format!(" --cases {}", quoted(path)))
    }

    /// The person at the keyboard where somebody was named: as given, else as `BREACHBOOK_BY` says; empty where nobody was. A login
    /// is a name of the computer's and names nobody: many people share one.
    pub fn person(&self, given: Option<&str>) -> Result<String, Failure> {
        match given {
            Some(given) => keyboard::name(given).map_err(|why| Failure::unnamed(&why)),
            None if self.person.is_empty() => Ok(String::new()),
            None => keyboard::name(&self.person).map_err(|why| Failure::unnamed(&why)),
        }
    }

    /// The name by which the system knows whoever is logged in, to be offered where a name is asked for.
    pub fn login(&self) -> &str {
        &self.login
    }

    /// Who writes down what one command records: the person who was named, else the login, and then a sentence that says so.
    pub fn recorder(&self, given: Option<&str>) -> Result<(String, Option<String>), Failure> {
        let named = self.person(given)?;
        if !named.is_empty() || self.login.is_empty() {
            return Ok((named, None));
        }
        let say = format!(
            "Written down as by {}, the login of this computer. Name the person with --by NAME, or set BREACHBOOK_BY.",
            self.login
        );
        Ok((self.login.clone(), Some(say)))
    }

    /// The folder that is meant, of a case or the control folder of an exercise.
    pub fn folder(&self, wanted: &Path) -> Result<CaseFolder, Failure> {
        Ok(match &self.library {
            Some(library) => library.resolve(wanted)?,
            None => CaseFolder::open(wanted)?,
        })
    }

    /// The case that is meant. A control folder is none.
    pub fn case(&self, wanted: &Path) -> Result<CaseFolder, Failure> {
        let folder = self.folder(wanted)?;
        if folder.is_control() {
            return Err(Failure::refused(
                format!("{} is the control folder of an exercise, which no player opens.", folder.name()),
                "Give the folder of the exercise: breachbook drill console CASE",
            ));
        }
        Ok(folder)
    }

    /// Takes the facilitator's side, for a script or a control folder.
    pub fn facilitator(&self) -> Result<Facilitator, Failure> {
        self.side.facilitator().map_err(|other| Failure::refused(other.what(), other.now()))
    }

    /// Takes the players' side, where this is an exercise that somebody leads and that has not ended.
    pub fn looks_on(&self, state: &CaseState) -> Result<(), Failure> {
        let ended = state.exercise().is_none_or(|exercise| exercise.state() == ClockState::Ended);
        if state.drill_opening().is_none() || ended {
            return Ok(());
        }
        self.players().map(|_| ())
    }

    /// The same of a folder of which nothing was read yet.
    pub fn looks_into(&self, folder: &CaseFolder) -> Result<(), Failure> {
        if folder.mode() == Mode::Live {
            return Ok(());
        }
        let journals = folder.read()?;
        self.looks_on(&CaseState::of(&journals.order()))
    }

    /// Takes the players' side, whatever is opened.
    pub fn players(&self) -> Result<Players, Failure> {
        self.side.players().map_err(|other| Failure::refused(other.what(), other.now()))
    }

    /// The surroundings in which an exercise is led; control folders lie where somebody says, else beside the cases.
    pub fn leading<T>(&self, control: Option<&Path>, lead: impl FnOnce(&Surroundings<'_>) -> T) -> Result<T, Failure> {
        let cases = self.library()?.root();
        let control = control.map_or_else(|| control::beside(cases), Path::to_owned);
        let disk = || Box::new(RealDisk) as Box<dyn Disk>;
        Ok(lead(&Surroundings { cases, control: &control, clock: &*self.clocks, disk: &disk }))
    }

    /// Opens a case for recording by this person. What is damaged in it is said; new entries go into a file of their own and stay
    /// sound.
    pub fn session(&self, wanted: &Path, person: &str, console: &mut Console<'_>) -> Result<Session, Failure> {
        let folder = self.case(wanted)?;
        let mut session = Session::open(folder, person, self.clock())?;
        self.looks_on(session.state())?;
        session.use_phones(self.phones(console));
        warn_of_damage(&session.folder().name(), session.damage(), console);
        for warning in session.warnings() {
            console.remark(&warning);
        }
        Ok(session)
    }
}

/// Most pieces of damage that are named before somebody works; `verify` names the rest.
const NAMED: usize = 5;

/// Says what in a case is damaged, if anything is, without stopping anybody from working.
pub fn warn_of_damage(case: &str, damage: &[Damage], console: &mut Console<'_>) {
    if damage.is_empty() {
        return;
    }
    console.remark(&format!("Something in the case {case} is damaged or was altered; what is sound is shown."));
    for one in damage.iter().take(NAMED) {
        console.remark(&inert_line(&one.to_string()));
    }
    let more = damage.len().saturating_sub(NAMED);
    if more > 0 {
        console.remark(&format!("And {}.", counted(more, "more fault", "more faults")));
    }
    console
        .remark(&format!("See what with: breachbook verify {case}. Nothing that was there is changed by new entries."));
}

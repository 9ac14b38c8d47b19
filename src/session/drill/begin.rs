//! Beginning: both folders are made from a script, or found again.

use super::conduct::Conduct;
use super::failure::ConductError;
use super::frozen::{Frozen, frozen};
use crate::base::{CaseId, Clock, Facilitator};
use crate::drill::script::Script;
use crate::journal::Mode;
use crate::record::keyboard;
use crate::record::verbs::drill::opening;
use crate::record::verbs::drill::opening::{Opening, control_opened, drill_opened};
use crate::session::seat::Seat;
use crate::session::{NewSession, PlaybookFiles, Session, SessionError};
use crate::store::attachments;
use crate::store::control::{self, NewControl};
use crate::store::disk::Disk;
use crate::store::{CaseFolder, ControlError, StoreError, platform};
use std::cell::RefCell;
use std::path::Path;

/// The world that a conduct works in.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The folder of cases.
    pub cases: &'a Path,
    /// The folder in which control folders lie.
    pub control: &'a Path,
    pub clock: &'a dyn Fn() -> Box<dyn Clock>,
    pub disk: &'a dyn Fn() -> Box<dyn Disk>,
}

/// Reads a file by its name, or says why not.
pub type Reads<'r> = &'r dyn Fn(&str) -> Result<Vec<u8>, String>;

/// What an exercise is begun from.
pub struct Begin<'a> {
    pub script: Script,
    /// Its text as it is frozen.
    pub text: &'a str,
    /// Reads a file that goes out with an inject; the name is one of the script's.
    pub read: Reads<'a>,
    pub playbook: PlaybookFiles,
    pub person: &'a str,
}

impl Conduct {
    /// Makes the exercise and its control folder. Nothing runs and nothing is sent yet.
    ///
    /// # Errors
    /// If the place of the control folder is one that players have, or a disk does not take it.
    pub fn begin(world: &Surroundings<'_>, begin: Begin<'_>, side: Facilitator) -> Result<Self, ConductError> {
        let Begin { script, text, read, playbook, person } = begin;
        control::check_place(world.control, world.cases, None)?;
        keyboard::name(person).map_err(SessionError::Unnamed)?;
        let absent = missing(&script, read);
        if let Some(error) = absent {
            return Err(error.into());
        }
        let new = NewSession { playbook, title: &script.players_title, person, mode: Mode::Exercise };
        let case = Session::start_as(&Seat::Console, world.disk, world.cases, new, (world.clock)())?;
        let name = case.folder().name();
        Self::lead(world, case, script, (text, read), side)
            .map_err(|why| ConductError::HalfMade { case: name, why: Box::new(why) })
    }

    fn lead(
        world: &Surroundings<'_>,
        mut case: Session,
        script: Script,
        (text, read): (&str, Reads<'_>),
        side: Facilitator,
    ) -> Result<Self, ConductError> {
        let about = number(case.folder())?;
        let person = case.person().to_owned();
        let own = platform::new_case().map_err(SessionError::Random)?;
        let files = going_out(&script);
        let listed = RefCell::new(Vec::new());
        let read = |name: &str| {
            let bytes = read(name)?;
            listed.borrow_mut().push(attachments::listed(name, &bytes));
            Ok(bytes)
        };
        let new = NewControl {
            exercise: case.folder(),
            about: &about,
            number: &own,
            date: case.reading().wall.date(),
            script: text,
            files: &files,
            read: &read,
        };
        let disk = (world.disk)();
        let made = control::make(&*disk, world.control, &new, side)?;
        let control = control_run(world, made.folder().clone(), &about, &person).and_then(|mut control| {
            let (who, fact) = control_opened(&person, text, &about, listed.take());
            control.record(&who, &fact, control.reading())?;
            Ok(control)
        });
        let mut control = match control {
            Ok(control) => control,
            Err(error) => {
                made.discard(&*disk, std::io::ErrorKind::Other.into());
                return Err(error);
            }
        };
        control.folder = made.finish(&*disk)?;
        control.writer.moved(&control.folder.journals_path());
        // Last: an exercise that says that it is led has its control folder.
        let (who, fact) = drill_opened(&person, opened(&script), opening::commit(&about, text));
        case.record(&who, &fact, case.reading())?;
        Ok(Self::of(case, control, Frozen { script, fault: None }))
    }

    /// Takes the conduct of an exercise up again.
    ///
    /// # Errors
    /// If it has no control folder that is found, or lies where players could come by it.
    pub fn open(
        world: &Surroundings<'_>,
        exercise: CaseFolder,
        person: &str,
        side: Facilitator,
    ) -> Result<Self, ConductError> {
        let about = number(&exercise)?;
        let folder = control::find(world.control, &exercise, &about, side)?;
        control::check_place(folder.path(), world.cases, Some(exercise.path()))?;
        let case = Session::begin(&Seat::Console, (world.disk)(), exercise, None, person, (world.clock)())?;
        if case.mode() != Mode::Exercise {
            return Err(ConductError::NoDrill(case.folder().name()));
        }
        let control = control_run(world, folder, &about, person)?;
        let (frozen, text) = frozen(control.folder(), control.state(), case.playbook());
        let mut conduct = Self::of(case, control, frozen);
        if conduct.case.state().drill_opening().is_none() {
            // Cut off between the two folders: the control folder is there, and the case does not say so yet.
            let Some(text) = text.filter(|_| conduct.fault().is_none()) else {
                return Err(ConductError::NoDrill(conduct.case.folder().name()));
            };
            let (who, fact) = drill_opened(person, opened(conduct.script()), opening::commit(&about, &text));
            conduct.case.record(&who, &fact, conduct.case.reading())?;
        }
        Ok(conduct)
    }
}

/// A run in the control folder of an exercise.
fn control_run(
    world: &Surroundings<'_>,
    folder: CaseFolder,
    about: &CaseId,
    person: &str,
) -> Result<Session, ConductError> {
    let seat = Seat::Control(about.clone());
    Ok(Session::begin(&seat, (world.disk)(), folder, None, person, (world.clock)())?)
}

/// The number of a case, by its journals.
pub(super) fn number(folder: &CaseFolder) -> Result<CaseId, ConductError> {
    let journals = folder.read()?;
    let found = journals.case.or_else(|| folder.case().cloned());
    Ok(found.ok_or_else(|| StoreError::NotACase(folder.path().to_owned()))?)
}

/// Every file that goes out with an inject, once.
fn going_out(script: &Script) -> Vec<String> {
    let mut files: Vec<_> = script.injects.iter().flat_map(|inject| inject.files.iter().cloned()).collect();
    files.sort();
    files.dedup();
    files
}

/// The first of them that cannot be read: found out before anything is made.
fn missing(script: &Script, read: Reads<'_>) -> Option<ControlError> {
    let unread = |name: &String| read(name).err().map(|why| ControlError::File { name: name.clone(), why });
    going_out(script).iter().find_map(unread)
}

fn opened(script: &Script) -> Opening {
    let role = |role: &crate::drill::script::Role| (role.role.clone(), role.is.word().to_owned(), role.number.clone());
    Opening {
        title: script.players_title.clone(),
        briefing: script.briefing.clone(),
        rules: script.rules.clone(),
        roles: script.roles.iter().map(role).collect(),
    }
}

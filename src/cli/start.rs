//! `start`: a new case on a playbook.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::playbook_files;
use super::real_case;
use crate::journal::Mode;
use crate::judge::view::review::called;
use crate::playbook::model::Kind;
use crate::session::saving::{Save, Saving, What};
use crate::session::{Kept, NewSession, PlaybookFiles, Session};
use crate::store::letters::Looked;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `start`.
#[derive(Args, Debug)]
pub struct StartArgs {
    /// Id of a playbook, or the path of a .toml file or of a folder of them; after a real event the exercise's where none is given.
    #[arg(value_name = "PLAYBOOK", required_unless_present = "real_event")]
    playbook: Option<String>,
    /// Title of the case; the playbook's where none is given.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// The person at the keyboard; without it BREACHBOOK_BY, then the login of this computer.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Mark the case as an exercise.
    #[arg(long)]
    exercise: bool,
    /// The exercise that ended for this real event; it notes the folder of the new case.
    #[arg(long, value_name = "EXERCISE", conflicts_with = "exercise")]
    real_event: Option<PathBuf>,
}

/// The playbook that is named, with its texts.
fn chosen(wanted: &str, console: &mut Console<'_>) -> Result<PlaybookFiles, Failure> {
    let found = playbook_files::find(wanted)?;
    if let Some(remark) = &found.remark {
        console.remark(remark);
    }
    let files = found.files()?;
    let Looked { letters, remarks } = found.letters(&files.playbook);
    for remark in &remarks {
        console.remark(remark);
    }
    Ok(files.with_letters(letters))
}

/// Opens the case; standard output gets its folder and nothing else.
pub fn start(args: &StartArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let saving = Saving::default();
    #[cfg(unix)]
    crate::plain::watch(&saving, crate::plain::Idle::Ends);
    let exercise = args.real_event.as_deref().map(|exercise| place.case(exercise)).transpose()?;
    let playbook = match (&args.playbook, &exercise) {
        (Some(wanted), _) => chosen(wanted, console)?,
        (None, Some(exercise)) => {
            let id = Kept::of_folder(exercise).map_err(Failure::from)?.playbook.id;
            real_case::practised(exercise, id.as_str())?
        }
        (None, None) => {
            return Err(Failure::refused("No playbook is named.", "See them with: breachbook playbook list."));
        }
    };
    let mode = if args.exercise { Mode::Exercise } else { Mode::Live };
    let (person, by_login) = place.recorder(args.by.as_deref())?;
    let new = NewSession { playbook, title: args.title.as_deref().unwrap_or_default(), person: &person, mode };
    let root = place.library()?.root();
    let opening = Save { what: What::Case, case: String::new(), before: None };
    let mut session = saving
        .during(opening, || Session::start(root, new, place.clock()))
        .map_err(|error| Failure::from(error).recording())?;
    session.use_phones(place.phones(console));
    // Exactly as it is, for `cd "$(breachbook start ...)"`.
    console.out.write_all(session.folder().path().as_os_str().as_encoded_bytes())?;
    writeln!(console.out)?;
    console.out.flush()?;
    let name = session.folder().name();
    let review = session.playbook().kind == Kind::Readiness;
    let noun = if review && mode == Mode::Live { "" } else { " case" };
    console.remark(&format!("{}{noun} {name} is open and recorded.", called(mode, review)));
    for odd in session.odd() {
        console.remark(&odd.to_string());
    }
    for warning in session.warnings() {
        console.remark(&warning);
    }
    if let Some(exercise) = exercise {
        real_case::note(exercise, &session, place, console);
    }
    if let Some(remark) = by_login {
        console.remark(&remark);
    }
    console.remark(&format!("Go on with: breachbook open {name}, or line by line: breachbook walk {name} --plain"));
    match saving.during(Save::of(What::End, &session), || session.end()) {
        Ok(Some(head)) => console.remark(&format!("Ended: {}.", head.in_words())),
        Ok(None) => {}
        // The case is open all the same.
        Err(error) => console.remark(&error.to_string()),
    }
    Ok(FINE)
}

//! The live case that is begun when an exercise has ended for a real event: new, empty, and noted by the exercise.

use super::console::Console;
use super::failure::Failure;
use super::place::Place;
use super::playbook_files;
use crate::journal::Mode;
use crate::page::real_event as words;
use crate::plain::{Input, Line};
use crate::record::verbs::real_event;
use crate::session::saving::{Save, Saving, What};
use crate::session::{NewSession, PlaybookFiles, Session};
use crate::store::CaseFolder;

/// Asks who is at the keyboard and begins the case; `None` where nobody says so. Neither a name nor a text comes from the exercise.
pub fn begin(
    exercise: &Session,
    place: &Place,
    saving: &Saving,
    input: &mut dyn Input,
    console: &mut Console<'_>,
) -> Result<Option<Session>, Failure> {
    console.line(words::WHO)?;
    write!(console.out, "> ")?;
    console.out.flush()?;
    let person = match input.next_line()? {
        Line::Text(text) if !text.trim().is_empty() => text,
        _ => {
            console.line(words::NONE_BEGUN)?;
            return Ok(None);
        }
    };
    let playbook = practised(exercise.folder(), exercise.playbook().id.as_str())?;
    let new = NewSession { playbook, title: "", person: &person, mode: Mode::Live };
    let opening = Save { what: What::Case, case: String::new(), before: None };
    let root = place.library()?.root();
    let mut live = saving
        .during(opening, || Session::start(root, new, place.clock()))
        .map_err(|error| Failure::from(error).recording())?;
    live.use_phones(place.phones(console));
    console.line(&format!("LIVE. The case is kept in {}.", live.folder().name()))?;
    note(exercise.folder().clone(), &live, place, console);
    Ok(Some(live))
}

/// The playbook that was practised, as the exercise was opened with it; where that is not as it was, the one of this id.
pub fn practised(exercise: &CaseFolder, id: &str) -> Result<PlaybookFiles, Failure> {
    if let Some(kept) = PlaybookFiles::of_case(exercise) {
        let letters = kept.playbook.letters.clone();
        return Ok(kept.with_letters(letters));
    }
    let found = playbook_files::find(id)?;
    let files = found.files()?;
    let letters = found.letters(&files.playbook).letters;
    Ok(files.with_letters(letters))
}

/// Lets the exercise note which case was begun; the case notes nothing of it.
pub fn note(exercise: CaseFolder, live: &Session, place: &Place, console: &mut Console<'_>) {
    let noted = || -> Result<(), String> {
        let mut session = Session::open(exercise, live.person(), place.clock()).map_err(|why| why.to_string())?;
        session.submit(&real_event::opened(&live.folder().name())).map_err(|why| why.to_string())?;
        session.end().map(drop).map_err(|why| why.to_string())
    };
    if let Err(why) = noted() {
        console.remark(&format!("{} {why}", words::NOT_NOTED));
    }
}

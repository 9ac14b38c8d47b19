//! The roll-call: who plays which role, and what the watch says. Each may be left out and said later.

use super::Lead;
use crate::case::Attendance;
use crate::page::console;
use crate::plain::{Input, Line};
use crate::record::Draft;
use crate::record::verbs::time_check;
use crate::session::drill::{Conduct, Folder};
use crate::session::saving::Saving;
use std::io::{self, Write};

/// Asks for every role of the script that nobody was called for yet. Says whether there is more input.
///
/// # Errors
/// If the output takes no more or the input cannot be read.
pub fn roll_call(
    conduct: &mut Conduct,
    saving: &Saving,
    input: &mut dyn Input,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let mut lead = Lead::new(conduct, saving, out);
    let open = lead.conduct.script().roles.iter().filter(|role| lead.conduct.called(&role.role).is_none());
    let roles: Vec<_> = open.map(|role| role.role.clone()).collect();
    if roles.is_empty() {
        return Ok(true);
    }
    lead.line("Roll-call. Write who plays each; an empty line leaves it out, - NAME says that NAME is missing, a single dot ends it.")?;
    for role in roles {
        let asked = console::role(&lead.conduct.board(), &role);
        match ask(&mut lead, input, &asked)? {
            None => return Ok(false),
            Some(text) if text == "." => return Ok(true),
            Some(text) if text.is_empty() => {}
            Some(text) => {
                let (name, attendance) = match text.strip_prefix('-') {
                    Some(name) => (name.trim(), Attendance::Absent),
                    None => (text.as_str(), Attendance::Present),
                };
                lead.conduct.turn();
                lead.saved(Folder::Case, |conduct| conduct.roll_call(role.as_str(), name, attendance))?;
            }
        }
    }
    let asked = "What does a watch say, with seconds? The other laptops are compared with the same one";
    match ask(&mut lead, input, asked)? {
        None => Ok(false),
        Some(text) => {
            if !text.is_empty() && text != "." {
                let draft = Draft::new(&time_check::VERB, "").with(&time_check::WATCH, text);
                lead.conduct.turn();
                lead.saved(Folder::Case, |conduct| conduct.compare_clock(&draft))?;
            }
            Ok(true)
        }
    }
}

/// `None` where there is no more input.
fn ask(lead: &mut Lead<'_>, input: &mut dyn Input, what: &str) -> io::Result<Option<String>> {
    loop {
        write!(lead.out, "{}: ", crate::base::text::inert_line(what))?;
        lead.out.flush()?;
        match input.next_line()? {
            Line::Text(text) => return Ok(Some(text.trim().to_owned())),
            Line::Unusable(why) => lead.line(&why)?,
            Line::End | Line::Stopped => {
                writeln!(lead.out)?;
                return Ok(None);
            }
        }
    }
}

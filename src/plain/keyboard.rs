//! Who is at the keyboard, a line at a time. The line that wanted to record waits for the name and is taken again then.

use super::walk::{Flow, Walk};
use crate::base::span;
use crate::guide::{Command, Said, keyboard};
use crate::session::SubmitError;
use std::io;

/// A line that waits for the answer to a question of the program, with what was typed before it.
pub(super) struct Held {
    pub text: String,
    pub typed: Vec<String>,
    pub draft: Vec<String>,
    pub gathered: Option<String>,
}

impl Walk<'_> {
    /// Takes a line: the answer to what the program itself asked, or what the item or a command takes.
    pub(super) fn came(&mut self, text: &str) -> io::Result<Flow> {
        let now = self.session.reading();
        if let Some(before) = self.touched.replace(now.clone())
            && keyboard::is_pause(&before, &now)
        {
            self.away = Some(i64::try_from(now.ms_since(&before) / 1000).unwrap_or(i64::MAX));
        }
        if self.asking && !text.starts_with(':') {
            return self.named(text);
        }
        let (typed, draft, gathered) = (self.typed.clone(), self.draft.clone(), self.gathered.clone());
        let asked = std::mem::take(&mut self.asking);
        let flow = self.take(text)?;
        if self.asking && self.held.is_some() {
            self.line("That line was not recorded: one waits already for the name.")?;
        } else if self.asking {
            self.typed.clone_from(&typed);
            self.draft.clone_from(&draft);
            self.gathered.clone_from(&gathered);
            self.held = Some(Held { text: text.to_owned(), typed, draft, gathered });
        }
        if asked && !self.asking && flow != Flow::End {
            self.ask_who()?;
        }
        Ok(if self.asking { Flow::Wait } else { flow })
    }

    /// Whether it has to be asked first who is there; then it is.
    pub(super) fn asks_who(&mut self, command: &Command) -> io::Result<bool> {
        let unnamed = self.session.person().is_empty();
        let handing_over = matches!(command, Command::HandOver { .. });
        if unnamed || self.away.is_some() && !handing_over {
            self.ask_who()?;
            return Ok(true);
        }
        self.away = None;
        Ok(false)
    }

    /// Asks who is at the keyboard.
    pub(super) fn ask_who(&mut self) -> io::Result<()> {
        self.asking = true;
        let person = self.session.person().to_owned();
        if let Some(seconds) = self.away.filter(|_| !person.is_empty()) {
            self.line(&format!("{} passed without a line.", span::short(seconds)))?;
        }
        self.line("Who is at the keyboard? The name stands beside everything that is recorded.")?;
        for (at, one) in self.session.at_the_keyboard().iter().enumerate() {
            self.line(&format!("{}. {} ({})", at + 1, one.name, one.why))?;
        }
        let empty = match (person.as_str(), self.login) {
            ("", "") => "Write the name. An empty line reads only: nothing is recorded.".to_owned(),
            ("", login) => format!("Write the name; an empty line is {login}, the login of this computer."),
            (person, _) => format!("An empty line is {person}, as before; else write the name."),
        };
        self.line(&empty)
    }

    /// The answer to it.
    fn named(&mut self, typed: &str) -> io::Result<Flow> {
        let before = self.session.person().to_owned();
        let offered = self.session.at_the_keyboard();
        let name = match typed.trim() {
            "" if !before.is_empty() => Ok(before.clone()),
            "" if self.login.is_empty() && self.held.is_none() => {
                self.asking = false;
                self.line("Nothing is recorded until somebody is named; whatever records asks again.")?;
                return Ok(Flow::Show);
            }
            "" => keyboard::name(self.login),
            typed => keyboard::name(&keyboard::chosen(&offered, typed)),
        };
        let told = match name {
            Ok(name) if before.is_empty() => {
                self.session.name_person(&name).map_err(SubmitError::from).map(|()| None)
            }
            Ok(name) if name == before => Ok(None),
            Ok(name) => {
                let said = Said { by: Some(name.clone()), ..Said::default() };
                self.session.submit(&keyboard::changed_hands(&name), &said).map(Some)
            }
            Err(refusal) => Err(refusal.into()),
        };
        match told {
            Ok(None) => {}
            Ok(Some(receipt)) => self.line(&receipt.line())?,
            Err(error) => {
                self.line(&error.to_string())?;
                return Ok(Flow::Wait);
            }
        }
        self.asking = false;
        self.away = None;
        self.line(&format!("At the keyboard: {}.", self.session.person()))?;
        self.take_held()
    }

    /// Takes the line that waited, as if it came now.
    fn take_held(&mut self) -> io::Result<Flow> {
        let Some(Held { text, typed, draft, gathered }) = self.held.take() else { return Ok(Flow::Show) };
        (self.typed, self.draft, self.gathered) = (typed, draft, gathered);
        self.came(&text)
    }
}

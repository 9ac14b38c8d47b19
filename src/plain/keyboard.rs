//! What the program itself asks, a line at a time: who is at the keyboard, and what becomes of a record that was overtaken. The line
//! that wanted to record waits, and is taken again after the answer.

use super::walk::{Flow, Walk};
use crate::base::{Reading, span};
use crate::judge::picture::agenda::Target;
use crate::page::arrived;
use crate::page::receipt;
use crate::page::refusal::{Voice, said};
use crate::record::{Arrived, Draft, keyboard, verbs};
use crate::session::saving::{Save, What};
use crate::session::{Sight, SubmitError};
use std::io;

/// What the program asks.
#[derive(Clone)]
pub(super) enum Asking {
    /// Who is at the keyboard.
    Who,
    /// Whether to record although others recorded about the same thing; all that was told, as far as this sight.
    Anyway(Sight),
}

/// A line that waits for the answer, with what was typed before it.
pub(super) struct Held {
    text: String,
    at: Option<Target>,
    typed: Vec<String>,
    draft: Vec<String>,
    gathered: Option<String>,
}

/// Who is there as far as it is known, and what is asked.
pub(super) struct Keyboard<'a> {
    /// The name by which the system knows whoever is logged in; empty if it knows none.
    pub(super) login: &'a str,
    asking: Option<Asking>,
    /// The line that waits for the answer.
    pub(super) held: Option<Held>,
    /// What the clocks said at the last line.
    touched: Reading,
    /// How many seconds passed without a line, if that was a pause after which nothing was recorded yet.
    away: Option<i64>,
}

impl<'a> Keyboard<'a> {
    /// Whether the program itself asks something.
    pub fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    pub(super) fn new(login: &'a str, now: Reading) -> Self {
        Self { login, asking: None, held: None, touched: now, away: None }
    }
}

impl Walk<'_> {
    /// Takes a line: the answer to what the program itself asked, or what the item or a command takes.
    pub(super) fn came(&mut self, text: &str) -> io::Result<Flow> {
        self.session.turn();
        let now = self.session.reading();
        let before = std::mem::replace(&mut self.keys.touched, now.clone());
        if keyboard::is_pause(&before, &now) {
            self.keys.away = Some(i64::try_from(now.ms_since(&before) / 1000).unwrap_or(i64::MAX));
        }
        if let Some(flow) = self.real_line(text)? {
            return Ok(flow);
        }
        match self.keys.asking.clone() {
            Some(Asking::Who) if !text.starts_with(':') => self.named(text),
            Some(Asking::Anyway(sight)) => self.anyway(text, sight),
            asked => {
                self.keys.asking = None;
                let flow = self.try_line(text)?;
                // A command that only looks leaves the question open.
                if asked.is_some() && self.keys.asking.is_none() && flow != Flow::End {
                    self.ask_who()?;
                }
                Ok(if self.keys.asking.is_some() { Flow::Wait } else { flow })
            }
        }
    }

    /// Takes a line; if the program has to ask first, the line waits.
    fn try_line(&mut self, text: &str) -> io::Result<Flow> {
        let (typed, draft, gathered) = (self.typed.clone(), self.draft.clone(), self.gathered.clone());
        let at = self.current();
        let flow = self.take(text)?;
        if self.keys.asking.is_none() {
            return Ok(flow);
        }
        if self.keys.held.is_some() {
            self.line("That line was not recorded: one waits already for the answer.")?;
        } else {
            self.keys.held = Some(Held { text: text.to_owned(), at, typed, draft, gathered });
        }
        Ok(Flow::Wait)
    }

    /// Takes the line that waited, as if it came now, for the item for which it was typed.
    fn take_held(&mut self) -> io::Result<Flow> {
        let Some(Held { text, at, typed, draft, gathered }) = self.keys.held.take() else {
            return Ok(Flow::Show);
        };
        (self.at, self.typed, self.draft, self.gathered) = (at, typed, draft, gathered);
        self.try_line(&text)
    }

    /// Whether it has to be asked first who is there; then it is.
    pub(super) fn asks_who(&mut self, draft: &Draft) -> io::Result<bool> {
        let unnamed = self.session.person().is_empty();
        let handing_over = draft.verb == &verbs::handover::VERB;
        if unnamed || self.keys.away.is_some() && !handing_over {
            self.ask_who()?;
            return Ok(true);
        }
        self.keys.away = None;
        Ok(false)
    }

    /// Asks who is at the keyboard.
    pub(super) fn ask_who(&mut self) -> io::Result<()> {
        self.keys.asking = Some(Asking::Who);
        let person = self.session.person().to_owned();
        if let Some(seconds) = self.keys.away.filter(|_| !person.is_empty()) {
            self.line(&format!("{} passed without a line.", span::short(seconds)))?;
        }
        self.line("Who is at the keyboard? The name stands beside everything that is recorded.")?;
        for (at, one) in self.session.at_the_keyboard().iter().take(keyboard::SHOWN).enumerate() {
            self.line(&format!("{}. {} ({})", at + 1, one.name, one.why))?;
        }
        let empty = match (person.as_str(), self.keys.login) {
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
            "" if self.keys.login.is_empty() && self.keys.held.is_none() => {
                self.keys.asking = None;
                self.line("Nothing is recorded until somebody is named; whatever records asks again.")?;
                return Ok(Flow::Show);
            }
            "" => keyboard::name(self.keys.login),
            typed => keyboard::name(&keyboard::chosen(&offered, typed)),
        };
        let told = match name {
            Ok(name) if before.is_empty() => self.session.name_person(&name).map_err(SubmitError::from).map(|()| None),
            Ok(name) if name == before => Ok(None),
            Ok(name) => {
                let save = Save::of(What::Entry, self.session);
                let hands = verbs::handover::changed_hands(&name);
                self.saving.during(save, || self.session.submit(&hands)).map(Some)
            }
            Err(refusal) => Err(refusal.into()),
        };
        match told {
            Ok(None) => {}
            Ok(Some(receipt)) => self.line(&receipt::line(&self.session.view(), &receipt.recorded))?,
            Err(error) => {
                let line = match &error {
                    SubmitError::Refused(refusal) => said(&self.session.view(), refusal, Voice::Walk).line(),
                    error => error.to_string(),
                };
                self.line(&line)?;
                return Ok(Flow::Wait);
            }
        }
        self.keys.asking = None;
        self.keys.away = None;
        self.line(&format!("At the keyboard: {}.", self.session.person()))?;
        self.take_held()
    }

    /// Tells what others recorded about the same thing, and asks whether to record beside it.
    pub(super) fn ask_about(&mut self, arrived: &Arrived) -> io::Result<()> {
        arrived::lines(&self.session.view(), arrived).iter().try_for_each(|line| self.line(line))?;
        self.line(arrived::then(arrived.beside))?;
        self.line("1. Leave theirs as it stands; yours is not recorded")?;
        self.line("2. Record yours as well")?;
        self.line("Write 1 or 2. Empty is 1.")?;
        self.keys.asking = Some(Asking::Anyway(self.session.sight()));
        Ok(())
    }

    /// The answer to it. What was typed is offered again by an empty line where it is left.
    fn anyway(&mut self, typed: &str, sight: Sight) -> io::Result<Flow> {
        match typed.trim() {
            "2" => {
                self.keys.asking = None;
                // Only this record was told of what arrived.
                let before = std::mem::replace(&mut self.sight, sight);
                let flow = self.take_held()?;
                if flow != Flow::Show {
                    self.sight = self.session.with_own(&before);
                }
                Ok(flow)
            }
            "" | "1" => {
                self.keys.asking = None;
                self.line("Yours is not recorded.")?;
                if let Some(Held { text, at, mut typed, gathered, .. }) = self.keys.held.take() {
                    let is_command = text.starts_with(':') && !text.starts_with("::");
                    self.at = at;
                    self.typed.clear();
                    self.gathered = None;
                    if let Some(gathered) = gathered {
                        typed.push(gathered.trim_end_matches('\n').to_owned());
                    } else if !is_command {
                        typed.push(text);
                    }
                    self.draft = typed;
                }
                Ok(Flow::Show)
            }
            _ => {
                self.line("Write 1 or 2.")?;
                Ok(Flow::Wait)
            }
        }
    }
}

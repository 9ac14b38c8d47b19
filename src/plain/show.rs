//! What stands before each line that is typed: the card of what is asked, and what the next field takes.

use super::fields::{Prompt, Step};
use super::walk::{OTHERS, Walk};
use super::{card, lines, overview};
use crate::page::state::tally;
use crate::page::{changed, end, waits};
use crate::record::{WholeLine, verbs};
use std::io;

/// Outcomes of a call that stand on one line.
const USUAL: usize = 3;

impl Walk<'_> {
    /// What a whole line says, where the first field of the item is asked.
    pub(super) fn whole_line(&self) -> Option<&'static WholeLine> {
        let first = self.typed.is_empty() && self.beside.is_none();
        first.then(|| WholeLine::of(&self.session.view(), self.current()?)).flatten()
    }

    /// Shows what is asked now, or that nothing is.
    pub(super) fn show(&mut self) -> io::Result<()> {
        match self.session.refresh() {
            Ok(true) => {
                self.line(OTHERS)?;
                let switched = self.session.takes_switched();
                for line in changed::by_others(&self.session.view(), &switched, "").iter().flat_map(lines::of) {
                    self.line(&line)?;
                }
            }
            Ok(false) => {}
            Err(error) => self.line(&error.to_string())?,
        }
        self.session.look();
        if self.sheet.is_some() {
            return self.ask_sheet().map(drop);
        }
        self.sight = self.session.sight();
        self.line("")?;
        if let Some(warning) = self.session.room().words().filter(|_| self.session.room().is_hardly_any()) {
            self.line(&warning)?;
        }
        let target = self.current();
        let lines = self.in_folder(|of, folder| {
            let mut lines = card::above(of);
            lines.splice(1..1, overview::damage_in_short(folder.damage));
            lines.extend(match target {
                Some(target) => card::card(of, target),
                None if tally(of).waits > 0 && !of.picture.closed => lines::of(&waits::page(of)),
                None => lines::of(&end::page(of)),
            });
            lines
        });
        for line in lines {
            self.line(&line)?;
        }
        self.show_inject()?;
        if let Some(target) = target.filter(|target| self.shown.last() != Some(target)) {
            self.shown.push(target);
        }
        // The line that says what it is says what it takes.
        if self.whole_line().is_some_and(WholeLine::is_question) && self.draft.is_empty() {
            return Ok(());
        }
        self.ask()
    }

    /// Says what the next field takes.
    pub(super) fn ask(&mut self) -> io::Result<()> {
        self.ask_with(false)
    }

    /// The same; of a call the three outcomes that are usual stand on one line, unless all are wanted.
    pub(super) fn ask_with(&mut self, all: bool) -> io::Result<()> {
        if self.waits_for_record() {
            return self.ask_to_record();
        }
        if self.whole_line().is_some_and(WholeLine::is_question) {
            self.line("y, n or u")?;
        }
        let Some(begun) = self.begun() else { return Ok(()) };
        let Step::Ask(Prompt { field, text, options }) = self.next_field(&begun) else {
            return Ok(());
        };
        let is_call = field.is_some_and(|(field, _)| field == &verbs::call::OUTCOME);
        match self.whole_line().is_some_and(WholeLine::is_question) {
            true => {}
            false if is_call && !all => {
                let usual = options.iter().take(USUAL).enumerate();
                let usual: Vec<_> = usual.map(|(at, label)| format!("{} {}", at + 1, label.to_lowercase())).collect();
                self.line(&format!("{}, :more, :why, :defer, :note", usual.join(", ")))?;
            }
            false => {
                for (place, option) in options.iter().enumerate() {
                    self.line(&format!("{}. {option}", place + 1))?;
                }
                self.line(&text)?;
            }
        }
        if let Some(draft) = self.draft.get(self.typed.len()).filter(|draft| !draft.trim().is_empty()).cloned() {
            self.line(&format!("An empty line takes again: {draft}"))?;
        }
        Ok(())
    }
}

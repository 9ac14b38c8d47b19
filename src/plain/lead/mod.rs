//! The facilitator's console line by line: one line typed is one act. The same engine as behind the full screen, the same words; for
//! screen readers, plain terminals and scripts.

mod acts;
mod commands;
mod looks;
mod roll;

pub use commands::table;
pub use roll::roll_call;

use super::{Ending, Input, Line, after_drill};
use crate::base::text::inert_block;
use crate::case::{ClockState, Exercise};
use crate::page::console;
use crate::page::refusal::{Voice, said};
use crate::plain::lines;
use crate::record::Receipt;
use crate::session::SubmitError;
use crate::session::drill::{Conduct, Folder};
use crate::session::saving::{Save, Saving, What};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// What follows a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flow {
    GoesOn,
    Leaves,
    /// What comes after the exercise, question by question.
    Reviews,
}

/// What is done if the same is typed once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Asked {
    Next,
    End,
}

/// A console under way.
pub struct Lead<'a> {
    conduct: &'a mut Conduct,
    saving: &'a Saving,
    out: &'a mut dyn Write,
    asked: Option<Asked>,
    failed: bool,
    /// The contingencies of which it was said that they are offered.
    offered: BTreeSet<u32>,
}

/// Leads until the input ends, a signal comes or the person leaves. The clock of the exercise goes on.
///
/// # Errors
/// If the output takes no more or the input cannot be read. The runs are ended in the record all the same.
pub fn lead(conduct: &mut Conduct, saving: &Saving, input: &mut dyn Input, out: &mut dyn Write) -> io::Result<Ending> {
    let mut lead = Lead { conduct, saving, out, asked: None, failed: false, offered: BTreeSet::new() };
    let talked = lead.talk(input);
    let save = Save::of(What::End, lead.conduct.case());
    let ended = lead.saving.during(save, || lead.conduct.leave());
    talked?;
    let not_recorded = lead.failed;
    match ended {
        Ok(()) => {
            let state = lead.conduct.exercise().map_or(ClockState::NotStarted, Exercise::state);
            lead.line(match state {
                ClockState::Ended => "Left. The exercise has ended.",
                ClockState::Running => "Left. The clock of the exercise goes on, and so do the players.",
                _ => "Left. The clock of the exercise stands still.",
            })?;
            lead.out.flush()?;
            Ok(Ending { not_recorded, ..Ending::default() })
        }
        Err(error) => Ok(Ending { not_recorded, not_ended: Some(error), ..Ending::default() }),
    }
}

impl<'a> Lead<'a> {
    /// A console that takes lines one by one; for whoever has them from elsewhere than a keyboard.
    pub fn new(conduct: &'a mut Conduct, saving: &'a Saving, out: &'a mut dyn Write) -> Self {
        Self { conduct, saving, out, asked: None, failed: false, offered: BTreeSet::new() }
    }

    /// Takes one line. Says whether the last try to record reached the disk.
    ///
    /// # Errors
    /// If the output takes no more.
    pub fn takes(&mut self, text: &str) -> io::Result<bool> {
        self.take(text)?;
        Ok(!self.failed)
    }

    fn talk(&mut self, input: &mut dyn Input) -> io::Result<()> {
        self.come_back()?;
        self.line("One line is one act. status says how everything stands, help lists the commands, quit leaves.")?;
        loop {
            write!(self.out, "> ")?;
            self.out.flush()?;
            match input.next_line_or(&mut || self.waits())? {
                Line::Text(text) => match self.take(&text)? {
                    Flow::GoesOn => {}
                    Flow::Leaves => return Ok(()),
                    Flow::Reviews => {
                        let reviewed = after_drill(self.conduct, input, self.out)?;
                        self.failed |= reviewed.not_recorded;
                    }
                },
                Line::Unusable(why) => self.line(&why)?,
                Line::End | Line::Stopped => {
                    writeln!(self.out)?;
                    return Ok(());
                }
            }
        }
    }

    /// What somebody should know who takes an exercise up again.
    fn come_back(&mut self) -> io::Result<()> {
        self.look();
        let back = self.conduct.back();
        if let Some(fault) = self.conduct.fault() {
            self.line(&fault.to_string())?;
        }
        let others = back.others.iter().map(|other| console::Other {
            person: &other.person,
            device: &other.device,
            run: &other.run,
            last: other.last,
        });
        let said = console::others(others);
        said.iter().try_for_each(|line| self.line(line))?;
        if let Some(away) = back.away {
            let line = console::away(&self.conduct.board(), away.ms, away.ran);
            self.line(&line)?;
            if away.ran {
                self.line("An empty line goes on; pause pauses from now.")?;
            }
        }
        // What is offered already stands in what is said now.
        self.offered = self.offers().into_iter().map(|(number, _)| number).collect();
        self.page(&console::page(&self.conduct.board()))
    }

    /// Reads what arrived. A folder that cannot be read keeps nobody from recording; it is told with the next look.
    fn look(&mut self) -> Option<String> {
        self.conduct.turn();
        self.conduct.refresh().err().map(|error| error.to_string())
    }

    /// While nobody types: what is offered by now is said when its time comes, and the prompt stands again.
    fn waits(&mut self) -> io::Result<()> {
        self.look();
        if self.offers().is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.tell_offers()?;
        write!(self.out, "> ")?;
        self.out.flush()
    }

    /// The contingencies that are offered and of which it was not said yet.
    fn offers(&self) -> Vec<(u32, String)> {
        console::offers(&self.conduct.board())
            .into_iter()
            .filter(|(number, _)| !self.offered.contains(number))
            .collect()
    }

    /// Says it.
    fn tell_offers(&mut self) -> io::Result<()> {
        for (number, says) in self.offers() {
            self.line(&says)?;
            self.offered.insert(number);
        }
        Ok(())
    }

    fn take(&mut self, text: &str) -> io::Result<Flow> {
        if let Some(unread) = self.look() {
            self.line(&unread)?;
        }
        self.tell_offers()?;
        commands::take(self, text)
    }

    /// What an act came to: its receipt, or why nothing was recorded.
    fn did(&mut self, folder: Folder, done: Result<Receipt, SubmitError>) -> io::Result<Option<Receipt>> {
        self.failed = matches!(done, Err(SubmitError::NotRecorded(_)));
        match done {
            Ok(receipt) => {
                let line = console::receipt(&self.conduct.board(), &self.conduct.session(folder).view(), &receipt);
                self.line(&line)?;
                Ok(Some(receipt))
            }
            Err(SubmitError::Refused(refusal)) => {
                let line = said(&self.conduct.session(folder).view(), &refusal, Voice::Walk).line();
                self.line(&line)?;
                Ok(None)
            }
            Err(error) => {
                self.line(&error.to_string())?;
                Ok(None)
            }
        }
    }

    /// Does something that goes to the disk.
    fn saved(
        &mut self,
        folder: Folder,
        act: impl FnOnce(&mut Conduct) -> Result<Receipt, SubmitError>,
    ) -> io::Result<Option<Receipt>> {
        let save = Save::of(What::Entry, self.conduct.session(folder));
        let done = self.saving.during(save, || act(self.conduct));
        self.did(folder, done)
    }

    fn page(&mut self, page: &crate::page::Document) -> io::Result<()> {
        let mut first = true;
        for line in lines::of(page) {
            // The first line of every block says what this is.
            let lead = if std::mem::take(&mut first) { "EXERCISE  " } else { "" };
            self.line(&format!("{lead}{line}"))?;
        }
        Ok(())
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_block(text))
    }
}

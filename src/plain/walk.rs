//! The walk itself: show the item, ask its fields, record, go on. State between two lines is kept here and nowhere else.

use super::beside::Beside;
use super::fields::Step;
use super::keyboard::Keyboard;
use super::say::exercise_word;
use super::{Input, Line, commands};
use crate::contract::Folder;
use crate::journal::{EntryId, Head};
use crate::judge::View;
use crate::judge::import::Preview;
use crate::judge::picture::agenda::Target;
use crate::judge::types::answer::MAX_ANSWER;
use crate::judge::view::replay::Replay;
use crate::page::refusal::{Voice, said};
use crate::record::verbs::real_event;
use crate::record::{Draft, Place, Receipt, main_verb, verbs};
use crate::session::saving::{Save, Saving, What};
use crate::session::{NotEnded, Session, Sight, SubmitError};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What is said where entries of others arrived.
pub(super) const OTHERS: &str = "Other entries arrived in the case folder.";

/// How a walk ended, or leading an exercise line by line.
#[derive(Debug, Default)]
pub struct Ending {
    /// The last block of a walk; `None` if nothing was recorded.
    pub head: Option<Head>,
    /// Whether the last try to record failed on the disk. Why was said.
    pub not_recorded: bool,
    /// Why the end of the run is not on the disk.
    pub not_ended: Option<NotEnded>,
    /// Whether the exercise ended here for a real event.
    pub real: bool,
}

/// What follows a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flow {
    /// Show the current item again.
    Show,
    /// Only ask again.
    Stay,
    /// Take the next lines as one text.
    Gather,
    /// Wait for the answer to what the program itself asked.
    Wait,
    /// End the walk.
    End,
}

/// A walk under way.
pub(super) struct Walk<'a> {
    pub session: &'a mut Session,
    pub(super) saving: &'a Saving,
    pub(super) out: &'a mut dyn Write,
    /// Where the person asked to go; the next open item otherwise.
    pub at: Option<Target>,
    /// What was shown before, for going back.
    pub shown: Vec<Target>,
    /// What is passed over for now.
    pub skipped: Vec<Target>,
    /// What is said beforehand of the next entry, by the name of the field.
    pub said: BTreeMap<&'static str, String>,
    /// Who decided, and in whose place, for the next decision.
    pub sat: Option<(String, Option<String>)>,
    pub(super) typed: Vec<String>,
    /// What was typed before a refusal; an empty line takes it again.
    pub(super) draft: Vec<String>,
    pub(super) gathered: Option<String>,
    /// What the program itself asks, and what waits for it.
    pub(super) keys: Keyboard<'a>,
    /// How far the case had been read when the item was shown.
    pub(super) sight: Sight,
    /// The field that was missing or wrong in what was refused last.
    needs: Option<Place>,
    /// What is filled in beside the item that is shown.
    pub(super) beside: Option<Beside>,
    /// What a file holds that is to be taken in, while something is asked about it.
    pub(super) found: Option<Box<Preview>>,
    /// The questions of a step that are filled in together.
    pub(super) sheet: Option<super::together::Sheet>,
    /// The moment of the past that was told last.
    pub(super) replayed: Option<Replay>,
    /// Whether it was said how a record is struck out.
    pub(super) told_strike: bool,
    /// The inject that stands before the line that is typed now.
    pub(super) inject: Option<EntryId>,
    failed: bool,
    /// Whether something was said since the last line that was typed.
    pub(super) block_begun: bool,
    /// Whether the next line says whether it is real.
    pub(super) asks_real: bool,
    /// Whether it was said here that it is.
    pub(super) real: bool,
    /// Whether it was told that the exercise has ended for it.
    pub(super) told_real: bool,
}

/// Walks until the input ends, a signal comes or the person leaves; then writes the end of the run.
///
/// # Errors
/// If the output takes no more or the input cannot be read. The run is ended in the record all the same.
/// `login` is offered where nobody was named as the person at the keyboard; `saving` knows at each moment what is being saved.
pub fn walk(
    session: &mut Session,
    login: &str,
    saving: &Saving,
    input: &mut dyn Input,
    out: &mut dyn Write,
) -> io::Result<Ending> {
    let mut walk = Walk {
        keys: Keyboard::new(login, session.reading()),
        sight: session.sight(),
        session,
        saving,
        out,
        at: None,
        shown: Vec::new(),
        skipped: Vec::new(),
        said: BTreeMap::new(),
        sat: None,
        typed: Vec::new(),
        draft: Vec::new(),
        gathered: None,
        needs: None,
        found: None,
        beside: None,
        sheet: None,
        replayed: None,
        told_strike: false,
        inject: None,
        failed: false,
        block_begun: false,
        asks_real: false,
        real: false,
        told_real: false,
    };
    walk.told_real = real_event::is_real(&walk.session.view());
    let talked = walk.talk(input);
    let save = Save::of(What::End, walk.session);
    let ended = walk.saving.during(save, || walk.session.end());
    talked?;
    let (not_recorded, real) = (walk.failed, walk.real);
    match ended {
        Ok(head) => {
            match &head {
                Some(head) => walk.line(&format!("Ended: {}.", head.in_words()))?,
                None => walk.line("Ended. Nothing was recorded in this run.")?,
            }
            walk.out.flush()?;
            Ok(Ending { head, not_recorded, not_ended: None, real })
        }
        Err(error) => {
            let head = walk.session.head().cloned();
            Ok(Ending { head, not_recorded, not_ended: Some(error), real })
        }
    }
}

impl Walk<'_> {
    fn talk(&mut self, input: &mut dyn Input) -> io::Result<()> {
        self.line("One line is one answer. :why says why it is asked, :help lists the commands, :quit ends the walk.")?;
        let mut flow = Flow::Show;
        if self.session.person().is_empty() {
            self.ask_who()?;
            flow = Flow::Wait;
        }
        loop {
            match flow {
                Flow::Show => self.show()?,
                Flow::Stay => self.ask()?,
                Flow::Gather | Flow::Wait => {}
                Flow::End => return Ok(()),
            }
            write!(self.out, "{}> ", exercise_word(self.session))?;
            self.block_begun = false;
            self.out.flush()?;
            flow = match input.next_line()? {
                Line::Text(text) => self.came(&text)?,
                Line::Unusable(why) => {
                    self.line(&why)?;
                    flow
                }
                Line::End | Line::Stopped => {
                    writeln!(self.out)?;
                    if self.gathered.is_some() {
                        self.line("The text was not finished by a line with a single dot and was not recorded.")?;
                    } else if !self.typed.is_empty() || self.keys.held.is_some() || self.sheet.is_some() {
                        self.line("The last record was not finished and was not recorded.")?;
                    }
                    Flow::End
                }
            };
        }
    }

    pub(super) fn take(&mut self, text: &str) -> io::Result<Flow> {
        self.take_inject();
        if let Some(mut gathered) = self.gathered.take() {
            if text != "." {
                // One byte more than a field takes is enough for the refusal.
                if gathered.len() <= MAX_ANSWER {
                    gathered.push_str(text);
                    gathered.push('\n');
                }
                self.gathered = Some(gathered);
                return Ok(Flow::Gather);
            }
            return self.field(gathered.trim_end_matches('\n'));
        }
        if self.sheet.is_some() {
            if !text.starts_with(':') || text.starts_with("::") {
                return self.sheet_line(text.strip_prefix(':').unwrap_or(text));
            }
            self.sheet = None;
            self.line("What was filled in together was left, and nothing of it was recorded.")?;
        }
        match text.strip_prefix(':') {
            Some(rest) if rest.starts_with(':') => self.field(rest),
            Some(rest) => commands::run(self, rest),
            None => self.field(text),
        }
    }

    /// Takes a text of several lines for the field that is asked now.
    pub fn gather(&mut self) -> io::Result<Flow> {
        self.line("Several lines; a single dot on a line ends the text.")?;
        self.gathered = Some(String::new());
        Ok(Flow::Gather)
    }

    /// Takes one field of the current record.
    fn field(&mut self, text: &str) -> io::Result<Flow> {
        if let Some(flow) = self.beside_line(text)? {
            return Ok(flow);
        }
        let Some(begun) = self.begun() else {
            self.line("Nothing is asked now. :list shows every item, :go ID goes to one.")?;
            return Ok(Flow::Stay);
        };
        let target = self.current();
        let place = self.typed.len();
        let kept = self.draft.get(place).filter(|_| text.trim().is_empty()).cloned();
        let text = kept.unwrap_or_else(|| text.to_owned());
        let text = match self.whole_line().map(|takes| (takes.read(&text), takes)) {
            Some((Some(value), _)) => value.to_owned(),
            // Whether something is needed has other answers besides, each by its number.
            Some((None, takes)) if takes.is_question() => {
                self.line(takes.only)?;
                return Ok(Flow::Wait);
            }
            _ => text,
        };
        self.typed.push(text);
        match self.next_field(&begun) {
            Step::Ask(_) => Ok(Flow::Stay),
            Step::Again(why) => {
                self.typed.pop();
                self.line(&why)?;
                Ok(Flow::Stay)
            }
            Step::Ready(draft) if self.beside.is_some() => self.ready_beside(draft),
            Step::Ready(draft) => {
                let typed = std::mem::take(&mut self.typed);
                if self.submit(&draft)? {
                    self.leave();
                    target.map_or(Ok(()), |target| self.leave_waiting(target))?;
                    Ok(Flow::Show)
                } else {
                    // What arrived meanwhile may lead elsewhere; what was typed is for this one.
                    self.at = target;
                    let from = self.needs.take().and_then(|field| self.place(&begun, &typed, &field));
                    // What a file asks comes behind everything that was typed.
                    let all = if self.found.is_some() { typed.len() } else { 0 };
                    self.typed = typed[..from.unwrap_or(all)].to_vec();
                    self.draft = typed;
                    Ok(Flow::Stay)
                }
            }
        }
    }

    /// Records and says so; says why not otherwise. True if it is on the disk.
    pub fn submit(&mut self, draft: &Draft) -> io::Result<bool> {
        if self.asks_who(draft)? {
            return Ok(false);
        }
        let draft = &self.prepared(draft);
        self.needs = None;
        let before = self.session.state().log.len();
        let about = self.current().map(|target| main_verb(&self.session.view(), target).1.to_owned());
        let save = Save::of(What::Entry, self.session);
        if draft.verb == &verbs::import::VERB {
            return self.record_file(draft, before, about.as_deref());
        }
        super::tells_copies(self.session);
        let told = self.saving.during(save, || self.session.submit_on(&self.sight, draft));
        if told.is_ok() && draft.verb == &verbs::decision::VERB {
            self.sat = None;
        }
        self.acknowledge(told, before + 1, about.as_deref())
    }

    /// Records what was filled in together.
    pub(super) fn record_sheet(&mut self) -> io::Result<Flow> {
        let drafts = self.sheet.as_ref().map_or(Vec::new(), |sheet| sheet.drafts.clone());
        let Some(first) = drafts.first() else { return Ok(Flow::Show) };
        if self.asks_who(first)? {
            return Ok(Flow::Wait);
        }
        let drafts: Vec<_> = drafts.iter().map(|draft| self.prepared(draft)).collect();
        let rows = drafts.len() + usize::from(drafts.len() > 1);
        let (before, save) = (self.session.state().log.len(), Save::of(What::Entry, self.session));
        let told = self.saving.during(save, || self.session.submit_all_on(&self.sight, &drafts));
        if self.acknowledge(told.map_err(|(_, why)| why), before + rows, None)? {
            self.sheet = None;
            return Ok(Flow::Show);
        }
        if self.keys.is_asking() { Ok(Flow::Wait) } else { self.ask_sheet() }
    }

    /// Says what was recorded, or why nothing was. True if it is on the disk; `entries` is how many there are then, if no others came.
    pub(super) fn acknowledge(
        &mut self,
        told: Result<Receipt, SubmitError>,
        entries: usize,
        about: Option<&str>,
    ) -> io::Result<bool> {
        match told {
            Ok(receipt) => {
                self.sight = self.session.with_own(&self.sight);
                if self.session.state().log.len() > entries {
                    self.line(OTHERS)?;
                }
                self.failed = false;
                self.said.clear();
                let line = self.recorded(&receipt, about);
                self.line(&line)?;
                // Whoever reads along acts on this line, so it must not wait in a buffer.
                self.out.flush()?;
                self.switched(&receipt).iter().try_for_each(|line| self.line(line))?;
                Ok(true)
            }
            Err(SubmitError::Arrived(arrived)) => {
                self.ask_about(&arrived)?;
                Ok(false)
            }
            Err(SubmitError::Refused(refusal)) => {
                let said = said(&self.session.view(), &refusal, Voice::Walk);
                // Only the list of what is open has lines of its own; what was typed may not add any.
                self.line(&said.what)?;
                said.lines.iter().try_for_each(|line| self.line(line))?;
                self.line(&said.now)?;
                self.needs = refusal.place();
                Ok(false)
            }
            Err(error) => {
                self.line(&error.to_string())?;
                self.failed = true;
                Ok(false)
            }
        }
    }

    /// The current item is done with.
    pub fn leave(&mut self) {
        self.at = None;
        self.beside = None;
        self.found = None;
        self.typed.clear();
        self.draft.clear();
    }

    /// Goes to an item and forgets what was typed for another.
    pub fn go(&mut self, target: Target) {
        self.leave();
        self.at = Some(target);
    }

    /// The item that is asked now.
    pub fn current(&self) -> Option<Target> {
        let open = self.session.assessment().next.iter().map(|next| next.target);
        self.at.or_else(|| open.clone().find(|target| !self.skipped.contains(target))).or_else(|| open.clone().next())
    }

    /// Looks at the case and its folder as the status does.
    pub(super) fn in_folder<T>(&self, look: impl FnOnce(&View<'_>, Folder<'_>) -> T) -> T {
        let (heads, name) = (self.session.heads(), self.session.folder().name());
        look(&self.session.view(), Folder { case: &name, heads: &heads, damage: self.session.damage() })
    }
}

//! A record that is filled in beside the item that is shown: one that puts an entry right, or strikes it out. What it switches is said
//! before it is recorded.

use super::arguments;
use super::commands::{beside, lines, split};
use super::walk::{Flow, Walk};
use crate::case::Fact;
use crate::page::preface;
use crate::page::receipt;
use crate::page::refusal::{Voice, said};
use crate::record::verbs::strike;
use crate::record::{self, Draft, correct};
use std::io;

/// What is filled in beside the item.
pub(super) struct Beside {
    /// As it was begun.
    pub draft: Draft,
    /// Everything is typed, and what it switches was told.
    ready: Option<Draft>,
}

/// What is asked once everything is typed.
const RECORDS: &str = "An empty line records it; a single - records nothing.";

/// `:strike`: without a reason where one is needed, it is asked for.
pub(super) fn strike_out(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    let (mut entry, reason) = split(words, " because ");
    if entry.is_empty() {
        let Some(last) = last_of_this_run(walk) else {
            walk.line("The last record of this walk is struck out already, or there is none. :strike ENTRY strikes any other.")?;
            return Ok(Flow::Stay);
        };
        entry = last;
    }
    let draft = Draft::new(&strike::VERB, entry).with_some(&strike::REASON, reason);
    let missing = record::decide(&walk.session.view(), &draft).err().and_then(|why| why.needs);
    if missing == Some(&strike::REASON) {
        return walk.begin(draft);
    }
    walk.submit(&draft)?;
    Ok(Flow::Stay)
}

/// The name of the last record of this run that is not struck out.
fn last_of_this_run(walk: &Walk<'_>) -> Option<String> {
    let view = walk.session.view();
    let run = &view.head?.session;
    let own = view.state.log.iter().map(|row| &row.recorded).filter(|recorded| recorded.id.session == *run);
    let last = own.rev().find(|recorded| !matches!(recorded.fact, Fact::StruckOut { .. } | Fact::Opened { .. }))?;
    view.state.struck_by(&last.id).is_none().then(|| view.state.names.entry(&last.id))
}

/// `:correct`: the same is asked anew that the entry said.
pub(super) fn correct(walk: &mut Walk<'_>, entry: &str) -> io::Result<Flow> {
    let begun = correct::draft(&walk.session.view(), entry)
        .and_then(|draft| record::offers(&walk.session.view(), draft.verb, &draft.on).map(|_| draft));
    match begun {
        Ok(draft) => walk.begin(draft),
        Err(refusal) => {
            let said = said(&walk.session.view(), &refusal, Voice::Walk);
            walk.line(&said.line())?;
            Ok(Flow::Stay)
        }
    }
}

/// `:record`: a line as the command line takes it.
pub(super) fn as_arguments(walk: &mut Walk<'_>, line: &str) -> io::Result<Flow> {
    match arguments::typed(line) {
        Ok(draft) => beside(walk, &draft),
        Err(why) => lines(walk, why),
    }
}

impl Walk<'_> {
    pub(super) fn begin(&mut self, draft: Draft) -> io::Result<Flow> {
        self.typed.clear();
        self.draft.clear();
        let view = self.session.view();
        let asked = record::ask(&view, &draft);
        let title = Some(asked.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(draft.verb.title).to_owned();
        let above: Vec<_> = asked.above.iter().flat_map(|above| preface::said(&view, above)).collect();
        self.line(&title)?;
        above.iter().try_for_each(|(_, text)| self.line(text))?;
        self.line("A single - in the first line leaves it.")?;
        self.beside = Some(Beside { draft, ready: None });
        Ok(Flow::Stay)
    }

    /// Whether everything is typed, and only has to be recorded.
    pub(super) fn waits_for_record(&self) -> bool {
        self.beside.as_ref().is_some_and(|beside| beside.ready.is_some())
    }

    /// Says what is asked once everything is typed.
    pub(super) fn ask_to_record(&mut self) -> io::Result<()> {
        self.line(RECORDS)
    }

    /// Takes a line for what is filled in beside; `None` where it is a field like any other.
    pub(super) fn beside_line(&mut self, text: &str) -> io::Result<Option<Flow>> {
        let Some(beside) = &mut self.beside else { return Ok(None) };
        match (beside.ready.take(), text.trim()) {
            (None, "-") if self.typed.is_empty() => {}
            (None, _) => return Ok(None),
            (Some(draft), "") => return self.record_beside(draft).map(Some),
            (Some(_), "-") => {}
            (ready, _) => {
                beside.ready = ready;
                return Ok(Some(Flow::Stay));
            }
        }
        self.leave();
        self.line("Nothing was recorded.")?;
        Ok(Some(Flow::Show))
    }

    /// Everything is typed: a strike, whose effect was told before, is recorded; another is told first.
    pub(super) fn ready_beside(&mut self, draft: Draft) -> io::Result<Flow> {
        let switched = record::would_switch(&self.session.view(), &draft);
        if draft.verb == &strike::VERB || switched.is_empty() {
            return self.record_beside(draft);
        }
        self.line("This switches:")?;
        let lines = receipt::switches(self.session.playbook(), &switched);
        lines.iter().try_for_each(|line| self.line(line))?;
        if let Some(beside) = &mut self.beside {
            beside.ready = Some(draft);
        }
        Ok(Flow::Stay)
    }

    fn record_beside(&mut self, draft: Draft) -> io::Result<Flow> {
        if self.submit(&draft)? {
            self.leave();
            return Ok(Flow::Show);
        }
        self.draft = std::mem::take(&mut self.typed);
        Ok(Flow::Stay)
    }
}

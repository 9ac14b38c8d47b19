//! The open questions and tasks of a step, asked one behind the other and recorded in one piece.

use super::commands::nothing_asked;
use super::walk::{Flow, Walk};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::types::answer::takes;
use crate::page::refusal::{Voice, said};
use crate::page::state::{State, stands};
use crate::playbook::Body;
use crate::record::{Draft, Tried, WholeLine, in_sheet};
use std::io;

/// What is filled in, and what is still to be asked.
pub(super) struct Sheet {
    /// Places among the items, the next one last.
    left: Vec<usize>,
    /// What is asked now; `None` once everything was.
    asked: Option<usize>,
    pub drafts: Vec<Draft>,
}

pub(super) fn together(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let Some(Target::Item(at)) = walk.current() else { return nothing_asked(walk) };
    walk.leave();
    let items = walk.session.playbook().items.iter().enumerate();
    let step = walk.session.playbook().items[at].phase;
    let own = items.filter(|(_, item)| item.phase == step);
    let view = walk.session.view();
    let left = own.map(|(at, _)| at).filter(|at| in_sheet::has_cell(&view, *at)).rev().collect();
    walk.line(
        "A line each, and nothing is recorded before the last. A blank line leaves one open; a single - leaves all.",
    )?;
    walk.sheet = Some(Sheet { left, asked: None, drafts: Vec::new() });
    walk.ask_next()
}

impl Walk<'_> {
    /// Goes to the next one that is open after what was filled in.
    fn ask_next(&mut self) -> io::Result<Flow> {
        let (view, Some(sheet)) = (self.session.view(), &mut self.sheet) else { return Ok(Flow::Show) };
        let tried = sheet.tried(&view);
        let open = |at: &usize| {
            let state = stands(&tried.view(&view), Target::Item(*at)).state;
            matches!(state, State::ToDo | State::LookAgain)
        };
        sheet.asked = std::iter::from_fn(|| sheet.left.pop()).find(open);
        if sheet.asked.is_none() && sheet.drafts.is_empty() {
            self.sheet = None;
            self.line("Nothing was filled in, and nothing was recorded.")?;
            return Ok(Flow::Show);
        }
        self.ask_sheet()
    }

    /// Says what the next line is taken for.
    pub(super) fn ask_sheet(&mut self) -> io::Result<Flow> {
        let Some(sheet) = &self.sheet else { return Ok(Flow::Show) };
        let item = sheet.asked.map(|at| (at, &self.session.playbook().items[at]));
        let lines = match item.map(|(at, item)| (at, item, &item.body)) {
            Some((at, item, Body::Question(question))) => {
                let options = question.options.iter().enumerate().map(|(at, one)| format!("{}. {}", at + 1, one.label));
                let whole = WholeLine::of(&self.session.view(), Target::Item(at)).is_some();
                let takes = if whole { "y, n or u".to_owned() } else { takes(question) };
                std::iter::once(item.title.clone()).chain(options).chain([takes]).collect::<Vec<_>>()
            }
            Some((_, item, Body::Task(task))) => {
                vec![item.title.clone(), task.record.clone(), "What was done, in words".into()]
            }
            Some((_, item, _)) => vec![item.title.clone()],
            None => vec![format!(
                "Filled in: {}. An empty line records all in one piece; a single - nothing.",
                sheet.drafts.len()
            )],
        };
        lines.iter().try_for_each(|line| self.line(line))?;
        Ok(Flow::Wait)
    }

    /// Takes a line of the sheet.
    pub(super) fn sheet_line(&mut self, text: &str) -> io::Result<Flow> {
        let (view, Some(sheet)) = (self.session.view(), &mut self.sheet) else { return Ok(Flow::Show) };
        let taken = match (text.trim(), sheet.asked) {
            ("-", _) => {
                self.sheet = None;
                self.line("Nothing was recorded.")?;
                return Ok(Flow::Show);
            }
            ("", None) => return self.record_sheet(),
            (_, None) => return self.ask_sheet(),
            ("", Some(_)) => Ok(()),
            (text, Some(at)) => sheet.take(&view, at, text),
        };
        match taken {
            Ok(()) => self.ask_next(),
            Err(why) => {
                self.line(&why)?;
                Ok(Flow::Wait)
            }
        }
    }
}

impl Sheet {
    /// The case as it would be with what was filled in.
    fn tried(&self, view: &View<'_>) -> Tried {
        let mut tried = Tried::of(view);
        // Each was tried when it was typed; what others changed since is said when all is recorded.
        self.drafts.iter().for_each(|draft| drop(tried.then(view, draft)));
        tried
    }

    /// Takes a line for one of them, or says why it is no answer.
    fn take(&mut self, view: &View<'_>, at: usize, text: &str) -> Result<(), String> {
        let mut tried = self.tried(view);
        let Some(draft) = in_sheet::read(&tried.view(view), at, text)? else { return Ok(()) };
        tried.then(view, &draft).map_err(|why| said(view, &why, Voice::Walk).line())?;
        self.drafts.push(draft);
        Ok(())
    }
}

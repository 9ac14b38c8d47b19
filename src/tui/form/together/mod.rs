//! Filling in together: the questions and tasks of a step as one sheet, a cell each. Enter takes a cell and goes to the next; after the last it
//! records all that were taken, in one piece. What an answer switches on or off shows at once, on a case in memory.

mod cell;
mod draw;

use super::Fill;
use crate::base::text::counted;
use crate::judge::View;
use crate::page::state::State;
use crate::playbook::Body;
use crate::record::{Draft, Tried};
use crate::session::Sight;
use crate::tui::action::Action;
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::key::{Code, Key};
use crate::tui::modal::Modal;
use crate::tui::page::Scroll;
use cell::Cell;

/// Said where the words of a task would be left behind.
const FELL_AWAY: &str =
    "By the other answers this does not apply. Nothing was recorded. Empty the cell, or change the answer.";

/// A sheet.
#[derive(Clone, Debug)]
pub struct Together {
    /// The step, by its place in the playbook.
    pub step: usize,
    cells: Vec<Cell>,
    at: usize,
    /// Why nothing was taken or recorded.
    problem: Option<String>,
    /// How far the case had been read when the sheet was opened.
    pub sight: Option<Sight>,
    /// How far what a row takes is scrolled.
    scroll: Scroll,
    /// What of the step is left to its own cards.
    apart: Option<String>,
}

/// The sheet of a step, or why there is none.
pub fn open(case: &View<'_>, step: usize) -> Vec<Effect> {
    let sheet = Together::of(case, step);
    if case.picture.closed || sheet.next(None, true).is_none() {
        return vec![Effect::Say("Nothing is open here that could be filled in together.".into())];
    }
    vec![Effect::Push(Modal::Together(Box::new(sheet)))]
}

/// How many questions and tasks of a step a sheet would ask now.
pub fn asks(case: &View<'_>, step: usize) -> usize {
    Together::of(case, step).cells.iter().filter(|cell| cell.is_asked()).count()
}

/// What of a step has no row in a sheet: a line that was meant as words must not make a call, a decision or a row of a list.
fn apart(case: &View<'_>, step: usize) -> Option<String> {
    let open = case.items().filter(|(item, status)| item.phase == step && status.standing.is_open());
    let (mut calls, mut decisions, mut lists) = (0, 0, 0);
    for (item, _) in open {
        match item.body {
            Body::Call(_) => calls += 1,
            Body::Decision(_) => decisions += 1,
            Body::Register(_) => lists += 1,
            _ => {}
        }
    }
    let kinds = [(calls, "call", "calls"), (decisions, "decision", "decisions"), (lists, "list", "lists")];
    let parts: Vec<_> =
        kinds.into_iter().filter(|(many, ..)| *many > 0).map(|(many, one, more)| counted(many, one, more)).collect();
    (!parts.is_empty()).then(|| format!("On their own cards: {}", parts.join(", ")))
}

impl Together {
    /// Every question and task of a step that is open or waits. What was cut off before it was recorded stands in its cell again.
    fn of(case: &View<'_>, step: usize) -> Self {
        let items = case.playbook.items.iter().enumerate().filter(|(_, item)| item.phase == step);
        let cells: Vec<_> = items.filter_map(|(at, _)| Cell::of(case, at)).collect();
        let apart = apart(case, step);
        let mut sheet = Self { step, cells, at: 0, problem: None, sight: None, scroll: Scroll::default(), apart };
        sheet.at = sheet.next(None, true).unwrap_or(0);
        sheet
    }

    /// The texts of a sheet that was left, in the rows that are asked now.
    pub fn takes_back(&mut self, kept: Self, case: &View<'_>) {
        for old in kept.cells {
            if let Some(cell) = self.cells.iter_mut().find(|cell| cell.item == old.item) {
                (cell.input, cell.taken) = (old.input, old.taken);
            }
        }
        self.sight = kept.sight;
        self.look(case);
    }

    /// Whether an item has a row here.
    pub fn asks(&self, case: &View<'_>, id: &str) -> bool {
        self.cells.iter().any(|cell| cell.id(case) == id)
    }

    pub fn is_touched(&self) -> bool {
        self.cells.iter().any(|cell| !cell.text().is_empty())
    }

    /// Works out how every row stands with what was taken. A row that the others switch off is left out, and they are tried again
    /// without it.
    fn look(&mut self, case: &View<'_>) {
        let mut off: Vec<usize> = Vec::new();
        loop {
            let mut tried = Tried::of(case);
            let taken = self.drafts(case).filter(|(at, _)| !off.contains(at));
            // Why one is refused is said when it is recorded.
            let recorded: Vec<_> =
                taken.filter(|(_, draft)| tried.then(case, draft).is_ok()).map(|(at, _)| at).collect();
            let view = tried.view(case);
            let applies = |cell: &Cell| view.picture.items[cell.item].applies.value != Some(false);
            let more: Vec<_> = (0..self.cells.len())
                .filter(|at| self.cells[*at].taken && !off.contains(at) && !applies(&self.cells[*at]))
                .collect();
            if more.is_empty() {
                for (at, cell) in self.cells.iter_mut().enumerate() {
                    cell.stands_in(&view, recorded.contains(&at));
                }
                return;
            }
            off.extend(more);
        }
    }

    /// What the cells that were taken record, each with its row: the answers first, since a task can wait for one that stands below it.
    fn drafts<'s>(&'s self, case: &'s View<'s>) -> impl Iterator<Item = (usize, Draft)> + 's {
        let of =
            move |tasks| self.cells.iter().enumerate().filter(move |(_, cell)| cell.taken && cell.is_task == tasks);
        of(false).chain(of(true)).filter_map(|(at, cell)| Some((at, cell.draft(case).ok()??)))
    }

    /// The rows that are recorded: taken, and not switched off.
    fn counted(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.taken && cell.stands.state != State::Off)
    }

    /// The row after or before one, or the first, that can be filled in.
    fn next(&self, from: Option<usize>, down: bool) -> Option<usize> {
        let free = |at: &usize| self.cells[*at].is_asked();
        match (from, down) {
            (None, _) => (0..self.cells.len()).find(free),
            (Some(from), true) => (from + 1..self.cells.len()).find(free),
            (Some(from), false) => (0..from).rev().find(free),
        }
    }

    /// Whether Enter leads to no further row, and records.
    pub fn is_at_last(&self) -> bool {
        self.next(Some(self.at), true).is_none()
    }

    /// Whether the row in front of one is answered by a letter.
    pub fn takes_letters(&self, case: &View<'_>) -> bool {
        self.cells.get(self.at).is_some_and(|cell| cell.is_yes_no(case))
    }

    /// Takes what stands in a row; `false` where it cannot be read.
    fn take(&mut self, case: &View<'_>, at: usize) -> bool {
        let Some(cell) = self.cells.get_mut(at) else { return false };
        match cell.draft(case) {
            Ok(draft) => cell.taken = draft.is_some(),
            Err(why) => {
                (cell.taken, self.problem, self.at) = (false, Some(why), at);
                return false;
            }
        }
        true
    }

    fn enter(&mut self, case: &View<'_>) -> Vec<Effect> {
        self.problem = None;
        if !self.take(case, self.at) {
            return Vec::new();
        }
        self.look(case);
        match self.next(Some(self.at), true) {
            Some(next) => {
                self.stops_at(next);
                Vec::new()
            }
            None => self.record(case),
        }
    }

    fn record(&mut self, case: &View<'_>) -> Vec<Effect> {
        self.problem = None;
        for at in 0..self.cells.len() {
            if self.cells[at].stands.state != State::Off && !self.take(case, at) {
                return Vec::new();
            }
        }
        self.look(case);
        let off = |cell: &Cell| cell.stands.state == State::Off;
        if let Some(at) = self.cells.iter().position(|cell| cell.is_task && off(cell) && !cell.text().is_empty()) {
            self.stops_at(at);
            self.problem = Some(FELL_AWAY.into());
            return Vec::new();
        }
        let on = self.drafts(case).filter(|(at, _)| !off(&self.cells[*at]));
        let drafts: Vec<_> = on.map(|(_, draft)| draft).collect();
        if drafts.is_empty() {
            self.problem = Some("Nothing is filled in yet. Esc leaves it as it is.".into());
            return Vec::new();
        }
        vec![Effect::SubmitAll(drafts)]
    }

    pub fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return vec![Effect::Pop] };
        if case.picture.closed && action != Action::Back {
            self.problem = Some("The case was closed meanwhile. Nothing was recorded.".into());
            return Vec::new();
        }
        match action {
            Action::Confirm => self.enter(&case),
            Action::Record => self.record(&case),
            Action::NextField => self.goes(&case, true),
            Action::PrevField => self.goes(&case, false),
            Action::Back if self.is_touched() => vec![Effect::KeepSheet(Box::new(self.clone()))],
            Action::Back => vec![Effect::Pop],
            _ => Vec::new(),
        }
    }

    /// Goes to another row. What stands in this one is taken if it can be read; if not, it is told when all is recorded.
    fn goes(&mut self, case: &View<'_>, down: bool) -> Vec<Effect> {
        self.problem = None;
        if let Some(cell) = self.cells.get_mut(self.at) {
            cell.taken = matches!(cell.draft(case), Ok(Some(_)));
        }
        self.look(case);
        self.stops_at(self.next(Some(self.at), down).unwrap_or(self.at));
        Vec::new()
    }

    fn stops_at(&mut self, row: usize) {
        self.at = row;
        self.scroll.reset();
    }

    pub fn key(&mut self, key: Key, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        match key.code {
            Code::PageUp => self.scroll.by(-3),
            Code::PageDown => self.scroll.by(3),
            Code::Up => _ = self.goes(&case, false),
            Code::Down => _ = self.goes(&case, true),
            _ => self.types(&case, |input| _ = input.key(key)),
        }
    }

    pub fn paste(&mut self, text: &str, ctx: &Ctx<'_>) -> Option<String> {
        let case = ctx.open()?;
        let mut said = None;
        self.types(&case, |input| said = input.paste(text));
        said
    }

    /// Changes the text of the row in front of one; what was taken from it before counts no more.
    fn types(&mut self, case: &View<'_>, change: impl FnOnce(&mut Fill)) {
        self.problem = None;
        let Some(cell) = self.cells.get_mut(self.at) else { return };
        let before = cell.text();
        change(&mut cell.input);
        if cell.taken && cell.text() != before {
            cell.taken = false;
            self.look(case);
        }
    }

    pub fn click(&mut self, row: usize, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        if self.cells.get(row).is_some_and(Cell::is_asked) {
            self.goes(&case, true);
            self.stops_at(row);
        }
    }

    /// Says why nothing was recorded, at the row of the draft, and takes what others recorded meanwhile as read.
    pub fn refused(&mut self, draft: Option<&Draft>, why: String, case: &View<'_>, sight: Option<Sight>) {
        self.problem = Some(why);
        self.sight = sight.or_else(|| self.sight.take());
        let row = draft.and_then(|draft| self.cells.iter().position(|cell| cell.id(case) == draft.on));
        self.at = row.unwrap_or(self.at);
        self.look(case);
    }
}

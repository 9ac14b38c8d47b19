//! How a sheet is drawn: its rows, and below them what the row in front of one takes.

use super::Together;
use super::cell::Cell;
use crate::base::text::{counted, cut, inert_line, width};
use crate::judge::View;
use crate::judge::types::answer::takes;
use crate::page::state::State;
use crate::page::{Line, Row};
use crate::playbook::Body;
use crate::playbook::question::AnswerType;
use crate::record::Echo;
use crate::record::verbs::answer;
use crate::record::{self, Draft};
use crate::tui::canvas::Canvas;
use crate::tui::card::MARGIN;
use crate::tui::ctx::Ctx;
use crate::tui::form::Fill;
use crate::tui::layout::draw_list;
use crate::tui::list::Place;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

impl Together {
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        canvas.clear(area);
        let Some(case) = ctx.open() else { return };
        let inner = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), ..area };
        self.draw_title(canvas, Rect { height: 1, ..inner }, &case);
        let room = area.height.saturating_sub(1);
        let (help, foot) = (self.help(&case, inner.width), self.foot(inner.width));
        let foot_lines = foot.len().min(room / 3);
        // What a row takes gives way to the rows; the rest of it is read by PgDn.
        let help_lines = help.len().min((room - foot_lines) / 2);
        let below = foot_lines + help_lines;
        let all = u16::try_from(self.cells.len()).unwrap_or(u16::MAX);
        let gap = u16::from(room > below.saturating_add(all).saturating_add(1));
        let rows = room.saturating_sub(below + 2 * gap).min(all);
        let list = Rect { x: area.x + 1, y: area.y + 1 + gap, width: inner.width + 2, height: rows };
        self.draw_rows(canvas, list, &case);
        let y = list.bottom() + gap;
        help.draw(canvas, Rect { y, height: help_lines, ..inner }, self.scroll.top(&help, help_lines));
        foot.draw(canvas, Rect { y: y + help_lines, height: foot_lines, ..inner }, 0);
    }

    fn draw_title(&self, canvas: &mut Canvas<'_>, line: Rect, case: &View<'_>) {
        let asked = self.cells.iter().filter(|cell| cell.stands.state != State::Off).count();
        let filled = format!("{} of {asked} filled in", self.counted().count());
        canvas.put_right(line, &filled, Role::Text);
        let step = case.playbook.phases.get(self.step).map(|step| step.title.as_str()).unwrap_or_default();
        let room = usize::from(line.width).saturating_sub(width(&filled) + 2);
        let title = format!("FILL IN TOGETHER · {}", inert_line(step));
        canvas.put(line.x, line.y, line.width, &cut(&title, room), Role::Strong);
    }

    fn draw_rows(&self, canvas: &mut Canvas<'_>, list: Rect, case: &View<'_>) {
        let room = usize::from(list.width).saturating_sub(4) * 2 / 5;
        let mut cursor = 0;
        let rows: Vec<_> = self
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| {
                let (word, after) = if at == self.at { typed(cell, room) } else { (word(cell), 0) };
                cursor = if at == self.at { after } else { cursor };
                Row {
                    state: Some(cell.stands.state),
                    what: Line::from(case.playbook.items[cell.item].title.as_str()),
                    word: Line::from(word),
                    to: None,
                    level: 0,
                }
            })
            .collect();
        let place = Place { selected: self.at };
        draw_list(canvas, list, &rows, place);
        let top = place.top(rows.len(), usize::from(list.height));
        let y = self.at.checked_sub(top).and_then(|at| u16::try_from(at).ok()).filter(|at| *at < list.height);
        if let Some(y) = y {
            let x = list.right().saturating_sub(1 + u16::try_from(cursor).unwrap_or(0));
            canvas.cursor = Some(Position { x, y: list.y + y });
        }
    }

    /// What the row in front of one takes, or what was understood of it.
    fn help(&self, case: &View<'_>, columns: u16) -> Page {
        let mut page = Page::new(columns);
        let Some(cell) = self.cells.get(self.at) else { return page };
        let title = &case.playbook.items[cell.item].title;
        // A title that is cut in its row stands here whole.
        let room = usize::from(columns).saturating_sub(2);
        if width(&inert_line(title)) + width(&typed(cell, room * 2 / 5).0) + 2 > room {
            page.say(Role::Text, title);
        }
        if self.problem.is_none() || cell.is_choice(case) {
            help(&mut page, case, cell);
        }
        // So does what was written.
        if width(&inert_line(&cell.text())) + 1 > room * 2 / 5 {
            page.say(Role::Text, &cell.text());
        }
        page
    }

    /// What is wrong, and how much is not recorded yet.
    fn foot(&self, columns: u16) -> Page {
        let mut page = Page::new(columns);
        if let Some(problem) = &self.problem {
            page.say(Role::Strong, problem);
        }
        if let Some(apart) = &self.apart {
            page.say(Role::Quiet, apart);
        }
        let waiting = self.counted().count();
        if waiting > 0 {
            let (one, many) =
                if self.counted().any(|cell| cell.is_task) { ("entry", "entries") } else { ("answer", "answers") };
            page.say(Role::Quiet, &format!("Not recorded yet: {}", counted(waiting, one, many)));
        }
        page
    }
}

fn word(cell: &Cell) -> String {
    match cell.stands.state {
        // Left with something in it that cannot be read.
        State::ToDo | State::LookAgain if !cell.text().is_empty() => cell.text(),
        State::ToDo => String::new(),
        _ => cell.stands.word.clone(),
    }
}

/// What stands in a cell of so many columns with room for the cursor, and how many columns stand behind the cursor.
fn typed(cell: &Cell, room: usize) -> (String, usize) {
    let Fill::Line(line) = &cell.input else { return (String::new(), 0) };
    let signs: Vec<char> = inert_line(line.value()).chars().collect();
    let (before, after) = signs.split_at(line.cursor().min(signs.len()));
    let wide = |signs: &[char]| width(&signs.iter().collect::<String>());
    let mut from = 0;
    while from < before.len() && wide(&before[from..]) + 1 > room {
        from += 1;
    }
    let mut to = after.len();
    while to > 0 && wide(&before[from..]) + wide(&after[..to]) + 1 > room {
        to -= 1;
    }
    let shown = before[from..].iter().chain(&after[..to]).chain(&[' ']).collect();
    (shown, wide(&after[..to]))
}

fn help(page: &mut Page, case: &View<'_>, cell: &Cell) {
    let question = match &case.playbook.items[cell.item].body {
        Body::Question(question) => question,
        Body::Task(task) => {
            page.say(Role::Quiet, &task.record);
            return;
        }
        _ => return,
    };
    match question.answer {
        AnswerType::YesNo => {}
        AnswerType::OneOf | AnswerType::ManyOf => {
            for (at, option) in question.options.iter().enumerate() {
                page.hanging(&format!("{} ", at + 1), Role::Accent, Role::Text, &option.label);
            }
            let several = question.answer == AnswerType::ManyOf;
            page.say(
                Role::Quiet,
                if several { "Numbers, as 1 3, or none. u: not known yet" } else { "u: not known yet" },
            );
        }
        _ => {
            let draft = Draft::new(&answer::VERB, cell.id(case)).with(&answer::VALUE, cell.text());
            match record::echo(case, &draft, &(&answer::VALUE, None)) {
                Some(Echo::Understood(what, note)) => {
                    let note = note.map(|note| format!(". {note}")).unwrap_or_default();
                    page.say(Role::Quiet, &format!("Understood: {what}{note}"));
                }
                _ => _ = page.say(Role::Quiet, &takes(question)),
            }
        }
    }
}

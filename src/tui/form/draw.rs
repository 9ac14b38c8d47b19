//! A form on the screen: what it is about, its fields, what is wrong, the button.

use super::{Echo, Field, Fill, Form, Kind, Pick, answer};
use crate::base::text::{width as text_width, wrap};
use crate::base::{EventTime, Stamp};
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

/// The widest a form gets; longer lines are hard to read.
const WIDEST: u16 = 92;

impl Form {
    /// Draws the form over an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let width = area.width.min(WIDEST);
        let columns = width.saturating_sub(4).max(1);
        let mut about = Page::new(columns);
        let fits = text_width(&self.title) + 6 <= usize::from(width);
        if !fits {
            about.say(Role::Strong, &self.title);
        }
        for (role, text) in &self.about {
            about.say(*role, text);
        }
        let heights: Vec<u16> = (0..=self.fields.len()).map(|at| self.height(at, columns, ctx)).collect();
        let wanted: u16 = heights.iter().sum();
        let problem = self.problem.as_ref().map(|text| wrap(text, usize::from(columns))).unwrap_or_default();
        let problem_lines = u16::try_from(problem.len()).unwrap_or(0).min(area.height / 3);
        let total = wanted + about.len() + problem_lines + 2;
        let height = total.min(area.height);
        let outer = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
        canvas.clear(outer);
        let inner = canvas.frame(outer, if fits { &self.title } else { self.kind.word() });
        let room = inner.height.saturating_sub(problem_lines);
        // What it is about gives way first: the field that is filled in must be in sight.
        let needed = heights[..=self.focus.min(heights.len() - 1)].iter().sum::<u16>();
        let least = about.len().min(if self.focus == 0 { 3 } else { 1 });
        let about_lines =
            about.len().min(room.saturating_sub(wanted).max(least).min(room.saturating_sub(heights[0])));
        let top = self.scroll.top(&about, about_lines);
        about.draw(canvas, Rect { height: about_lines, ..inner }, top);
        let mut y = inner.y + about_lines;
        let field_room = room.saturating_sub(about_lines);
        let mut first = 0;
        let mut skipped = 0;
        while first < self.focus && needed.saturating_sub(skipped) > field_room {
            skipped += heights[first];
            first += 1;
        }
        let bottom = inner.y + room;
        for (at, tall) in heights.iter().enumerate().skip(first) {
            let height = (*tall).min(bottom.saturating_sub(y));
            if *tall == 0 {
                continue;
            }
            if height == 0 {
                break;
            }
            self.draw_field(canvas, Rect { y, height, ..inner }, at, ctx);
            y += height;
        }
        for (line, text) in (0..problem_lines).zip(&problem) {
            let sign = if line == 0 { "! " } else { "  " };
            canvas.pieces(
                outer.x + 2,
                bottom + line,
                columns + 1,
                &[(Role::Alarm, sign), (Role::Alarm, text)],
            );
        }
    }

    fn height(&self, at: usize, columns: u16, ctx: &Ctx<'_>) -> u16 {
        let Some(field) = self.fields.get(at) else { return 1 };
        if field.extra && self.folds() {
            let first = self.fields.iter().position(|field| field.extra);
            return u16::from(first == Some(at));
        }
        let help = self.help_lines(at, columns, ctx);
        match &field.input {
            Fill::Line(_) => 1 + help,
            Fill::Pick(pick) => {
                let rows =
                    pick.options.iter().map(|option| option_lines(option, columns).len()).sum::<usize>();
                1 + u16::try_from(rows).unwrap_or(u16::MAX).min(40)
            }
            Fill::Area(area) => {
                let label = wrap(&field.label, usize::from(columns)).len();
                let lines = area.lines().len().clamp(if at == self.focus { 4 } else { 1 }, 8);
                u16::try_from(label + lines).unwrap_or(9) + help
            }
        }
    }

    /// How many lines of help and echo stand below a field: only while it is filled in.
    fn help_lines(&self, at: usize, columns: u16, ctx: &Ctx<'_>) -> u16 {
        let help = self.help(at, ctx);
        help.iter()
            .map(|(_, text)| {
                u16::try_from(wrap(text, usize::from(columns) - 2.min(usize::from(columns) - 1)).len())
                    .unwrap_or(1)
            })
            .sum()
    }

    fn help(&self, at: usize, ctx: &Ctx<'_>) -> Vec<(Role, String)> {
        let Some(field) = self.fields.get(at).filter(|_| at == self.focus) else { return Vec::new() };
        // What is wrong is said below the fields; it is not said twice.
        if matches!(field.input, Fill::Pick(_)) || self.problem.is_some() {
            return Vec::new();
        }
        match self.echo(field, ctx) {
            Some((true, text)) => vec![(Role::Settled, text)],
            Some((false, text)) => vec![(Role::Pending, text)],
            None if field.hint.is_empty() => Vec::new(),
            None => vec![(Role::Dim, field.hint.clone())],
        }
    }

    fn echo(&self, field: &Field, ctx: &Ctx<'_>) -> Option<(bool, String)> {
        let text = field.input.text();
        let text = text.trim();
        let time = |time: Option<Stamp>| match time {
            Some(at) => (true, format!("Understood: {}", at.long())),
            None => (false, format!("Not understood yet. {}", field.hint)),
        };
        match (field.echo, &self.kind) {
            (Echo::None, _) => None,
            _ if text.is_empty() => None,
            (Echo::Answer, Kind::Answer(id)) => answer::echo(self, id, ctx),
            (Echo::Happened, _) => Some(match EventTime::parse_typed(text, ctx.now) {
                Some(when) => (true, format!("Understood: {}", when.short())),
                None => (false, format!("Not understood yet. {}", field.hint)),
            }),
            (Echo::Until, _) => {
                let item = ctx.open().and_then(|case| case.playbook.item(text));
                Some(item.map_or_else(
                    || {
                        let later = |at: Stamp| {
                            if at <= ctx.now && text.len() <= 5 { at.plus_seconds(86_400) } else { at }
                        };
                        time(Stamp::parse_typed(text, ctx.now).map(later))
                    },
                    |item| (true, format!("Understood: until this is recorded: {}", item.title)),
                ))
            }
            _ => Some(time(Stamp::parse_typed(text, ctx.now))),
        }
    }

    fn draw_field(&self, canvas: &mut Canvas<'_>, area: Rect, at: usize, ctx: &Ctx<'_>) {
        let focused = at == self.focus;
        let Some(field) = self.fields.get(at) else {
            let role = if focused { Role::Current } else { Role::Key };
            let used = canvas.put(area.x, area.y, area.width, &format!("[ {} ]", self.button), role);
            let say = if focused { "  Enter" } else { "  Ctrl-S, from any field" };
            canvas.put(area.x + used, area.y, area.width.saturating_sub(used), say, Role::Dim);
            canvas.hit(Rect { width: used, height: 1, ..area }, Hit::Field(at, None));
            return;
        };
        if field.extra && self.folds() {
            let labels: Vec<_> = self
                .fields
                .iter()
                .filter(|field| field.extra)
                .map(|field| field.label.to_lowercase())
                .collect();
            canvas.put(
                area.x + 2,
                area.y,
                area.width.saturating_sub(2),
                &format!("Tab for: {}", labels.join(", ")),
                Role::Dim,
            );
            canvas.hit(area, Hit::Field(at, None));
            return;
        }
        let label_role = if focused { Role::Strong } else { Role::Text };
        let mark = if focused { "▸ " } else { "  " };
        canvas.hit(area, Hit::Field(at, None));
        let used = match &field.input {
            Fill::Line(line) => {
                let lead = canvas.pieces(
                    area.x,
                    area.y,
                    area.width,
                    &[(Role::Key, mark), (label_role, &field.label), (label_role, ": ")],
                );
                let room = area.width.saturating_sub(lead);
                draw_line(canvas, Rect { x: area.x + lead, width: room, height: 1, ..area }, line, focused);
                1
            }
            Fill::Pick(pick) => {
                canvas.pieces(area.x, area.y, area.width, &[(Role::Key, mark), (label_role, &field.label)]);
                draw_pick(canvas, area, pick, at, focused);
                return;
            }
            Fill::Area(text) => {
                let label = wrap(&field.label, usize::from(area.width.saturating_sub(2).max(1)));
                let mut y = area.y;
                for (line, words) in label.iter().enumerate() {
                    let lead = if line == 0 { mark } else { "  " };
                    if y < area.bottom() {
                        canvas.pieces(area.x, y, area.width, &[(Role::Key, lead), (label_role, words)]);
                    }
                    y += 1;
                }
                let help = self.help_lines(at, area.width, ctx);
                let height = area.bottom().saturating_sub(y).saturating_sub(help).max(1);
                let inside =
                    Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height }.intersection(area);
                draw_area(canvas, inside, text, focused);
                inside.bottom().saturating_sub(area.y)
            }
        };
        let mut y = area.y + used;
        for (role, text) in self.help(at, ctx) {
            for line in wrap(&text, usize::from(area.width.saturating_sub(2).max(1))) {
                if y < area.bottom() {
                    canvas.put(area.x + 2, y, area.width.saturating_sub(2), &line, role);
                }
                y += 1;
            }
        }
    }
}

fn draw_line(canvas: &mut Canvas<'_>, area: Rect, line: &tui_input::Input, focused: bool) {
    if area.width == 0 {
        return;
    }
    let role = if focused { Role::Focus } else { Role::Field };
    canvas.tint(area, role);
    let scroll = if focused { line.visual_scroll(usize::from(area.width) - 1) } else { 0 };
    let mut passed = 0;
    let shown: String = line
        .value()
        .chars()
        .skip_while(|sign| {
            let skip = passed < scroll;
            passed += unicode_width::UnicodeWidthChar::width(*sign).unwrap_or(0);
            skip
        })
        .collect();
    canvas.put(area.x, area.y, area.width, &shown, role);
    if focused {
        let column = line.visual_cursor().saturating_sub(scroll).min(usize::from(area.width) - 1);
        canvas.cursor = Some(Position { x: area.x + u16::try_from(column).unwrap_or(0), y: area.y });
    }
}

fn draw_area(canvas: &mut Canvas<'_>, area: Rect, text: &ratatui_textarea::TextArea<'static>, focused: bool) {
    let area = area.intersection(canvas.buf.area);
    if area.is_empty() {
        return;
    }
    let role = if focused { Role::Focus } else { Role::Field };
    canvas.tint(area, role);
    text.render(area, canvas.buf);
    canvas.tint(area, role);
    if focused {
        let (cursor, top) = (text.screen_cursor(), text.scroll_offset());
        let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top.0).min(area.height - 1);
        let col = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(top.1).min(area.width - 1);
        canvas.cursor = Some(Position { x: area.x + col, y: area.y + row });
    }
}

/// An option as lines: its label, then more words set in.
fn option_lines((_, label, more): &(String, String, Option<String>), columns: u16) -> Vec<String> {
    let text = more.as_ref().map_or_else(|| label.clone(), |more| format!("{label}: {more}"));
    wrap(&text, usize::from(columns.saturating_sub(8).max(1)))
}

fn draw_pick(canvas: &mut Canvas<'_>, area: Rect, pick: &Pick, field: usize, focused: bool) {
    let lines: Vec<_> = pick.options.iter().map(|option| option_lines(option, area.width)).collect();
    let room = usize::from(area.height.saturating_sub(1));
    let mut first = 0;
    if let Some(at) = pick.at.filter(|_| focused) {
        while first < at && lines[first..=at].iter().map(Vec::len).sum::<usize>() > room {
            first += 1;
        }
    }
    let mut y = area.y + 1;
    for (at, option) in lines.iter().enumerate().skip(first) {
        let mark = match (pick.ticked.is_some(), pick.is_chosen(at)) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "(x)",
            (false, false) => "( )",
        };
        let here = focused && pick.at == Some(at);
        let number = if at < 9 { (at + 1).to_string() } else { " ".into() };
        for (line, text) in option.iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            let lead = if line == 0 { format!("  {mark} ") } else { "      ".into() };
            let number = if line == 0 { number.as_str() } else { " " };
            let role = if here { Role::Strong } else { Role::Text };
            canvas.pieces(
                area.x,
                y,
                area.width,
                &[(role, &lead), (Role::Key, number), (role, " "), (role, text)],
            );
            if here {
                canvas.tint(
                    Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 },
                    Role::Current,
                );
                if line == 0 && focused {
                    canvas.cursor = Some(Position { x: area.x + 3, y });
                }
            }
            canvas.hit(Rect { y, height: 1, ..area }, Hit::Field(field, Some(at)));
            y += 1;
        }
    }
}

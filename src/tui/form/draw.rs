//! A form on the screen: what it is about, its fields, what is wrong, the button.

use super::paint::{draw_area, draw_line, draw_pick, in_two, option_lines};
use super::{Field, Fill, Form};
use crate::base::text::{width, wrap};
use crate::page::refusal::{Voice, said};
use crate::record::{self, Echo};
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::card::MARGIN;
use crate::tui::ctx::Ctx;
use crate::tui::layout::read;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The widest a form gets; longer lines are hard to read.
const WIDEST: u16 = 92;

impl Form {
    /// Draws the form over an area: what it is, what is read first, its fields, what is missing.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        canvas.clear(area);
        let inner = Rect {
            x: area.x + MARGIN.min(area.width),
            width: area.width.saturating_sub(MARGIN + 1).min(WIDEST),
            ..area
        };
        let columns = inner.width.max(1);
        let mut about = Page::new(columns);
        about.say(Role::Strong, &self.title);
        for (role, text) in &self.about {
            about.say(*role, text);
        }
        let heights: Vec<u16> = (0..self.fields.len()).map(|at| self.height(at, columns, ctx)).collect();
        let wanted: u16 = heights.iter().sum();
        let foot = match &self.problem {
            Some(text) => (Role::Strong, text.as_str()),
            None if self.is_touched() => (Role::Quiet, "Not recorded yet"),
            None => (Role::Quiet, ""),
        };
        let mut below = Page::new(columns);
        if !foot.1.is_empty() {
            below.say(foot.0, foot.1);
        }
        let beneath = self.beneath();
        let more = read(&beneath, columns);
        let has_more = !beneath.is_empty();
        if has_more {
            below.gap().lines.extend(more.lines);
        }
        let fields_need = wanted + about.len().min(3) + 1;
        let below_lines = below.len().min((inner.height / 3).max(if has_more {
            inner.height.saturating_sub(fields_need)
        } else {
            0
        }));
        let room = inner.height.saturating_sub(below_lines);
        // Empty rows stand where there is room for them.
        let spare = room.saturating_sub(wanted + about.len());
        let (above, between) = (u16::from(spare > 1), u16::from(spare > 0));
        // What it is about gives way first: the field that is filled in must be in sight.
        let needed = heights.iter().take(self.focus + 1).sum::<u16>();
        // What is put right must be in sight while it is chosen anew.
        let most = if crate::tui::put_right::corrects(self).is_some() { 5 } else { 3 };
        let least = about.len().min(if self.focus == 0 { most } else { 1 });
        let first_field = heights.first().copied().unwrap_or(0);
        let about_lines =
            about.len().min(room.saturating_sub(wanted).max(least).min(room.saturating_sub(first_field))).max(1);
        let top = if has_more { 0 } else { self.scroll.top(&about, about_lines) };
        about.draw(canvas, Rect { y: inner.y + above, height: about_lines, ..inner }, top);
        let mut y = inner.y + above + about_lines + between;
        let bottom = inner.y + room;
        let field_room = bottom.saturating_sub(y);
        let mut first = 0;
        let mut skipped = 0;
        while first < self.focus && needed.saturating_sub(skipped) > field_room {
            skipped += heights[first];
            first += 1;
        }
        let mut hidden = 0;
        for (at, tall) in heights.iter().enumerate().skip(first) {
            let height = (*tall).min(bottom.saturating_sub(y));
            if *tall == 0 {
                continue;
            }
            if height < *tall {
                hidden += 1;
            }
            if height == 0 {
                continue;
            }
            self.draw_field(canvas, Rect { y, height, ..inner }, at, ctx);
            y += height;
        }
        if hidden > 0 && bottom > inner.y {
            let edge = Rect { y: bottom - 1, height: 1, ..inner };
            canvas.put_right(edge, &format!(" {hidden} more below: Tab "), Role::Quiet);
        }
        let y = if spare > 2 { y + 1 } else { bottom };
        let below_top = if has_more { self.scroll.top(&below, below_lines) } else { 0 };
        below.draw(canvas, Rect { y: y.min(bottom), height: below_lines, ..inner }, below_top);
    }

    fn height(&self, at: usize, columns: u16, ctx: &Ctx<'_>) -> u16 {
        let Some(field) = self.fields.get(at) else { return 0 };
        if field.hidden {
            return 0;
        }
        if field.extra && self.folds() {
            let first = self.fields.iter().position(|field| field.extra);
            return u16::from(first == Some(at));
        }
        let help = self.help_lines(at, columns, ctx);
        match &field.input {
            Fill::Line(_) => 1 + help,
            Fill::Pick(_) if self.is_short(at) => 1,
            Fill::Pick(pick) => {
                let long = || pick.options.iter().map(|option| option_lines(option, columns).len()).sum();
                let rows = in_two(pick, columns).unwrap_or_else(long);
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
                let room = usize::from(columns).saturating_sub(2).max(1);
                u16::try_from(wrap(text, room).len()).unwrap_or(1)
            })
            .sum()
    }

    fn help(&self, at: usize, ctx: &Ctx<'_>) -> Vec<(Role, String)> {
        let Some(field) = self.fields.get(at).filter(|_| at == self.focus) else { return Vec::new() };
        // What is wrong is said below the fields; it is not said twice.
        if matches!(field.input, Fill::Pick(_)) || self.problem.is_some() {
            return Vec::new();
        }
        let mut help = match self.echo(field, ctx) {
            Some((true, text)) => vec![(Role::Quiet, text)],
            Some((false, text)) => vec![(Role::Text, text)],
            None if field.hint.is_empty() => Vec::new(),
            None => {
                vec![(Role::Quiet, field.hint.clone())]
            }
        };
        if !field.example.is_empty() {
            help.push((Role::Quiet, field.example.clone()));
        }
        if field.offered {
            help.push((Role::Quiet, "Typing replaces it; the left arrow changes it.".into()));
        }
        help
    }

    fn echo(&self, field: &Field, ctx: &Ctx<'_>) -> Option<(bool, String)> {
        let (draft, case) = (self.draft()?, ctx.open()?);
        Some(match record::echo(&case, &draft, field.record.as_ref()?)? {
            Echo::Understood(what, None) => (true, format!("Understood: {what}")),
            Echo::Understood(what, Some(note)) => (true, format!("Understood: {what}. {note}")),
            Echo::Item(title) => (true, format!("Understood: until this is recorded: {title}")),
            Echo::NotYet => (false, format!("Not understood yet. {}", field.hint)),
            Echo::Not(why) if !why.says_what_to_do() => {
                (false, format!("Not understood yet. {}", said(&case, &why, Voice::Screen).what))
            }
            Echo::Not(why) => (false, said(&case, &why, Voice::Screen).line()),
        })
    }

    fn draw_field(&self, canvas: &mut Canvas<'_>, area: Rect, at: usize, ctx: &Ctx<'_>) {
        let focused = at == self.focus;
        let Some(field) = self.fields.get(at) else { return };
        if field.extra && self.folds() {
            let labels: Vec<_> =
                self.fields.iter().filter(|field| field.extra).map(|field| short(&field.label)).collect();
            let room = area.width.saturating_sub(2);
            canvas.put(area.x + 2, area.y, room, &folded(&labels, usize::from(room)), Role::Quiet);
            canvas.hit(area, Hit::Field(at, None));
            return;
        }
        let label_role = if focused { Role::Strong } else { Role::Text };
        let mark = if focused { "▸ " } else { "  " };
        canvas.hit(area, Hit::Field(at, None));
        let used = match &field.input {
            Fill::Line(line) => {
                let label = field.label.as_str();
                let lead = canvas.pieces(
                    area.x,
                    area.y,
                    area.width,
                    &[
                        (Role::Accent, mark),
                        (label_role, label),
                        (label_role, if label.ends_with('?') { " " } else { ": " }),
                    ],
                );
                let room = area.width.saturating_sub(lead);
                draw_line(canvas, Rect { x: area.x + lead, width: room, height: 1, ..area }, line, focused);
                1
            }
            Fill::Pick(pick) if self.is_short(at) => {
                let chosen = pick.at.and_then(|at| pick.options.get(at)).map_or("", |(_, label, _)| label.as_str());
                let stop = if field.label.ends_with('?') { " " } else { ": " };
                let pieces =
                    [(Role::Accent, mark), (label_role, &*field.label), (label_role, stop), (Role::Field, chosen)];
                canvas.pieces(area.x, area.y, area.width, &pieces);
                return;
            }
            Fill::Pick(pick) => {
                canvas.pieces(area.x, area.y, area.width, &[(Role::Accent, mark), (label_role, &field.label)]);
                draw_pick(canvas, area, pick, at, focused);
                return;
            }
            Fill::Area(text) => {
                let label = wrap(&field.label, usize::from(area.width.saturating_sub(2).max(1)));
                let mut y = area.y;
                for (line, words) in label.iter().enumerate() {
                    let lead = if line == 0 { mark } else { "  " };
                    if y < area.bottom() {
                        canvas.pieces(area.x, y, area.width, &[(Role::Accent, lead), (label_role, words)]);
                    }
                    y += 1;
                }
                let help = self.help_lines(at, area.width, ctx);
                let height = area.bottom().saturating_sub(y).saturating_sub(help).max(1);
                let inside = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height }.intersection(area);
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

/// `Tab when, who, note`; of those that find no room only how many they are.
fn folded(labels: &[String], room: usize) -> String {
    let shown = |some: usize| {
        let more = labels.len() - some;
        let named = labels[..some].join(", ");
        if more > 0 { format!("Tab {named} and {more} more") } else { format!("Tab {named}") }
    };
    let fits = (1..=labels.len()).rev().map(shown).find(|line| width(line) <= room);
    fits.unwrap_or_else(|| shown(labels.len().min(1)))
}

/// What a field that is folded away is called in the line that names it.
fn short(label: &str) -> String {
    match label {
        "When it happened" => "when".to_owned(),
        "Said by" | "Done by" | "Done or said by" => "who".to_owned(),
        other => other.to_lowercase(),
    }
}

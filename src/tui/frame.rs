//! What surrounds every screen: LIVE or EXERCISE, the case, the time; below what was recorded last, and the keys.

use super::action::Action;
use super::app::App;
use super::canvas::{Canvas, Hit};
use super::ctx::Ctx;
use super::form::Kind;
use super::keymap::{self, Scope};
use super::modal::Modal;
use super::screens::ScreenId;
use super::theme::Role;
use crate::base::text::{cut, width, wrap};
use crate::journal::Mode;
use crate::playbook::model;
use crate::record::verbs;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Below this size one plain question at a time is shown.
pub const LEAST: (u16, u16) = (60, 16);

impl App {
    /// Draws everything, notes what can be clicked, and says where the cursor stands.
    pub fn draw(&mut self, cells: &mut Buffer) -> Option<Position> {
        let area = cells.area;
        self.size = (area.width, area.height);
        let (hits, cursor) = self.paint(cells, area);
        self.hits = hits;
        cursor
    }

    fn paint(&self, buf: &mut Buffer, area: Rect) -> (Vec<(Rect, Hit)>, Option<Position>) {
        let mut canvas = Canvas::new(buf, self.look.theme);
        if area.width < LEAST.0 || area.height < LEAST.1 {
            super::tiny::draw(self, &mut canvas, area);
        } else {
            self.full(&mut canvas, area);
        }
        if self.look.ascii {
            canvas.make_ascii();
        }
        (canvas.hits, canvas.cursor)
    }

    fn full(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let ctx = self.ctx();
        self.head(canvas, Rect { height: 1, ..area });
        self.line_of_screens(canvas, Rect { y: area.y + 1, height: 1, ..area });
        let mut notice = self.notice_lines(area.width);
        let lasting = self.lasting_warning(area.width);
        let said = notice.len();
        notice.extend(lasting);
        let notice_height = u16::try_from(notice.len()).unwrap_or(0);
        let body = Rect { y: area.y + 2, height: area.height - 4 - notice_height, ..area };
        if self.modals.is_empty() {
            self.screens.get(self.screen).draw(canvas, body, &ctx);
        } else {
            self.behind(canvas, body, &ctx);
            for modal in &self.modals {
                canvas.cursor = None;
                modal.draw(canvas, body, &ctx);
            }
        }
        for (at, (y, line)) in (body.bottom()..).zip(&notice).enumerate() {
            let role = if self.notice.alarm || at >= said { Role::Alarm } else { Role::Quiet };
            canvas.put(area.x + 1, y, area.width - 1, line, role);
        }
        self.status(canvas, Rect { y: area.bottom() - 2, height: 1, ..area });
        self.hints(canvas, Rect { y: area.bottom() - 1, height: 1, ..area });
    }

    /// The screen that lies below a form: drawn once, and drawn again when anything happened but typing, or a second has passed.
    fn behind(&self, canvas: &mut Canvas<'_>, body: Rect, ctx: &Ctx<'_>) {
        let mut kept = self.behind.borrow_mut();
        let (of, wide) = ((body, ctx.now.instant().timestamp()), usize::from(body.width));
        let first = canvas.buf.index_of(body.x, body.y);
        let cells = first..first + wide * usize::from(body.height);
        match kept.as_ref().filter(|(known, _)| *known == of) {
            Some((_, drawn)) => canvas.buf.content[cells].clone_from_slice(drawn),
            None => {
                self.screens.get(self.screen).draw(canvas, body, ctx);
                // What lies below cannot be clicked.
                canvas.hits.retain(|(hit, _)| !hit.intersects(body));
                *kept = Some((of, canvas.buf.content[cells].to_vec()));
            }
        }
    }

    /// LIVE, REVIEW or EXERCISE, in a word.
    pub(super) fn mode(&self) -> Option<(&'static str, Role)> {
        self.case.as_ref().map(|case| match (case.mode(), case.playbook().kind) {
            (Mode::Live, model::Kind::Response) => (" LIVE ", Role::Live),
            (Mode::Live, model::Kind::Readiness) => (" REVIEW ", Role::Quiet),
            (Mode::Exercise, _) => (" EXERCISE ", Role::Exercise),
        })
    }

    fn head(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let now = self.ctx().now;
        let time = format!("{} ", now.short_in(now));
        let room = area.width.saturating_sub(u16::try_from(width(&time)).unwrap_or(0) + 1);
        let mut pieces: Vec<(Role, &str)> = Vec::new();
        let title;
        match (&self.case, self.mode()) {
            (Some(case), Some((word, role))) => {
                title =
                    case.state().opening.as_ref().map_or_else(|| case.folder().name(), |opening| opening.title.clone());
                let closed = if case.assessment().closed { " CLOSED " } else { "" };
                let damaged = if case.damage().is_empty() { "" } else { " DAMAGED " };
                pieces.extend([
                    (role, word),
                    (Role::Alarm, closed),
                    (Role::Alarm, damaged),
                    (Role::Text, " "),
                    (Role::Strong, title.as_str()),
                ]);
            }
            _ => pieces.extend([(Role::Strong, " breachbook"), (Role::Quiet, "  no case is open")]),
        }
        canvas.pieces(area.x, area.y, room, &pieces);
        canvas.put_right(area, &time, Role::Strong);
    }

    fn line_of_screens(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let mut x = area.x + 1;
        for id in ScreenId::LINE {
            let row = keymap::row_of(id.verb());
            if self.case.is_none() && row.scopes.contains(&Scope::Case) {
                continue;
            }
            let here = id == self.screen;
            // The footer names the help too; on a narrow screen how much is open goes before it.
            if id == ScreenId::Help && !here && self.case.is_some() && area.width < 70 {
                continue;
            }
            let label = if id == ScreenId::Help { "Help" } else { row.label };
            let key = row.keys.first().map(ToString::to_string).unwrap_or_default();
            let role = if here { Role::Selected } else { Role::Text };
            let shown = if here { format!(" {label} ") } else { format!("{label} ") };
            let used = canvas.pieces(
                x,
                area.y,
                area.right().saturating_sub(x),
                &[(Role::Accent, &key), (Role::Text, " "), (role, &shown)],
            );
            canvas.hit(Rect { x, width: used, ..area }, Hit::Verb(id.verb()));
            x += used + 1;
        }
        if let Some(case) = &self.case {
            let open = case.assessment().open.total();
            let text = format!("{open} open ");
            if usize::from(area.right().saturating_sub(x)) >= text.len() {
                canvas.put_right(area, &text, Role::Text);
            }
        }
    }

    fn notice_lines(&self, columns: u16) -> Vec<String> {
        if self.notice.text.is_empty() {
            return Vec::new();
        }
        let text = crate::base::text::inert_line(&self.notice.text);
        let mut lines = wrap(&text, usize::from(columns.saturating_sub(2).max(1)));
        if lines.len() > 2 {
            lines.truncate(2);
            lines[1].push('…');
        }
        lines
    }

    /// What stays in sight until it is mended.
    pub(super) fn lasting_warning(&self, columns: u16) -> Option<String> {
        let room = self.case.as_ref().map(crate::session::Session::room)?;
        let words = room.words().filter(|_| room.is_hardly_any())?;
        Some(cut(&words, usize::from(columns.saturating_sub(2))).into_owned())
    }

    fn status(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.line_across(area);
        let person_wide = if self.person.is_empty() { 0 } else { width(&cut(&self.person, 24)) + 2 };
        // Two spaces, and a piece of the line on either side and between.
        let room = usize::from(area.width).saturating_sub(person_wide + 7);
        let recorded = match (&self.recorded, &self.case) {
            (Some(line), Some(_)) if !self.recorded_what.is_empty() => {
                format!(" {} ", cut(&format!("{line}: {}", self.recorded_what), room))
            }
            (Some(line), _) => format!(" {line} "),
            (None, Some(_)) => " nothing recorded in this run yet ".into(),
            (None, None) => " nothing leaves this computer; there is no network in this program ".into(),
        };
        canvas.put(area.x + 1, area.y, area.width.saturating_sub(1), &recorded, Role::Quiet);
        if self.case.is_some() && !self.person.is_empty() {
            let person = format!(" {} ", cut(&self.person, 24));
            let right = Rect { width: area.width.saturating_sub(1), ..area };
            if usize::from(area.width) > width(&recorded) + width(&person) + 4 {
                canvas.put_right(right, &person, Role::Quiet);
            }
        }
    }

    /// The footer: a loop over the key table.
    fn hints(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let rows = self.hint_rows();
        let mut right = area.right();
        // Help stands at the right edge, where it cannot fall off.
        if rows.iter().any(|(action, ..)| *action == Action::Help) {
            let text = "? help";
            right = right.saturating_sub(u16::try_from(text.len()).unwrap_or(0) + 1);
            canvas.pieces(right, area.y, 6, &[(Role::Accent, "?"), (Role::Text, " help")]);
            canvas.hit(Rect { x: right, width: 6, ..area }, Hit::Verb(Action::Help));
        }
        let mut x = area.x + 1;
        for (action, key, label) in rows.into_iter().filter(|(action, ..)| *action != Action::Help) {
            let text_wide = u16::try_from(width(&key) + 1 + width(label)).unwrap_or(u16::MAX);
            if x + text_wide >= right {
                break;
            }
            let used = canvas.pieces(
                x,
                area.y,
                area.right() - x,
                &[(Role::Accent, &key), (Role::Text, " "), (Role::Text, label)],
            );
            canvas.hit(Rect { x, width: used, ..area }, Hit::Verb(action));
            x += used + 2;
        }
    }

    fn hint_rows(&self) -> Vec<(Action, String, &'static str)> {
        let scope = self.scope();
        let closed = self.is_closed() && self.modals.is_empty();
        // Of a closed case the one thing that leads on is said first.
        let rank = |row: &keymap::Row| if closed && row.action == Action::CloseCase { 1 } else { row.rank };
        let mut rows: Vec<_> = keymap::rows(scope).filter(|row| rank(row) > 0 && self.is_useful(row.action)).collect();
        rows.sort_by_key(|row| rank(row));
        rows.into_iter()
            .map(|row| {
                let (key, label) = match row.action {
                    Action::Choose => ("1-9".to_owned(), "choose"),
                    _ => (row.keys.first().map(ToString::to_string).unwrap_or_default(), row.label),
                };
                (row.action, key, self.label_here(row.action, label))
            })
            .collect()
    }

    fn label_here(&self, action: Action, label: &'static str) -> &'static str {
        match (action, self.scope()) {
            (Action::CloseCase, _) if self.is_closed() => "reopen case",
            (Action::Open, Scope::Home) => "open",
            (Action::Open, Scope::Now) => self.enter_in_guide(),
            (Action::Confirm, Scope::Card) => match self.modals.last() {
                Some(Modal::Card(card)) if card.leads_to.is_some() => "go there",
                _ => "close",
            },
            (Action::Open, Scope::Calls) => "log a call",
            (Action::Open, Scope::Tests) => "go to what decides it",
            (Action::Open, Scope::Record) => "read it whole",
            (Action::Confirm, Scope::Find) => "go there",
            (Action::Confirm, Scope::Pick) if self.modals.last().is_some_and(|top| top.form().is_none()) => "choose",
            (Action::Confirm | Action::Record, _) => match self.modals.last().and_then(Modal::form) {
                Some(form) if matches!(form.kind, Kind::Start(_)) => "start",
                Some(form) if form.kind == Kind::Who => "go on",
                Some(form) if matches!(form.kind, Kind::Record(verb, _) if verb == &verbs::close::VERB) => {
                    "close the case"
                }
                _ => label,
            },
            _ => label,
        }
    }
}

//! What surrounds every screen: LIVE or EXERCISE, the case, who is here, the time; the screens; the clock that runs out first; what
//! must not be done. Below: what was recorded last, and the keys of what is in front of one.

use super::above;
use super::action::Action;
use super::app::App;
use super::canvas::{Canvas, Hit};
use super::console::lane;
use super::keymap;
use super::modal::Modal;
use super::screens::ScreenId;
use super::theme::Role;
use crate::base::text::{cut, width, wrap};
use crate::journal::Mode;
use crate::page::mine;
use crate::page::replay;
use crate::page::{console, exercise};
use crate::playbook::model;
use crate::session::drill::Conduct;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Below this size one plain question at a time is shown.
pub const LEAST: (u16, u16) = (60, 16);
/// Most keys in the footer; of a console on a wide screen, where everything is done by one key.
const MOST_HINTS: usize = 6;
const MOST_OF_CONSOLE: usize = 10;

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
        if self.projects && self.case.is_some() {
            super::projector::draw(self, &mut canvas, area);
        } else if area.width < LEAST.0 || area.height < LEAST.1 {
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
        let mut top = area.y + 1;
        if let Some(conduct) = ctx.conduct.filter(|_| ctx.looking.is_none()) {
            Self::line_of_clock(canvas, Rect { y: top, height: 1, ..area }, conduct);
            top += 1 + above::strip(canvas, Rect { y: top + 1, height: 1, ..area }, &conduct.view(), false);
        } else if let Some(case) = ctx.open() {
            self.line_of_screens(canvas, Rect { y: top, height: 1, ..area });
            top += 1;
            let all = self.screen == ScreenId::Now && self.modals.is_empty() && self.screens.now.is_first();
            let row = Rect { y: top, height: area.height / 4, ..area };
            top += above::draw(canvas, row, &case, self.screens.mine, all);
        }
        let mut notice = self.notice_lines(area.width);
        let lasting = self.lasting_warning(area.width);
        let said = notice.len();
        notice.extend(lasting);
        let notice_height = u16::try_from(notice.len()).unwrap_or(0);
        let body = Rect { y: top, height: (area.bottom() - 2 - notice_height).saturating_sub(top), ..area };
        // A form and a card take the whole place; nothing is worked out for what lies below them.
        let first = self.modals.iter().rposition(Modal::covers);
        if first.is_none() {
            let body =
                if self.screen == ScreenId::Drill { body } else { lane::beside(canvas, body, ctx.back_on_console()) };
            self.screens.get(self.screen).draw(canvas, body, &ctx);
        }
        for modal in &self.modals[first.unwrap_or(0)..] {
            canvas.hits.retain(|(hit, _)| !hit.intersects(body));
            canvas.cursor = None;
            modal.draw(canvas, body, &ctx);
        }
        for (at, (y, line)) in (body.bottom()..).zip(&notice).enumerate() {
            let role = if self.notice.alarm || at >= said { Role::Alarm } else { Role::Text };
            canvas.put(area.x + 1, y, area.width - 1, line, role);
        }
        self.receipt(canvas, Rect { y: area.bottom() - 2, height: 1, ..area });
        self.hints(canvas, Rect { y: area.bottom() - 1, height: 1, ..area });
    }

    /// LIVE, REVIEW or EXERCISE, in a word.
    pub(super) fn mode(&self) -> Option<(&'static str, Role)> {
        self.case.as_ref().map(|case| match (case.mode(), case.playbook().kind) {
            (Mode::Live, model::Kind::Response) => (" LIVE ", Role::Live),
            (Mode::Live, model::Kind::Readiness) => (" REVIEW ", Role::Strong),
            (Mode::Exercise, _) => (" EXERCISE ", Role::Exercise),
        })
    }

    fn is_exercise(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.mode() == Mode::Exercise)
    }

    /// Mode, title, who is here, the time. An exercise fills the row from edge to edge, with its word at both ends.
    fn head(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let now = self.ctx().now;
        let exercise = self.is_exercise();
        if let Some(conduct) = self.ctx().conduct.filter(|_| self.looking.is_none()) {
            let title = [
                (Role::Exercise, " EXERCISE "),
                (Role::Text, " "),
                (Role::Strong, conduct.script().players_title.as_str()),
            ];
            canvas.pieces(area.x, area.y, area.width.saturating_sub(30), &title);
            canvas.put_right(area, "facilitator only  EXERCISE ", Role::Text);
            canvas.tint(area, Role::Exercise);
            return;
        }
        let back = self.looking.as_ref().map(|looking| {
            let day = replay::day(&looking.replay);
            // The word for what kind of case it is stays whole, whatever has no room beside it.
            let (day, head) = match (area.width, looking.replay.real()) {
                (..70, Some(_)) => ("", replay::head_in_short(&looking.replay)),
                (..70, None) | (70..90, Some(_)) => ("", replay::head(&looking.replay)),
                (70..90, None) => (day.rsplit_once(' ').map_or("", |(day, _)| day), replay::head(&looking.replay)),
                (90.., _) => (day.as_str(), replay::head(&looking.replay)),
            };
            format!("{day}  {head} ")
        });
        let who = if self.case.is_some() && !self.person.is_empty() {
            format!("{} · ", cut(&self.person, 24))
        } else {
            String::new()
        };
        let end = if exercise { " EXERCISE " } else { "" };
        // Where a facilitator leads the exercise, the time is its own, and stands still while it rests.
        let led = self.case.as_ref().and_then(|case| exercise::state_of(&case.view()));
        let led = led.map_or_else(String::new, |state| format!("{state} · "));
        let who = if !led.is_empty() && area.width < 70 { String::new() } else { who };
        let right = back.unwrap_or_else(|| format!("{led}{who}{} ", now.short_in(now)));
        let right = format!("{right}{end}");
        let room = area.width.saturating_sub(u16::try_from(width(&right)).unwrap_or(0) + 1);
        let mut pieces: Vec<(Role, &str)> = vec![(Role::Text, " ")];
        let title;
        match (&self.case, self.mode()) {
            (Some(case), Some((word, role))) => {
                title =
                    case.state().opening.as_ref().map_or_else(|| case.folder().name(), |opening| opening.title.clone());
                let closed = if self.is_closed() { "CLOSED  " } else { "" };
                let damaged = if case.damage().is_empty() { "" } else { "DAMAGED  " };
                pieces = vec![(role, word), (Role::Text, " "), (Role::Alarm, damaged), (Role::Strong, closed)];
                pieces.push((Role::Strong, title.as_str()));
            }
            _ => pieces.extend([(Role::Strong, "breachbook"), (Role::Quiet, "   no case is open · no network")]),
        }
        canvas.pieces(area.x, area.y, room, &pieces);
        canvas.put_right(area, &right, Role::Text);
        if exercise {
            canvas.tint(area, Role::Exercise);
        }
    }

    /// The clock of the exercise in every figure that the width has room for.
    fn line_of_clock(canvas: &mut Canvas<'_>, area: Rect, conduct: &Conduct) {
        let board = conduct.board();
        let lines =
            [console::clock(&board), console::clock_in_short(&board, false), console::clock_in_short(&board, true)];
        let room = usize::from(area.width.saturating_sub(2));
        let fits = lines.iter().find(|line| width(&line.words()) <= room).unwrap_or(&lines[2]);
        let pieces: Vec<_> = fits.0.iter().map(|piece| (piece.tone.into(), piece.text.as_str())).collect();
        canvas.pieces(area.x + 1, area.y, area.width.saturating_sub(2), &pieces);
    }

    fn line_of_screens(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(case) = self.ctx().open() else { return };
        let tally = mine::counted_of(&case, self.screens.mine);
        let mut x = area.x + 1;
        let narrow = area.width < 70;
        for id in ScreenId::LINE {
            let here = id == self.screen;
            let label = keymap::row_of(id.verb()).label;
            let count = match id {
                ScreenId::Steps => tally.to_do,
                ScreenId::Calls => tally.calls,
                _ => 0,
            };
            let count = if count > 0 && !narrow { format!(" {count}") } else { String::new() };
            let shown = if here { format!("[{label}{count}]") } else { format!(" {label}{count} ") };
            let used = canvas.put(x, area.y, area.right().saturating_sub(x), &shown, role_of_tab(here));
            canvas.hit(Rect { x, width: used, ..area }, Hit::Verb(id.verb()));
            x += used + u16::from(!narrow);
        }
        let go = Rect { x: area.right().saturating_sub(6), width: 5, ..area };
        if x < go.x {
            canvas.pieces(go.x, go.y, 5, &[(Role::Accent, "g"), (Role::Quiet, " go")]);
            canvas.hit(go, Hit::Verb(Action::Go));
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
        let room = self.case.as_deref().map(crate::session::Session::room)?;
        let words = room.words().filter(|_| room.is_hardly_any())?;
        Some(cut(&words, usize::from(columns.saturating_sub(2))).into_owned())
    }

    /// What was recorded last, with the key that strikes it out.
    fn receipt(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let exercise = self.is_exercise();
        let back = self.looking.as_ref().zip(self.ctx().open());
        let back =
            back.map(|(looking, case)| replay::foot(&case, &looking.replay, area.width.saturating_sub(2)).words());
        let (recorded, strikes) = match (&self.recorded, &self.case) {
            _ if back.is_some() => (back.unwrap_or_default(), false),
            (Some(_), Some(_)) => (self.recorded_what.clone(), self.can_strike() && self.modals.is_empty()),
            (None, Some(_)) => ("Nothing recorded in this run yet".into(), false),
            (_, None) => (String::new(), false),
        };
        let lead = if exercise { "EXERCISE  " } else { "" };
        let end = if strikes && area.width >= 70 { "z strike out " } else { "" };
        // The word stands at both ends, as in the first row.
        let last = if exercise { "EXERCISE " } else { "" };
        let wide = |text: &str| u16::try_from(text.len()).unwrap_or(0);
        let room = area.width.saturating_sub(2 + wide(end) + wide(last));
        let text = format!("{lead}{recorded}");
        canvas.put(area.x + 1, area.y, room, &cut(&text, usize::from(room)), Role::Quiet);
        if !end.is_empty() {
            let at = area.right() - wide(end) - wide(last);
            canvas.pieces(at, area.y, 13, &[(Role::Accent, "z"), (Role::Quiet, " strike out")]);
            canvas.hit(Rect { x: at, width: 12, ..area }, Hit::Verb(Action::Strike));
        }
        if exercise {
            canvas.put_right(area, last, Role::Text);
            canvas.tint(area, Role::Exercise);
        }
    }

    /// What the window of the terminal is called: the mode first, then the case.
    pub(super) fn window_title(&self) -> String {
        let Some((case, (mode, _))) = self.case.as_ref().zip(self.mode()) else { return "breachbook".to_owned() };
        let title = case.state().opening.as_ref().map_or_else(|| case.folder().name(), |opening| opening.title.clone());
        format!("{} · {} · breachbook", mode.trim(), cut(&crate::base::text::inert_line(&title), 60))
    }

    /// The footer: at most six keys of what is in front of one, then the key that lists all.
    fn hints(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let rows = self.hint_rows();
        let right = area.right().saturating_sub(8);
        let help = self.modals.is_empty();
        if help {
            canvas.pieces(right, area.y, 7, &[(Role::Accent, "?"), (Role::Text, " keys")]);
            canvas.hit(Rect { x: right, width: 6, ..area }, Hit::Verb(Action::Help));
        }
        let end = if help { right } else { area.right() };
        let mut x = area.x + 1;
        let console = self.screen == ScreenId::Drill && area.width >= 110 && help;
        for hint in rows.into_iter().take(if console { MOST_OF_CONSOLE } else { MOST_HINTS }) {
            let text_wide = u16::try_from(width(&hint.key) + 1 + width(hint.label)).unwrap_or(u16::MAX);
            if x + text_wide + 2 > end {
                break;
            }
            let pieces = [(Role::Accent, hint.key.as_str()), (Role::Text, " "), (Role::Text, hint.label)];
            let used = canvas.pieces(x, area.y, area.right() - x, &pieces);
            canvas.hit(Rect { x, width: used, ..area }, Hit::Verb(hint.action));
            x += used + 3;
        }
    }
}

fn role_of_tab(here: bool) -> Role {
    if here { Role::Strong } else { Role::Text }
}

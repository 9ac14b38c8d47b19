//! Paper: what can be handed out, what each document lacks, and to whom it goes.

use super::{Screen, ScreenId};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::paper::{self, Paper as Sheet};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::{draw_list, in_sight, read};
use crate::tui::list::Place;
use crate::tui::open::open;
use crate::tui::page::Scroll;
use crate::tui::put_right::correct_target;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Paper {
    place: Place,
    scroll: Scroll,
}

impl Paper {
    /// Where the selected document stands among the items.
    fn selected(&self, sheets: &[Sheet]) -> Option<usize> {
        self.place.row(sheets.len()).map(|at| sheets[at].item)
    }
}

impl Screen for Paper {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let sheets = paper::rows(&case);
        let selected = self.selected(&sheets);
        match (action, selected) {
            (Action::PageDown, _) => self.scroll.by(8),
            (Action::PageUp, _) => self.scroll.by(-8),
            (Action::Open, Some(item)) => return vec![Effect::Goto(Target::Item(item))],
            (Action::Correct, Some(item)) => return correct_target(&case, Target::Item(item)),
            (Action::Note, _) => {
                let about = selected.map(|item| case.playbook.items[item].id.as_str());
                return open(&case, &verbs::note::VERB, about.unwrap_or_default());
            }
            (Action::Back, _) => return vec![Effect::Show(ScreenId::Now)],
            _ if self.place.on(action, sheets.len()) => self.scroll.reset(),
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        match hit {
            Hit::Row(row) if self.place.row(paper::rows(&case).len()) == Some(row) => self.on(Action::Open, ctx),
            Hit::Row(row) => {
                self.place.selected = row;
                self.scroll.reset();
                Vec::new()
            }
            Hit::Link(link) => link.target().map(Effect::Goto).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        if let Some(case) = ctx.open() {
            self.draw_sheets(canvas, area, &case);
        }
    }
}

impl Paper {
    fn draw_sheets(&self, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>) {
        let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
        let sheets = paper::rows(case);
        let foot = read(&paper::foot(), inner.width);
        let foot_lines = foot.len().min(area.height / 4);
        let rows: Vec<_> = sheets.iter().map(|sheet| sheet.row.clone()).collect();
        let list = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 2);
        canvas.put(inner.x, area.y, inner.width, &paper::title(case, &sheets).words(), Role::Strong);
        if rows.len() > usize::from(list) {
            canvas.put_right(Rect { height: 1, ..inner }, &in_sight(self.place, rows.len(), list.into()), Role::Quiet);
        }
        let rows_area = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: list };
        draw_list(canvas, rows_area, &rows, self.place);
        let (line, bottom) = (rows_area.bottom(), area.bottom().saturating_sub(foot_lines));
        if let Some(item) = self.selected(&sheets).filter(|_| line < bottom) {
            canvas.line_across(Rect { y: line, height: 1, ..inner });
            let below = Rect { y: line + 1, height: bottom.saturating_sub(line + 1), ..inner };
            let page = read(&paper::page(case, item), below.width);
            page.draw(canvas, below, self.scroll.top(&page, below.height));
        }
        foot.draw(canvas, Rect { y: bottom, height: foot_lines, ..inner }, 0);
    }
}

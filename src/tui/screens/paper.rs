//! Paper: what can be handed out, what each document lacks and to whom it goes, how each page looks, and what was printed.

use super::{Screen, ScreenId};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::mine::{self, Whose};
use crate::page::paper::{self, Sheet};
use crate::page::printed::Printed;
use crate::record::Draft;
use crate::record::verbs;
use crate::report;
use crate::session::drill::Conduct;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::{draw_list, in_sight, read};
use crate::tui::list::Place;
use crate::tui::open::{open, open_with};
use crate::tui::page::{Page, Scroll};
use crate::tui::put_right::correct_target;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::rc::Rc;

/// The view.
#[derive(Default)]
pub struct Paper {
    place: Place,
    /// Whether only what is mine is shown, and what has no owner.
    mine: bool,
    scroll: Scroll,
    made: RefCell<Option<Made>>,
}

/// A preview as the case was at a revision and moment, in so many columns.
type Made = (((u64, i64), Printed, u16), Rc<Page>);

impl Paper {
    /// What is selected.
    pub fn selected(&self, case: &View<'_>) -> Option<Printed> {
        let sheets = self.sheets(case);
        self.place.row(sheets.len()).and_then(|at| sheets.into_iter().nth(at)).map(|sheet| sheet.printed)
    }

    /// Shows only what is mine, or everything.
    pub fn shows(&mut self, mine: bool) {
        *self = Self { mine, ..Self::default() };
    }

    /// What can be printed; of mine without the texts that wait for others.
    fn sheets(&self, case: &View<'_>) -> Vec<Sheet> {
        let mut sheets = paper::sheets(case);
        if self.mine {
            let held = mine::roles(case);
            let others = |item| mine::whose(case, &held, Target::Item(item)) == Whose::Others;
            sheets.retain(|sheet| !sheet.item.is_some_and(others));
        }
        sheets
    }

    fn preview(
        &self,
        case: &View<'_>,
        printed: &Printed,
        item: Option<usize>,
        columns: u16,
        ctx: &Ctx<'_>,
    ) -> Rc<Page> {
        let of = (ctx.revision(), printed.clone(), columns);
        if let Some((_, page)) = self.made.borrow().as_ref().filter(|(known, _)| *known == of) {
            return Rc::clone(page);
        }
        // The past is told from the case alone.
        let conduct = ctx.conduct.filter(|conduct| ctx.looking.is_none() && conduct.has_ended());
        let page = Rc::new(preview(case, (printed, item), columns, conduct));
        *self.made.borrow_mut() = Some((of, Rc::clone(&page)));
        page
    }
}

/// What was printed of it, and how it would look now.
fn preview(
    case: &View<'_>,
    (printed, item): (&Printed, Option<usize>),
    columns: u16,
    conduct: Option<&Conduct>,
) -> Page {
    let mut document = paper::history(case, printed);
    let page = match printed {
        Printed::Page(page) => Some(report::PageId::Page(*page)),
        Printed::List(id) => Some(report::PageId::List(id.clone())),
        Printed::Document(_) => None,
    };
    if !document.is_empty() {
        document.gap();
    }
    let options = report::Options::default();
    match page.map(|page| match (&page, conduct) {
        (report::PageId::Page(report::Page::AfterAction), Some(conduct)) => {
            let (account, heads) = (conduct.account(), conduct.control().heads());
            let told = report::drill::Facilitators { account: &account, heads: &heads };
            Ok(report::print::after_action(case, &told, &options))
        }
        _ => report::page(case, &page, &options),
    }) {
        Some(Ok(sheet)) => document.append(sheet.body),
        Some(Err(_)) => &mut document,
        None => document.append(item.map(|item| paper::page(case, item)).unwrap_or_default()),
    };
    read(&document, columns)
}

impl Screen for Paper {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let sheets = self.sheets(&case);
        let selected = self.place.row(sheets.len()).and_then(|at| sheets.get(at));
        match (action, selected) {
            (Action::PageDown, _) => self.scroll.by(8),
            (Action::PageUp, _) => self.scroll.by(-8),
            (Action::Open, Some(Sheet { printed: Printed::Document(_), item: Some(item), .. })) => {
                let to = paper::goes_on_at(&case, *item).unwrap_or(*item);
                return vec![Effect::Goto(Target::Item(to))];
            }
            (Action::Open, Some(_)) => return vec![Effect::Verb(Action::Print)],
            (Action::Choose, Some(Sheet { printed: Printed::Document(id), .. })) => {
                return letter(&case, id.as_str(), ctx.digit);
            }
            (Action::Choose, _) => {
                return vec![Effect::Say("Numbers draft and send a document; p prints this.".into())];
            }
            (Action::Correct, Some(Sheet { item: Some(item), .. })) => {
                return correct_target(&case, Target::Item(*item));
            }
            (Action::Note, _) => {
                let about = selected.and_then(|sheet| sheet.item).map(|item| case.playbook.items[item].id.as_str());
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
            Hit::Row(row) if self.place.row(self.sheets(&case).len()) == Some(row) => self.on(Action::Open, ctx),
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
            self.draw_sheets(canvas, area, &case, ctx);
        }
    }
}

/// What a number does with a document: `1 draft 2 approve 3 wants a change 4 sent`.
fn letter(case: &View<'_>, id: &str, digit: Option<usize>) -> Vec<Effect> {
    match digit {
        Some(1) => open(case, &verbs::draft::VERB, id),
        Some(2) => open(case, &verbs::approve::VERB, id),
        Some(3) => open_with(case, Draft::new(&verbs::approve::VERB, id).with(&verbs::approve::CHANGE, "")),
        Some(4) => open(case, &verbs::sent::VERB, id),
        _ => vec![Effect::Say("1 draft, 2 approve, 3 wants a change, 4 sent.".into())],
    }
}

impl Paper {
    fn draw_sheets(&self, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, ctx: &Ctx<'_>) {
        let mut area = area;
        if self.mine && area.height > 2 {
            let row = Rect { x: area.x + 3, width: area.width.saturating_sub(6), height: 1, ..area };
            super::mine_row(canvas, row, &mine::title(case));
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
        let sheets = self.sheets(case);
        let rows: Vec<_> = sheets.iter().map(|sheet| sheet.row.clone()).collect();
        let list = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let seen =
            if rows.len() > usize::from(list) { in_sight(self.place, rows.len(), list.into()) } else { String::new() };
        let title = paper::title(case, &paper::rows(case)).words();
        canvas.put(inner.x, area.y, inner.width, &title, Role::Strong);
        let rows_area = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: list };
        draw_list(canvas, rows_area, &rows, self.place);
        let line = rows_area.bottom();
        let selected = self.place.row(sheets.len()).and_then(|at| sheets.get(at));
        if let Some(sheet) = selected.filter(|_| line < area.bottom()) {
            canvas.line_across(Rect { y: line, height: 1, ..inner });
            canvas.put_right(Rect { y: line, height: 1, ..inner }, &format!(" {seen}"), Role::Quiet);
            let below = Rect { y: line + 1, height: area.bottom().saturating_sub(line + 1), ..inner };
            let page = self.preview(case, &sheet.printed, sheet.item, below.width, ctx);
            page.draw(canvas, below, self.scroll.top(&page, below.height));
        }
    }
}

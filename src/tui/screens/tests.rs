//! Tests: are we over the line, and why? Above every test, below the selected one element by element.

use super::{Screen, ScreenId};
use crate::base::text::width;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::test::{Test, decided_by, id, leads_to, rows, title};
use crate::page::test_whole::whole;
use crate::page::{Link, Row};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::{draw_list, in_sight, read};
use crate::tui::list::Place;
use crate::tui::open::open as open_form;
use crate::tui::page::{Page, Scroll};
use crate::tui::put_right::correct_target;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::rc::Rc;

/// The view.
#[derive(Default)]
pub struct Tests {
    /// The selected test, once somebody chose one. It stays selected wherever it comes to stand in the list.
    at: Option<Test>,
    /// Whether the clauses stand there in full.
    clauses: bool,
    scroll: Scroll,
    list: RefCell<Option<Listed>>,
    page: RefCell<Option<(Of, Rc<Page>)>>,
}

/// The list with the moment of which it is.
type Listed = ((u64, i64), Rc<List>);

/// What a page was made of: the moment, the test, whether with clauses, and the width.
type Of = ((u64, i64), Test, bool, u16);

/// The list as it is at a moment.
struct List {
    title: String,
    tests: Vec<Test>,
    rows: Vec<Row>,
}

impl Tests {
    /// Selects a rule by its place in the playbook.
    pub fn select(&mut self, rule: usize) {
        self.choose(Some(Test::Rule(rule)));
    }

    fn choose(&mut self, test: Option<Test>) {
        if self.at != test {
            self.scroll.reset();
        }
        self.at = test;
    }

    fn list(&self, case: &View<'_>, ctx: &Ctx<'_>) -> Rc<List> {
        let mut kept = self.list.borrow_mut();
        let revision = ctx.revision();
        match kept.as_ref().filter(|(of, _)| *of == revision) {
            Some((_, list)) => Rc::clone(list),
            None => {
                let (tests, rows) = rows(case).into_iter().unzip();
                let list = Rc::new(List { title: title(case), tests, rows });
                *kept = Some((revision, Rc::clone(&list)));
                list
            }
        }
    }

    fn page(&self, case: &View<'_>, ctx: &Ctx<'_>, test: Test, columns: u16) -> Rc<Page> {
        let mut kept = self.page.borrow_mut();
        let of = (ctx.revision(), test, self.clauses, columns);
        match kept.as_ref().filter(|(known, _)| *known == of) {
            Some((_, page)) => Rc::clone(page),
            None => {
                let page = Rc::new(read(&whole(case, test, self.clauses), columns));
                *kept = Some((of, Rc::clone(&page)));
                page
            }
        }
    }

    fn place(&self, list: &List) -> Place {
        let found = self.at.and_then(|at| list.tests.iter().position(|test| *test == at));
        Place { selected: found.unwrap_or(0) }
    }
}

impl Screen for Tests {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let list = self.list(&case, ctx);
        let mut place = self.place(&list);
        let Some(test) = list.tests.get(place.selected).copied() else {
            return if action == Action::Back { vec![Effect::Show(ScreenId::Now)] } else { Vec::new() };
        };
        match action {
            Action::PageUp => self.scroll.by(-5),
            Action::PageDown => self.scroll.by(5),
            Action::Back => return vec![Effect::Show(ScreenId::Now)],
            Action::Unfold => {
                self.clauses = !self.clauses;
                self.scroll.reset();
            }
            Action::Open => {
                let target = leads_to(&case, test).and_then(Link::target);
                return target.map(Effect::Goto).into_iter().collect();
            }
            Action::Correct => {
                return match decided_by(&case, test) {
                    Some(at) => correct_target(&case, Target::Item(at)),
                    None => {
                        vec![Effect::Say("No answer decides this test yet. Enter goes to what it waits for.".into())]
                    }
                };
            }
            Action::Note => {
                return open_form(&case, &verbs::note::VERB, id(&case, test).map_or("", |id| id.as_str()));
            }
            _ => {
                if place.on(action, list.tests.len()) {
                    self.choose(list.tests.get(place.selected).copied());
                }
            }
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        match hit {
            Hit::Row(row) => {
                let list = self.list(&case, ctx);
                let again = self.place(&list).selected == row;
                self.choose(list.tests.get(row).copied());
                if again { self.on(Action::Open, ctx) } else { Vec::new() }
            }
            Hit::Link(link) => link.target().map(Effect::Goto).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let list = self.list(&case, ctx);
        let (place, len) = (self.place(&list), list.rows.len());
        let text = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
        let height = u16::try_from(len).unwrap_or(u16::MAX).min(area.height.saturating_sub(2) / 3).max(1);
        let seen = if len == 0 { String::new() } else { in_sight(place, len, usize::from(height)) };
        let head = Rect { height: 1, ..text };
        canvas.put_right(head, &seen, Role::Quiet);
        let room = head.width.saturating_sub(u16::try_from(width(&seen)).unwrap_or(0) + 2);
        canvas.pieces(head.x, head.y, room, &[(Role::Strong, "Tests   "), (Role::Text, &list.title)]);
        let Some(test) = list.tests.get(place.selected) else { return };
        let above = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(4), height };
        draw_list(canvas, above, &list.rows, place);
        let line = Rect { x: area.x + 1, y: above.bottom(), width: area.width.saturating_sub(2), height: 1 };
        canvas.line_across(line);
        let below = Rect { y: line.bottom(), height: area.bottom().saturating_sub(line.bottom()), ..text };
        let page = self.page(&case, ctx, *test, below.width);
        page.draw(canvas, below, self.scroll.top(&page, below.height));
    }
}

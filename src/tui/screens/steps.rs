//! Steps: what is left, and whose.

use super::now::{item_verb, step_of};
use super::{Screen, ScreenId};
use crate::base::text::width;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::steps::{Node, Shown, Tree, Wish, tree};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::form::together;
use crate::tui::layout::{draw_list, in_sight};
use crate::tui::list::Place;
use crate::tui::open::open;
use crate::tui::page::Page;
use crate::tui::put_right::correct_target;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The view.
#[derive(Default)]
pub struct Steps {
    wish: Wish,
    /// What is unfolded in the views that were left.
    left: BTreeMap<(Shown, bool), BTreeMap<Node, bool>>,
    /// The row under the cursor, once somebody moved it. It stays on what it is of, whatever is folded or recorded.
    at: Option<Node>,
    made: RefCell<Option<Made>>,
}

/// A tree with what it was made of.
type Made = ((u64, i64), Wish, Rc<Tree>);

impl Steps {
    /// The tree, made once for a revision of the case and a wish.
    fn tree(&self, case: &View<'_>, ctx: &Ctx<'_>) -> Rc<Tree> {
        let mut made = self.made.borrow_mut();
        let revision = ctx.revision();
        match made.as_ref().filter(|(of, wish, _)| *of == revision && *wish == self.wish) {
            Some((.., tree)) => Rc::clone(tree),
            None => {
                let tree = Rc::new(tree(case, &self.wish));
                *made = Some((revision, self.wish.clone(), Rc::clone(&tree)));
                tree
            }
        }
    }

    /// Where the cursor is: before it was moved, on the next thing to do.
    fn place(&self, case: &View<'_>, tree: &Tree) -> Place {
        let head = || case.picture.next.first().map(|next| Node::At(next.target));
        let at = self.at.and_then(|at| tree.position(at)).or_else(|| tree.position(head()?));
        Place { selected: at.unwrap_or(0) }
    }

    /// Shows only what is mine, or everything.
    pub fn shows(&mut self, mine: bool) {
        self.look(self.wish.shown, mine);
    }

    /// Goes to another view, where everything is folded as it was left.
    fn look(&mut self, shown: Shown, mine: bool) {
        let left = std::mem::take(&mut self.wish.unfolded);
        self.left.insert((self.wish.shown, self.wish.mine), left);
        let unfolded = self.left.remove(&(shown, mine)).unwrap_or_default();
        self.wish = Wish { shown, mine, unfolded };
    }

    /// Folds or unfolds the step of a row; the cursor goes to the step.
    fn fold(&mut self, tree: &Tree, at: Node) {
        let step = match at {
            Node::At(target) => tree.nodes.iter().rfind(|node| owns(tree, **node, target)).copied(),
            step => Some(step),
        };
        let Some(step) = step else { return };
        let open = tree.nodes.iter().any(|node| matches!(node, Node::At(target) if owns(tree, step, *target)));
        self.wish.unfolded.insert(step, !open);
        self.at = Some(step);
    }
}

fn owns(tree: &Tree, step: Node, target: Target) -> bool {
    tree.step_of(target) == Some(step)
}

impl Screen for Steps {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let tree = self.tree(&case, ctx);
        let mut place = self.place(&case, &tree);
        let at = tree.nodes.get(place.selected).copied();
        match (action, at) {
            (Action::Back, _) => return vec![Effect::Show(ScreenId::Now)],
            (Action::NextView, _) => self.look(self.wish.shown.following(), self.wish.mine),
            (Action::Unfold, Some(at)) => self.fold(&tree, at),
            (Action::Together, Some(Node::At(target))) => return together::open(&case, step_of(&case, target)),
            (Action::Together, Some(Node::Step(step))) => return together::open(&case, step),
            (Action::Open, Some(Node::At(target))) => return vec![Effect::Goto(target)],
            (Action::Open, Some(step)) => self.fold(&tree, step),
            (Action::Correct, Some(Node::At(target))) => return correct_target(&case, target),
            (_, _) if place.on(action, tree.nodes.len()) => self.at = tree.nodes.get(place.selected).copied(),
            (_, Some(Node::At(target))) => return item_verb(&case, target, action).unwrap_or_default(),
            // Of a step as a whole nothing is recorded but a note.
            (Action::Note, _) => return open(&case, &verbs::note::VERB, ""),
            (Action::LogCall, _) => return vec![Effect::Show(ScreenId::Calls)],
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let (Hit::Row(row), Some(case)) = (hit, ctx.open()) else { return Vec::new() };
        let tree = self.tree(&case, ctx);
        let again = self.place(&case, &tree).selected == row;
        self.at = tree.nodes.get(row).copied();
        if again { self.on(Action::Open, ctx) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let tree = self.tree(&case, ctx);
        let place = self.place(&case, &tree);
        let text = Rect { x: area.x + 3, width: area.width.saturating_sub(6), ..area };
        let mut y = area.y + 1;
        if let Some(says) = &tree.says {
            let mut page = Page::new(text.width);
            page.gap().say(Role::Text, says);
            page.draw_cut(canvas, Rect { y, height: area.bottom().saturating_sub(y), ..text });
            y += page.len() + 1;
        }
        let list =
            Rect { x: area.x + 1, y, width: area.width.saturating_sub(4), height: area.bottom().saturating_sub(y) };
        let len = tree.rows.len();
        let seen = if len == 0 { String::new() } else { in_sight(place, len, usize::from(list.height)) };
        self.head(canvas, Rect { height: 1, ..text }, &tree.title, &seen);
        draw_list(canvas, list, &tree.rows, place);
    }
}

impl Steps {
    /// The line above the tree: what it shows, the keys that show something else, and which rows are in sight.
    fn head(&self, canvas: &mut Canvas<'_>, line: Rect, title: &str, seen: &str) {
        canvas.put_right(line, seen, Role::Quiet);
        let room = usize::from(line.width).saturating_sub(width(seen) + 2);
        let mine = if self.wish.mine { "everything" } else { "mine" };
        let views = self.wish.shown.others();
        let fits = |view: &str| width(title) + width(view) + width(mine) + 12 <= room;
        let view = [views.as_str(), "view"].into_iter().find(|view| fits(view));
        let room = u16::try_from(room).unwrap_or(line.width);
        let used = canvas.put(line.x, line.y, room, title, Role::Strong);
        let mut x = line.x + used + 4;
        for (action, key, label) in [(Action::NextView, "v", view), (Action::Mine, "m", view.map(|_| mine))] {
            let Some(label) = label else { continue };
            let used =
                canvas.pieces(x, line.y, line.width, &[(Role::Accent, key), (Role::Text, " "), (Role::Text, label)]);
            canvas.hit(Rect { x, width: used, ..line }, Hit::Verb(action));
            x += used + 4;
        }
    }
}

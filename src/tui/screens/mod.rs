//! The screens, one file or folder each: each answers one question that somebody says aloud.

pub mod calls;
mod case_row;
pub mod help;
pub mod home;
pub mod now;
pub mod paper;
pub mod phone_list;
pub mod readiness;
pub mod record;
pub mod steps;
pub mod tests;

use super::action::Action;
use super::canvas::{Canvas, Hit};
use super::console::Console;
use super::ctx::Ctx;
use super::effect::Effect;
use super::key::Key;
use super::keymap::Scope;
use super::theme::Role;
use ratatui::layout::Rect;

/// A screen.
pub trait Screen {
    /// Does a verb; changes its own view only and returns what else is to happen.
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect>;
    /// Takes a click on something that it drew.
    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect>;
    /// Takes a key that is typed into it as text.
    fn key(&mut self, _: Key, _: &Ctx<'_>) {}
    /// Takes pasted text where text can be typed; says if something was left out.
    fn paste(&mut self, _: &str) -> Option<String> {
        None
    }
    /// Draws itself.
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>);
}

/// Which screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ScreenId {
    /// Which case?
    #[default]
    Home,
    /// What do I do?
    Now,
    /// What is left, and whose?
    Steps,
    /// Whom do I ring?
    Calls,
    /// Are we over the line, and why?
    Tests,
    /// What did we say, and when?
    Record,
    /// What do I hand out?
    Paper,
    /// Keys and signs.
    Help,
    /// Who gets what next?
    Drill,
}

/// Each screen with the scope of its keys and the verb that shows it.
const ALL: [(ScreenId, Scope, Action); 9] = [
    (ScreenId::Home, Scope::Home, Action::ShowHome),
    (ScreenId::Now, Scope::Now, Action::ShowNow),
    (ScreenId::Steps, Scope::Steps, Action::ShowSteps),
    (ScreenId::Calls, Scope::Calls, Action::ShowCalls),
    (ScreenId::Tests, Scope::Tests, Action::ShowTests),
    (ScreenId::Record, Scope::Record, Action::ShowRecord),
    (ScreenId::Paper, Scope::Paper, Action::ShowPaper),
    (ScreenId::Help, Scope::Help, Action::Help),
    (ScreenId::Drill, Scope::Drill, Action::ShowDrill),
];

impl ScreenId {
    fn of(self) -> (Scope, Action) {
        let found = ALL.iter().find(|(id, ..)| *id == self).unwrap_or(&ALL[0]);
        (found.1, found.2)
    }

    /// Whose keys count there.
    pub fn scope(self) -> Scope {
        self.of().0
    }

    /// The verb that shows it.
    pub fn verb(self) -> Action {
        self.of().1
    }

    /// The screen that a verb shows.
    pub fn shown_by(action: Action) -> Option<Self> {
        ALL.iter().find(|(.., verb)| *verb == action).map(|(id, ..)| *id)
    }

    /// Those of an open case, in the order of the line at the top.
    pub const LINE: [Self; 6] = [Self::Now, Self::Steps, Self::Calls, Self::Tests, Self::Record, Self::Paper];

    /// The screen beside this one in the line at the top, around its ends.
    pub fn beside(self, after: bool) -> Self {
        let count = Self::LINE.len();
        let at = Self::LINE.iter().position(|id| *id == self);
        match (at, after) {
            (Some(at), true) => Self::LINE[(at + 1) % count],
            (Some(at), false) => Self::LINE[(at + count - 1) % count],
            (None, _) => Self::Now,
        }
    }
}

/// The row above what is shown of mine: what it is, and the key that shows everything.
fn mine_row(canvas: &mut Canvas<'_>, row: Rect, title: &str) {
    canvas.put(row.x, row.y, row.width.saturating_sub(14), title, Role::Strong);
    let x = row.right().saturating_sub(12).max(row.x);
    canvas.pieces(x, row.y, row.right().saturating_sub(x), &[(Role::Accent, "m"), (Role::Text, " everything")]);
    canvas.hit(Rect { x, width: row.right().saturating_sub(x), height: 1, ..row }, Hit::Verb(Action::Mine));
}

/// The view of every screen.
#[derive(Default)]
pub struct Screens {
    pub home: home::Home,
    pub now: now::Now,
    pub steps: steps::Steps,
    pub calls: calls::Calls,
    pub tests: tests::Tests,
    pub record: record::Record,
    pub paper: paper::Paper,
    pub help: help::Help,
    pub console: Console,
    /// Whether Now, Steps, Calls, Paper, the counts and the clock show only what falls to the person at the keyboard, and what has no owner.
    pub mine: bool,
}

impl Screens {
    /// Shows only what is theirs, or everything again.
    pub fn turn_mine(&mut self) {
        self.mine = !self.mine;
        self.now.shows(self.mine);
        self.steps.shows(self.mine);
        self.calls.shows(self.mine);
        self.paper.shows(self.mine);
    }

    /// A screen to be looked at.
    pub fn get(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Home => &self.home,
            ScreenId::Now => &self.now,
            ScreenId::Steps => &self.steps,
            ScreenId::Calls => &self.calls,
            ScreenId::Tests => &self.tests,
            ScreenId::Record => &self.record,
            ScreenId::Paper => &self.paper,
            ScreenId::Help => &self.help,
            ScreenId::Drill => &self.console,
        }
    }

    /// A screen to be used.
    pub fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Home => &mut self.home,
            ScreenId::Now => &mut self.now,
            ScreenId::Steps => &mut self.steps,
            ScreenId::Calls => &mut self.calls,
            ScreenId::Tests => &mut self.tests,
            ScreenId::Record => &mut self.record,
            ScreenId::Paper => &mut self.paper,
            ScreenId::Help => &mut self.help,
            ScreenId::Drill => &mut self.console,
        }
    }

    /// Forgets what was looked at in another case.
    pub fn forget_case(&mut self) {
        let (home, mine) = (std::mem::take(&mut self.home), self.mine);
        *self = Self { home, ..Self::default() };
        if mine {
            self.turn_mine();
        }
    }
}

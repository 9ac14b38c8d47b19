//! The screens, one file or folder each.

pub mod contacts;
mod counts_page;
pub mod guide;
pub mod help;
pub mod home;
pub mod log;
pub mod phone_list;
pub mod readiness;
pub mod rules;
pub mod scale_page;

use super::action::Action;
use super::canvas::{Canvas, Hit};
use super::ctx::Ctx;
use super::effect::Effect;
use super::keymap::Scope;
use ratatui::layout::Rect;

/// A screen.
pub trait Screen {
    /// Does a verb; changes its own view only and returns what else is to happen.
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect>;
    /// Takes a click on something that it drew.
    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect>;
    /// Draws itself.
    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>);
}

/// Which screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ScreenId {
    /// Cases and playbooks.
    #[default]
    Home,
    /// The one next thing.
    Guide,
    /// Tests, element by element.
    Rules,
    /// Whom to call.
    Contacts,
    /// What was recorded.
    Log,
    /// Keys and signs.
    Help,
}

impl ScreenId {
    /// Whose keys count there.
    pub fn scope(self) -> Scope {
        match self {
            Self::Home => Scope::Home,
            Self::Guide => Scope::Guide,
            Self::Rules => Scope::Rules,
            Self::Contacts => Scope::Contacts,
            Self::Log => Scope::Log,
            Self::Help => Scope::Help,
        }
    }

    /// The verb that shows it.
    pub fn verb(self) -> Action {
        match self {
            Self::Home => Action::ShowHome,
            Self::Guide => Action::ShowGuide,
            Self::Rules => Action::ShowRules,
            Self::Contacts => Action::ShowContacts,
            Self::Log => Action::ShowLog,
            Self::Help => Action::Help,
        }
    }

    /// Those in the line of screens at the top.
    pub const LINE: [Self; 6] = [Self::Guide, Self::Rules, Self::Contacts, Self::Log, Self::Home, Self::Help];
}

/// The view of every screen.
#[derive(Default)]
pub struct Screens {
    /// Home.
    pub home: home::Home,
    /// Guide.
    pub guide: guide::Guide,
    /// Rules.
    pub rules: rules::Rules,
    /// Contacts.
    pub contacts: contacts::Contacts,
    /// Log.
    pub log: log::Log,
    /// Help.
    pub help: help::Help,
}

impl Screens {
    /// A screen to be looked at.
    pub fn get(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Home => &self.home,
            ScreenId::Guide => &self.guide,
            ScreenId::Rules => &self.rules,
            ScreenId::Contacts => &self.contacts,
            ScreenId::Log => &self.log,
            ScreenId::Help => &self.help,
        }
    }

    /// A screen to be used.
    pub fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Home => &mut self.home,
            ScreenId::Guide => &mut self.guide,
            ScreenId::Rules => &mut self.rules,
            ScreenId::Contacts => &mut self.contacts,
            ScreenId::Log => &mut self.log,
            ScreenId::Help => &mut self.help,
        }
    }

    /// Forgets what was looked at in another case.
    pub fn forget_case(&mut self) {
        let home = std::mem::take(&mut self.home);
        *self = Self { home, ..Self::default() };
    }
}

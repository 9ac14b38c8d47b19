//! A question of the program itself, with its ways on, over a screen.

use super::canvas::{Canvas, Hit};
use super::console::acts::Act;
use super::effect::Effect;
use super::form::Pick;
use super::page::Page;
use super::theme::Role;
use crate::base::ItemId;
use crate::base::text::inert_line;
use crate::judge::View;
use crate::page::{adding, arrived};
use crate::record::{Arrived, Draft};
use crate::session::Sight;
use ratatui::layout::Rect;

/// A question of the program, with two or three ways on. The first is the safe one.
#[derive(Debug)]
pub struct Ask {
    title: String,
    say: String,
    pick: Pick,
    ways: Vec<Way>,
    /// Whether a number only chooses, and Enter takes: where Enter behind it would mean much.
    by_enter: bool,
}

/// What an answer to such a question does.
#[derive(Clone, Debug)]
enum Way {
    Stay,
    Leave,
    Anyway(Box<(Draft, Sight)>),
    /// Shows what falls to a role; none shows what has no owner.
    Mine(Option<ItemId>),
    /// Opens the form of a draft.
    Fill(Box<Draft>),
    /// Does what the facilitator's console does.
    Lead(Act),
}

impl Ask {
    fn new(title: &str, say: &str, ways: Vec<(&str, Way)>) -> Self {
        let options = ways.iter().map(|(label, _)| ((*label).to_owned(), (*label).to_owned(), None)).collect();
        let mut pick = Pick::one(options);
        pick.choose(0);
        Self {
            title: title.into(),
            say: say.into(),
            pick,
            ways: ways.into_iter().map(|(_, way)| way).collect(),
            by_enter: false,
        }
    }

    /// Whether to record beside what others recorded about the same thing while the form was open.
    pub fn arrived(view: &View<'_>, arrived: &Arrived, draft: &Draft, sight: Sight) -> Self {
        let lines = arrived::lines(view, arrived).join(" ");
        let anyway = (draft.clone(), sight);
        Self::new(
            "Somebody else recorded this meanwhile",
            &format!("{} {} Nothing of yours is recorded yet.", inert_line(&lines), arrived::then(arrived.beside)),
            vec![
                ("Leave theirs as it stands, and go back to what you typed", Way::Stay),
                ("Record yours as well", Way::Anyway(Box::new(anyway))),
            ],
        )
    }

    /// Whether to leave the program.
    pub fn quit(drafts: usize, recorded: Option<&str>) -> Self {
        let mut say = recorded.map_or_else(String::new, |line| {
            format!("Everything that was recorded is on the disk; the last is {line}.")
        });
        if drafts > 0 {
            say.push_str(" Text that was typed but not recorded will be lost.");
        }
        Self::new("Leave breachbook", say.trim(), vec![("Stay", Way::Stay), ("Leave", Way::Leave)])
    }

    /// In which role somebody is here of whom no list knows one; asked once.
    pub fn role(view: &View<'_>) -> Self {
        let none = ("None of these: show what has no owner", Way::Mine(None));
        let roles = view.playbook.roles.iter().map(|role| (role.title.as_str(), Way::Mine(Some(role.id.clone()))));
        let say = format!(
            "The phone list knows no role of {}. This only says what is shown; nothing is recorded.",
            view.person
        );
        let mut ask = Self::new("In which role are you here?", &say, std::iter::once(none).chain(roles).collect());
        ask.pick.at = None;
        ask
    }

    /// What somebody wants to add to the record.
    pub fn additions(view: &View<'_>) -> Self {
        let all = adding::all(view);
        let ways = all.iter().map(|one| (one.label.as_str(), Way::Fill(Box::new(one.draft.clone())))).collect();
        Self::new("Add to the record", "What do you want to write down?", ways)
    }

    /// Acts of the facilitator's console to choose from.
    pub fn acts(title: &str, say: &str, ways: Vec<(String, Act)>) -> Self {
        let ways = ways.iter().map(|(label, act)| (label.as_str(), Way::Lead(act.clone()))).collect();
        Self::new(title, say, ways)
    }

    /// A number only chooses, and Enter takes it.
    pub fn by_enter(self) -> Self {
        Self { by_enter: true, ..self }
    }

    /// Takes the way that is chosen.
    pub fn take(&self) -> Vec<Effect> {
        match self.pick.at.and_then(|at| self.ways.get(at)) {
            Some(Way::Leave) => vec![Effect::Leave],
            Some(Way::Anyway(anyway)) => {
                let (draft, sight) = (**anyway).clone();
                vec![Effect::Pop, Effect::SubmitAnyway(draft, sight)]
            }
            Some(Way::Fill(draft)) => vec![Effect::Pop, Effect::Fill((**draft).clone())],
            Some(Way::Lead(act)) => vec![Effect::Pop, Effect::Lead(act.clone())],
            Some(Way::Mine(role)) => vec![Effect::Pop, Effect::MineAs(role.clone())],
            Some(Way::Stay) | None => vec![Effect::Pop],
        }
    }

    /// How many ways on there are.
    pub fn options(&self) -> usize {
        self.pick.options.len()
    }

    /// Takes a number: it chooses, and takes at once where Enter need not.
    pub fn number(&mut self, digit: usize) -> Vec<Effect> {
        if digit > 0 && self.pick.choose(digit - 1) && !self.by_enter { self.take() } else { Vec::new() }
    }

    /// Chooses the way above or below.
    pub fn step(&mut self, down: bool) {
        self.pick.step(down);
    }

    /// Takes the way that is clicked.
    pub fn click(&mut self, row: usize) -> Vec<Effect> {
        self.pick.choose(row);
        self.take()
    }

    /// Draws it over an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let mut page = Page::new(area.width.min(84).saturating_sub(4));
        if !self.say.is_empty() {
            page.say(Role::Text, &self.say);
        }
        // The last line of the way that is chosen, so that it is seen where they do not all fit.
        let mut last = 0;
        for (at, (label, ..)) in self.pick.options.iter().enumerate() {
            let from = page.lines.len();
            let here = self.pick.at == Some(at);
            let lead = if here { "▸ " } else { "  " };
            let role = if here { Role::Selected } else { Role::Text };
            let digit = if at < 9 { (at + 1).to_string() } else { " ".into() };
            page.pieces(&[(Role::Accent, lead), (Role::Accent, &digit), (Role::Text, " "), (role, label)]);
            if here {
                last = page.len();
            }
            page.click(from, Hit::Row(at));
        }
        let inner = boxed(canvas, area, page.len(), &self.title);
        page.draw(canvas, inner, last.saturating_sub(inner.height));
    }
}

fn boxed(canvas: &mut Canvas<'_>, area: Rect, lines: u16, title: &str) -> Rect {
    let width = area.width.min(84);
    let height = (lines + 2).min(area.height);
    let outer = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
    canvas.clear(outer);
    canvas.frame(outer, title)
}

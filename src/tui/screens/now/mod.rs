//! The guide: the steps, the one next thing and why, what has fired.

mod around;
mod draw;
mod item;
mod lanes;
mod rows;
mod share;
pub mod walk;
pub mod ways;

use super::{Screen, ScreenId};
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::playbook::Body;
use crate::playbook::question::AnswerType;
use crate::record::verbs::{self, task};
use crate::record::{Draft, main_verb};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::form::Form;
use crate::tui::modal::Modal;
use crate::tui::open::{open, open_with};
use crate::tui::pace::acts_on_selected;
use crate::tui::page::{Made, Page, Scroll};
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use walk::Walk;

/// The view.
#[derive(Default)]
pub struct Now {
    at: Option<Target>,
    scroll: Scroll,
    made: Made,
}

/// What is said of a closed case, in which nothing can be settled any more.
pub const CLOSED: &str = "The case is closed. Reopen it first: Z, with the reason. A note (w) can be added as it is.";
/// What is said in place of the steps where no copy of the playbook can be read.
const WITHOUT_PLAYBOOK: &str = "The log (4) shows what is recorded. w records a note: what is answered, decided, done or said in \
     calls, with who and when. Put the folder \"playbook\" of another copy of the case in its place and open the case again.";
/// What is said while a form may replace an answer.
const ANSWERED: &str = "This has an answer already. Enter records the new one; Esc keeps the old.";

impl Now {
    /// Puts the cursor on an item or a silence.
    pub fn select(&mut self, target: Target) {
        if self.at != Some(target) {
            self.scroll.reset();
        }
        self.at = Some(target);
    }

    /// Where the cursor stands, once it was put anywhere.
    pub fn selected(&self) -> Option<Target> {
        self.at
    }

    /// Where the cursor stands in this case.
    pub fn current(&self, case: &View<'_>) -> Target {
        let there = |target: &Target| match target {
            Target::Item(at) => *at < case.playbook.items.len(),
            Target::Silence(at) => *at < case.playbook.silences.len(),
        };
        let head = || case.picture.next.first().map(|next| next.target);
        self.at.filter(there).or_else(head).unwrap_or(Target::Item(0))
    }

    fn choose_answer(case: &View<'_>, target: Target, action: Action) -> Vec<Effect> {
        let Target::Item(at) = target else { return Vec::new() };
        let item = &case.playbook.items[at];
        let Body::Question(question) = &item.body else {
            return vec![Effect::Say("This is not a question. Enter records what became of it.".into())];
        };
        let value = match action {
            Action::Yes => "yes",
            Action::No => "no",
            _ => "unknown",
        };
        if question.answer != AnswerType::YesNo && action != Action::Unknown {
            return vec![Effect::Say("This question takes more than yes or no. Enter opens its form.".into())];
        }
        // One key records nothing: it may be the first letter of a word, or a second stroke of the key that answered the
        // question before. The form shows what was chosen, and the answer that is there, and waits for Enter.
        let draft = Draft::new(&verbs::answer::VERB, item.id.as_str());
        let form = Form::of(case, &draft).asking(value);
        let mut effects = vec![Effect::Push(Modal::Form(Box::new(form)))];
        if case.picture.items[at].standing == Standing::Answered {
            effects.push(Effect::Say(ANSWERED.into()));
        }
        effects
    }
}

/// Notes, deferrals and the like on an item: the same verbs on every screen that shows items.
pub fn item_verb(case: &View<'_>, target: Target, action: Action) -> Option<Vec<Effect>> {
    if case.picture.closed && acts_on_selected(action) {
        return Some(vec![Effect::Say(CLOSED.into())]);
    }
    let (main, id) = main_verb(case, target);
    let item = case.playbook.item(id);
    let is_call = item.is_some_and(|item| matches!(item.body, Body::Call(_)));
    let elsewhere = |say: &str| vec![Effect::Show(ScreenId::Calls), Effect::Say(say.into())];
    Some(match action {
        Action::Open => open(case, main, id),
        Action::Make(verb) => open(case, verb, id),
        Action::Note => open(case, &verbs::note::VERB, id),
        Action::Defer | Action::RuleOut if item.is_none() => {
            vec![Effect::Say("This cannot be put off. It stays in sight.".into())]
        }
        Action::Defer => open(case, &verbs::defer::VERB, id),
        Action::RuleOut => open_with(case, Draft::new(&task::VERB, id).with(&task::OUTCOME, task::RULED_OUT)),
        Action::LogCall if is_call => open(case, &verbs::call::VERB, id),
        Action::LogCall => elsewhere("Choose whom you called; c logs the call."),
        Action::PassOn if is_call => open(case, &verbs::pass_on::VERB, id),
        Action::PassOn => elsewhere("Choose the call; a passes it on to somebody else."),
        _ => return None,
    })
}

impl Screen for Now {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return vec![Effect::Show(ScreenId::Home)] };
        if case.playbook.items.is_empty() {
            let note = || open(&case, &verbs::note::VERB, "");
            return if matches!(action, Action::Note | Action::Open) { note() } else { Vec::new() };
        }
        let target = self.current(&case);
        if let Some(effects) = item_verb(&case, target, action) {
            return effects;
        }
        let walk = Walk::of(&case);
        let to = match action {
            Action::Yes | Action::No | Action::Unknown => return Self::choose_answer(&case, target, action),
            Action::PageUp => {
                self.scroll.by(-5);
                return Vec::new();
            }
            Action::PageDown => {
                self.scroll.by(5);
                return Vec::new();
            }
            Action::Up => walk.step(target, false),
            Action::Down => walk.step(target, true),
            Action::First => walk.end(target, false),
            Action::Last => walk.end(target, true),
            _ => None,
        };
        if let Some(to) = to {
            self.select(to);
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let (Hit::Target(target), Some(case)) = (hit, ctx.open()) else { return Vec::new() };
        if case.playbook.items.is_empty() {
            return Vec::new();
        }
        let again = self.current(&case) == target;
        self.select(target);
        if again { item_verb(&case, target, Action::Open).unwrap_or_default() } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        if let Some(case) = ctx.open() {
            if case.playbook.items.is_empty() {
                let mut page = Page::new(area.width.saturating_sub(2));
                page.say(Role::Alarm, &case.playbook.title);
                page.say(Role::Text, WITHOUT_PLAYBOOK);
                page.draw(canvas, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }, 0);
                return;
            }
            draw::draw(self, canvas, area, &case, ctx);
        }
    }
}

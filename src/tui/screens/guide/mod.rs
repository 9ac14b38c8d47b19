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
use crate::guide::agenda::Target;
use crate::playbook::question::AnswerType;
use crate::playbook::{Body, Verb};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::{Case, Ctx};
use crate::tui::effect::Effect;
use crate::tui::form::{self, Form};
use crate::tui::modal::Modal;
use crate::tui::pace::acts_on_selected;
use crate::tui::page::{Made, Page, Scroll};
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use walk::Walk;

/// The view.
#[derive(Default)]
pub struct Guide {
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

impl Guide {
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
    pub fn current(&self, case: &Case<'_>) -> Target {
        let there = |target: &Target| match target {
            Target::Item(at) => *at < case.playbook.items.len(),
            Target::Silence(at) => *at < case.playbook.silences.len(),
        };
        let head = || case.assessment.next.first().map(|next| next.target);
        self.at.filter(there).or_else(head).unwrap_or(Target::Item(0))
    }

    fn choose_answer(case: &Case<'_>, target: Target, action: Action) -> Vec<Effect> {
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
        let form = form::answer::form(case, item, question).asking(value);
        let mut effects = vec![Effect::Push(Modal::Form(Box::new(form)))];
        if case.assessment.items[at].standing == Standing::Answered {
            effects.push(Effect::Say(ANSWERED.into()));
        }
        effects
    }
}

/// The form that opens an item, by its kind. `rule_out` asks for "not needed" where that can be recorded.
pub fn form_for(case: &Case<'_>, target: Target, rule_out: bool) -> Form {
    let at = match target {
        Target::Silence(at) => return form::item::silence(case, &case.playbook.silences[at]),
        Target::Item(at) => at,
    };
    let item = &case.playbook.items[at];
    match &item.body {
        Body::Question(question) => form::answer::form(case, item, question),
        Body::Decision(body) => form::item::decide(case, item, body),
        Body::Prohibition(body) => form::item::prohibition(item, body),
        Body::Call(_) if rule_out || needs_necessity(case, at) => form::item::task(case, item, rule_out),
        Body::Call(body) => form::call::form(case, item, body),
        Body::Register(body) if !rule_out => form::register::form(case, item, body),
        Body::Task(_) | Body::Document(_) | Body::Register(_) => form::item::task(case, item, rule_out),
    }
}

fn is_partly_decided(case: &Case<'_>, target: Target) -> bool {
    matches!(target, Target::Item(at) if case.assessment.items[at].standing == Standing::Partly)
}

fn needs_necessity(case: &Case<'_>, at: usize) -> bool {
    case.assessment.items[at].standing == Standing::Choice
}

/// Notes, deferrals and the like on an item: the same verbs on every screen that shows items.
pub fn item_verb(case: &Case<'_>, target: Target, action: Action) -> Option<Vec<Effect>> {
    let push = |form: Form| vec![Effect::Push(Modal::Form(Box::new(form)))];
    let (id, title) = match target {
        Target::Item(at) => (case.playbook.items[at].id.as_str(), case.playbook.items[at].title.as_str()),
        Target::Silence(at) => (case.playbook.silences[at].id.as_str(), case.playbook.silences[at].topic.as_str()),
    };
    let item = case.playbook.item(id);
    if case.assessment.closed && acts_on_selected(action) {
        return Some(vec![Effect::Say(CLOSED.into())]);
    }
    Some(match (action, item) {
        (Action::Open, _) => push(form_for(case, target, false)),
        (Action::Note, _) => push(form::item::note(Some((id, title)))),
        (Action::Defer, Some(item)) if item.verb == Verb::Local => {
            vec![Effect::Say("The policy does not ask this, so it is never due and cannot be put off.".into())]
        }
        (Action::Defer, Some(item)) if !matches!(item.body, Body::Prohibition(_)) => push(form::item::defer(item)),
        (Action::RuleOut, Some(item)) => match item.body {
            Body::Task(_) | Body::Call(_) | Body::Document(_) | Body::Register(_) => push(form_for(case, target, true)),
            Body::Question(_) => {
                vec![Effect::Say("A question cannot be \"not needed\". u records that it is not known yet.".into())]
            }
            Body::Decision(_) if is_partly_decided(case, target) => push(form::item::settle(item)),
            Body::Decision(_) => {
                vec![Effect::Say("A decision is recorded either way. Enter opens it.".into())]
            }
            Body::Prohibition(_) => {
                vec![Effect::Say("A prohibition ends only when what lifts it happens.".into())]
            }
        },
        (Action::Defer | Action::RuleOut, _) => {
            vec![Effect::Say("This cannot be put off. It stays in sight.".into())]
        }
        (Action::LogCall, Some(item)) => match &item.body {
            Body::Call(body) => push(form::call::form(case, item, body)),
            _ => vec![Effect::Show(ScreenId::Contacts), Effect::Say("Choose whom you called; c logs the call.".into())],
        },
        (Action::PassOn, _) => match item.map(|item| (item, &item.body)) {
            Some((item, Body::Call(body))) => push(form::pass_on::form(case, item, body)),
            _ => vec![
                Effect::Show(ScreenId::Contacts),
                Effect::Say("Choose the call; a passes it on to somebody else.".into()),
            ],
        },
        (Action::LogCall, None) => {
            vec![Effect::Show(ScreenId::Contacts), Effect::Say("Choose whom you called; c logs the call.".into())]
        }
        _ => return None,
    })
}

impl Screen for Guide {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return vec![Effect::Show(ScreenId::Home)] };
        if case.playbook.items.is_empty() {
            let note = || vec![Effect::Push(Modal::Form(Box::new(form::item::note(None))))];
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
            Action::StepBack => walk.lane_step(&case, target, false),
            Action::StepOn => walk.lane_step(&case, target, true),
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

//! Which keys are worth showing now: fewer choices for a tired responder.

use super::action::Action;
use super::app::App;
use super::form::Fill;
use super::keymap::{self, Scope};
use super::modal::Modal;
use super::pace::acts_on_selected;
use super::screens::ScreenId;
use crate::guide::Standing;
use crate::guide::agenda::Target;
use crate::playbook::Body;
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;

impl App {
    /// Whether a verb does something where the cursor stands.
    pub(super) fn is_useful(&self, action: Action) -> bool {
        if self.case.is_none() && keymap::row_of(action).scopes.contains(&Scope::Case) {
            return false;
        }
        match self.modals.last() {
            Some(Modal::Form(form)) => {
                let pick = form.fields.get(form.focus).and_then(|field| match &field.input {
                    Fill::Pick(pick) => Some(pick),
                    _ => None,
                });
                let has = |value: &str| pick.is_some_and(|pick| pick.position(value).is_some());
                match action {
                    Action::Yes => has("yes"),
                    Action::No => has("no"),
                    Action::Unknown => has("unknown"),
                    Action::Tick => pick.is_some_and(|pick| pick.ticked.is_some()),
                    Action::Choose => pick.is_some(),
                    // Enter does the same there, and one hint is enough.
                    Action::Record => form.scope() == Scope::Area,
                    _ => true,
                }
            }
            Some(Modal::Ask(_)) => matches!(action, Action::Confirm | Action::Choose | Action::Back),
            Some(_) => true,
            None if action == Action::Back => {
                !(self.screen == ScreenId::Now || self.screen == ScreenId::Home && self.case.is_none())
            }
            None if self.is_closed() && self.screen != ScreenId::Home && acts_on_selected(action) => {
                action == Action::Open && matches!(self.screen, ScreenId::Tests | ScreenId::Record)
            }
            None if self.is_closed() && action == Action::FillIn => false,
            None if action == Action::PhoneList => self.case.as_ref().is_some_and(|case| case.phones().is_some()),
            // Enter does the same there, and one hint is enough.
            None if self.screen == ScreenId::Calls && action == Action::LogCall => false,
            None => self.screen != ScreenId::Now || self.is_useful_in_guide(action),
        }
    }

    /// What Enter opens in the guide. It records nothing yet, so it does not say so.
    pub(super) fn enter_in_guide(&self) -> &'static str {
        let Some(case) = self.ctx().open() else { return "open" };
        if case.playbook.items.is_empty() {
            return "note";
        }
        let item = match self.screens.now.current(&case) {
            Target::Item(at) => case.playbook.items.get(at),
            Target::Silence(_) => None,
        };
        let review = case.playbook.kind == Kind::Readiness;
        match item.map(|item| &item.body) {
            Some(Body::Task(_)) if review => "say what was found",
            Some(Body::Question(_)) => "answer",
            Some(Body::Decision(_)) | None => "decide",
            Some(Body::Call(_)) => "log the call",
            Some(Body::Task(_) | Body::Document(_)) => "say what was done",
            Some(Body::Prohibition(_)) => "read",
            Some(Body::Register(_)) => "add to it",
        }
    }

    fn is_useful_in_guide(&self, action: Action) -> bool {
        let Some(case) = self.ctx().open() else { return true };
        let Target::Item(at) = self.screens.now.current(&case) else {
            return !matches!(action, Action::Yes | Action::No | Action::Unknown | Action::PassOn);
        };
        let Some(item) = case.playbook.items.get(at) else {
            return !matches!(
                action,
                Action::Yes
                    | Action::No
                    | Action::Unknown
                    | Action::PassOn
                    | Action::LogCall
                    | Action::RuleOut
                    | Action::Defer
            );
        };
        match (action, &item.body) {
            (Action::Yes | Action::No, Body::Question(question)) => question.answer == AnswerType::YesNo,
            (Action::Unknown, Body::Question(_)) => true,
            // To log a call Enter does the same, and one hint is enough.
            (Action::Yes | Action::No | Action::Unknown | Action::LogCall, _) => false,
            (Action::PassOn, body) => matches!(body, Body::Call(_)),
            (Action::RuleOut, Body::Decision(_)) => case.picture.items[at].standing == Standing::Partly,
            (Action::RuleOut, body) => {
                matches!(body, Body::Task(_) | Body::Call(_) | Body::Document(_) | Body::Register(_))
            }
            _ => true,
        }
    }
}

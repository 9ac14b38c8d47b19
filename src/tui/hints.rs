//! Which keys are worth showing now: at most six, those of what is in front of one first.

use super::action::Action;
use super::app::App;
use super::card::Card;
use super::form::{Fill, Kind, together};
use super::keymap::{self, Scope};
use super::modal::Modal;
use super::pace::acts_on_selected;
use super::real_event::RealEvent;
use super::screens::ScreenId;
use super::screens::now::{acts_at_once, digits, is_end, takes_line};
use crate::case::{ClockState, Exercise};
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::printed::Printed;
use crate::page::{end, marked};
use crate::playbook::Body;
use crate::playbook::model;
use crate::record::verbs::{self, confirm, defer, pass_on};
use crate::record::{self, main_verb};
use crate::session::drill::Conduct;

/// A key in the footer.
pub(super) struct Hint {
    pub action: Action,
    pub key: String,
    pub label: &'static str,
}

/// What a screen is for goes before what can be done on many.
fn stands_back(scope: Scope, action: Action) -> bool {
    let first: &[Action] = match scope {
        Scope::Steps => &[Action::Open, Action::Unfold, Action::Together, Action::Mine, Action::NextView],
        Scope::Tests => &[Action::Open, Action::Unfold, Action::Correct, Action::Note],
        _ => return false,
    };
    !first.contains(&action)
}

/// Place in the footer. What stops an exercise is always in sight of whoever leads it, however long the words beside it are.
fn rank(scope: Scope, row: &keymap::Row) -> u8 {
    if scope == Scope::Drill && row.action == Action::RealEvent { 12 } else { row.rank }
}

/// Whether the letter of a verb is text on a card that takes a line, so that Enter does it.
fn waits_for_enter(action: Action) -> bool {
    let letter = keymap::row_of(action).keys.first().and_then(|key| key.typed()).is_some_and(char::is_alphabetic);
    letter && !acts_at_once(action)
}

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
                    Action::NextField => form.fields.len() > 1,
                    Action::StrikeInstead => super::put_right::corrects(form).is_some(),
                    _ => true,
                }
            }
            Some(Modal::Card(card)) if action == Action::Unfold => card.all.is_some() || card.space.is_some(),
            Some(Modal::Ask(_)) => matches!(action, Action::Confirm | Action::Choose | Action::Back),
            None if action == Action::StillRight && self.screen != ScreenId::Now => false,
            None if action == Action::Back => {
                !(self.screen == ScreenId::Now
                    || self.screen == ScreenId::Home && self.case.is_none() && !self.screens.home.is_at_reviews())
            }
            None if self.is_closed() && self.screen != ScreenId::Home && acts_on_selected(action) => {
                action == Action::Open
            }
            None if self.is_closed() && action == Action::FillIn => false,
            None if self.screen == ScreenId::Drill && self.ctx().conduct.is_some_and(Conduct::has_ended) => {
                self.is_useful_after(action)
            }
            None if action == Action::Strike => self.can_strike(),
            None if self.screen == ScreenId::Home && action == Action::Print => {
                self.screens.home.selected_case(&self.ctx()).is_some()
            }
            None if self.screen == ScreenId::Paper
                && matches!(action, Action::Choose | Action::Print | Action::Correct) =>
            {
                self.is_on_document()
            }
            None if self.screen == ScreenId::Now => {
                self.ctx().open().is_some_and(|case| self.is_useful_now(&case, action))
            }
            _ => true,
        }
    }

    /// Whether this run has recorded something that could be a slip; what stands at the foot may be another run's.
    pub(super) fn can_strike(&self) -> bool {
        !self.is_closed() && self.ctx().open().is_some_and(|case| super::put_right::can_strike_last(&case))
    }

    /// The same on the console of an exercise that has ended.
    fn is_useful_after(&self, action: Action) -> bool {
        let review = self.screens.console.reviews(&self.ctx());
        match action {
            Action::Judge => review.is_none_or(|(_, judges)| judges),
            Action::Send => review.is_some(),
            Action::Hold
            | Action::Skip
            | Action::PutOff
            | Action::OrderUp
            | Action::NextPart
            | Action::Clock
            | Action::RealEvent => false,
            _ => true,
        }
    }

    fn is_useful_now(&self, case: &View<'_>, action: Action) -> bool {
        let target = self.screens.now.target(case);
        if action == Action::Choose && self.screens.now.has_nothing_of_mine(case) {
            return true;
        }
        let Some(target) = target.filter(|_| !case.playbook.items.is_empty()) else {
            let numbers = action == Action::Choose && !is_end(case);
            let of_a_card = numbers || matches!(action, Action::FillIn | Action::Unfold);
            return !(acts_on_selected(action) && action != Action::Open || of_a_card);
        };
        let id = main_verb(case, target).1;
        let offers = |verb| record::offers(case, verb, id).is_ok();
        let (item, card) = (case.playbook.item(id), self.screens.now.card(case, target, self.ctx().revision()));
        let preset = |wanted: &str| card.does.iter().any(|does| does.preset.as_deref() == Some(wanted));
        match action {
            Action::Yes => takes_line(&card.does),
            Action::No | Action::Unknown => takes_line(&card.does) && preset("no"),
            Action::Choose => digits(&card.does) > 0,
            Action::Defer => item.is_some() && offers(&defer::VERB),
            Action::PassOn => offers(&pass_on::VERB),
            Action::FillIn => item.is_some_and(|item| matches!(item.body, Body::Call(_))),
            Action::RuleOut => match item.map(|item| &item.body) {
                Some(Body::Decision(_)) => {
                    case.playbook.position(id).is_some_and(|at| case.picture.items[at].standing == Standing::Partly)
                }
                Some(body) => !matches!(body, Body::Prohibition(_)) && offers(&crate::record::verbs::task::VERB),
                None => false,
            },
            Action::Together => together::asks(case, super::screens::now::step_of(case, target)) > 1,
            Action::Correct => false,
            Action::StillRight => card.does.iter().any(|does| does.verb == &confirm::VERB),
            Action::Unfold => !card.why.is_empty(),
            _ => true,
        }
    }

    /// Whether a document is selected on Paper, by somebody who can go on with it.
    fn is_on_document(&self) -> bool {
        if self.leads() {
            return false;
        }
        let selected = self.ctx().open().and_then(|case| self.screens.paper.selected(&case));
        matches!(selected, Some(Printed::Document(_)))
    }

    /// What Enter takes on the card.
    fn enter_now(&self) -> &'static str {
        let Some(case) = self.ctx().open() else { return "open" };
        if case.playbook.items.is_empty() {
            return "note";
        }
        if self.screens.now.has_nothing_of_mine(&case) {
            return "add";
        }
        let Some(target) = self.screens.now.target(&case) else {
            return match (case.picture.closed, crate::page::state::tally(&case).waits) {
                (true, _) => "reopen",
                (_, 0) => "close the case",
                _ => "answer what it waits for",
            };
        };
        let item = match target {
            Target::Item(at) => case.playbook.items.get(at),
            Target::Silence(_) => None,
        };
        let review = case.playbook.kind == model::Kind::Readiness;
        if matches!(target, Target::Item(at) if marked::shown(&case, at).is_some()) {
            return "record anew";
        }
        match item.map(|item| &item.body) {
            Some(Body::Task(_)) if review => "say what was found",
            Some(Body::Question(_)) => "answer",
            Some(Body::Decision(_)) | None => "decide",
            Some(Body::Call(_)) => "other ways",
            Some(Body::Task(_) | Body::Document(_)) => "say what was done",
            Some(Body::Prohibition(_)) => "read",
            Some(Body::Register(_)) => "add to it",
        }
    }

    /// How many numbers choose on the card.
    fn digits_now(&self) -> usize {
        let case = self.ctx().open();
        let of = self.ctx().revision();
        let card = case.and_then(|case| Some(self.screens.now.card(&case, self.screens.now.target(&case)?, of)));
        card.map_or(0, |card| digits(&card.does))
    }

    /// How many options stand in what is filled in or asked, as far as a digit chooses them.
    fn options_now(&self) -> usize {
        let pick = match self.modals.last() {
            Some(Modal::Ask(ask)) => Some(ask.options()),
            Some(Modal::Form(form)) => form.fields.get(form.focus).and_then(|field| match &field.input {
                Fill::Pick(pick) => Some(pick.options.len()),
                _ => None,
            }),
            _ => None,
        };
        pick.unwrap_or(9).clamp(1, 9)
    }

    /// Which numbers choose on Now, and what: on its card, or at the end of the case.
    fn numbers_now(&self) -> (String, &'static str) {
        match self.ctx().open().filter(|case| self.screens.now.target(case).is_none()) {
            Some(case) => (format!("1-{}", end::hand_out(&case).len()), "hand out"),
            None => (format!("1-{}", self.digits_now()), self.choice_now()),
        }
    }

    /// What a number chooses on the card.
    fn choice_now(&self) -> &'static str {
        let on_card = self.on_card().zip(self.case.as_ref());
        match on_card.map(|(target, case)| (target, case.playbook())) {
            Some((Target::Item(at), playbook)) if matches!(playbook.items[at].body, Body::Call(_)) => "how it ended",
            Some((Target::Item(at), playbook)) if matches!(playbook.items[at].body, Body::Decision(_)) => "decide",
            _ => "choose",
        }
    }

    /// Whether a key stands on the card itself, beside numbers: one hint is enough.
    fn stands_on_card(&self, action: Action) -> bool {
        let card = match self.scope() {
            Scope::Now => self.digits_now() > 0,
            scope => scope == Scope::Calls,
        };
        action == Action::Open && card
    }

    pub(super) fn hint_rows(&self) -> Vec<Hint> {
        if self.modals.is_empty() && self.screen == ScreenId::Now && self.screens.now.takes_text() && !self.going {
            let hint = |action, key: &str, label| Hint { action, key: key.into(), label };
            let does = self.screens.now.verb_in_line().map(|action| keymap::row_of(action).label);
            return vec![
                hint(Action::Open, "Enter", does.filter(|label| !label.is_empty()).unwrap_or("record")),
                hint(Action::Back, "Esc", "empty the line"),
                hint(Action::NextField, "Tab", "when, who, source"),
            ];
        }
        if self.is_back() && self.screen != ScreenId::Help {
            return Self::hints_back();
        }
        if let Some(Modal::RealEvent(RealEvent::Asked { .. })) = self.modals.last() {
            let hint = |action, key: &str, label| Hint { action, key: key.into(), label };
            return vec![hint(Action::Confirm, "Enter", "it is real"), hint(Action::Back, "Esc", "it was a slip")];
        }
        if self.inject().is_some() && !self.going {
            let row = |action: Action, key: &str, label| Hint { action, key: key.into(), label };
            return vec![
                row(Action::Open, "Enter", if self.screens.now.reads_on() { "read on" } else { "taken in, go on" }),
                row(Action::Note, "w", keymap::row_of(Action::Note).label),
                row(Action::Go, "g", keymap::row_of(Action::Go).label),
            ];
        }
        if let (Some(Modal::Together(sheet)), Some(case)) = (self.modals.last(), self.ctx().open()) {
            return self.hints_of_sheet(sheet.is_at_last(), sheet.takes_letters(&case));
        }
        let scope = self.scope();
        let mut rows: Vec<_> =
            keymap::rows(scope).filter(|row| rank(scope, row) > 0 && self.is_useful(row.action)).collect();
        let through = scope == Scope::Drill && self.screens.console.is_through(&self.ctx());
        // Where nothing of the part is left, the next part is what comes next.
        let place = |row: &keymap::Row| if through && row.action == Action::NextPart { 11 } else { rank(scope, row) };
        rows.sort_by_key(|row| (stands_back(scope, row.action), place(row)));
        // The letters of one line are one hint.
        let begins = |action| matches!(action, Action::No | Action::Unknown);
        let takes_line = scope == Scope::Now && rows.iter().any(|row| row.action == Action::Yes);
        let rows = rows.into_iter().filter(|row| {
            let begun = takes_line && (begins(row.action) || row.action == Action::Open);
            !(begun || self.stands_on_card(row.action) || row.action == Action::Help)
        });
        rows.map(|row| {
            let (key, label) = match row.action {
                Action::Judge => ("1-4".to_owned(), row.label),
                Action::OrderUp => ("[ ]".to_owned(), row.label),
                Action::Choose if scope == Scope::Home => {
                    (format!("1-{}", self.screens.home.numbers(&self.ctx())), "new incident")
                }
                Action::Choose if scope == Scope::Now => self.numbers_now(),
                Action::Choose if scope == Scope::Paper => ("1-4".to_owned(), "draft, approve, change, sent"),
                Action::Choose if scope == Scope::Calls => ("1-3".to_owned(), "how it ended"),
                Action::Choose => (format!("1-{}", self.options_now()), "choose"),
                Action::Yes if takes_line && self.is_useful(Action::No) => ("y n u".to_owned(), "then Enter"),
                Action::Yes if takes_line => ("y n".to_owned(), "then Enter"),
                action if takes_line && waits_for_enter(action) => (format!("{} Enter", row.keys[0]), row.label),
                _ => (row.keys.first().map(ToString::to_string).unwrap_or_default(), row.label),
            };
            Hint { action: row.action, key, label: self.label_here(row.action, label) }
        })
        .collect()
    }

    fn hints_of_sheet(&self, last: bool, letters: bool) -> Vec<Hint> {
        let hint = |action, key: &str, label| Hint { action, key: key.into(), label };
        let goes = match (last, self.size.0 < 80) {
            (true, _) => "record all that is filled in",
            (false, false) => "next row; after the last row Enter records all",
            (false, true) => "next row, after the last record",
        };
        vec![
            hint(Action::Confirm, if letters { "y n u, Enter" } else { "Enter" }, goes),
            hint(Action::Back, "Esc", "back"),
        ]
    }

    fn label_here(&self, action: Action, label: &'static str) -> &'static str {
        match (action, self.scope()) {
            (Action::Open, Scope::Home) => self.screens.home.enter(&self.ctx()),
            (Action::Open, Scope::Now) => self.enter_now(),
            (Action::FillIn, Scope::Home) => "phone list",
            (Action::Unfold, Scope::Card) => match self.modals.last() {
                Some(Modal::Card(Card { space: Some((does, _)), .. })) => does,
                _ => "all",
            },
            (Action::Back, _)
                if self.case.is_some()
                    && self.modals.last().and_then(Modal::form).is_some_and(|form| form.kind == Kind::Who) =>
            {
                "read only"
            }
            (Action::Clock, _) => match self.ctx().conduct.and_then(Conduct::exercise).map(Exercise::state) {
                Some(ClockState::Running) => "pause",
                Some(ClockState::Paused) => "go on",
                _ => "start",
            },
            (Action::Hold, _) => self.screens.console.hold_label(&self.ctx()),
            (Action::Send, _) => self.screens.console.reviews(&self.ctx()).map_or(label, |(does, _)| does),
            (Action::NextPart, _) if self.ctx().conduct.is_some_and(|conduct| conduct.next_part().is_none()) => "end",
            (Action::Confirm, Scope::Card) => match self.modals.last() {
                Some(Modal::Card(Card { acts: Some((does, _)), .. })) => does,
                Some(Modal::Card(card)) if card.leads_to.is_some() => "go there",
                _ => "close",
            },
            (Action::Open, Scope::Paper) => {
                if self.is_on_document() {
                    "go on with it"
                } else {
                    "print"
                }
            }
            (Action::Open, Scope::Calls) => "other ways",
            (Action::Open, Scope::Tests) => "go to the answer",
            (Action::Unfold, Scope::Tests) => "all clauses",
            (Action::Unfold, Scope::Steps) => "fold",
            (Action::Unfold, Scope::Now) if self.screens.now.is_unfolded() => "fold",
            (Action::Open, Scope::Record) => "read it whole",
            (Action::Confirm, Scope::Find) => "go there",
            (Action::Confirm, Scope::Pick) if self.modals.last().is_some_and(|top| top.form().is_none()) => "choose",
            (Action::Confirm | Action::Record, _) => match self.modals.last().and_then(Modal::form) {
                Some(form) if action == Action::Confirm && form.does_in_row().is_some() => {
                    form.does_in_row().unwrap_or(label)
                }
                Some(form) if form.lacks_something() => "go on",
                Some(form) if super::put_right::corrects(form).is_some() => "record the correction",
                Some(form) if matches!(form.kind, Kind::Start(..)) => "start",
                Some(form) if form.kind == Kind::Who => "go on",
                Some(form) if matches!(form.kind, Kind::Print(..)) => "print",
                Some(form) if matches!(form.kind, Kind::Record(verb, _) if verb == &verbs::close::VERB) => {
                    "close the case"
                }
                _ => label,
            },
            _ => label,
        }
    }
}

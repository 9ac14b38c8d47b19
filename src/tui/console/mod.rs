//! The screen Drill: a facilitator's console. Injects in their order, the selected one whole, what is expected of it, and keys that
//! send, hold, judge and note at once.
//!
//! What is drawn was made after the last entry or the last second, not while it is drawn; `acts.rs` alone changes anything.

pub mod acts;
mod begin;
mod draw;
mod forms;
pub(in crate::tui) mod lane;
mod review;
mod sheet;

use super::action::Action;
use super::canvas::{Canvas, Hit};
use super::ctx::Ctx;
use super::effect::Effect;
use super::list::Place;
use super::page::Scroll;
use super::screens::Screen;
use crate::case::ClockState;
use crate::drill::plan::Stands;
use crate::page::console;
use crate::session::drill::Conduct;
use acts::Act;
use ratatui::layout::Rect;
use sheet::{Kept, OfInject, Sheet};
use std::rc::Rc;

/// Which of the two lists the arrows move through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Side {
    #[default]
    Injects,
    Expected,
}

/// What stands in the main place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shown {
    Injects,
    /// People and figures.
    People,
    /// What is left once the exercise has ended.
    Review,
}

/// The view.
#[derive(Default)]
pub struct Console {
    /// The number of the selected inject; the one to be sent next until one is chosen.
    number: Option<String>,
    /// The inject out of its turn of which Enter was told what that means: once more sends it.
    asked: Option<String>,
    side: Side,
    expected: Place,
    /// What somebody chose to see; else the injects, and after the end the review.
    shown: Option<Shown>,
    /// The selected step of the review.
    step: Place,
    scroll: Scroll,
    kept: Kept,
}

impl Console {
    /// What is drawn, as the exercise stands.
    fn sheet(&self, conduct: &Conduct, ctx: &Ctx<'_>) -> Rc<Sheet> {
        self.kept.sheet(conduct, improvements(conduct, ctx))
    }

    fn selected<'s>(&self, sheet: &'s Sheet) -> Option<(usize, &'s OfInject)> {
        let wanted = self.number.as_deref();
        let at = sheet.injects.iter().position(|one| Some(one.number.as_str()) == wanted);
        let at = at.or_else(|| sheet.next()).or_else(|| sheet.latest()).unwrap_or(0);
        Some((at, sheet.injects.get(at)?))
    }

    fn select(&mut self, sheet: &Sheet, at: usize) {
        self.number = sheet.injects.get(at).map(|one| one.number.clone());
        self.expected = Place::default();
        self.scroll.reset();
    }

    /// What stands there now.
    fn shown(&self, sheet: &Sheet) -> Shown {
        let usual = if sheet.review.is_some() { Shown::Review } else { Shown::Injects };
        self.shown.filter(|shown| *shown != Shown::Review || sheet.review.is_some()).unwrap_or(usual)
    }

    /// The next of them.
    fn turn(&mut self, sheet: &Sheet) {
        self.shown = Some(match self.shown(sheet) {
            Shown::Injects => Shown::People,
            Shown::People if sheet.review.is_some() => Shown::Review,
            Shown::People | Shown::Review => Shown::Injects,
        });
        self.scroll.reset();
    }

    /// After an inject went out it stays selected, with what is expected of it, and the arrows are with the injects.
    pub(super) fn sent(&mut self) {
        self.side = Side::Injects;
        self.expected = Place::default();
        self.scroll.reset();
    }

    /// A part has begun: what is to be sent first in it is selected.
    pub(super) fn begun(&mut self) {
        self.number = None;
        self.sent();
    }

    /// Moves in the list that the arrows are in.
    fn moves(&mut self, sheet: &Sheet, action: Action) -> bool {
        let Some((at, one)) = self.selected(sheet) else { return false };
        match self.side {
            Side::Injects => {
                let mut place = Place { selected: at };
                let moves = place.on(action, sheet.injects.len());
                // Above what was sent last stands what is to be sent next, not the last row of later parts, which is out of sight.
                if action == Action::Up && sheet.latest() == Some(at) {
                    place.selected = sheet.next().unwrap_or(place.selected);
                }
                if moves {
                    self.select(sheet, place.selected);
                }
                moves
            }
            Side::Expected => self.expected.on(action, one.expected.len()),
        }
    }
}

/// What earlier exercises and live cases under the same policy left to do, as far as they are read; this exercise's own is its review's.
fn improvements(conduct: &Conduct, ctx: &Ctx<'_>) -> Option<String> {
    let (case, policy) = (conduct.case(), conduct.case().playbook().id.as_str());
    let others = ctx.shelf.cases().iter().filter(|other| other.place.path != case.folder().path());
    let glances = others.filter_map(|other| other.glance.as_ref()).filter(|glance| glance.policy == policy);
    let open: Vec<_> =
        glances.flat_map(|glance| &glance.improvements).map(|(label, due)| (label.as_str(), *due)).collect();
    console::improvements(&open, case.reading().wall.date())
}

/// What means something else on the review than on the injects.
fn of_review(action: Action) -> bool {
    use Action as A;
    let moves = matches!(action, A::Up | A::Down | A::First | A::Last);
    moves || matches!(action, A::Send | A::Judge | A::Note | A::Hold | A::Skip | A::PutOff | A::OrderUp | A::OrderDown)
}

impl Console {
    fn on_review(&mut self, conduct: &Conduct, sheet: &Sheet, action: Action, digit: Option<usize>) -> Vec<Effect> {
        let Some(review) = &sheet.review else { return Vec::new() };
        match action {
            Action::Send => review.acts(conduct, self.step, None),
            Action::Judge => review.acts(conduct, self.step, digit),
            Action::Note => review::notes(review, conduct, self.step),
            _ if self.step.on(action, review.len()) => {
                self.scroll.reset();
                Vec::new()
            }
            _ => vec![Effect::Say("The exercise has ended; v shows its injects.".into())],
        }
    }

    /// What Enter does where the review stands, and whether numbers judge; `None` where it does not.
    pub(super) fn reviews(&self, ctx: &Ctx<'_>) -> Option<(&'static str, bool)> {
        let sheet = self.sheet(ctx.conduct?, ctx);
        let review = sheet.review.as_ref().filter(|_| self.shown(&sheet) == Shown::Review)?;
        Some((review.enter(self.step), review.is_judged(self.step)))
    }
}

impl Screen for Console {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(conduct) = ctx.conduct else { return Vec::new() };
        if ctx.looking.is_some() {
            match action {
                Action::Up => self.scroll.by(-2),
                Action::Down => self.scroll.by(2),
                _ => {}
            }
            return Vec::new();
        }
        let sheet = self.sheet(conduct, ctx);
        // What is selected stays so, wherever it moves to in the order.
        self.number = self.selected(&sheet).map(|(_, one)| one.number.clone());
        let say = |text: &str| vec![Effect::Say(text.to_owned())];
        let asked = self.asked.take();
        match action {
            Action::PageUp => self.scroll.by(-4),
            Action::PageDown => self.scroll.by(4),
            Action::ToInjects => self.side = Side::Injects,
            Action::ToExpected => self.side = Side::Expected,
            Action::NextView => self.turn(&sheet),
            _ if self.shown(&sheet) == Shown::Review && of_review(action) => {
                return self.on_review(conduct, &sheet, action, ctx.digit);
            }
            Action::Clock
                if conduct.exercise().is_some_and(|one| one.stopped.is_some() && one.real_event.is_none()) =>
            {
                return say(
                    "Nobody has said yet whether it is real. ! asks for it; Esc there says that it was a slip.",
                );
            }
            Action::Clock => {
                return match conduct.exercise().map(crate::case::Exercise::state) {
                    Some(ClockState::Running) => vec![Effect::Lead(Act::Pause)],
                    Some(ClockState::Paused) => vec![Effect::Lead(Act::Resume)],
                    Some(ClockState::Ended) => say("The exercise has ended."),
                    Some(ClockState::NotStarted) | None => vec![Effect::Lead(Act::Start)],
                };
            }
            Action::NextPart => return forms::next_part(conduct),
            Action::EndDrill => return forms::end(conduct),
            Action::TimeUp => return vec![Effect::Lead(Act::TimeUp)],
            Action::RollCall => return forms::roll_call(conduct),
            Action::OnTheSpot => return forms::on_the_spot(conduct),
            Action::Strike => return forms::strike_last(conduct),
            Action::Note => {
                let (number, objective) = match self.selected(&sheet) {
                    Some((_, one)) if one.stands == Stands::Sent => {
                        let expected = self.expected.row(one.expected.len()).map(|at| &one.expected[at]);
                        (Some(one.number.clone()), expected.map(|expected| expected.objective.to_string()))
                    }
                    // Nobody has seen anything yet of what is still to come.
                    _ => conduct.bound(),
                };
                return forms::note(conduct, number.as_deref(), objective.as_deref());
            }
            _ if self.moves(&sheet, action) => {}
            _ => {
                let Some((_, one)) = self.selected(&sheet) else { return say("The script has no inject.") };
                if let Some(why) = one.out_of_turn.as_ref().filter(|_| action == Action::Send)
                    && asked.as_deref() != Some(one.number.as_str())
                {
                    self.asked = Some(one.number.clone());
                    return say(&format!("{why} Enter once more sends it all the same."));
                }
                return self.on_inject(conduct, one, action, ctx.digit);
            }
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(conduct) = ctx.conduct else { return Vec::new() };
        let sheet = self.sheet(conduct, ctx);
        if self.shown(&sheet) == Shown::Review {
            if let Hit::Row(row) = hit {
                let again = self.step.selected == row;
                self.step.selected = row;
                return if again { self.on_review(conduct, &sheet, Action::Send, None) } else { Vec::new() };
            }
            return Vec::new();
        }
        if let (Hit::Digit(digit), Some((_, one))) = (hit, self.selected(&sheet)) {
            return self.on_inject(conduct, one, Action::Judge, Some(digit));
        }
        if let Hit::Row(row) = hit {
            match row.checked_sub(sheet.injects.len()) {
                Some(expected) => (self.side, self.expected.selected) = (Side::Expected, expected),
                None => {
                    self.side = Side::Injects;
                    self.select(&sheet, row);
                }
            }
        }
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        if lane::draw(canvas, area, ctx.back_on_console(), &self.scroll) {
            return;
        }
        if let Some(conduct) = ctx.conduct {
            draw::draw(self, canvas, area, &self.sheet(conduct, ctx));
        }
    }
}

impl Console {
    /// What a key does with the selected inject, or with the selected expectation of it.
    fn on_inject(&mut self, conduct: &Conduct, one: &OfInject, action: Action, digit: Option<usize>) -> Vec<Effect> {
        let number = one.number.clone();
        match action {
            Action::Send => vec![Effect::Lead(Act::Send(number))],
            Action::Hold if matches!(one.stands, Stands::Held | Stands::Skipped) => {
                vec![Effect::Lead(Act::LetGo(number))]
            }
            Action::Hold => vec![Effect::Lead(Act::Hold(number))],
            Action::Skip => forms::skip(conduct, &number),
            Action::PutOff => forms::later(conduct, &number),
            Action::OrderUp | Action::OrderDown => vec![Effect::Lead(Act::Shift(number, action == Action::OrderUp))],
            Action::Judge => {
                let expected = self.expected.row(one.expected.len()).map(|at| &one.expected[at]);
                match (expected, digit) {
                    (Some(expected), Some(digit)) => forms::judge(conduct, (&expected.id, &expected.text), digit),
                    _ => vec![Effect::Say("Nothing is expected of this inject that could be judged.".into())],
                }
            }
            _ => Vec::new(),
        }
    }
}

impl Console {
    /// Whether everything of the part that is played went out, or was left out.
    pub(super) fn is_through(&self, ctx: &Ctx<'_>) -> bool {
        let Some(conduct) = ctx.conduct else { return false };
        let running = conduct
            .exercise()
            .is_some_and(|exercise| matches!(exercise.state(), ClockState::Running | ClockState::Paused));
        let waits = |one: &OfInject| matches!(one.stands, Stands::Due | Stands::Held | Stands::Next);
        running && !self.sheet(conduct, ctx).injects.iter().any(waits)
    }

    /// What `h` does with the selected inject.
    pub(super) fn hold_label(&self, ctx: &Ctx<'_>) -> &'static str {
        let sheet = ctx.conduct.map(|conduct| self.sheet(conduct, ctx));
        let stands = sheet.as_deref().and_then(|sheet| self.selected(sheet)).map(|(_, one)| one.stands);
        if matches!(stands, Some(Stands::Held | Stands::Skipped)) { "let go" } else { "hold" }
    }
}

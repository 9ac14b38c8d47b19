//! A real event: `!` on any screen of an exercise stops it, a word ends it, and a real case is begun anew and empty.

use super::action::Action;
use super::app::{App, Notice};
use super::canvas::{Canvas, Hit};
use super::effect::Effect;
use super::env::{Offer, Offers};
use super::form::Fill;
use super::key::Key;
use super::keymap::Scope;
use super::modal::Modal;
use super::page::Page;
use super::screens::ScreenId;
use super::theme::Role;
use crate::journal::Mode;
use crate::page::real_event as words;
use crate::record::verbs::real_event::{self, REAL, SLIP};
use crate::session::{PlaybookFiles, Session};
use crate::store::CaseFolder;
use ratatui::layout::{Position, Rect};

/// What lies on top from the key on until the exercise goes on or has ended.
#[derive(Debug)]
pub enum RealEvent {
    /// The exercise stands still; a word is wanted.
    Asked { typed: Fill, problem: bool },
    /// It is real. The next key begins a real case here, or only goes on where another process said it.
    Ended { begins: bool },
}

impl RealEvent {
    pub(super) fn scope(&self) -> Scope {
        match self {
            Self::Asked { .. } => Scope::Find,
            Self::Ended { .. } => Scope::Card,
        }
    }

    pub(super) fn on(&mut self, action: Action) -> Vec<Effect> {
        match (self, action) {
            (Self::Ended { begins }, _) => vec![Effect::Pop, Effect::RealCase { begins: *begins }],
            (Self::Asked { .. }, Action::Back) => vec![Effect::RealSaid(SLIP.to_owned())],
            (Self::Asked { typed, problem }, Action::Confirm | Action::Record) => {
                let said = typed.text().split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
                *problem = !REAL.contains(&said.as_str());
                if *problem { Vec::new() } else { vec![Effect::RealSaid(said)] }
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        match self {
            Self::Ended { .. } => self.on(Action::Confirm),
            Self::Asked { typed, problem } => {
                *problem = false;
                typed.key(key);
                Vec::new()
            }
        }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.clear(area);
        let inner = Rect { x: area.x + 3.min(area.width), width: area.width.saturating_sub(4), ..area };
        let mut page = Page::new(inner.width);
        page.gap();
        let (title, says) = match self {
            Self::Asked { .. } => (words::STOPPED, words::WANTED),
            Self::Ended { begins: true } => (words::ENDED, words::BEGINS),
            Self::Ended { begins: false } => (words::ENDED, words::ELSEWHERE),
        };
        page.say(Role::Alarm, title).gap().say(Role::Text, says).gap();
        let Self::Asked { typed, problem } = self else {
            page.draw(canvas, inner, 0);
            return;
        };
        let text = typed.text();
        page.pieces(&[(Role::Accent, "▸ "), (Role::Field, &text)]);
        let row = inner.y + page.len().saturating_sub(1);
        if *problem {
            page.gap().say(Role::Strong, words::NOT_A_WORD);
        }
        page.draw(canvas, inner, 0);
        let column = u16::try_from(crate::base::text::width(&text)).unwrap_or(0) + 2;
        canvas.cursor = Some(Position { x: (inner.x + column).min(area.right().saturating_sub(1)), y: row });
        canvas.hit(inner, Hit::Verb(Action::Confirm));
    }
}

impl App {
    /// The exercise that is open, unless it has ended for a real event.
    fn stoppable(&self) -> Option<&Session> {
        let case = self.case.as_deref().filter(|case| case.mode() == Mode::Exercise)?;
        (!real_event::is_real(&case.view())).then_some(case)
    }

    /// Whether the sign stops the exercise although a field is open: nothing was typed into it yet.
    pub(super) fn stops_in_field(&self) -> bool {
        let untouched = |top: &Modal| matches!(top, Modal::Form(_) | Modal::Together(_)) && !top.is_touched();
        self.modals.last().is_some_and(untouched) && self.stoppable().is_some()
    }

    /// Stops the exercise before anything is asked, whoever is at the keyboard.
    pub(super) fn stop_for_real(&mut self) {
        let Some(case) = self.stoppable() else {
            let live = self.case.as_ref().is_some_and(|case| case.mode() == Mode::Live);
            return self.say(if live { words::LIVE } else { words::ENDED });
        };
        let stands_still = real_event::is_asked(&case.view());
        self.needs_no_name();
        if stands_still || self.submits_real(&real_event::stop()) {
            self.modals.push(Modal::RealEvent(RealEvent::Asked { typed: Fill::line(""), problem: false }));
        }
    }

    /// Nobody has to say first who they are.
    fn needs_no_name(&mut self) {
        let login = if self.login.trim().is_empty() { words::NOBODY } else { &self.login };
        if let Some(case) = self.case.as_mut().filter(|case| case.person().is_empty()) {
            let _ = case.name_person(login);
        }
    }

    /// Records it, and says whether it is on the disk; why not stands on top.
    fn submits_real(&mut self, draft: &crate::record::Draft) -> bool {
        let before = self.case.as_ref().map(|case| case.state().log.len());
        self.submit(draft);
        self.case.as_ref().map(|case| case.state().log.len()) > before
    }

    /// What was typed, or that it was a slip.
    pub(super) fn real_said(&mut self, said: &str) {
        self.modals.pop();
        if !self.submits_real(&real_event::say(said)) {
            return;
        }
        if said == SLIP {
            return self.say(words::SLIP);
        }
        self.told_real = true;
        self.notice = Notice::default();
        self.modals.push(Modal::RealEvent(RealEvent::Ended { begins: true }));
    }

    /// The ordinary start of a new live case on the policy that was practised. Nothing goes with it: no text, no draft, no name.
    pub(super) fn begin_real(&mut self, begins: bool) {
        let exercise = self.case.as_ref().map(|case| case.folder().clone());
        let policy = self.case.as_ref().map(|case| case.playbook().id.to_string());
        if let Err(error) = self.end() {
            self.notice = Notice { alarm: true, text: error.to_string() };
        }
        self.leave_case();
        self.list_cases();
        if !begins {
            return;
        }
        self.person.clear();
        self.real_of = exercise;
        match policy.and_then(|policy| self.practised(&policy)) {
            Some(offer) => self.perform(Effect::Begin { offer, mode: Mode::Live }),
            None => self.say(words::CHOOSE),
        }
    }

    /// The place among the offers of the playbook that was practised: as the exercise was opened with it, an organisation's own too.
    fn practised(&mut self, policy: &str) -> Option<usize> {
        let kept = self.real_of.as_ref().and_then(|folder| Some((folder, PlaybookFiles::of_case(folder)?)));
        let Some((folder, kept)) = kept else { return self.offers.iter().position(|offer| offer.id == policy) };
        let same = self.offers.iter().position(|offer| offer.holds(&kept.files));
        same.or_else(|| {
            let offer = Offer::practised(kept, folder)?;
            let mut offers = self.offers.clone();
            offers.push(offer);
            let at = offers.len() - 1;
            self.offers = Offers::new(Box::new(move || offers));
            Some(at)
        })
    }

    fn leave_case(&mut self) {
        self.case = None;
        self.modals.clear();
        self.behind.clear();
        self.drafts.clear();
        self.sheets.clear();
        self.screens.forget_case();
        self.recorded = None;
        self.recorded_what.clear();
        self.screen = ScreenId::Home;
    }

    /// Lets the exercise note which live case was opened for it; the live case notes nothing.
    pub(super) fn note_real_case(&mut self, folder: &str, person: &str) {
        let Some(exercise) = self.real_of.take() else { return };
        if let Err(why) = noted(exercise, folder, person, self) {
            self.notice = Notice { alarm: true, text: format!("{} {why}", words::NOT_NOTED) };
        }
    }

    /// Tells once that another process said REAL EVENT, whatever is on top.
    pub(super) fn tell_real(&mut self) {
        let shown = |case: &&Session| case.mode() == Mode::Exercise && !self.projects;
        let Some(case) = self.case.as_deref().filter(shown) else { return };
        let (real, asked) = (real_event::is_real(&case.view()), real_event::is_asked(&case.view()));
        if real && !std::mem::replace(&mut self.told_real, real) {
            self.modals.retain(|modal| !matches!(modal, Modal::RealEvent(_)));
            self.modals.push(Modal::RealEvent(RealEvent::Ended { begins: false }));
            // What was said before is over: that it was a slip least of all may stand below it.
            self.notice = Notice::default();
        }
        let answering = self.modals.iter().any(|modal| matches!(modal, Modal::RealEvent(_)));
        if asked && !answering {
            self.notice = Notice { alarm: true, text: words::STOPPED.to_owned() };
        }
    }
}

fn noted(exercise: CaseFolder, folder: &str, person: &str, app: &App) -> Result<(), String> {
    let mut session = Session::open_on((app.disk)(), exercise, person, (app.clock)()).map_err(|why| why.to_string())?;
    session.submit(&real_event::opened(folder)).map_err(|why| why.to_string())?;
    session.end().map(drop).map_err(|why| why.to_string())
}

//! Who is at the keyboard: asked where nobody was named, after a pause and after the shell, before anything more is recorded. A record
//! that was asked for meanwhile waits for the answer.

use super::app::{App, Notice};
use super::ask::Ask;
use super::card::Card;
use super::form::Kind;
use super::form::who::{self, Why};
use super::modal::Modal;
use super::save::Last;
use crate::base::{Reading, Stamp};
use crate::judge::View;
use crate::page::back::{self, Beside};
use crate::page::mine;
use crate::page::refusal::{self, Voice};
use crate::page::{Link, receipt};
use crate::record::{Draft, keyboard, verbs};
use crate::session::SubmitError;
use crate::session::saving::{Save, What};

/// What is known about who sits there.
#[derive(Default)]
pub(super) struct Keyboard {
    /// What the clocks said at the last key.
    touched: Option<Reading>,
    /// Why it may be somebody else than before.
    unsure: Option<Why>,
    /// What is recorded as soon as it is known who asks for it.
    waiting: Option<Draft>,
}

impl Keyboard {
    pub(super) fn since(now: Reading) -> Self {
        Self { touched: Some(now), ..Self::default() }
    }
}

impl App {
    /// A key, a paste or a click: says so where it comes after a pause.
    pub(super) fn touched(&mut self, now: Reading) {
        let before = self.keyboard.touched.replace(now);
        let (Some(before), Some(now)) = (before, &self.keyboard.touched) else { return };
        if self.case.is_some() && keyboard::is_pause(&before, now) {
            let away = i64::try_from(now.ms_since(&before) / 1000).unwrap_or(i64::MAX);
            self.keyboard.unsure = Some(Why::Away(away));
        }
    }

    /// Asks who is back, where nothing is open; a form that is open asks when it is recorded.
    pub(super) fn asks_again(&mut self) -> bool {
        self.modals.is_empty() && self.asks_who(None)
    }

    /// A case was opened: whoever was named before is offered.
    pub(super) fn opened(&mut self) {
        self.keyboard.unsure = Some(Why::Opened);
        self.asks_who(None);
    }

    /// Somebody hands the keyboard over.
    pub(super) fn hand_over(&mut self) {
        let before = self.keyboard.unsure.replace(Why::HandOver);
        self.asks_who(None);
        self.keyboard.unsure = before;
    }

    /// Shows only what is theirs, or everything again. In which role somebody is here is asked once, where no list knows it.
    pub(super) fn turn_mine(&mut self) {
        let view = self.ctx().open();
        let unknown = |view: &View<'_>| !view.person.is_empty() && mine::roles(view).is_empty();
        match view.filter(|view| !self.screens.mine && unknown(view)) {
            Some(view) => {
                let ask = Ask::role(&view);
                self.modals.push(Modal::Ask(ask));
            }
            None => self.screens.turn_mine(),
        }
    }

    /// Shows where the case stands.
    pub(super) fn show_where(&mut self) {
        let Some(case) = self.ctx().open() else { return };
        let mut card = Card::of("Where this case stands", back::page(&case, &self.beside(None)));
        card.leads_to = back::leads_to(&case).and_then(Link::target);
        self.modals.push(Modal::Card(card));
    }

    /// What the page needs beside the case.
    fn beside(&self, since: Option<Stamp>) -> Beside {
        let Some(session) = &self.case else { return Beside::default() };
        let damage = session.damage().iter().map(|one| format!("Damaged: {one}"));
        let odd = session.odd().iter().map(ToString::to_string);
        let name = session.folder().name();
        let begun = self.drafts.iter().filter(|((case, _), _)| *case == name).map(|(_, form)| form.title.clone());
        let step = |step: usize| session.playbook().phases.get(step).map(|step| format!("Together: {}", step.title));
        let sheets = self.sheets.keys().filter(|(case, _)| *case == name).filter_map(|(_, at)| step(*at));
        let begun = begun.chain(sheets);
        Beside { faults: damage.chain(session.warnings()).chain(odd).collect(), since, begun: begun.collect() }
    }

    /// Why it may be somebody else than before, if it may.
    pub(super) fn unsure(&self) -> Option<Why> {
        self.keyboard.unsure
    }

    /// Who came is written down.
    pub(super) fn is_sure(&mut self) {
        self.keyboard.unsure = None;
    }

    /// The program was left for the shell and is back: somebody else may be.
    pub fn came_back(&mut self) {
        if self.case.is_some() {
            self.keyboard.unsure = Some(Why::Shell);
            self.asks_again();
        }
    }

    /// Asks who is at the keyboard, if that is not known. True if it was asked.
    pub(super) fn asks_who(&mut self, waits: Option<&Draft>) -> bool {
        let Some(case) = self.ctx().open().filter(|_| !self.projects && !self.leads()) else { return false };
        // Nobody can record in the past; who is here is asked when they come back.
        if case.at.is_some() {
            return false;
        }
        let why = match self.keyboard.unsure {
            _ if case.person.is_empty() => Why::Unnamed,
            // Handing over says who leaves and who comes.
            Some(_) if waits.is_some_and(|draft| draft.verb == &verbs::handover::VERB) => return false,
            Some(why) => why,
            None => return false,
        };
        let since = match why {
            Why::Away(seconds) => Some(case.now.at.plus_seconds(-seconds)),
            _ => None,
        };
        let stands = back::page(&case, &self.beside(since));
        let form = who::form(&case, &self.login, why, waits.is_some(), stands);
        self.keyboard.waiting = waits.cloned();
        self.modals.push(Modal::Form(Box::new(form)));
        true
    }

    /// The question was left without an answer: what waited for it is not recorded, and stands where it was typed.
    pub(super) fn nobody_said(&mut self, left: &Kind) {
        if *left == Kind::Who {
            self.keyboard.waiting = None;
            if self.keyboard.unsure.is_some() || self.person.is_empty() {
                let text = "Read only: nothing is recorded until somebody says who is here (o).".into();
                self.notice = Notice { alarm: false, text };
            }
        }
    }

    /// It is known who sits there: writes down that the keyboard changed hands, if it did, and records what waited.
    pub(super) fn named(&mut self, typed: &str) {
        let Some(case) = self.ctx().open() else { return };
        let before = case.person.to_owned();
        let name = match who::named(&case, typed) {
            Ok(name) => name,
            Err(refusal) => return self.not_named(&refusal::without_case(&refusal, Voice::Screen).line()),
        };
        if !before.is_empty() && before != name {
            let Some(case) = &mut self.case else { return };
            let (folder, mut hands) = (case.folder().name(), verbs::handover::changed_hands(&name));
            // Whoever hands over is still there, and says so.
            if self.keyboard.unsure.is_none() {
                hands.by = None;
            }
            match self.saving.during(Save::of(What::Entry, case), || case.submit(&hands)) {
                Ok(receipt) => {
                    self.last = Last::Recorded(receipt::line(&case.view(), &receipt.recorded), folder);
                    self.tell_recorded(&receipt);
                }
                Err(error) => {
                    if matches!(error, SubmitError::NotRecorded(_)) {
                        self.last = Last::NotRecorded(folder);
                    }
                    let why = match &error {
                        SubmitError::Refused(refusal) => refusal::without_case(refusal, Voice::Screen).line(),
                        error => error.to_string(),
                    };
                    return self.not_named(&why);
                }
            }
        } else if let Some(Err(refusal)) = self.case.as_mut().map(|case| case.name_person(&name)) {
            return self.not_named(&refusal::without_case(&refusal, Voice::Screen).line());
        }
        self.person = name;
        self.keyboard.unsure = None;
        self.modals.pop();
        if let Some(draft) = self.keyboard.waiting.take() {
            self.submit(&draft);
        }
    }

    fn not_named(&mut self, why: &str) {
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.refused(why.to_owned(), None);
        }
    }

    /// The case is another one, or none: what is known of the person stays.
    pub(super) fn forgets_waiting(&mut self) {
        self.keyboard.waiting = None;
    }
}

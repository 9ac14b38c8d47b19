//! A case is opened: a new one, or one that is there.

use super::app::{App, Notice};
use super::effect::Effect;
use super::form::Kind;
use super::opened::Opened;
use super::screens::ScreenId;
use crate::base::text::counted;
use crate::journal::Mode;
use crate::page::receipt;
use crate::page::refusal::{Voice, without_case};
use crate::playbook::load;
use crate::record::keyboard;
use crate::record::verbs::real_event;
use crate::session::saving::{Save, What};
use crate::session::{NewSession, PlaybookFiles, Session, SessionError};
use crate::store::CaseFolder;
use crate::store::letters::look;
use std::path::Path;

impl App {
    /// Opens a new case on an offered playbook.
    pub(super) fn start(&mut self, offer: usize, typed: &str, mode: Mode) {
        let Some(offer) = self.offers.get(offer) else { return };
        let loaded = load(&offer.sources());
        let Some(playbook) = loaded.playbook else {
            let first = loaded.problems.first().map(|problem| problem.message.clone()).unwrap_or_default();
            let say = format!("{first} `breachbook playbook check` shows every problem with its line.");
            self.problem("This playbook cannot be used", &say);
            return;
        };
        let files = offer.files.iter().map(|(name, holds)| (name.clone(), holds.bytes().to_vec())).collect();
        let person = keyboard::chosen(&self.names_for(&playbook), typed);
        let title = self.title_for(offer);
        let letters = look(&playbook, &offer.letters).letters;
        let playbook = PlaybookFiles { playbook, files }.with_letters(letters);
        let new = NewSession { playbook, title: &title, person: &person, mode };
        let opening = Save { what: What::Case, case: String::new(), before: None };
        let (root, clock) = (self.library.root(), (self.clock)());
        match self.saving.during(opening, || Session::start_on(&self.disk, root, new, clock)) {
            Ok(mut session) => {
                self.modals.clear();
                let remark = self.give_phones(&mut session);
                self.drafts.retain(|(_, kind), _| !matches!(kind, Kind::Start(..)));
                let folder = session.folder().name();
                let opened_by = session.person().to_owned();
                let taken = session.state().log.iter().filter(|row| row.is_answer()).count();
                let mut say = format!("The case is kept in {folder}.");
                if taken > 0 {
                    let answers = counted(taken, "answer comes", "answers come");
                    say.push_str(&format!(" {answers} from the latest readiness review."));
                }
                say.extend(session.odd().iter().map(|odd| format!(" {odd}")));
                say.extend(session.warnings().iter().map(|warning| format!(" {warning}")));
                self.take_case(session);
                self.is_sure();
                self.say(&say);
                self.tell_of_phones(remark);
                if mode == Mode::Live {
                    self.note_real_case(&folder, &opened_by);
                }
            }
            Err(error) => {
                let say = match error {
                    SessionError::Store(error) => error.under_its_title(),
                    SessionError::Unnamed(refusal) => without_case(&refusal, Voice::Screen).line(),
                    error => error.to_string(),
                };
                self.problem("No case was opened", &say);
            }
        }
    }

    /// Opens a case that is there and shows where it stands.
    pub fn open_case(&mut self, folder: CaseFolder) {
        match Session::open_on((self.disk)(), folder, &self.person, (self.clock)()) {
            Ok(mut session) => {
                self.modals.clear();
                let remark = self.give_phones(&mut session);
                self.take_case(session);
                self.tell_of_phones(remark);
                self.opened();
            }
            Err(error) => self.problem("The case was not opened", &error.to_string()),
        }
    }

    /// The phone list as it is now goes with the case until it is left.
    fn give_phones(&self, session: &mut Session) -> Option<String> {
        let found = (self.phones)();
        session.use_phones(found.file);
        found.remark
    }

    fn tell_of_phones(&mut self, remark: Option<String>) {
        if let Some(text) = remark {
            self.notice = Notice { alarm: true, text };
        }
    }

    fn take_case(&mut self, session: Session) {
        if let Err(error) = self.end() {
            self.notice = Notice { alarm: true, text: error.to_string() };
        }
        session.person().clone_into(&mut self.person);
        self.forgets_waiting();
        // What another run recorded last is told too. That a run ended is no record that anybody looks for.
        let last = session.state().log.iter().rposition(|row| !row.ends_a_run());
        self.recorded = last.map(|at| receipt::line(&session.view(), session.state().at(at)));
        self.recorded_what = last.map(|at| receipt::foot(&session.view(), at).words()).unwrap_or_default();
        self.looking = None;
        self.behind.clear();
        self.screens.forget_case();
        self.told_real = real_event::is_real(&session.view());
        self.case = Some(Opened::Case(Box::new(session)));
        self.screen = ScreenId::Now;
        let next = self.case.as_ref().and_then(|case| case.assessment().next.first());
        if let Some(next) = next.filter(|_| !self.screens.mine) {
            self.screens.now.select(next.target);
        }
    }

    /// Opens a case by its path, as the command line names it.
    pub fn open_path(&mut self, path: &Path) {
        self.perform(Effect::OpenCase(path.to_owned()));
    }
}

//! What a key of the console does, and how it is told. Nothing is shown as sent, held or judged that is not on the disk.

use crate::case::Tag;
use crate::journal::EntryId;
use crate::page::refusal::{Voice, said};
use crate::page::{console, receipt};
use crate::record::verbs::strike;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;
use crate::session::drill::{Conduct, Folder, Which};
use crate::session::saving::{Save, What};
use crate::tui::app::{App, Notice};
use crate::tui::form::Form;
use crate::tui::modal::Modal;
use crate::tui::opened::Opened;
use crate::tui::save::Last;

/// One act of the facilitator.
#[derive(Clone, Debug)]
pub enum Act {
    Start,
    Pause,
    Resume,
    /// Begins the part with this id.
    Part(String),
    End,
    TimeUp,
    /// Sends the inject of this number.
    Send(String),
    Hold(String),
    LetGo(String),
    /// Moves one by so many minutes.
    Later(String, i64),
    /// The same with all that are left.
    AllLater(i64),
    /// One place up, or down.
    Shift(String, bool),
    /// Strikes this console's last record.
    TakeBack,
    /// What stands in a form.
    Draft(Box<Draft>),
    /// Opens a form; nothing is recorded by that.
    Form(Box<Form>),
}

impl Act {
    /// `None` where nothing is to be recorded.
    fn on(&self, conduct: &mut Conduct) -> Option<Result<Receipt, SubmitError>> {
        Some(match self {
            Self::Start => conduct.start(),
            Self::Pause => conduct.pause(None),
            Self::Resume => conduct.resume(),
            Self::Part(id) => conduct.part(id),
            Self::End => conduct.end(),
            Self::TimeUp => conduct.remark("Time is up", Tag::TimeUp),
            Self::Send(number) => conduct.send(number),
            Self::Hold(number) => conduct.hold(number, None),
            Self::LetGo(number) => conduct.let_go(number),
            Self::Later(number, minutes) => conduct.later(Which::One(number), *minutes, None),
            Self::AllLater(minutes) => conduct.later(Which::AllLeft, *minutes, None),
            Self::Shift(number, up) => conduct.shift(number, *up),
            Self::TakeBack => conduct.take_back(None),
            Self::Draft(draft) if draft.verb == &strike::VERB => {
                let (folder, name) = struck(conduct, &draft.on);
                conduct.strike(folder, &name, draft.text(&strike::REASON))
            }
            Self::Draft(draft) => conduct.submit(draft),
            Self::Form(_) => return None,
        })
    }
}

/// In which folder lies what is to be struck: one of the control folder is named by its whole id.
fn struck(conduct: &Conduct, on: &str) -> (Folder, String) {
    let control = conduct.control().state();
    match EntryId::parse(on).and_then(|id| control.place(&id)) {
        Some(at) => (Folder::Control, control.name(at)),
        None => (Folder::Case, on.to_owned()),
    }
}

impl App {
    /// Whether an exercise is led here.
    pub(in crate::tui) fn leads(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.conduct().is_some())
    }

    /// Does it, and says what is on the disk now. A form on top closes only then.
    pub(in crate::tui) fn lead(&mut self, act: &Act) {
        if let Act::Form(form) = act {
            return self.push(Modal::Form(form.clone()));
        }
        let Some(conduct) = self.case.as_mut().and_then(Opened::conduct_mut) else { return };
        conduct.turn();
        let save = Save::of(What::Entry, conduct.case());
        let Some(done) = self.saving.during(save, || act.on(conduct)) else { return };
        let form = matches!(self.modals.last(), Some(Modal::Form(_)));
        match done {
            Ok(receipt) => {
                if form {
                    self.modals.pop();
                }
                self.tell_led(&receipt);
                match act {
                    Act::Send(_) => self.screens.console.sent(),
                    Act::Part(_) => self.screens.console.begun(),
                    _ => {}
                }
            }
            Err(SubmitError::Refused(refusal)) => {
                let Some(case) = &self.case else { return };
                let said = said(&case.view(), &refusal, Voice::Screen);
                let say = if refusal.says_what_to_do() { said.line() } else { said.what };
                if form {
                    self.problem_with("Not recorded", &say, refusal.place());
                } else {
                    self.say(&say);
                }
            }
            Err(SubmitError::NotRecorded(error)) => {
                self.last = Last::NotRecorded(self.case.as_ref().map(|case| case.folder().name()).unwrap_or_default());
                self.problem("NOT RECORDED", &error.under_its_title());
            }
            Err(other) => self.problem("Not recorded", &other.to_string()),
        }
        // What was recorded leads on: a key that came before it is drawn is not for what stands there then.
        self.led_on = true;
    }

    fn tell_led(&mut self, told: &Receipt) {
        let Some(conduct) = self.case.as_ref().and_then(Opened::conduct) else { return };
        let folder = conduct.last().map_or(Folder::Case, |(folder, _)| folder);
        let session = conduct.session(folder);
        let view = session.view();
        self.last = Last::Recorded(receipt::line(&view, &told.recorded), session.folder().name());
        self.recorded = Some(receipt::line(&view, &told.recorded));
        let foot = |at| match folder {
            Folder::Case => receipt::foot(&view, at),
            Folder::Control => console::foot(&conduct.board(), &view, at),
        };
        self.recorded_what = view.state.place(&told.recorded.id).map(|at| foot(at).words()).unwrap_or_default();
        self.notice = Notice::default();
    }
}

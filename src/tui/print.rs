//! Printing from the screen: what is here, the form that asks for the rest, the file, and the entry that names it.

use super::app::{App, Notice};
use super::card::Card;
use super::effect::{Effect, Wish};
use super::form::Kind;
use super::form::print;
use super::modal::Modal;
use super::opened::Opened;
use super::save::Last;
use super::screens::ScreenId;
use crate::judge::View;
use crate::page::log_rows::By;
use crate::page::printed::{Page, Printed};
use crate::page::{Document, receipt};
use crate::playbook::model;
use crate::report::Options;
use crate::session::drill::ControlRead;
use crate::session::printing::{Left, NotLeft, Order, Place, Print};
use crate::session::saving::{Save, What};
use crate::session::{Session, SubmitError};
use crate::store::{CaseFolder, typed_path};
use std::rc::Rc;

impl App {
    /// The form that prints what is here.
    pub(super) fn print_here(&self) -> Vec<Effect> {
        let Some(case) = self.ctx().open().filter(|_| self.screen != ScreenId::Home) else { return self.print_home() };
        let (printed, by_happened) = self.printed_here(&case);
        vec![Effect::Push(Modal::Form(Box::new(print::of_case(&case, &printed, by_happened))))]
    }

    fn printed_here(&self, case: &View<'_>) -> (Printed, bool) {
        let review = case.playbook.kind == model::Kind::Readiness;
        let page = match self.screen {
            ScreenId::Steps => Page::ActionRecord,
            ScreenId::Calls => Page::Calls,
            ScreenId::Tests => Page::Decisions,
            ScreenId::Record => match self.screens.record.by() {
                by if by.list(case).is_some() => {
                    let list = by.list(case).map(|list| list.id.clone());
                    return (list.map_or(Printed::Page(Page::Log), Printed::List), false);
                }
                by => return (Printed::Page(Page::Log), by == By::Happened),
            },
            ScreenId::Paper => {
                let selected = self.screens.paper.selected(case);
                return (selected.unwrap_or(Printed::Page(Page::Briefing)), false);
            }
            ScreenId::Drill if case.state.over().is_some() => Page::AfterAction,
            _ if review => Page::Readiness,
            _ => Page::Briefing,
        };
        (Printed::Page(page), false)
    }

    /// On Home: the briefing of the case that is selected.
    fn print_home(&self) -> Vec<Effect> {
        let Some(place) = self.screens.home.selected_case(&self.ctx()) else {
            return vec![Effect::Say("No case is selected that could be printed.".into())];
        };
        if let Some(case) =
            self.ctx().open().filter(|_| self.case.as_ref().is_some_and(|case| case.folder().path() == place))
        {
            let form = print::of_case(&case, &Printed::Page(Page::Briefing), false);
            return vec![Effect::Push(Modal::Form(Box::new(form)))];
        }
        let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let title = format!("{}, {name}", Page::Briefing.title());
        let kind = Kind::Print(Printed::Page(Page::Briefing), false, Some(place));
        let names = self.person.is_empty().then_some(self.login.as_str());
        vec![Effect::Push(Modal::Form(Box::new(print::form(&title, kind, Document::default(), names))))]
    }

    /// Makes the file, writes it, and names it in the record.
    pub(super) fn print(&mut self, wish: &Wish) {
        if wish.case.is_none() && self.asks_who(None) {
            return;
        }
        let folder = match (&wish.case, &self.case) {
            (Some(path), _) => match CaseFolder::open(path) {
                Ok(folder) => folder,
                Err(error) => return self.problem("Nothing was printed", &error.to_string()),
            },
            (None, Some(case)) => case.folder().clone(),
            (None, None) => return,
        };
        let control = match self.control_of(wish) {
            Ok(control) => control,
            Err(why) => return self.problem("Nothing was printed", &why),
        };
        let place = wish.out.as_ref().map_or(Place::Documents, |path| Place::Path(typed_path::meant(path)));
        let order = Order {
            prints: vec![Print::One(wish.printed.clone())],
            format: wish.format,
            options: Options { by_happened: wish.by_happened, ..Options::default() },
            stand: None,
            to: wish.to.clone(),
            control,
            now: self.now,
        };
        let made = order
            .make(&folder, &place)
            .and_then(|(mut files, _)| Left::write(&mut files, &self.disk, &folder, &place).map(|()| files));
        let files = match made {
            Ok(files) => files,
            Err(why) => return self.not_printed(&why),
        };
        let recorded = self.record_left(wish, folder, &files);
        if matches!(self.modals.last(), Some(Modal::Form(_))) {
            self.modals.pop();
        }
        let names = files.iter().map(told).collect::<Vec<_>>().join(" ");
        match recorded {
            Ok(entry) => self.notice = Notice { alarm: false, text: format!("{names} Recorded as {entry}.") },
            Err(why) => {
                let say = format!("{names} The record of the case does not name it. {why}");
                self.modals.push(Modal::Card(Card::problem("Printed, and not in the record", &say)));
            }
        }
    }

    /// The control folder, for the after-action report of an exercise that was led from this console.
    fn control_of(&self, wish: &Wish) -> Result<Option<Rc<ControlRead>>, String> {
        let conduct = self.case.as_ref().and_then(Opened::conduct).filter(|conduct| conduct.has_ended());
        match conduct.filter(|_| wish.case.is_none() && wish.printed == Printed::Page(Page::AfterAction)) {
            Some(conduct) => conduct.control_read().map(|read| Some(Rc::new(read))).map_err(|why| why.to_string()),
            None => Ok(None),
        }
    }

    fn not_printed(&mut self, why: &NotLeft) {
        let say = format!("{} {}", why.what(), why.now());
        self.problem("Nothing was printed", &say);
    }

    /// The name of the entry, or why there is none.
    fn record_left(&mut self, wish: &Wish, folder: CaseFolder, files: &[Left]) -> Result<String, String> {
        let name = folder.name();
        if wish.case.is_some() {
            let person = wish.person.clone().unwrap_or_else(|| self.person.clone());
            let opened = Session::open_on((self.disk)(), folder, &person, (self.clock)());
            let mut session = opened.map_err(|error| error.to_string())?;
            let save = Save::of(What::Entry, &session);
            let receipt = self.saving.during(save, || session.record_left(files)).map_err(|why| why.to_string())?;
            // That the run ended is no record that anybody waits for.
            let _ = session.end();
            return Ok(receipt.name);
        }
        let Some(case) = &mut self.case else { return Err(String::new()) };
        match self.saving.during(Save::of(What::Entry, case), || case.record_left(files)) {
            Ok(receipt) => {
                self.last = Last::Recorded(receipt::line(&case.view(), &receipt.recorded), name);
                let entry = receipt.name.clone();
                self.tell_recorded(&receipt);
                Ok(entry)
            }
            Err(why) => {
                if matches!(why, SubmitError::NotRecorded(_)) {
                    self.last = Last::NotRecorded(name);
                }
                Err(why.to_string())
            }
        }
    }
}

/// Where a file is, and what is worth knowing of it.
fn told(file: &Left) -> String {
    let path = file.path.as_ref().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    let there = if file.was_there { "It was there already: " } else { "" };
    let remark = file.remark().map_or_else(String::new, |remark| format!(" {remark}"));
    format!("{there}{path}{remark}")
}

//! What becomes of a sheet: recorded in one piece, refused with the row that is wrong, or kept with its text.

use super::app::App;
use super::form::together::Together;
use super::modal::Modal;
use super::save::Last;
use crate::page::refusal::{Voice, said};
use crate::page::{arrived, receipt};
use crate::record::Draft;
use crate::session::saving::{Save, What};
use crate::session::{Session, SubmitError};

impl App {
    /// A sheet with the text that was kept of it.
    pub(super) fn with_kept(&mut self, mut fresh: Together) -> Together {
        fresh.sight = self.case.as_deref().map(Session::sight);
        let kept = self.sheet_key(fresh.step).and_then(|key| self.sheets.remove(&key));
        let struck = if kept.is_none() { self.struck_sheet(fresh.step) } else { None };
        let said =
            if struck.is_some() { "The words of what was struck are back." } else { "The text that you kept is back." };
        let struck = struck.map(|mut sheet| {
            sheet.sight.clone_from(&fresh.sight);
            sheet
        });
        if let (Some(kept), Some(case)) = (kept.or(struck), &self.case) {
            fresh.takes_back(kept, &case.view());
            self.say(said);
        }
        fresh
    }

    pub(super) fn keep_sheet(&mut self, sheet: Together) {
        self.modals.pop();
        self.say("The text is kept while the program runs: it comes back when b is pressed here again.");
        if let Some(key) = self.sheet_key(sheet.step) {
            self.sheets.insert(key, sheet);
        }
    }

    fn sheet_key(&self, step: usize) -> Option<(String, usize)> {
        self.case.as_ref().map(|case| (case.folder().name(), step))
    }

    /// Records a sheet. It closes only when all of it is on the disk.
    pub(super) fn submit_all(&mut self, drafts: &[Draft]) {
        let (Some(case), Some(Modal::Together(sheet))) = (&mut self.case, self.modals.last_mut()) else { return };
        let name = case.folder().name();
        let sight = sheet.sight.clone().unwrap_or_else(|| case.sight());
        match self.saving.during(Save::of(What::Entry, case), || case.submit_all_on(&sight, drafts)) {
            Ok(receipt) => {
                self.last = Last::Recorded(receipt::line(&case.view(), &receipt.recorded), name);
                if let Some(first) = drafts.first() {
                    self.acknowledge(first, &receipt);
                }
            }
            Err((at, SubmitError::Arrived(theirs))) => {
                let view = case.view();
                let lines = arrived::lines(&view, &theirs).join(" ");
                let why = format!(
                    "{lines} {} Nothing of yours is recorded yet. Empty the cell to leave theirs as it stands.",
                    arrived::then(theirs.beside)
                );
                sheet.refused(drafts.get(at), why, &view, Some(case.sight()));
            }
            Err((at, SubmitError::Refused(refusal))) => {
                let view = case.view();
                let why = format!("Nothing was recorded. {}", said(&view, &refusal, Voice::Screen).line());
                sheet.refused(drafts.get(at), why, &view, None);
            }
            Err((_, SubmitError::NotRecorded(error))) => {
                self.last = Last::NotRecorded(name);
                let why = format!("NOT RECORDED. {}", error.under_its_title());
                sheet.refused(None, why, &case.view(), None);
            }
        }
    }
}

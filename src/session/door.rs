//! The one door: a draft is decided, appended and synced, applied, and acknowledged.

use super::{Receipt, Session, SubmitError};
use crate::case::Attribution;
use crate::judge::View;
use crate::judge::picture::remarks::Remark;
use crate::record::{self, Draft};
use crate::store::{NotRecorded, Taking};

impl Session {
    /// Begins a turn: an input, a line, a tick. The clocks are read once, for all that is shown and recorded in it.
    pub fn turn(&mut self) {
        self.turn = self.clock.read();
    }

    /// The case as it may be looked at in this turn.
    pub fn view(&self) -> View<'_> {
        View {
            playbook: &self.playbook,
            state: &self.state,
            picture: &self.assessment,
            now: self.now(),
            reading: &self.turn,
            mode: self.mode,
            person: &self.person,
            role: self.role.as_ref().filter(|(person, _)| *person == self.person).map(|(_, role)| role),
            head: self.writer.head(),
            at: None,
            real: self.real_numbers(),
        }
    }

    /// Records a draft in a new turn. On success it is on the disk.
    ///
    /// # Errors
    /// [`SubmitError::Refused`] when nothing was tried; [`SubmitError::NotRecorded`] when the disk did not confirm it. What was
    /// typed is the caller's to keep.
    pub fn submit(&mut self, draft: &Draft) -> Result<Receipt, SubmitError> {
        self.turn();
        if self.absent
            && let Some(note) = record::without_playbook(draft)
        {
            let mut receipt = self.settle_draft(&note, None)?;
            receipt.remarks.push(Remark::BecameNote);
            return Ok(receipt);
        }
        let leads = record::verbs::drill::VERBS.contains(&draft.verb) && self.state.drill_opening().is_some();
        if leads && !self.sighted.is_facilitator() {
            return Err(record::verbs::drill::led::not_a_facilitator().into());
        }
        if draft.verb == &record::verbs::import::VERB {
            let looked = self.look_at(draft, &mut |_| {})?;
            return self.take(looked);
        }
        if draft.verb == &record::verbs::draft::VERB && draft.text.is_none() {
            let (filled, written) = self.fill(draft)?;
            let documents = self.documents();
            return self.settle_keeping(&filled, || written.keep(&documents));
        }
        if draft.verb == &record::verbs::approve::VERB && draft.text.is_none() {
            let read = self.read_again(draft)?;
            return self.settle_draft(&read, None);
        }
        let parts = record::rows::parts(&self.view(), draft);
        if parts.len() > 1 {
            return self.submit_all(&parts).map_err(|(_, why)| why);
        }
        let (draft, copies) = self.copy_files(draft)?;
        self.settle_draft(&draft, copies)
    }

    /// Records several drafts in one piece: all of them, or none. They are decided one after another, each as if those before it
    /// stood in the record; the receipt is of the sheet, and tells what all of them changed. A single one is recorded as it is.
    ///
    /// # Errors
    /// As [`Session::submit`], with the place of the draft that was refused.
    pub fn submit_all(&mut self, drafts: &[Draft]) -> Result<Receipt, (usize, SubmitError)> {
        if let [only] = drafts {
            return self.submit(only).map_err(|why| (0, why));
        }
        self.turn();
        let view = self.view();
        let decided = record::decide_all(&view, drafts).map_err(|(at, why)| (at, why.into()))?;
        let understood = drafts.iter().flat_map(|draft| record::understood(&view, draft)).collect();
        let mut rows: Vec<_> =
            decided.into_iter().map(|(who, fact)| (Attribution { in_sheet: true, ..who }, fact)).collect();
        rows.push(record::own::sheet_ended(&self.person, rows.len()));
        let reading = self.turn.clone();
        let last = drafts.len().saturating_sub(1);
        self.note_clock_step(&reading).map_err(|why| (last, why))?;
        let receipt = self.record_all(&rows, reading).map_err(|why| (last, why.into()))?;
        Ok(Receipt { understood, ..receipt })
    }

    /// Decides, keeps the file that the entry will name, and records.
    pub(super) fn settle_draft(
        &mut self,
        draft: &Draft,
        files: impl IntoIterator<Item = Taking>,
    ) -> Result<Receipt, SubmitError> {
        self.settle_keeping(draft, || files.into_iter().try_for_each(Taking::keep))
    }

    fn settle_keeping(
        &mut self,
        draft: &Draft,
        keep: impl FnOnce() -> Result<(), NotRecorded>,
    ) -> Result<Receipt, SubmitError> {
        let (reopened, decided) = record::settle(&self.view(), draft)?;
        let understood = record::understood(&self.view(), draft);
        keep()?;
        let reading = self.turn.clone();
        self.note_clock_step(&reading)?;
        let why = reopened.as_ref().and_then(|(_, fact)| Remark::of_reopening(fact));
        let all: Vec<_> = reopened.into_iter().chain([decided]).collect();
        let mut receipt = self.record_all(&all, reading)?;
        receipt.remarks.splice(0..0, why);
        Ok(Receipt { understood, ..receipt })
    }
}

//! Judging, observing, and taking back.

use super::conduct::{Conduct, Folder};
use super::failure::{CLOCK_STAYS, NO_INJECT, NO_OBJECTIVE, NOTHING_OWN, NOTHING_TO_JUDGE, OTHER_SCALE, unknown};
use crate::case::{Tag, Verdict};
use crate::record::refusal::quoted;
use crate::record::verbs::drill::{judge, observe, remark};
use crate::record::verbs::strike;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;

impl Conduct {
    /// Judges an expectation, or rates an objective by what was observed of it. Again: it is judged anew.
    ///
    /// # Errors
    /// If the script has no such thing, it has another scale, or the disk does not take it.
    pub fn judge(&mut self, of: &str, verdict: Verdict, because: Option<&str>) -> Result<Receipt, SubmitError> {
        // Where the script is lost, it is taken by its id.
        if self.fault().is_none() {
            let script = self.script();
            let is_objective = script.objective(of).is_some();
            if !is_objective && script.expectation(of).is_none() {
                let expected = script.expectations.iter().map(|one| &one.id);
                let known = expected.chain(script.objectives.iter().map(|one| &one.id));
                return Err(unknown(&NOTHING_TO_JUDGE, of, known).list([]).into());
            }
            if is_objective != judge::rates(verdict) {
                return Err(OTHER_SCALE.about(quoted(of)).and(verdict.word()).into());
            }
        }
        let draft = Draft::new(&judge::VERB, "").with(&judge::OF, of).with(&judge::VERDICT, verdict.word());
        self.in_control(&draft.with_some(&judge::BECAUSE, because.map(str::to_owned)))
    }

    /// Notes what was seen, for the facilitators alone.
    ///
    /// # Errors
    /// If the words are missing, the script has no such inject or objective, or the disk does not take it.
    pub fn observe(
        &mut self,
        text: &str,
        tag: Tag,
        inject: Option<&str>,
        objective: Option<&str>,
    ) -> Result<Receipt, SubmitError> {
        if self.fault().is_none() {
            if let Some(number) = inject.filter(|number| self.plan().slot(number).is_none()) {
                return Err(NO_INJECT.about(quoted(number)).into());
            }
            if let Some(id) = objective.filter(|id| self.script().objective(id).is_none()) {
                return Err(unknown(&NO_OBJECTIVE, id, self.script().objectives.iter().map(|one| &one.id)).into());
            }
        }
        let draft = Draft::new(&observe::VERB, "")
            .with(&observe::TEXT, text)
            .with(&observe::TAG, tag.word())
            .with_some(&observe::INJECT, inject.map(str::to_owned))
            .with_some(&observe::OBJECTIVE, objective.map(str::to_owned));
        self.in_control(&draft)
    }

    /// Notes something in the case, where everybody may read it: that time is up, what went well.
    ///
    /// # Errors
    /// If the words are missing, or the disk does not take it.
    pub fn remark(&mut self, text: &str, tag: Tag) -> Result<Receipt, SubmitError> {
        let draft = Draft::new(&remark::VERB, "").with(&remark::TEXT, text).with(&remark::TAG, tag.word());
        self.in_case(&draft)
    }

    /// Strikes what this console recorded last and did not take back yet, wherever that lies. A sent inject stays readable to all,
    /// struck through.
    ///
    /// # Errors
    /// If there is nothing, it is one of the clock, a reason is missing, or the disk does not take it.
    pub fn take_back(&mut self, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        let (folder, last) = self.to_take_back().ok_or_else(|| NOTHING_OWN.refuse())?;
        if !last.fact.can_be_struck() {
            return Err(CLOCK_STAYS.refuse().into());
        }
        let names = &self.session(folder).state().names;
        let name = names.entry(&last.id);
        self.strike(folder, &name, reason)
    }

    /// Strikes an entry of one of the folders by its name.
    ///
    /// # Errors
    /// As [`Conduct::take_back`].
    pub fn strike(&mut self, folder: Folder, name: &str, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        let draft = Draft::new(&strike::VERB, name).with_some(&strike::REASON, reason.map(str::to_owned));
        match folder {
            Folder::Case => self.in_case(&draft),
            Folder::Control => self.in_control(&draft),
        }
    }

    /// In which folder an entry of this name lies; the case where there is none.
    pub fn folder_of(&self, name: &str) -> Folder {
        let known = |session: &crate::session::Session| {
            let state = session.state();
            state.names.find(name).is_some_and(|ids| ids.iter().any(|id| state.place(id).is_some()))
        };
        if !known(&self.case) && known(&self.control) { Folder::Control } else { Folder::Case }
    }

    /// What a note is bound to where nobody says otherwise: the inject that went out last, and the objective of what is expected
    /// of it.
    pub fn bound(&self) -> (Option<String>, Option<String>) {
        let plan = self.plan();
        let number =
            plan.slots.iter().filter_map(|slot| Some((slot.sent?, slot.number.clone()))).max().map(|(_, it)| it);
        let objective = number.as_deref().and_then(|number| self.objective_of(number));
        (number, objective)
    }

    /// The objective of the first expectation of an inject.
    pub fn objective_of(&self, number: &str) -> Option<String> {
        let found = self.script().expected_of(number.parse().ok()?).next()?;
        Some(found.objective.to_string())
    }

    /// Compares this laptop's clock with a watch, as every laptop of the exercise should be.
    ///
    /// # Errors
    /// If what was typed is no time, or the disk does not take it.
    pub fn compare_clock(&mut self, draft: &Draft) -> Result<Receipt, SubmitError> {
        self.in_case(draft)
    }
}

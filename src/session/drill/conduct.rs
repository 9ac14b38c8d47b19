//! The conduct itself: both sessions, the script, and what this console has recorded.

use super::failure::ScriptFault;
use super::frozen::Frozen;
use crate::base::{Now, Reading};
use crate::case::{Exercise, Recorded};
use crate::drill::Played;
use crate::drill::expect::{Contingent, Course, Watch};
use crate::drill::figures::Figures;
use crate::drill::plan::{Offer, Plan};
use crate::drill::roll;
use crate::drill::script::Script;
use crate::journal::EntryId;
use crate::judge::View;
use crate::page::console::Board;
use crate::record::{Draft, Receipt};
use crate::session::{NotEnded, Session, SubmitError};
use crate::store::{StoreError, attachments, shared_disk};

/// In which of the two folders an entry lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Folder {
    Case,
    Control,
}

/// A facilitator's console, without its screen.
pub struct Conduct {
    pub(super) case: Session,
    pub(super) control: Session,
    frozen: Frozen,
    /// What this console recorded, the last one last.
    pub(super) own: Vec<(Folder, EntryId)>,
    /// What the clocks said at the last tick.
    pub(super) before: Reading,
    /// What was seen of the expectations so far.
    watch: Watch,
}

impl Conduct {
    pub(super) fn of(case: Session, control: Session, frozen: Frozen) -> Self {
        let before = case.reading();
        let mut conduct = Self { case, control, frozen, own: Vec::new(), before, watch: Watch::default() };
        conduct.watch();
        conduct
    }

    /// What was seen of each expectation, up to what was read last.
    pub(super) fn watched(&self) -> &Watch {
        &self.watch
    }

    /// Takes into account what was recorded since the last look.
    fn watch(&mut self) {
        self.watch.follow(&self.frozen.script, self.case.playbook(), self.case.state());
    }

    /// Begins a turn: the clocks are read once for all that is shown and recorded in it.
    pub fn turn(&mut self) {
        self.case.turn();
        self.control.turn();
    }

    /// Takes in what players and other consoles recorded. Says whether anything changed.
    ///
    /// # Errors
    /// If a folder cannot be read; what was read before stays.
    pub fn refresh(&mut self) -> Result<bool, StoreError> {
        let case = self.case.refresh()?;
        let control = self.control.refresh()?;
        self.watch();
        Ok(case | control)
    }

    pub fn case(&self) -> &Session {
        &self.case
    }

    pub fn control(&self) -> &Session {
        &self.control
    }

    /// For what players may record, too: a strike with its reason, a time check.
    pub fn case_mut(&mut self) -> &mut Session {
        &mut self.case
    }

    pub fn script(&self) -> &Script {
        &self.frozen.script
    }

    /// What is wrong with the frozen script.
    pub fn fault(&self) -> Option<&ScriptFault> {
        self.frozen.fault.as_ref()
    }

    pub fn exercise(&self) -> Option<&Exercise> {
        self.case.state().exercise()
    }

    /// The time of the exercise.
    pub fn now(&self) -> Now {
        self.case.now()
    }

    /// Minutes of the exercise, in milliseconds.
    pub fn played_ms(&self) -> u64 {
        self.exercise().map_or(0, |exercise| exercise.now(&self.case.reading()).played_ms)
    }

    pub fn has_ended(&self) -> bool {
        self.played().has_ended()
    }

    pub fn view(&self) -> View<'_> {
        self.case.view()
    }

    /// Every inject as it stands now.
    pub fn plan(&self) -> Plan<'_> {
        let course = self.course();
        let offer = |number: u32| course.contingencies.iter().find(|one| one.inject == number).and_then(offer);
        Plan::of(self.script(), self.case.state(), self.control.state(), self.played_ms(), offer)
    }

    /// Both folders at this look, for all that is worked out from them.
    pub fn played(&self) -> Played<'_> {
        Played {
            script: self.script(),
            playbook: self.case.playbook(),
            case: self.case.state(),
            control: self.control.state(),
            reading: self.case.view().reading,
        }
    }

    /// Everything that a console shows at this look.
    pub fn board(&self) -> Board<'_> {
        Board { view: self.case.view(), played: self.played(), plan: self.plan(), course: self.course() }
    }

    /// What became of each expectation so far, and which contingencies are offered.
    pub fn course(&self) -> Course {
        Course::of(&self.played(), &self.watch)
    }

    /// The figures so far, from what became of each expectation.
    pub fn figures(&self, course: &Course) -> Figures {
        Figures::of(&self.played(), &self.watch, course)
    }

    pub(super) fn in_case(&mut self, draft: &Draft) -> Result<Receipt, SubmitError> {
        let receipt = self.case.submit(draft)?;
        Ok(self.noted(Folder::Case, receipt))
    }

    /// Control blocks name the blocks of the case that were seen; those of the case never name a block of the control folder.
    pub(super) fn in_control(&mut self, draft: &Draft) -> Result<Receipt, SubmitError> {
        self.control.has_in_sight(&self.case.heads());
        let receipt = self.control.submit(draft)?;
        Ok(self.noted(Folder::Control, receipt))
    }

    pub(super) fn noted(&mut self, folder: Folder, receipt: Receipt) -> Receipt {
        self.own.push((folder, receipt.recorded.id.clone()));
        self.watch();
        receipt
    }

    pub fn session(&self, folder: Folder) -> &Session {
        match folder {
            Folder::Case => &self.case,
            Folder::Control => &self.control,
        }
    }

    /// What this console recorded last.
    pub fn last(&self) -> Option<(Folder, &Recorded)> {
        let (folder, id) = self.own.last()?;
        let state = self.session(*folder).state();
        Some((*folder, state.at(state.place(id)?)))
    }

    /// What this console recorded last that still counts. A strike is not taken back by another one: twice is the last two.
    pub fn to_take_back(&self) -> Option<(Folder, &Recorded)> {
        let own = self.own.iter().rev().filter_map(|(folder, id)| {
            let state = self.session(*folder).state();
            Some((*folder, state, state.place(id)?))
        });
        let mut left = own.filter(|(_, state, at)| state.counts(*at) && !state.at(*at).fact.is_strike());
        left.next().map(|(folder, state, at)| (folder, state.at(at)))
    }

    /// What people should know about where both folders lie, as sentences.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = self.case.warnings();
        let control = self.control.folder();
        let own = self.control.warnings().into_iter().chain(shared_disk::warnings(control.path()));
        let files = attachments::damage(control, roll::files(self.control.state()));
        for warning in own.chain(files.into_iter().map(|one| format!("{}: {}", one.place, one.says))) {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        warnings
    }

    /// The console is left; the clock of the exercise goes on.
    ///
    /// # Errors
    /// If the disk does not confirm the end of a run; nothing else is lost by that.
    pub fn leave(&mut self) -> Result<(), NotEnded> {
        self.control.end()?;
        self.case.end().map(|_| ())
    }
}

fn offer(contingent: &Contingent) -> Option<Offer> {
    let coming = || contingent.coming().map(|(_, at)| Offer::Coming(at));
    contingent.offered().map(|(_, at)| Offer::Offered(at)).or_else(coming)
}

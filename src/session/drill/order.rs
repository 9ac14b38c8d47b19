//! What is still to come: held, let go, skipped, put before another, moved to later. All of it lies in the control folder.

use super::conduct::{Conduct, Folder};
use super::failure::{AT_THE_END, NO_INJECT, NOTHING_LEFT, OFFERED, OUT};
use crate::case::Planning;
use crate::drill::plan::{Slot, Stands};
use crate::record::refusal::quoted;
use crate::record::verbs::drill::plan;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;
use std::collections::BTreeMap;

/// Which injects are moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which<'a> {
    One(&'a str),
    /// All that are left of the part that is played, and of parts before it; those of later parts move with their part.
    AllLeft,
}

impl Conduct {
    /// Holds an inject back until it is let go.
    ///
    /// # Errors
    /// If there is none of that number, it is out, or the disk does not take it.
    pub fn hold(&mut self, number: &str, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        self.planned(number, Planning::Held, reason)
    }

    /// Lets an inject go that was held or skipped: it is due as it was.
    ///
    /// # Errors
    /// As [`Conduct::hold`].
    pub fn let_go(&mut self, number: &str) -> Result<Receipt, SubmitError> {
        self.planned(number, Planning::Due, None)
    }

    /// Leaves an inject out, and says why.
    ///
    /// # Errors
    /// As [`Conduct::hold`], and without a reason.
    pub fn skip(&mut self, number: &str, reason: &str) -> Result<Receipt, SubmitError> {
        self.planned(number, Planning::Skipped, Some(reason))
    }

    fn planned(&mut self, number: &str, state: Planning, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        self.unsent(number)?;
        let draft = plans([number], state).with_some(&plan::REASON, reason.map(str::to_owned));
        self.in_control(&draft)
    }

    /// Puts an inject before another one in the order of what is to come. When it is due stays as it is.
    ///
    /// # Errors
    /// As [`Conduct::hold`].
    pub fn order(&mut self, number: &str, before: &str) -> Result<Receipt, SubmitError> {
        let slots = [self.unsent(before)?, self.unsent(number)?];
        if let Some(offered) = slots.iter().find(|slot| slot.is_contingency() && slot.stands == Stands::Due) {
            return Err(OFFERED.about(quoted(&offered.number)).into());
        }
        let state = planning(slots[1].stands);
        self.in_control(&plans([number], state).with(&plan::BEFORE, before))
    }

    /// Moves an inject one place up, or down.
    ///
    /// # Errors
    /// As [`Conduct::hold`], and at the end of the order.
    pub fn shift(&mut self, number: &str, up: bool) -> Result<Receipt, SubmitError> {
        let at_the_end = || SubmitError::from(AT_THE_END.about(quoted(number)));
        let plan = self.plan();
        let open: Vec<_> = plan.slots.iter().filter(|slot| slot.stands != Stands::Sent).collect();
        let at = open.iter().position(|slot| slot.number == number).ok_or_else(at_the_end)?;
        let (first, second) = if up { (at.checked_sub(1), Some(at)) } else { (Some(at), Some(at + 1)) };
        let (before, moved) = match (first.and_then(|at| open.get(at)), second.and_then(|at| open.get(at))) {
            (Some(first), Some(second)) => (first.number.clone(), second.number.clone()),
            _ => return Err(at_the_end()),
        };
        self.order(&moved, &before)
    }

    /// Moves one inject, or all that are left, by so many minutes; fewer than 0 is earlier. Several go to the disk in one piece.
    ///
    /// # Errors
    /// As [`Conduct::hold`], and if nothing is left.
    pub fn later(&mut self, which: Which<'_>, minutes: i64, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        let moved: Vec<Slot<'_>> = match which {
            Which::One(number) => vec![self.unsent(number)?],
            Which::AllLeft => self.movable(),
        };
        // What was moved by as much already goes into one entry.
        let mut groups: BTreeMap<(i64, &str), (Planning, Vec<String>)> = BTreeMap::new();
        for slot in &moved {
            let (by, state) = (slot.moved_min.saturating_add(minutes), planning(slot.stands));
            groups.entry((by, state.word())).or_insert((state, Vec::new())).1.push(slot.number.clone());
        }
        let drafts: Vec<_> = groups
            .into_iter()
            .map(|((by, _), (state, numbers))| {
                let draft = plans(numbers.iter().map(String::as_str), state).with(&plan::BY_MIN, by.to_string());
                draft.with_some(&plan::REASON, reason.map(str::to_owned))
            })
            .collect();
        if drafts.is_empty() {
            return Err(NOTHING_LEFT.refuse().into());
        }
        self.control.has_in_sight(&self.case.heads());
        let receipt = self.control.submit_all(&drafts).map_err(|(_, why)| why)?;
        Ok(self.noted(Folder::Control, receipt))
    }

    fn movable(&self) -> Vec<Slot<'_>> {
        let played = self.exercise().and_then(|exercise| exercise.part()?.part.clone());
        let upto = played.and_then(|part| self.script().part_position(part.as_str())).unwrap_or(0);
        let moves = |slot: &&Slot<'_>| {
            let timed = |inject: &crate::drill::script::Inject| inject.at.is_some() && inject.part <= upto;
            slot.is_left() && !slot.is_contingency() && slot.inject.is_some_and(timed)
        };
        self.plan().slots.iter().filter(moves).cloned().collect()
    }

    /// An inject that can still go out.
    fn unsent(&self, number: &str) -> Result<Slot<'_>, SubmitError> {
        let plan = self.plan();
        let slot = plan.slot(number).ok_or_else(|| NO_INJECT.about(quoted(number)))?;
        if slot.stands == Stands::Sent {
            return Err(OUT.about(quoted(number)).into());
        }
        Ok(slot.clone())
    }
}

/// What a plan says of an inject that it only moves.
fn planning(stands: Stands) -> Planning {
    match stands {
        Stands::Held => Planning::Held,
        Stands::Skipped => Planning::Skipped,
        _ => Planning::Due,
    }
}

fn plans<'n>(numbers: impl IntoIterator<Item = &'n str>, state: Planning) -> Draft {
    let numbers: Vec<_> = numbers.into_iter().collect();
    Draft::new(&plan::VERB, "").with(&plan::INJECTS, numbers.join("\n")).with(&plan::STATE, state.word())
}

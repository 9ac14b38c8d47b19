//! What may be looked at in one turn: the playbook, the entries, the picture, and one reading of the clocks.

use crate::base::{ItemId, Now, Reading, RealNumbers};
use crate::case::CaseState;
use crate::journal::{Head, Mode};
use crate::judge::Picture;
use crate::judge::evidence::Counting;
use crate::judge::items::ItemStatus;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::Atom;
use crate::playbook::condition::Subject;
use crate::playbook::item::Hold;
use crate::playbook::rule::Effect;
use crate::playbook::{Item, Playbook};

/// A case at one moment. Nothing here can be changed, and everything in it is of the same moment.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub playbook: &'a Playbook,
    pub state: &'a CaseState,
    pub picture: &'a Picture,
    /// What the wall clock says, in the reader's zone and under the playbook's jurisdiction.
    pub now: Now,
    /// What all clocks say; an entry that is recorded in this turn is stamped with it.
    pub reading: &'a Reading,
    pub mode: Mode,
    /// The person at the keyboard; empty while nobody is named.
    pub person: &'a str,
    /// The role that the person at the keyboard said to have tonight, where no list knows one of theirs.
    pub role: Option<&'a ItemId>,
    /// The last block of this run, if it recorded anything.
    pub head: Option<&'a Head>,
    /// In a moment of the past: the place of the entry after which the case is looked at. Nothing can be recorded then.
    pub at: Option<usize>,
    /// The numbers and addresses that were masked where they were read, where something can be recorded in an exercise.
    pub real: Option<&'a RealNumbers>,
}

impl<'a> View<'a> {
    pub fn knowledge(&self) -> Knowledge<'a> {
        Knowledge::read_at(self.playbook, self.counting(), self.now)
    }

    /// What is recorded and counts.
    pub fn counting(&self) -> Counting<'a> {
        self.picture.counting(self.state)
    }

    pub fn items(&self) -> impl Iterator<Item = (&'a Item, &'a ItemStatus)> + use<'a> {
        self.playbook.items.iter().zip(&self.picture.items)
    }

    /// Which hold makes an item wait, by the item's place.
    pub fn hold(&self, at: usize) -> Option<&'a Hold> {
        self.picture.items[at].held?.of(self.playbook, &self.playbook.items[at])
    }

    /// The hold that makes a whole step wait, while something in it does.
    pub fn phase_hold(&self, at: usize) -> Option<&'a Hold> {
        let status = &self.picture.phases[at];
        self.playbook.phases[at].holds.get(status.held_by.filter(|_| status.held > 0)?)
    }

    /// The rule with which the case ends, where an item does not apply for that alone.
    pub fn ended_by(&self, status: &'a ItemStatus) -> Option<&'a ItemId> {
        self.picture.ending.as_ref()?;
        match status.applies.because.as_slice() {
            [Atom { about: Subject::Rule(id), .. }] if status.applies.value == Some(false) => {
                self.playbook.rule(id.as_str()).filter(|rule| rule.effect == Effect::Ends).map(|rule| &rule.id)
            }
            _ => None,
        }
    }

    pub fn status(&self, item: &Item) -> Option<&'a ItemStatus> {
        self.picture.item(self.playbook, item.id.as_str())
    }
}

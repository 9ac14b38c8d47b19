//! What nobody will ever be asked: an item that does not apply, and whatever waits only for such items.
//!
//! A decision that does not arise is never taken. What would follow from it does not arise either; it must not wait for ever,
//! and it must not keep a case from being closed. Nothing is inferred for a condition from this: what is not known stays so.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row;
use crate::judge::truth::scales::ScaleState;
use crate::judge::verdict::{Atom, Verdict};
use crate::playbook::condition::Subject;

impl Knowledge<'_> {
    /// The verdict, or "does not apply" where everything that it waits for is never asked.
    pub fn unless_moot(&self, verdict: Verdict) -> Verdict {
        if self.is_moot(&verdict) {
            return Verdict {
                value: Some(false),
                because: verdict.missing.into_iter().map(Atom::from).collect(),
                missing: Vec::new(),
            };
        }
        verdict
    }

    /// Whether a verdict waits, and only for what nobody will be asked.
    pub fn is_moot(&self, verdict: &Verdict) -> bool {
        verdict.value.is_none()
            && !verdict.missing.is_empty()
            && verdict.missing.iter().all(|subject| self.is_unasked(subject))
    }

    fn is_unasked(&self, subject: &Subject) -> bool {
        let id = subject.id().as_str();
        match subject {
            Subject::Answer(_) | Subject::Decision(_) | Subject::Split(_) | Subject::Task(_) | Subject::Call(_) => {
                self.is_item_unasked(id)
            }
            Subject::Scale(_) | Subject::Gap(_) => self
                .scale(id)
                .is_some_and(|scale| scale.state == ScaleState::NotApplicable || self.is_moot(&scale.verdict)),
            Subject::Silence(_) => {
                self.playbook.silence(id).is_some_and(|silence| self.holds(silence.when.as_ref()).value == Some(false))
            }
            // A list that does not apply has no rows, which is known.
            Subject::Rows(_) => false,
            Subject::Row(of) => self.is_item_unasked(of.id().as_str()),
            // Where the clock does not apply it is known not to be late.
            Subject::Late(_) => false,
            // A rule that does not apply is known not to be met; one that is pending says so itself.
            Subject::Rule(_) => false,
        }
    }

    /// Whether an item does not apply, now and as long as nothing else changes.
    pub fn is_item_unasked(&self, id: &str) -> bool {
        if let Some(known) = self.unasked.borrow().get(id) {
            return *known;
        }
        let Some(item) = self.playbook.item(id) else { return false };
        if self.is_over(item) {
            return true;
        }
        // While it is being worked out it counts as asked: what leads back to itself is no way out.
        self.unasked.borrow_mut().insert(item.id.clone(), false);
        let lane = self.playbook.phases[item.phase].when.as_ref();
        let applies = self.holds(lane).and(per_row::applies(item, self));
        let unasked = applies.value == Some(false) || self.is_moot(&applies);
        self.unasked.borrow_mut().insert(item.id.clone(), unasked);
        unasked
    }
}

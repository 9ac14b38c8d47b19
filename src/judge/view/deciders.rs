//! Who sits in a seat of a decision, as far as it is known: to be offered, never to be assumed. Whoever writes it down is not taken for
//! the role.

use crate::case::{CallOutcome, CaseState, Fact};
use crate::judge::Picture;
use crate::judge::call_tree::Origin;
use crate::playbook::Playbook;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decider {
    pub name: String,
    /// Where it is known from: the phone list, this case, or the call that reached them.
    pub ground: String,
}

/// Who holds the role today, else whoever was reached as it last.
pub fn decider(playbook: &Playbook, state: &CaseState, assessment: &Picture, role: &str) -> Option<Decider> {
    let today = assessment.reach(playbook, role).and_then(|reach| reach.first());
    let holder = today.filter(|one| one.origin != Origin::Policy).and_then(|one| {
        let ground = one.remark.clone().unwrap_or_else(|| one.origin.label().to_owned());
        Some(Decider { name: one.person.clone()?, ground })
    });
    holder.or_else(|| {
        state.log.iter().rev().find_map(|row| match &row.recorded.fact {
            Fact::Called { role: called, person: Some(person), outcome: CallOutcome::Reached, .. }
                if called.as_str() == role =>
            {
                Some(Decider { name: person.clone(), ground: "reached in this case".into() })
            }
            _ => None,
        })
    })
}

/// `Ana Ortiz, standing in for Kim Osei`; empty where it is not stated.
pub fn sat(person: Option<&str>, standing_in: Option<&str>) -> String {
    match (person, standing_in) {
        (Some(person), Some(other)) => format!("{person}, standing in for {other}"),
        (Some(person), None) => person.to_owned(),
        (None, _) => String::new(),
    }
}

//! Who decided: every decision that is in force, by role and by person.

use super::took::Took;
use crate::base::ItemId;
use crate::case::{Attendance, Fact};
use crate::drill::expect::{When, when};
use crate::drill::played::{Played, Sent};
use crate::judge::view::then;
use crate::playbook::Body;
use std::collections::BTreeMap;

/// A decision that is in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The place of the entry in the log of the case.
    pub at: usize,
    /// The decision, or the silence of the policy.
    pub of: ItemId,
    pub outside_policy: bool,
    pub role: Option<ItemId>,
    /// Who decided, as far as that was said.
    pub person: String,
    /// Who wrote it down, where that is somebody else.
    pub written_by: Option<String>,
    pub without_reason: bool,
    /// The role or the person had been recorded as absent.
    pub by_absent: bool,
    pub took: Option<Took>,
}

#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Decided {
    pub decisions: Vec<Decision>,
    /// How many each role decided; those that the policy seats and nobody used with 0.
    pub by_role: BTreeMap<ItemId, usize>,
    pub by_person: BTreeMap<String, usize>,
}

impl Decided {
    pub fn without_reason(&self) -> usize {
        self.decisions.iter().filter(|one| one.without_reason).count()
    }

    pub fn by_absent(&self) -> usize {
        self.decisions.iter().filter(|one| one.by_absent).count()
    }
}

pub fn decided(played: &Played<'_>, z: Option<Sent>) -> Decided {
    let mut by_role: BTreeMap<ItemId, usize> = BTreeMap::new();
    for item in &played.playbook.items {
        if let Body::Decision(body) = &item.body {
            by_role.extend(body.seats.iter().map(|seat| (seat.clone(), 0)));
        }
    }
    let mut by_person: BTreeMap<String, usize> = BTreeMap::new();
    let mut decisions: Vec<Decision> = in_force(played).into_iter().filter_map(|at| decision(played, z, at)).collect();
    decisions.sort_by_key(|one| one.at);
    for one in &decisions {
        if let Some(role) = &one.role {
            *by_role.entry(role.clone()).or_default() += 1;
        }
        *by_person.entry(one.person.clone()).or_default() += 1;
    }
    Decided { decisions, by_role, by_person }
}

fn in_force(played: &Played<'_>) -> Vec<usize> {
    let now = played.case.now_in(played.reading, crate::base::Zone::fixed(*played.reading.wall.instant().offset()));
    then::look(played.playbook, played.case, now.under(&played.playbook.jurisdiction), |then| {
        then.decisions().collect()
    })
}

fn decision(played: &Played<'_>, z: Option<Sent>, at: usize) -> Option<Decision> {
    let recorded = played.case.at(at);
    let (of, role, reason, outside_policy) = match &recorded.fact {
        Fact::Decided { decision, role, reason, .. } => (decision, Some(role), Some(reason.as_str()), false),
        Fact::SilenceDecided { silence, role, value } => (silence, role.as_ref(), Some(value.as_str()), true),
        _ => return None,
    };
    let person = recorded.actor().to_owned();
    let written_by = (recorded.recorder() != person).then(|| recorded.recorder().to_owned());
    Some(Decision {
        at,
        of: of.clone(),
        outside_policy,
        role: role.cloned(),
        without_reason: !outside_policy && reason.is_none_or(|reason| reason.trim().is_empty()),
        by_absent: is_absent(played, role, &person, when(played.case, at, &played.case.log[at])),
        person,
        written_by,
        took: z.and_then(|z| Took::of(played, z, at)),
    })
}

/// Whether a role, or whoever plays it, was last recorded as absent before a moment.
fn is_absent(played: &Played<'_>, role: Option<&ItemId>, person: &str, moment: When) -> bool {
    let case = played.case;
    let mut said: Option<(When, bool)> = None;
    for at in case.drill().iter().copied().filter(|at| case.counts(*at)) {
        let absent = match &case.at(at).fact {
            Fact::Released { absent: Some(of), .. } => (role == Some(of)).then_some(true),
            Fact::RollCalled { role: of, person: who, attendance } => {
                (role == Some(of) || who == person).then_some(*attendance == Attendance::Absent)
            }
            _ => None,
        };
        let when = when(case, at, &case.log[at]);
        if let Some(absent) = absent.filter(|_| when <= moment && said.is_none_or(|(last, _)| last <= when)) {
            said = Some((when, absent));
        }
    }
    said.is_some_and(|(_, absent)| absent)
}

//! Which runs an entry rests on: it strikes what they recorded, or stands beside it or in its place.

use super::{CaseState, Fact};
use crate::base::SessionId;
use std::collections::BTreeSet;

impl CaseState {
    /// The runs of the entries that a fact names, and of those about the same thing.
    pub fn rests_on(&self, fact: &Fact) -> BTreeSet<SessionId> {
        let about_the_same = |other: &Fact| match (fact, other) {
            (Fact::ContactSet { role: one, .. }, Fact::ContactSet { role: other, .. }) => one == other,
            (
                Fact::Closed { .. } | Fact::Reopened { .. },
                Fact::Closed { .. } | Fact::Reopened { .. } | Fact::Opened { .. },
            ) => true,
            _ => fact.subject().is_some_and(|subject| other.subject() == Some(subject)),
        };
        let named: &[_] = if let Fact::StruckOut { of, .. } = fact { of } else { &[] };
        let entries = self.log.iter().map(|row| &row.recorded);
        let these = entries.filter(|other| named.contains(&other.id) || about_the_same(&other.fact));
        these.map(|other| other.id.session.clone()).collect()
    }
}

//! Which runs an entry rests on: it strikes what they recorded, or stands beside it or in its place.

use super::{Attribution, CaseState, Fact};
use crate::base::SessionId;
use std::collections::BTreeSet;

impl CaseState {
    /// The runs of the entries that a fact names, and of those about the same thing.
    pub fn rests_on(&self, who: &Attribution, fact: &Fact) -> BTreeSet<SessionId> {
        let about_the_same = |other: &Fact| match (fact, other) {
            (Fact::ContactSet { role: one, .. }, Fact::ContactSet { role: other, .. }) => one == other,
            (
                Fact::Closed { .. } | Fact::Reopened { .. },
                Fact::Closed { .. } | Fact::Reopened { .. } | Fact::Opened { .. },
            ) => true,
            _ => fact.subject().is_some_and(|subject| other.subject() == Some(subject)),
        };
        let row = match fact {
            Fact::RowChanged { row, .. } => Some(row),
            _ => None,
        };
        let struck = if let Fact::StruckOut { of, .. } = fact { of.as_slice() } else { &[] };
        let rows = fact.for_rows().into_iter().flat_map(|rows| rows.0.iter().filter_map(|of| of.row.as_ref()));
        let named: BTreeSet<_> = row.into_iter().chain(struck).chain(&who.settles).chain(rows).collect();
        let entries = self.log.iter().map(|row| &row.recorded);
        let changes_it = |other: &Fact| matches!((row, other), (Some(one), Fact::RowChanged { row, .. }) if one == row);
        let these =
            entries.filter(|other| named.contains(&other.id) || about_the_same(&other.fact) || changes_it(&other.fact));
        these.map(|other| other.id.session.clone()).collect()
    }
}

//! Names of people in a record, so that none of them stands in a copy that leaves the house.

use crate::case::Fact;
use crate::judge::View;
use std::collections::BTreeMap;

/// What stands in the place of a name whose role is not known.
const LEFT_OUT: &str = "[name left out]";
/// Shorter names are words that may mean anything.
const SHORTEST: usize = 3;

/// Every name that the record or the phone list gives to a person, with what stands in its place.
pub struct Names(Vec<(String, String)>);

impl Names {
    pub fn of(view: &View<'_>) -> Self {
        let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
        let title = |role: &str| Some(view.playbook.role_title(role).to_owned());
        let mut know = |name: Option<&str>, role: Option<String>| {
            let name = name.unwrap_or_default().trim();
            if name.chars().count() >= SHORTEST {
                let known = names.entry(name.to_owned()).or_default();
                *known = known.take().or(role);
            }
        };
        for (role, reach) in view.playbook.roles.iter().zip(&view.picture.roles) {
            for person in reach.candidates.iter().filter_map(|one| one.person.as_deref()) {
                know(Some(person), Some(role.title.clone()));
            }
        }
        for row in &view.state.log {
            let recorded = &row.recorded;
            know(Some(&recorded.who.by), None);
            know(recorded.who.actor.as_deref(), None);
            match &recorded.fact {
                Fact::Called { role, person, .. } | Fact::ContactSet { role, person, .. } => {
                    know(person.as_deref(), title(role.as_str()));
                }
                Fact::Decided { role, person, standing_in, adviser, .. } => {
                    know(person.as_deref(), title(role.as_str()));
                    know(standing_in.as_deref(), title(role.as_str()));
                    know(adviser.as_deref(), None);
                }
                Fact::TaskRuledOut { adviser, .. } | Fact::NecessityFound { adviser, .. } => {
                    know(adviser.as_deref(), None);
                }
                Fact::PassedOn { to, .. } => know(Some(to), None),
                Fact::HandedOver { from, to, witness } => {
                    know(Some(from), None);
                    know(Some(to), None);
                    know(witness.as_deref(), None);
                }
                Fact::TimeChecked { checked_by, .. } => know(checked_by.as_deref(), None),
                Fact::RowAdded { cells, .. } | Fact::RowChanged { cells, .. } => {
                    know(cells.get(crate::case::cells::NAME), None);
                }
                _ => {}
            }
        }
        let mut all: Vec<_> =
            names.into_iter().map(|(name, role)| (name, role.unwrap_or_else(|| LEFT_OUT.to_owned()))).collect();
        // The longest first: `A. Ruiz-Lee` is not `A. Ruiz`.
        all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self(all)
    }

    /// A text with roles in the place of names.
    pub fn left_out(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, instead) in &self.0 {
            if text.contains(name.as_str()) {
                text = text.replace(name.as_str(), instead);
            }
        }
        text
    }
}

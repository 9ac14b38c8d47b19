//! Whom to call for one row of a list: who serves that place, or the very person whom the row names.

use super::reach::{Candidate, Origin, Reach, same_name};
use crate::base::ItemId;
use crate::contacts::PhoneList;
use crate::contacts::seats::{Absent, deputy};
use crate::judge::truth::per_row::{List, key};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Everybody in the phone list by name, without regard to case; of two with one name, the first.
pub type Directory = BTreeMap<String, Candidate>;

/// Everybody in a phone list as they are reached on a day.
pub(in crate::judge) fn directory(list: &PhoneList, day: NaiveDate) -> Directory {
    let mut found = Directory::new();
    for party in &list.parties {
        let remark = party.away_on(day).map(|away| {
            let absent = Absent::new(list, party, away, deputy(list, party, day));
            format!("{}.", absent.shown())
        });
        found.entry(key(&party.name)).or_insert_with(|| Candidate::of(party, remark));
    }
    found
}

/// Which rows of each list somebody is known for by name, worked out once a list.
#[derive(Default)]
pub(super) struct Named(BTreeMap<ItemId, Rc<BTreeSet<usize>>>);

impl Named {
    /// The rows whose name is that of a person or of a place that somebody serves; the others are reached alike.
    pub fn rows(&mut self, list: &List, roles: &[Reach], directory: &Directory) -> Rc<BTreeSet<usize>> {
        let people = roles.iter().flat_map(|reach| &reach.candidates).filter_map(|one| one.person.as_deref());
        let places = roles.iter().flat_map(|reach| &reach.by_place).flat_map(|(places, _)| places);
        let found = || {
            let known: BTreeSet<String> = people.map(key).collect();
            let served: BTreeSet<String> = places.map(|place| plain(place)).collect();
            let is_known = |name: &str| {
                let key = key(name);
                directory.contains_key(&key) || known.contains(&key) || served.contains(&plain(name))
            };
            let rows = list.rows.iter().enumerate().filter(|(_, row)| is_known(&row.name));
            Rc::new(rows.map(|(at, _)| at).collect())
        };
        Rc::clone(self.0.entry(list.id.clone()).or_insert_with(found))
    }
}

impl Reach {
    /// The same role as it is reached for one row of a list. Those who serve the place that the row names go first. A row that
    /// names a person means that person and nobody else. A row whose name the phone list does not know is nobody of several
    /// people who hold the role: which of them is meant is not guessed.
    #[must_use]
    pub fn for_row(&self, row: &str) -> Self {
        let serves = |places: &[String]| places.iter().any(|known| same_place(known, row));
        let there: Vec<_> = self
            .by_place
            .iter()
            .filter(|(places, _)| serves(places))
            .map(|(_, candidate)| Candidate { remark: Some(format!("Serves {row}.")), ..candidate.clone() })
            .collect();
        let candidates = if !there.is_empty() {
            // What only says that it depends on the place is answered by the place.
            let others = self.candidates.iter().filter(|one| one.person.is_some() || !one.channels.is_empty());
            there.into_iter().chain(others.cloned()).collect()
        } else if let Some(person) = self.named(row) {
            vec![person]
        } else if self.people() > 1 {
            vec![self.nobody_by_name()]
        } else {
            return self.clone();
        };
        Self { candidates, ..self.clone() }
    }

    /// The person whom a row names: with the numbers of this case where the role was filled in with them, else as in the list.
    fn named(&self, row: &str) -> Option<Candidate> {
        let is = |one: &&Candidate| one.person.as_ref().is_some_and(|name| same_name(name, row));
        let own = self.candidates.iter().find(|one| is(one) && one.origin == Origin::Case);
        own.or_else(|| self.directory.get(&key(row))).or_else(|| self.candidates.iter().find(is)).cloned()
    }

    /// How many people hold the role, as far as they are known by name.
    fn people(&self) -> usize {
        let named = self.candidates.iter().filter(|one| one.person.is_some()).count();
        named.max(if self.several { 2 } else { 0 })
    }

    /// The number that the policy prints for the office, if it prints one, without a name.
    fn nobody_by_name(&self) -> Candidate {
        let printed = self.candidates.iter().find(|one| one.origin == Origin::Policy);
        let (channels, out_of_band) =
            printed.map(|one| (one.channels.clone(), one.out_of_band.clone())).unwrap_or_default();
        Candidate {
            id: None,
            person: None,
            origin: Origin::Policy,
            channels,
            out_of_band,
            remark: Some("Several people hold this role, and the phone list has nobody of this name.".into()),
            stands_in_for: None,
        }
    }
}

/// Places are compared as names are; the word "county" at the end is not asked of everybody.
fn same_place(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(place: &str) -> String {
    let name = place.trim().to_lowercase();
    name.strip_suffix(" county").map_or(name.clone(), str::to_owned)
}

//! Who holds a role on a day: in the order of the list, those who are away skipped, their deputies in their place.

use super::model::{Away, Party, PhoneList};
use crate::base::ItemId;
use chrono::NaiveDate;
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seat<'a> {
    pub party: &'a Party,
    /// For whom they stand in, and until when, if somebody is away.
    pub stands_in: Option<(&'a Party, NaiveDate)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Absent<'a> {
    pub party: &'a Party,
    /// Last day of the absence.
    pub until: NaiveDate,
    /// The deputy whom the list names for this absence.
    pub named: Option<&'a Party>,
    /// The first deputy in turn who is there.
    pub deputy: Option<&'a Party>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seats<'a> {
    /// Who can be called, the first choice first.
    pub seats: Vec<Seat<'a>>,
    pub absent: Vec<Absent<'a>>,
    /// Organisations that serve certain places only; which of them is meant depends on the place.
    pub by_place: Vec<&'a Party>,
}

impl<'a> Absent<'a> {
    /// Somebody who is away, with the deputy whom the list names and the one who is there.
    pub fn new(list: &'a PhoneList, party: &'a Party, away: &Away, deputy: Option<&'a Party>) -> Self {
        let named = away.deputy.as_ref().and_then(|id| list.party(id.as_str()));
        Self { party, until: away.to, named, deputy }
    }

    /// `A. Ruiz is away until 2027-01-04, deputy B. Cole`. A deputy who is away too is named, and so is who comes after.
    pub fn shown(&self) -> String {
        let deputy = match (self.named, self.deputy) {
            (None, _) => "no deputy named".to_owned(),
            (Some(named), Some(there)) if named.id == there.id => format!("deputy {}", there.name),
            (Some(named), Some(there)) => format!("deputy {} is away too, then {}", named.name, there.name),
            (Some(named), None) => format!("deputy {} is away too, and nobody comes after", named.name),
        };
        format!("{} is away until {}, {deputy}", self.party.name, self.until)
    }
}

pub fn seats<'a>(list: &'a PhoneList, playbook: &str, role: &str, day: NaiveDate) -> Seats<'a> {
    let mut found = Seats::default();
    let people = list.holder(playbook, role).map(|holder| holder.people.as_slice()).unwrap_or_default();
    let mut seated: BTreeSet<&ItemId> = BTreeSet::new();
    for party in people.iter().filter_map(|id| list.party(id.as_str())) {
        if !party.places.is_empty() {
            found.by_place.push(party);
            continue;
        }
        match party.away_on(day) {
            None if seated.insert(&party.id) => found.seats.push(Seat { party, stands_in: None }),
            None => {}
            Some(away) => {
                let deputy = deputy(list, party, day);
                found.absent.push(Absent::new(list, party, away, deputy));
                if let Some(deputy) = deputy.filter(|deputy| seated.insert(&deputy.id)) {
                    found.seats.push(Seat { party: deputy, stands_in: Some((party, away.to)) });
                }
            }
        }
    }
    found
}

/// The first deputy in turn who is there; a chain that leads back to itself names nobody.
pub fn deputy<'a>(list: &'a PhoneList, absent: &'a Party, day: NaiveDate) -> Option<&'a Party> {
    let mut passed = BTreeSet::from([&absent.id]);
    let mut at = absent;
    while let Some(away) = at.away_on(day) {
        at = away.deputy.as_ref().and_then(|id| list.party(id.as_str()))?;
        if !passed.insert(&at.id) {
            return None;
        }
    }
    (at.id != absent.id).then_some(at)
}

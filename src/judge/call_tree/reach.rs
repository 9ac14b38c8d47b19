//! Who holds a role today, and how to reach them.

use super::row::Directory;
use crate::base::text::inert_line;
use crate::base::written::words;
use crate::case::{CallOutcome, CaseState, Fact};
use crate::contacts::PhoneList;
use crate::contacts::model::Party;
use crate::contacts::seats::seats;
use crate::judge::evidence::Counting;
use crate::playbook::Playbook;
use chrono::NaiveDate;
use serde::Serialize;
use std::rc::Rc;

words! {
    /// Where a person or a number is known from.
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Origin: label {
        /// It was filled in for this case.
        Case = "filled in for this case",
        /// The organisation's phone list.
        #[serde(rename = "phone-list")]
        List = "phone list",
        /// The policy prints it.
        Policy = "printed in the policy",
    }
}

/// Somebody who may be called for a role.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The identifier in the phone list, if they stand in it.
    pub id: Option<String>,
    /// The name, as far as it is known.
    pub person: Option<String>,
    pub origin: Origin,
    /// Numbers and addresses as they are shown and recorded, the first to try first.
    pub channels: Vec<String>,
    /// Whether the list says that a number works without the organisation's own systems; beside `channels`.
    pub out_of_band: Vec<bool>,
    /// Why they are here, where somebody is away.
    pub remark: Option<String>,
    /// The name of whoever is away, where they are here as the deputy; the remark says so.
    pub stands_in_for: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Away {
    pub name: String,
    /// Until when, and who stands in: a sentence without a full stop.
    pub says: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// Who may be called, in order; at least one, of whom perhaps nothing is known.
    pub candidates: Vec<Candidate>,
    pub away: Vec<Away>,
    /// Those who serve certain places only: the places, and who.
    pub by_place: Vec<(Vec<String>, Candidate)>,
    /// Whether the phone list gives the role to several people, those who are away among them.
    pub several: bool,
    /// Everybody in the phone list by name, where a call of the playbook is made for the rows of a list.
    pub directory: Rc<Directory>,
}

impl Reach {
    pub fn first(&self) -> Option<&Candidate> {
        self.candidates.first()
    }
}

impl Candidate {
    pub(in crate::judge) fn of(party: &Party, remark: Option<String>) -> Self {
        Self {
            id: Some(party.id.to_string()),
            person: Some(party.name.clone()),
            origin: Origin::List,
            channels: party.channels.iter().map(crate::contacts::Channel::shown).collect(),
            out_of_band: party.channels.iter().map(|channel| channel.out_of_band).collect(),
            remark,
            stands_in_for: None,
        }
    }

    /// Whether a name that was typed means this person.
    pub fn is_called(&self, name: &str) -> bool {
        let same = |known: &Option<String>| known.as_ref().is_some_and(|known| same_name(known, name));
        same(&self.person) || same(&self.id)
    }

    /// Puts the numbers of this case in front.
    fn with_own(mut self, own: &[String]) -> Self {
        for channel in own.iter().rev() {
            if let Some(at) = self.channels.iter().position(|known| known == channel) {
                self.channels.remove(at);
                self.out_of_band.remove(at);
            }
            self.channels.insert(0, channel.clone());
            self.out_of_band.insert(0, false);
        }
        self
    }
}

/// Names are compared without regard to case and to blanks at the ends.
pub(in crate::judge) fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Who holds a role on a day.
pub fn reach(
    playbook: &Playbook,
    state: Counting<'_>,
    (list, directory): (&PhoneList, &Rc<Directory>),
    role: &str,
    day: NaiveDate,
) -> Reach {
    let found = seats(list, playbook.id.as_str(), role, day);
    let mut candidates: Vec<_> = found
        .seats
        .iter()
        .map(|seat| {
            let remark = seat.stands_in.map(|(absent, until)| {
                format!("{} is away until {until}; {} is the deputy.", absent.name, seat.party.name)
            });
            let stands_in_for = seat.stands_in.map(|(absent, _)| absent.name.clone());
            Candidate { stands_in_for, ..Candidate::of(seat.party, remark) }
        })
        .collect();
    // Somebody without a number does not stand in the way of somebody with one.
    candidates.sort_by_key(|candidate| candidate.channels.is_empty());
    let away =
        found.absent.iter().map(|absent| Away { name: absent.party.name.clone(), says: absent.shown() }).collect();
    let by_place: Vec<_> =
        found.by_place.iter().map(|party| (party.places.clone(), Candidate::of(party, None))).collect();
    let printed = printed(playbook, role);
    let (mut person, mut own) = filled_in(&state, role);
    person = person.or_else(|| answered(playbook, state, role));
    if person.is_none() && own.is_empty() && candidates.is_empty() && printed.channels.is_empty() {
        (person, own) = dialled(&state, role);
    }
    match person {
        Some(name) => {
            let known = candidates.iter().position(|candidate| candidate.is_called(&name));
            let mut first = match known {
                Some(at) => candidates.remove(at),
                None => {
                    match list.parties.iter().find(|party| same_name(&party.name, &name) || party.id.as_str() == name) {
                        Some(party) => Candidate::of(party, None),
                        // An office keeps its number when another person sits in it.
                        None if candidates.is_empty() => Candidate { person: Some(name), ..printed.clone() },
                        None => Candidate { person: Some(name), channels: Vec::new(), ..printed.clone() },
                    }
                }
            };
            first.origin = Origin::Case;
            candidates.insert(0, first.with_own(&own));
        }
        None if !own.is_empty() => {
            let first = if candidates.is_empty() { printed.clone() } else { candidates.remove(0) };
            // The number is this case's; the name, where only the policy prints one, stays the policy's.
            let only_printed = first.origin == Origin::Policy && first.person.is_some();
            let origin = if only_printed { Origin::Policy } else { Origin::Case };
            candidates.insert(0, Candidate { origin, ..first.with_own(&own) });
        }
        None => {}
    }
    let there = |channel: &String| candidates.iter().any(|known| known.channels.contains(channel));
    if candidates.is_empty() || !printed.channels.iter().all(there) {
        let depends = (!by_place.is_empty()).then(|| "Whom to call depends on the place.".to_owned());
        candidates.push(Candidate { remark: depends, ..printed });
    }
    let of_list = list.holder(playbook.id.as_str(), role).map(|holder| holder.people.as_slice());
    let people = of_list.unwrap_or_default().iter().filter_map(|id| list.party(id.as_str()));
    let several = people.filter(|party| party.places.is_empty()).count() > 1;
    Reach { candidates, away, by_place, several, directory: Rc::clone(directory) }
}

/// What the policy prints.
fn printed(playbook: &Playbook, role: &str) -> Candidate {
    let role = playbook.role(role);
    let channels: Vec<String> = role
        .map(|role| role.channels.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|channel| inert_line(&channel.kind.with(&channel.value)).into_owned())
        .collect();
    Candidate {
        id: None,
        person: role.and_then(|role| role.printed_person.clone()),
        origin: Origin::Policy,
        out_of_band: vec![false; channels.len()],
        channels,
        remark: None,
        stands_in_for: None,
    }
}

/// Who was called last in a role for which nobody is known otherwise, and under which number, unless it was wrong or dead: what was
/// dialled once need not be looked up again.
fn dialled(state: &CaseState, role: &str) -> (Option<String>, Vec<String>) {
    for recorded in state.numbers().iter().rev().map(|at| state.at(*at)) {
        let Fact::Called { role: called, person, channel, outcome, target, .. } = &recorded.fact else {
            continue;
        };
        let dead = matches!(outcome, CallOutcome::WrongNumber | CallOutcome::Disconnected);
        if called.as_str() == role && target.0.is_empty() && !dead && channel.is_some() {
            return (person.clone(), channel.iter().cloned().collect());
        }
    }
    (None, Vec::new())
}

/// Whom an answer of this case names for a role.
fn answered(playbook: &Playbook, state: Counting<'_>, role: &str) -> Option<String> {
    let question = playbook.role(role)?.named_by.as_ref()?;
    let track = state.answers(question.as_str())?;
    // Two answers that contradict each other name nobody.
    let [at] = track.current.as_slice() else { return None };
    match &state.at(*at).fact {
        Fact::Answered { value, .. } if value != "unknown" => Some(value.clone()),
        _ => None,
    }
}

/// The person and the numbers that were filled in for this case, the latest number first.
fn filled_in(state: &CaseState, role: &str) -> (Option<String>, Vec<String>) {
    let (mut name, mut own) = (None, Vec::new());
    for at in state.contact(role).map(|track| track.all.as_slice()).unwrap_or_default() {
        let Fact::ContactSet { person, channel, .. } = &state.at(*at).fact else { continue };
        if person.is_some() {
            name.clone_from(person);
        }
        if let Some(channel) = channel {
            own.retain(|known| known != channel);
            own.insert(0, channel.clone());
        }
    }
    (name, own)
}

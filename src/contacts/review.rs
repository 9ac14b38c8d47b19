//! What would fail on the night although the file can be read: old numbers, empty seats, one person everywhere, absences.

use super::model::{Party, PhoneList};
use super::seats::seats;
use crate::base::ItemId;
use crate::base::text::counted;
use crate::playbook::{Body, Playbook};
use crate::source::{Code, MOST_PROBLEMS, Problem, Span};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Most warnings; a list with more is better repaired from the top.
const MOST: usize = MOST_PROBLEMS;

/// Looks at a list on a day, beside the playbooks that are known.
pub fn review(list: &PhoneList, playbooks: &[&Playbook], today: NaiveDate) -> Vec<Problem> {
    let mut found = Vec::new();
    for party in &list.parties {
        channels(list, party, today, &mut found);
        absences(party, &mut found);
    }
    used(list, &mut found);
    names(list, playbooks, &mut found);
    for holder in &list.holders {
        holders(list, holder, today, &mut found);
    }
    for playbook in covered(list, playbooks) {
        unheld(list, playbook, &mut found);
    }
    same_first(list, playbooks, &mut found);
    found.sort_by_key(|problem| (problem.span, problem.code.word()));
    found.dedup();
    found.truncate(MOST);
    found
}

/// What would fail on a day for one playbook, without what is only untidy: what a case shows of its phone list.
pub fn tonight(list: &PhoneList, playbook: &Playbook, today: NaiveDate) -> Vec<Problem> {
    let untidy = [Code::NobodyNames, Code::UnknownPlaybook, Code::UnknownPlaybookRole];
    let mut found = review(list, &[playbook], today);
    found.retain(|problem| !untidy.contains(&problem.code));
    found
}

fn channels(list: &PhoneList, party: &Party, today: NaiveDate, found: &mut Vec<Problem>) {
    if party.channels.is_empty() {
        let message = format!("{} has no number or address.", party.name);
        found.push(Problem::new(Code::Unreachable, party.span, message));
    }
    let months = list.stale_after();
    // A limit so long that no day is that far back makes nothing old.
    let oldest = today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    for channel in &party.channels {
        let shown = format!("{}, {}", party.name, channel.shown());
        let (code, message) = match channel.verified {
            None => (Code::Unverified, format!("{shown}: nobody has written down that it was tried.")),
            Some(day) if day > today => {
                (Code::VerifiedLater, format!("{shown}: tried on {day}, and today is {today}."))
            }
            Some(day) if day < oldest => (
                Code::Stale,
                format!("{shown}: last tried on {day}, more than {} ago.", counted(months as usize, "month", "months")),
            ),
            Some(_) => continue,
        };
        found.push(Problem::new(code, channel.span, message));
    }
}

fn absences(party: &Party, found: &mut Vec<Problem>) {
    // They are in the order of their first days, so that a neighbour overlaps if any does.
    let mut last: Option<NaiveDate> = None;
    for away in &party.away {
        if last.is_some_and(|to| away.from <= to) {
            let message = format!("{}: the absence from {} begins in another one.", party.name, away.from);
            found.push(Problem::new(Code::AwayTwice, away.span, message));
        }
        last = last.max(Some(away.to));
    }
}

/// Whoever is in the list without being named by anything.
fn used(list: &PhoneList, found: &mut Vec<Problem>) {
    let held = list.holders.iter().flat_map(|holder| &holder.people);
    let deputies = list.parties.iter().flat_map(|party| &party.away).filter_map(|away| away.deputy.as_ref());
    let named: BTreeSet<&ItemId> = held.chain(deputies).collect();
    for party in list.parties.iter().filter(|party| !named.contains(&party.id)) {
        let message = format!("{} holds no role and stands in for nobody.", party.name);
        found.push(Problem::new(Code::NobodyNames, party.span, message));
    }
}

fn names(list: &PhoneList, playbooks: &[&Playbook], found: &mut Vec<Problem>) {
    let known = |id: &ItemId| playbooks.iter().copied().find(|playbook| playbook.id == *id);
    let mut unknown = |id: &ItemId, span: Span| {
        let message = format!("There is no playbook `{id}`.");
        let ids = playbooks.iter().map(|playbook| playbook.id.as_str());
        found.push(Problem::new(Code::UnknownPlaybook, span, message).did_you_mean(id.as_str(), ids));
    };
    for (id, span) in &list.playbooks {
        if known(id).is_none() {
            unknown(id, *span);
        }
    }
    for (id, span) in list.holders.iter().filter_map(|one| Some((one.playbook.as_ref()?, one.span))) {
        if known(id).is_none() {
            unknown(id, span);
        }
    }
    let fills = list.fill_ins.iter().map(|one| (&one.playbook, one.span));
    for (id, span) in fills.chain(list.targets.iter().map(|one| (&one.playbook, one.span))) {
        if known(id).is_none() {
            unknown(id, span);
        }
    }
    let mut missing = |code, span, message: String, id: &ItemId, ids: &mut dyn Iterator<Item = &str>| {
        // Beyond what is shown, nothing is looked for.
        if found.len() < MOST {
            found.push(Problem::new(code, span, message).did_you_mean(id.as_str(), ids));
        }
    };
    for holder in &list.holders {
        let meant: Vec<_> = match &holder.playbook {
            Some(id) => known(id).into_iter().collect(),
            None => playbooks.to_vec(),
        };
        if !meant.is_empty() && meant.iter().all(|playbook| playbook.role(holder.role.as_str()).is_none()) {
            let message = format!("No playbook that is meant has a role `{}`.", holder.role);
            let roles = meant.iter().flat_map(|playbook| &playbook.roles);
            let mut ids = roles.map(|role| role.id.as_str());
            missing(Code::UnknownPlaybookRole, holder.span, message, &holder.role, &mut ids);
        }
    }
    for fill in &list.fill_ins {
        let Some(playbook) = known(&fill.playbook) else { continue };
        let mut ids = playbook.silences.iter().map(|silence| silence.id.as_str());
        if !ids.clone().any(|id| id == fill.silence.as_str()) {
            let message = format!("The playbook `{}` has no silence `{}`.", fill.playbook, fill.silence);
            missing(Code::UnknownSilence, fill.span, message, &fill.silence, &mut ids);
        }
    }
    for target in &list.targets {
        let Some(playbook) = known(&target.playbook) else { continue };
        let mut ids = playbook.clocks.iter().map(|clock| clock.id.as_str());
        if !ids.clone().any(|id| id == target.clock.as_str()) {
            let message = format!("The playbook `{}` has no clock `{}`.", target.playbook, target.clock);
            missing(Code::UnknownClock, target.span, message, &target.clock, &mut ids);
        }
    }
}

/// One holder alone, and holders who are away today.
fn holders(list: &PhoneList, holder: &super::model::Holder, today: NaiveDate, found: &mut Vec<Problem>) {
    let parties: Vec<_> = holder.people.iter().filter_map(|id| list.party(id.as_str())).collect();
    if let [only] = parties.as_slice()
        && !only.outside
    {
        let message = format!("`{}` is held by {} alone.", holder.role, only.name);
        found.push(Problem::new(Code::NoSecondPerson, holder.span, message));
    }
    let playbook = holder.playbook.as_ref().map_or("", ItemId::as_str);
    for absent in seats(list, playbook, holder.role.as_str(), today).absent {
        if absent.deputy.is_none() {
            let message = format!("{} is away until {}, and no deputy is there.", absent.party.name, absent.until);
            let span = absent.party.away_on(today).map_or(absent.party.span, |away| away.span);
            found.push(Problem::new(Code::AwayToday, span, message));
        }
    }
}

/// The playbooks that the list must cover: as it says, else those that a holder's role belongs to.
pub fn covered<'p>(list: &PhoneList, playbooks: &[&'p Playbook]) -> Vec<&'p Playbook> {
    let meant = |playbook: &&Playbook| {
        if list.playbooks.is_empty() {
            let of = |holder: &super::model::Holder| match &holder.playbook {
                Some(id) => *id == playbook.id,
                None => playbook.role(holder.role.as_str()).is_some(),
            };
            list.holders.iter().any(of)
        } else {
            list.playbooks.iter().any(|(id, _)| *id == playbook.id)
        }
    };
    playbooks.iter().copied().filter(meant).collect()
}

/// The roles that a playbook calls or lets decide, in the order of the playbook.
pub fn needed_roles(playbook: &Playbook) -> Vec<&ItemId> {
    let mut named: BTreeSet<&ItemId> = BTreeSet::new();
    for item in &playbook.items {
        match &item.body {
            Body::Call(call) => {
                named.insert(&call.role);
                named.extend(&call.alternates);
            }
            Body::Decision(decision) => named.extend(&decision.seats),
            _ => {}
        }
    }
    playbook.roles.iter().map(|role| &role.id).filter(|id| named.contains(id)).collect()
}

/// How many of the roles that the playbooks of the list call or let decide have no number, neither in it nor in the policy, and how
/// many there are.
pub fn without_number(list: &PhoneList, playbooks: &[&Playbook]) -> (usize, usize) {
    let covered = covered(list, playbooks);
    let all = covered.iter().flat_map(|playbook| needed_roles(playbook).into_iter().map(move |role| (playbook, role)));
    let has_number = |playbook: &Playbook, role: &ItemId| {
        let holder = list.holder(playbook.id.as_str(), role.as_str());
        let people = holder.map(|holder| holder.people.as_slice()).unwrap_or_default();
        let held = people.iter().any(|id| list.party(id.as_str()).is_some_and(|party| !party.channels.is_empty()));
        held || playbook.role(role.as_str()).is_some_and(|role| !role.channels.is_empty())
    };
    let (mut lacking, mut count) = (0, 0);
    for (playbook, role) in all {
        count += 1;
        lacking += usize::from(!has_number(playbook, role));
    }
    (lacking, count)
}

/// Roles of a playbook that nobody holds, for which the policy prints no number and whom no answer of the case names: one warning
/// for all.
fn unheld(list: &PhoneList, playbook: &Playbook, found: &mut Vec<Problem>) {
    let id = playbook.id.as_str();
    let empty = |role: &&&ItemId| {
        let held = list.holder(id, role.as_str()).is_some_and(|holder| !holder.people.is_empty());
        let printed = |role: &crate::playbook::reference::Role| !role.channels.is_empty() || role.named_by.is_some();
        !held && !playbook.role(role.as_str()).is_some_and(printed)
    };
    let needed = needed_roles(playbook);
    let roles: Vec<_> = needed.iter().filter(empty).map(|role| role.as_str()).collect();
    if !roles.is_empty() {
        let span = list.playbooks.iter().find(|(known, _)| *known == playbook.id).map(|(_, span)| *span);
        let span = span.or(list.holders.first().map(|holder| holder.span)).unwrap_or_default();
        let message = format!("{id}: nobody in the list holds {}.", roles.join(", "));
        found.push(Problem::new(Code::NobodyHolds, span, message));
    }
}

/// Whoever is the first choice for several roles.
fn same_first(list: &PhoneList, playbooks: &[&Playbook], found: &mut Vec<Problem>) {
    let mut first: BTreeMap<&ItemId, Vec<&super::model::Holder>> = BTreeMap::new();
    for holder in &list.holders {
        if let Some(id) = holder.people.first() {
            first.entry(id).or_default().push(holder);
        }
    }
    let covered = covered(list, playbooks);
    for (id, holders) in first {
        let Some(party) = list.party(id.as_str()).filter(|party| !party.outside) else { continue };
        let roles: BTreeSet<_> = holders.iter().map(|holder| holder.role.as_str()).collect();
        if roles.len() < 2 {
            continue;
        }
        let every = covered.iter().find(|playbook| {
            let own = playbook.id.as_str();
            let needed = needed_roles(playbook);
            needed.len() > 1
                && needed
                    .iter()
                    .all(|role| list.holder(own, role.as_str()).is_some_and(|holder| holder.people.first() == Some(id)))
        });
        let message = match every {
            Some(playbook) => {
                format!("{} is the first choice for every role of {}.", party.name, playbook.id)
            }
            None => {
                let roles: Vec<_> = roles.into_iter().collect();
                format!("{} is the first choice for {}.", party.name, roles.join(", "))
            }
        };
        found.push(Problem::new(Code::SameFirst, holders[1].span, message));
    }
}

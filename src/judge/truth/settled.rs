//! Decisions that were settled otherwise than by their seats: somebody decided in the place of what the seats had recorded.
//!
//! What the seats had recorded stays theirs: they did differ. A later agreement of the seats, with an entry that whoever settled had
//! not seen, counts over it.

use crate::base::ItemId;
use crate::case::Fact;
use crate::judge::truth::lookup::Knowledge;
use crate::playbook::Body;
use crate::playbook::item::Decision;
use std::collections::BTreeSet;

/// An entry that settles a decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settlement {
    /// Its place in the log.
    pub at: usize,
    /// The role that settled.
    pub role: ItemId,
    pub option: ItemId,
}

impl Knowledge<'_> {
    /// Who settled a decision, and how; `None` where nobody did, or where two did differently without having seen each other.
    pub fn settlement(&self, decision: &ItemId) -> Option<Settlement> {
        let mut all = self.settlements(decision).into_iter();
        let first = all.next()?;
        all.try_fold(first, |last, next| (next.option == last.option).then_some(next))
    }

    /// The entries that settle a decision in different ways, where they contradict each other.
    pub fn settled_differently(&self, decision: &ItemId) -> Vec<usize> {
        let all = self.settlements(decision);
        let differ = all.iter().any(|one| one.option != all[0].option);
        if differ { all.into_iter().map(|one| one.at).collect() } else { Vec::new() }
    }

    /// The entries that settle a decision and that no later one of them has seen.
    pub(in crate::judge) fn settlements(&self, decision: &ItemId) -> Vec<Settlement> {
        let all = self.all_settlements(decision);
        let saw = |later: usize, earlier: usize| self.state.log[later].past.saw(self.state.log[earlier].past.own());
        let seen = |one: &Settlement| all.iter().any(|later| later.at > one.at && saw(later.at, one.at));
        all.iter().filter(|one| !seen(one)).cloned().collect()
    }

    /// Every entry that counts and is of no seat, or stands in the place of what another role had recorded; oldest first.
    fn all_settlements(&self, decision: &ItemId) -> Vec<Settlement> {
        let Some(about) = self.state.about(decision.as_str()) else { return Vec::new() };
        let current = about.seats.values().flat_map(|track| track.current.iter().copied());
        let mut found: Vec<_> = current.filter_map(|at| self.as_settlement(decision, at)).collect();
        found.sort_by_key(|one| one.at);
        found
    }

    fn as_settlement(&self, decision: &ItemId, at: usize) -> Option<Settlement> {
        let Fact::Decided { option, role, .. } = &self.state.at(at).fact else { return None };
        let others = |place: usize| match &self.state.at(place).fact {
            Fact::Decided { decision: of, role: other, .. } => of == decision && other != role,
            _ => false,
        };
        let seats = match self.playbook.item(decision.as_str()).map(|item| &item.body) {
            Some(Body::Decision(body)) => body.seats.as_slice(),
            _ => return None,
        };
        let settles = !seats.contains(role) || self.stood_for(at).into_iter().any(others);
        settles.then(|| Settlement { at, role: role.clone(), option: option.clone() })
    }

    /// What an entry stands in the place of, and what that had stood for: whoever settles twice keeps what the seats had recorded.
    fn stood_for(&self, at: usize) -> BTreeSet<usize> {
        let (mut found, mut open) = (BTreeSet::new(), vec![at]);
        while let Some(at) = open.pop() {
            open.extend(self.state.recorded().stands_for(at).filter(|place| found.insert(*place)));
        }
        found
    }

    /// What a seat had recorded before it was settled: its entries.
    pub fn before_it_was_settled(&self, decision: &ItemId, role: &ItemId) -> Vec<usize> {
        let of_role = |place: &usize| matches!(&self.state.at(*place).fact, Fact::Decided { decision: of, role: own, .. } if of == decision && own == role);
        let is_view = |place: &usize| of_role(place) && self.as_settlement(decision, *place).is_none();
        let all = self.state.about(decision.as_str()).into_iter().flat_map(|about| about.seats.values());
        let all = all.flat_map(|track| track.all.iter().copied());
        let settlements = all.filter(|at| self.as_settlement(decision, *at).is_some());
        let views: BTreeSet<usize> = settlements.flat_map(|at| self.stood_for(at)).filter(is_view).collect();
        // What a seat had put right itself before is history.
        let replaced: BTreeSet<usize> = views.iter().flat_map(|at| self.stood_for(*at)).collect();
        views.difference(&replaced).copied().collect()
    }

    /// The entries of a seat: those that count, else what it had recorded before it was settled. That it settled the decision itself is
    /// no view of the seat.
    pub fn seat_records(&self, decision: &ItemId, role: &ItemId) -> Vec<usize> {
        let mut current = self.state.seat(decision, role).map(|track| track.current.clone()).unwrap_or_default();
        current.retain(|at| self.as_settlement(decision, *at).is_none());
        if !current.is_empty() {
            return current;
        }
        let before = self.before_it_was_settled(decision, role);
        if !before.is_empty() {
            return before;
        }
        // Of the role that settled it: its own view of before.
        let all = self.state.seat(decision, role).map(|track| track.all.as_slice()).unwrap_or_default();
        let view = all.iter().rev().copied().find(|at| self.as_settlement(decision, *at).is_none());
        view.into_iter().collect()
    }

    /// The option on which enough seats agree; `None` while seats are missing or disagree.
    fn agreed(&self, id: &ItemId, body: &Decision) -> Option<ItemId> {
        let chosen: Vec<_> = body.seats.iter().map(|role| self.seat_choice(id, role)).collect();
        let recorded: Vec<_> = chosen.iter().flatten().collect();
        let needed = body.quorum.map_or(chosen.len(), |quorum| quorum as usize).max(1);
        let first = recorded.first()?;
        recorded.iter().all(|option| option == first).then_some(())?;
        (recorded.len() >= needed).then(|| (*first).clone())
    }

    /// What was decided: by the seats, or by whoever settled it.
    pub fn decided(&self, decision: &str) -> Option<ItemId> {
        let item = self.playbook.item(decision)?;
        let Body::Decision(body) = &item.body else { return None };
        let agreed = self.agreed(&item.id, body);
        if !self.settled_differently(&item.id).is_empty() {
            return None;
        }
        match self.settlement(&item.id) {
            Some(settled) if !self.is_overruled(&item.id, body, &settled, agreed.as_ref()) => Some(settled.option),
            _ => agreed,
        }
    }

    /// Whether the seats agree since, with an entry that whoever settled had not seen.
    fn is_overruled(&self, id: &ItemId, body: &Decision, settled: &Settlement, agreed: Option<&ItemId>) -> bool {
        let saw = |at: usize| self.state.log[settled.at].past.saw(self.state.log[at].past.own());
        let records = body.seats.iter().flat_map(|role| self.seat_records(id, role));
        agreed.is_some() && records.into_iter().any(|at| at != settled.at && !saw(at))
    }

    /// Who settled a decision, while that counts.
    pub fn settled_by(&self, id: &ItemId, body: &Decision) -> Option<Settlement> {
        let settled = self.settlement(id)?;
        (!self.is_overruled(id, body, &settled, self.agreed(id, body).as_ref())).then_some(settled)
    }

    /// Whether every seat of a decision has recorded and they do not agree; `None` while seats are missing. Who settled it does not
    /// change that they differ.
    pub(in crate::judge) fn is_split(&self, decision: &str) -> Option<bool> {
        let item = self.playbook.item(decision)?;
        let Body::Decision(body) = &item.body else { return None };
        if self.agreed(&item.id, body).is_some() {
            return Some(false);
        }
        let all = body.seats.iter().all(|role| !self.seat_records(&item.id, role).is_empty());
        all.then_some(true)
    }
}

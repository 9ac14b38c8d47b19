//! Contacts in the status: one row for each role of each call, in calling order.

use crate::base::written::object;
use crate::base::{ClauseId, EventTime, ItemId, Now};
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::call_tree::{Candidate, Origin, Proposal, Reach};
use crate::judge::items::ItemStatus;
use crate::judge::items::passed_on::{self, Awaited};
use crate::judge::truth::per_row::TargetStatus;
use crate::judge::{Knowledge, Standing};
use crate::page::words;
use crate::playbook::item::{Call, Side};
use crate::playbook::{Body, Item};
use serde::Serialize;

/// Where a call is made for each row of a list, a row for each role of each of them.
pub fn contacts<'a>(of: &View<'a>, known: &Knowledge<'_>) -> Vec<Contact<'a>> {
    let mut rows = Vec::new();
    for (item, status) in of.items() {
        let Body::Call(call) = &item.body else { continue };
        let mut targets: Vec<_> = status.targets.iter().map(Some).collect();
        if targets.is_empty() {
            targets.push(None);
        }
        for target in targets {
            let made = Made { item, call, status, target };
            let roles = std::iter::once(&call.role).chain(&call.alternates).enumerate();
            rows.extend(roles.map(|(place, role)| Contact::of(of, known, made, place, role)));
        }
    }
    rows.sort_by_key(|row| row.order);
    rows
}

object! {
    Contact<'a>(of: &View<'a>, known: &Knowledge<'_>, made: Made<'a>, place: usize, role: &'a ItemId) {
        let Made { item, call, status, target } = made;
        let everywhere = of.picture.reach(of.playbook, role.as_str());
        let there = everywhere.zip(target).map(|(reach, target)| reach.for_row(target.name));
        let reach = there.as_ref().or(everywhere);
        let own = target.map_or(status.proposal.as_ref(), |target| target.status.proposal.as_deref());
        let proposal = own.filter(|proposal| proposal.role == *role);
        let (person, channel, origin) = match (proposal, reach.and_then(Reach::first)) {
            (Some(now), _) => (now.person.clone(), now.channel.clone(), Some(now.origin)),
            (None, Some(first)) => (first.person.clone(), first.channels.first().cloned(), Some(first.origin)),
            (None, None) => (None, None, None),
        };
        let source = origin.filter(|_| person.is_some() || channel.is_some());
        let lacks = channel.is_none().then(|| no_channel(proposal, reach, origin.filter(|_| person.is_some())));
        let entry = target.map_or(status.entry, |target| target.entry);
    } => {
        role: &'a ItemId = role,
        title: &'a str = of.playbook.role_title(role.as_str()),
        call: &'a ItemId = &item.id,
        target: Option<&'a str> = target.map(|target| target.name),
        state: CallState = made.state(of, role),
        because: Vec<String> = made.because(known, place),
        clauses: &'a [ClauseId] = &item.cite,
        order: u32 = call.order,
        /// The place among the roles of the call; 0 is its own.
        alternate: usize = place,
        area: Option<&'a str> = call.area.as_deref(),
        side: Option<Side> = call.side,
        confirm: Option<&'a str> = call.confirm.as_deref(),
        // A step that is held and a call that is put off hold back every row of it; a closed case wants no call.
        call_now: bool = made.is_wanted() && !of.picture.closed && proposal.is_some() && made.waits(),
        person: Option<String> = person,
        channel: Option<String> = channel,
        no_channel: Option<&'static str> = lacks,
        source: Option<Origin> = source,
        away: Vec<String> = reach.into_iter().flat_map(|reach| &reach.away).map(|away| away.says.clone()).collect(),
        passed_on: Option<PassedOn<'a>> = passed_on::awaited(of.state, status, target).map(|one| PassedOn::of(one, of.now)),
        reported_by: Option<&'a str> = entry
            .and_then(|at| passed_on::reporter(of.state.at(at), at, of.counting().passed_on(item.id.as_str()))),
        why: Option<&'a str> = proposal.map(|proposal| proposal.why.as_str()).filter(|why| !why.is_empty()),
        by_place: Vec<ByPlace> = reach.into_iter().flat_map(|reach| &reach.by_place).map(|(at, one)| ByPlace::of(at, one)).collect(),
    }
}

/// How the call to one of its roles stands.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum CallState {
    Reached,
    Covered,
    Attempted,
    Due,
    NotDue,
}

object! {
    PassedOn<'a>(awaited: Awaited<'a>, now: Now) => {
        to: &'a str = awaited.to,
        at: EventTime = awaited.at,
        elapsed_s: Option<i64> = awaited.at.earliest().map(|at| now.seconds_since(at)),
        said: Option<&'a str> = awaited.said,
    }
}

object! {
    ByPlace(places: &[String], one: &Candidate) => {
        places: String = places.join(", "),
        person: Option<String> = one.person.clone(),
        channel: Option<String> = one.channels.first().cloned(),
    }
}

/// A call, its row where it is made for each row of a list, and how both stand.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    item: &'a Item,
    call: &'a Call,
    status: &'a ItemStatus,
    target: Option<TargetStatus<'a>>,
}

impl Made<'_> {
    fn standing(self) -> Standing {
        self.target.map_or(self.status.standing, |target| target.standing)
    }

    /// What does not apply, or is not known to, is due to nobody, whatever its rows wait for.
    fn is_wanted(self) -> bool {
        self.status.applies.value == Some(true) && self.status.standing.is_open()
    }

    fn waits(self) -> bool {
        matches!(self.standing(), Standing::Due | Standing::Attempted)
    }

    fn state(self, of: &View<'_>, role: &ItemId) -> CallState {
        let standing = self.standing();
        let try_now = self.target.map_or(&self.status.try_now, |target| &target.status.try_now);
        let is_next = try_now.as_ref() == Some(role);
        let all = || of.counting().attempts(self.item.id.as_str());
        let attempts = self.target.map_or_else(all, |target| &target.status.attempts);
        let mut outcomes = attempts.iter().filter_map(|at| match &of.state.at(*at).fact {
            Fact::Called { role: called, outcome, .. } => (called == role).then_some(*outcome),
            _ => None,
        });
        match (standing, outcomes.next_back()) {
            (Standing::Covered, Some(CallOutcome::Reached)) => CallState::Covered,
            (_, Some(CallOutcome::Reached)) => CallState::Reached,
            (Standing::Reached | Standing::Covered, _) => CallState::Covered,
            // Whoever was asked has the call in hand; that nobody was reached yet is all that is known.
            (Standing::PassedOn, None) if is_next => CallState::Attempted,
            (_, Some(_)) => CallState::Attempted,
            _ if is_next && self.is_wanted() && self.waits() => CallState::Due,
            _ => CallState::NotDue,
        }
    }

    fn because(self, known: &Knowledge<'_>, place: usize) -> Vec<String> {
        let status = self.status;
        let mut because = words::reasons(&status.applies, known);
        let missing = status.applies.missing.iter().map(|subject| known.playbook.subject_title(subject));
        because.extend(missing.map(|title| format!("Waits for: {title}")));
        match status.standing {
            Standing::Choice => because.push("Whether it is needed is not recorded.".into()),
            Standing::RuledOut => because.extend(status.value.iter().map(|reason| format!("Not needed: {reason}"))),
            _ => {}
        }
        if place > 0 {
            because.push(format!("Stands in, place {place} after the first."));
        }
        if because.is_empty() {
            because.extend(self.item.why.clone());
        }
        because
    }
}

/// Why there is no number, and what to do about it. `named` is where the person is known from, if one is named.
fn no_channel(proposal: Option<&Proposal>, reach: Option<&Reach>, named: Option<Origin>) -> &'static str {
    let away = reach.is_some_and(|reach| !reach.away.is_empty());
    if proposal.is_some_and(|proposal| proposal.exhausted) {
        "every number that is known was wrong or disconnected: fill in another one"
    } else if named.is_some_and(|origin| origin != Origin::Policy) {
        "no number is known: fill it in"
    } else if away {
        "nobody who holds the role is there today: fill somebody in"
    } else {
        "no number in the policy: fill it in"
    }
}

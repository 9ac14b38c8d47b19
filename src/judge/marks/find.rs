//! Which records there are to look at again: those that settle an item, row by row and seat by seat.

use super::resting::Resting;
use super::{Cause, Mark};
use crate::base::{ItemId, Now, Stamp};
use crate::case::{About, CaseState, Fact, ForRows};
use crate::judge::fallen::judged::{share, sooner};
use crate::judge::fallen::record::{Ground, OnRecord};
use crate::judge::fallen::roots::Roots;
use crate::judge::fallen::sight::Sight;
use crate::judge::items::ItemStatus;
use crate::judge::items::passed_on;
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::saw;
use crate::judge::types::standing::Standing;
use crate::playbook::{Body, Item};
use std::cmp::Reverse;
use std::mem::discriminant;

/// How many talks of one call are told apart.
const MANY: usize = 20;

/// What is looked at to find marks.
pub struct Look<'l, 'a> {
    pub ground: &'l Ground<'a>,
    pub truth: &'l Knowledge<'a>,
    pub items: &'l [ItemStatus],
    /// What fell.
    pub fallen: &'l [Mark],
    pub now: Now,
}

/// Every mark, in the order of the items, and when the next comes by time alone.
pub fn find(look: &Look<'_, '_>) -> (Vec<Mark>, Option<Stamp>) {
    let playbook = look.truth.playbook;
    let mut finding =
        Finding { look, resting: Resting::of(look.ground, look.truth, look.items), marks: Vec::new(), turns_at: None };
    for (place, (item, status)) in playbook.items.iter().zip(look.items).enumerate() {
        // What an ending switches off counts on as it is recorded.
        let over = || look.truth.ending().is_some() && look.truth.item_ended(item).is_some();
        if matches!(item.body, Body::Prohibition(_)) || is_untouched(status, look, place) || over() {
            continue;
        }
        finding.item(place, item, status);
    }
    (finding.marks, finding.turns_at)
}

/// Whether nothing stands on an item that could be marked. A document can be final by what others recorded.
fn is_untouched(status: &ItemStatus, look: &Look<'_, '_>, place: usize) -> bool {
    status.entry.is_none()
        && !matches!(status.standing, Standing::Final | Standing::Approved)
        && status.targets.is_empty()
        && super::of(look.fallen, place).is_empty()
        && !may_have_gone_out(&look.truth.playbook.items[place], status)
}

/// Whether a document that does not apply can have gone out by what others recorded while it did.
fn may_have_gone_out(item: &Item, status: &ItemStatus) -> bool {
    status.standing == Standing::NotApplicable
        && matches!(&item.body, Body::Document(document) if document.final_when.is_some())
}

struct Finding<'l, 'a> {
    look: &'l Look<'l, 'a>,
    resting: Resting<'l, 'a>,
    marks: Vec<Mark>,
    turns_at: Option<Stamp>,
}

impl<'l, 'a> Finding<'l, 'a> {
    fn item(&mut self, place: usize, item: &'a Item, status: &ItemStatus) {
        let state = self.resting.ground.state;
        if item.body.for_each().is_some() {
            for target in
                status.targets.iter().filter(|target| target.is_done() || target.standing == Standing::RuledOut)
            {
                let Some(entry) = target.entry else { continue };
                let row = target.to_record();
                self.record(place, item, status, &[entry], (Some(target.name), Some(&row)), None);
            }
            return;
        }
        if status.standing == Standing::Decided
            && let Body::Decision(body) = &item.body
        {
            // What counts is what settled it; what the seats had recorded is theirs, and decides nothing.
            if let Some(settled) = self.look.truth.settled_by(&item.id, body) {
                let all = self.look.truth.settlements(&item.id);
                let entries: Vec<usize> = all.iter().map(|one| one.at).collect();
                self.record(place, item, status, &entries, (None, None), Some(&settled.role));
                return;
            }
            for role in &body.seats {
                let current = self.look.truth.state.seat(&item.id, role).map(|track| track.current.clone());
                self.record(place, item, status, &current.unwrap_or_default(), (None, None), Some(role));
            }
            return;
        }
        let entries = match status.standing {
            Standing::Answered => self.look.truth.state.answers(item.id.as_str()).map(|track| track.current.clone()),
            Standing::Done | Standing::Continuing | Standing::RuledOut | Standing::Reached | Standing::Covered => {
                status.entry.map(|at| self.current(item, at))
            }
            Standing::Final => Some(self.resting.final_by(item, status)),
            Standing::Approved => Some(self.resting.approved_by(item)),
            Standing::NotApplicable | Standing::PassedOn => {
                self.asked(place, item, status);
                self.fallen(place, status);
                self.went_out(place, item, status);
                None
            }
            _ => None,
        };
        let mut entries = entries.unwrap_or_default();
        entries.retain(|at| *at < state.log.len());
        self.record(place, item, status, &entries, (None, None), None);
    }

    /// The entries that stand beside the one that says how a thing stands, none of which had seen another.
    fn current(&self, item: &Item, at: usize) -> Vec<usize> {
        let state = self.look.truth.state;
        if matches!(&state.at(at).fact, Fact::Called { .. }) {
            let reached = state.attempts(item.id.as_str()).iter().copied().filter(|at| is_act(&state, *at));
            return self.side_by_side(reached);
        }
        let outcomes = state.outcomes(item.id.as_str());
        let current = outcomes.map(|track| track.current.as_slice()).unwrap_or_default();
        match &item.body {
            // One who had not seen it found something else: that is no second record of this.
            _ if current.contains(&at) => {
                let alike = |other: &usize| discriminant(&state.at(*other).fact) == discriminant(&state.at(at).fact);
                current.iter().copied().filter(alike).collect()
            }
            Body::Register(_) => self.side_by_side(state.counting(item.id.as_str())),
            _ => vec![at],
        }
    }

    /// Of the newest of such entries those that no later one of them has seen, oldest first.
    fn side_by_side(&self, entries: impl DoubleEndedIterator<Item = usize>) -> Vec<usize> {
        let log = &self.look.truth.state.log;
        let newest: Vec<usize> = entries.rev().take(MANY).collect();
        let saw = |later: usize, earlier: usize| log[later].past.saw(log[earlier].past.own());
        let replaced = |at: &usize| newest.iter().any(|later| later > at && saw(*later, *at));
        newest.iter().rev().copied().filter(|at| !replaced(at)).collect()
    }

    fn record(
        &mut self,
        place: usize,
        item: &'a Item,
        status: &ItemStatus,
        entries: &[usize],
        (row, target): (Option<&str>, Option<&ForRows>),
        seat: Option<&ItemId>,
    ) {
        let mut causes: Vec<Cause> = Vec::new();
        let of_row = |rows: &ForRows| target.is_none_or(|own| share(own, rows));
        for (at, entry) in entries.iter().enumerate() {
            let record = self.on_record(item, *entry, &of_row);
            let (found, turns_at) = self.resting.causes(&record, status, self.look.now);
            self.turns_at = sooner(self.turns_at, turns_at);
            let sent = status.standing == Standing::Final;
            // Of several that say the same each is enough, but for a document that went out more than once.
            if found.is_empty() && !sent {
                return;
            }
            if at == 0 || !found.is_empty() {
                causes.extend(found.into_iter().filter(|cause| !causes.contains(cause)).collect::<Vec<_>>());
            }
        }
        if !causes.is_empty() {
            let (row, entries) = (row.map(str::to_owned), entries.to_vec());
            self.marks.push(Mark { item: place, row, seat: seat.cloned(), entries, causes });
        }
    }

    /// An entry as the record of an item, with what its writer had seen.
    fn on_record(&self, item: &'a Item, entry: usize, of_row: &dyn Fn(&ForRows) -> bool) -> OnRecord<'l, 'a> {
        let ground = self.resting.ground;
        let sight = Sight::of(ground.state, entry, &item.id, of_row);
        OnRecord { ground, truth: Some(self.look.truth), item, entry, sight }
    }

    /// Somebody was asked to make a call that does not apply any more.
    fn asked(&mut self, place: usize, item: &'a Item, status: &ItemStatus) {
        let state = self.look.truth.state;
        let passed = state.passed_on(item.id.as_str());
        let attempts = state.attempts(item.id.as_str());
        let waiting = passed_on::waiting(&state, passed, attempts);
        if waiting.is_none() || status.applies.value != Some(false) {
            return;
        }
        // Two who had not seen each other can have asked somebody: both are told.
        let reported = |at: usize| attempts.iter().any(|attempt| saw(&state, *attempt, at));
        let mut entries = self.side_by_side(passed.iter().copied().filter(|at| !reported(*at)));
        entries.retain(|at| self.resting.applied(&self.on_record(item, *at, &|_| true)) != Some(false));
        let mut causes: Vec<Cause> = Vec::new();
        for at in &entries {
            let Fact::PassedOn { to, .. } = &state.at(*at).fact else { continue };
            let cause = Cause::Asked { to: to.clone() };
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        if !causes.is_empty() {
            self.marks.push(Mark { item: place, row: None, seat: None, entries, causes });
        }
    }

    /// What fell, and does not apply any more either: it is not asked again, and somebody has to say what becomes of it.
    fn fallen(&mut self, place: usize, status: &ItemStatus) {
        if status.standing != Standing::NotApplicable {
            return;
        }
        let state = self.resting.ground.state;
        for fell in super::of(self.look.fallen, place) {
            let did = fell.entries.iter().copied().filter(|at| is_act(state, *at)).collect::<Vec<_>>();
            if !did.is_empty() {
                self.marks.push(Mark { entries: did, causes: vec![Cause::NoLonger], ..fell.clone() });
            }
        }
    }

    /// A document went out by what makes it final while it applied: it is not asked for again, and somebody has to say what becomes
    /// of it. That it was final is asked of the moment of each entry: what made it so may not be asked any more either.
    fn went_out(&mut self, place: usize, item: &'a Item, status: &ItemStatus) {
        let Body::Document(body) = &item.body else { return };
        let Some(condition) = &body.final_when else { return };
        // What makes it final is asked first: nearly always it is not so, and nothing that was seen has to be worked out.
        let is_final = settled(condition, self.look.truth).value == Some(true);
        let marked = self.marks.last().is_some_and(|mark| mark.item == place);
        if status.standing != Standing::NotApplicable || marked || !is_final {
            return;
        }
        let ground = self.resting.ground;
        let about = Roots::named(condition);
        let entries = about.iter().filter_map(|id| ground.state.about(id.as_str())).flat_map(About::entries);
        let mut entries: Vec<usize> = entries.filter(|at| ground.state.counts(*at)).collect();
        entries.sort_unstable_by_key(|at| Reverse(*at));
        entries.dedup();
        let by = entries.into_iter().take(MANY).find(|entry| {
            let record = self.on_record(item, *entry, &|_| true);
            self.resting.applied(&record) == Some(true) && self.resting.was_final(&record, body, condition)
        });
        if let Some(entry) = by {
            self.marks.push(Mark {
                item: place,
                row: None,
                seat: None,
                entries: vec![entry],
                causes: vec![Cause::NoLonger],
            });
        }
    }
}

/// Whether an entry says that something was done, told or decided.
fn is_act(state: &CaseState, at: usize) -> bool {
    use crate::case::CallOutcome::Reached;
    matches!(state.at(at).fact, Fact::TaskDone { .. } | Fact::Decided { .. } | Fact::Called { outcome: Reached, .. })
}

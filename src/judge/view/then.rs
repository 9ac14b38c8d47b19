//! What a condition or an item comes to in a case as it stood at some moment, without the rest of the picture: for whoever asks
//! since when something is so.

use crate::base::{ItemId, Now};
use crate::case::{CaseState, Fact, Recorded};
use crate::judge::fallen::judged;
use crate::judge::fallen::record::Ground;
use crate::judge::fallen::roots::Roots;
use crate::judge::items;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::Playbook;
use crate::playbook::condition::{Condition, Subject};
use std::collections::BTreeSet;

/// All that can change what something comes to: an entry about none of these leaves it as it was.
#[derive(Clone, Debug)]
pub struct Hinges {
    ids: BTreeSet<ItemId>,
    /// Time alone can change it.
    time: bool,
}

impl Hinges {
    /// What these things hang on, through rules, scales, conditions of items and what brings a record back.
    pub fn of(playbook: &Playbook, ids: impl IntoIterator<Item = ItemId>) -> Self {
        let roots = Roots::of(playbook);
        let ends = playbook.ends().iter().map(|at| playbook.rules[*at].id.clone());
        let ids: Vec<ItemId> = ids.into_iter().chain(ends).collect();
        let mut found = roots.of_several(&ids);
        let mut open: Vec<ItemId> = found.iter().cloned().collect();
        while let Some(id) = open.pop() {
            let Some(item) = playbook.item(id.as_str()) else { continue };
            let lines = item.again.iter().filter(|line| line.hard);
            let deciding = playbook.scales.iter().filter(|scale| scale.decided_by.as_ref() == Some(&id));
            let mut named: Vec<ItemId> = deciding.map(|scale| scale.id.clone()).collect();
            for line in lines {
                named.extend(line.on.iter().map(|of| of.id().clone()));
                named.extend(line.condition.iter().flat_map(Roots::named));
            }
            for next in named.iter().flat_map(|id| roots.from(id).to_vec()) {
                if found.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        let hard_time = |id: &ItemId| {
            let lines = playbook.item(id.as_str()).map_or(&[][..], |item| &item.again);
            lines.iter().any(|line| line.hard && line.within.is_some())
        };
        let time = found.iter().any(|id| playbook.clock(id.as_str()).is_some() || hard_time(id));
        Self { ids: found, time }
    }

    /// Whether an entry can change it.
    pub fn turn_on(&self, state: &CaseState, recorded: &Recorded) -> bool {
        if self.time || !recorded.who.settles.is_empty() {
            return true;
        }
        match &recorded.fact {
            Fact::RowChanged { row, .. } => state.row(row).is_none_or(|row| self.ids.contains(&row.register)),
            fact => fact.subjects().iter().any(|id| self.ids.contains(id)),
        }
    }
}

/// A case as it stood, with what had fallen by then.
pub struct Then<'k, 'a> {
    knowledge: &'k Knowledge<'a>,
    now: Now,
}

/// Looks at a case at a moment.
pub fn look<R>(playbook: &Playbook, state: &CaseState, now: Now, see: impl FnOnce(&Then<'_, '_>) -> R) -> R {
    let ground = Ground::of(playbook, state);
    let (evidence, _) = judged::judge(&ground, now);
    let knowledge = Knowledge::read_at(playbook, evidence.of(state), now);
    see(&Then { knowledge: &knowledge, now })
}

/// How an item or a silence was settled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// What the record says, for people.
    pub says: String,
}

impl Then<'_, '_> {
    pub fn holds(&self, condition: &Condition) -> bool {
        self.knowledge.holds(Some(condition)).value == Some(true)
    }

    /// Whether all seats of a decision are recorded and do not agree.
    pub fn is_split(&self, decision: &ItemId) -> bool {
        let known = crate::judge::verdict::Facts::known(self.knowledge, &Subject::Split(decision.clone()));
        known == crate::judge::verdict::Known::YesNo(true)
    }

    /// The decisions that are in force, those on which the policy is silent among them, as places in the log.
    pub fn decisions(&self) -> impl Iterator<Item = usize> {
        let (playbook, state) = (self.knowledge.playbook, self.knowledge.state);
        let abouts = playbook.items.iter().filter_map(move |item| state.about(item.id.as_str()));
        let seats = abouts.flat_map(|about| about.seats.values());
        let silences = playbook.silences.iter().filter_map(move |one| state.silence(one.id.as_str()));
        seats.chain(silences).flat_map(|track| track.current.iter().copied())
    }

    /// How an item or a silence is settled by a record; of what is settled row by row, for one of the rows or more. `None` while it
    /// is not.
    pub fn settled(&self, id: &ItemId) -> Option<Settled> {
        let playbook = self.knowledge.playbook;
        let Some(at) = playbook.position(id.as_str()) else {
            let last = self.knowledge.state.silence(id.as_str())?.last()?;
            let Fact::SilenceDecided { value, .. } = &self.knowledge.state.at(last).fact else { return None };
            return Some(Settled { says: value.clone() });
        };
        let status = items::work_out(at, self.knowledge, self.now);
        let settled = match status.standing {
            Standing::Answered
            | Standing::Decided
            | Standing::Done
            | Standing::Continuing
            | Standing::RuledOut
            | Standing::Reached
            | Standing::Covered => status.entry.is_some(),
            Standing::Final => true,
            _ => false,
        };
        let some_row = status.targets.iter().any(|row| row.is_settled() && row.entry.is_some());
        (settled || some_row).then(|| Settled { says: status.value.unwrap_or_default() })
    }
}

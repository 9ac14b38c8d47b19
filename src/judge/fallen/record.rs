//! One entry as a record: what its writer had seen of the things that its lines name, and what is recorded of them now.

use super::roots::{Roots, as_seen};
use super::sight::Sight;
use crate::base::{ItemId, Stamp};
use crate::case::{About, CallOutcome, CaseState, Fact};
use crate::judge::again::Record;
use crate::judge::evidence::counting::{Counting, Over};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::says::said;
use crate::judge::types::answer::Answer;
use crate::judge::types::said::Said;
use crate::judge::verdict::{Facts, Known, evaluate};
use crate::playbook::again::{Named, is_verdict};
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::{Item, Playbook};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// How many entries that a record had not seen are looked at for a condition: as many as cost so many entries together, at least
/// and at most so many. Before each of them all that the condition names is folded anew.
const COST: usize = 40_000;
const NEWEST: (usize, usize) = (20, 1000);
/// What is folded of a thing whose entries replace one another.
const FOLDED: usize = 200;

/// What the records of a case are judged with.
pub struct Ground<'a> {
    pub playbook: &'a Playbook,
    pub state: &'a CaseState,
    /// What is recorded, whether it counts or fell.
    pub recorded: Knowledge<'a>,
    pub roots: Roots<'a>,
    after: After,
}

/// Whether a condition held right after an entry, by its text: the same for every record that had not seen the entry.
type After = RefCell<BTreeMap<usize, BTreeMap<String, bool>>>;

impl<'a> Ground<'a> {
    pub fn of(playbook: &'a Playbook, state: &'a CaseState) -> Self {
        let recorded = Knowledge::new(playbook, state);
        Self { playbook, state, recorded, roots: Roots::of(playbook), after: After::default() }
    }
}

pub struct OnRecord<'g, 'a> {
    pub ground: &'g Ground<'a>,
    /// What is so now, for what follows from records; `None` while that is being worked out.
    pub truth: Option<&'g Knowledge<'a>>,
    pub item: &'a Item,
    /// Its place in the log.
    pub entry: usize,
    pub sight: Sight<'a>,
}

impl Record for OnRecord<'_, '_> {
    fn was(&self, of: &Named) -> Said {
        if !self.misses(of) {
            return self.is(of);
        }
        let over = as_seen(self.ground.state, &self.sight, self.hangs_on(of));
        said(&Knowledge::new(self.ground.playbook, Counting::new(self.ground.state, &over)), of)
    }

    fn is(&self, of: &Named) -> Said {
        match self.truth {
            Some(truth) if of.is_verdict() => said(truth, of),
            _ => said(&self.ground.recorded, of),
        }
    }

    fn holds(&self, condition: &Condition) -> Option<bool> {
        self.on(&self.ground.recorded, condition)
    }

    fn held(&self, condition: &Condition) -> Option<(usize, Subject)> {
        let state = self.ground.state;
        let subjects = condition.root.subjects();
        let named: BTreeSet<&ItemId> = subjects.iter().map(Subject::id).collect();
        let about = |id: &&ItemId| state.about(id.as_str());
        let mut after: BTreeSet<usize> = BTreeSet::new();
        for id in named.iter().filter(|id| self.sight.misses(id.as_str())) {
            let unseen = about(id).into_iter().flat_map(About::entries).filter(|at| !self.sight.sees(*at));
            after.extend(unseen.filter(|at| state.counts(*at) && says(state, *at)));
        }
        let cost = named.iter().filter_map(about).map(|about| about.register.len() + about.most().min(FOLDED)).sum();
        let most = (COST / usize::max(cost, 1)).clamp(NEWEST.0, NEWEST.1);
        let mut after: Vec<usize> = after.into_iter().rev().take(most).collect();
        after.sort_by_key(|at| (state.at(*at).at, &state.at(*at).id));
        // Where nothing was undone, all that the writer had seen counts, and what was so after an entry is so for every record.
        let alike =
            !named.contains(&self.item.id) && named.iter().filter_map(about).all(|about| about.undone.is_empty());
        after.into_iter().find_map(|at| {
            let changed = match &state.at(at).fact {
                Fact::RowChanged { row, .. } => state.row(row).map(|row| row.register.clone()).into_iter().collect(),
                fact => fact.subjects().to_vec(),
            };
            let of = subjects.iter().find(|subject| changed.contains(subject.id()))?;
            let known = alike.then(|| self.ground.after.borrow().get(&at)?.get(&condition.text).copied()).flatten();
            let held = known.unwrap_or_else(|| self.held_after(at, &named, condition));
            if alike && known.is_none() {
                self.ground.after.borrow_mut().entry(at).or_default().insert(condition.text.clone(), held);
            }
            held.then(|| (at, of.clone()))
        })
    }

    fn since(&self) -> Option<Stamp> {
        self.sight.since()
    }
}

impl OnRecord<'_, '_> {
    /// Whether a condition held right after an entry: on it, on what the writer of the record had seen, and on what did not follow the
    /// entry, whatever the order of the log.
    fn held_after(&self, at: usize, named: &BTreeSet<&ItemId>, condition: &Condition) -> bool {
        let state = self.ground.state;
        let own = state.log[at].past.own();
        let before = |other: usize| {
            let follows = other != at && state.log[other].past.saw(own);
            self.sight.sees(other) || !follows && state.counts(other)
        };
        let about = |id: &ItemId| state.about_as_of(id.as_str(), state.log.len(), &before);
        let over: Over = named.iter().map(|id| ((*id).clone(), about(id))).collect();
        let then = Knowledge::new(self.ground.playbook, Counting::new(state, &over));
        self.on(&then, condition) == Some(true)
    }

    fn hangs_on(&self, of: &Named) -> BTreeSet<ItemId> {
        match of {
            of if of.is_verdict() => self.ground.roots.of_several([of.id()]),
            Named::Document(_) => self.ground.roots.of_several([of.id()]),
            of => {
                let list = self.ground.playbook.item(of.id().as_str()).and_then(|item| item.body.for_each());
                std::iter::once(of.id()).chain(list).cloned().collect()
            }
        }
    }

    /// Whether its writer can have looked at something else than is there now.
    fn misses(&self, of: &Named) -> bool {
        self.hangs_on(of).iter().any(|id| self.sight.misses(id.as_str()))
    }

    /// A condition on records alone, on what this record says itself.
    fn on(&self, knowledge: &Knowledge<'_>, condition: &Condition) -> Option<bool> {
        let own = own(self.ground.playbook, self.item, &self.ground.state.at(self.entry).fact);
        evaluate(&condition.root, &Alone { knowledge, item: &self.item.id, own }).value
    }
}

/// Whether an entry says something of a thing that conditions look at. A put-off and a call that was passed on do not.
fn says(state: &CaseState, at: usize) -> bool {
    !matches!(state.at(at).fact, Fact::Deferred { .. } | Fact::PassedOn { .. })
}

/// What a record says of its own item, as a condition reads it.
fn own(playbook: &Playbook, item: &Item, fact: &Fact) -> Known {
    match fact {
        Fact::Answered { value, .. } => {
            let asked = playbook.question(item.id.as_str());
            let read = asked.and_then(|asked| Answer::parse_typed(asked, value, Stamp::epoch()).ok());
            Known::from(read)
        }
        Fact::Decided { option, .. } => Known::Option(option.to_string()),
        Fact::TaskDone { .. } | Fact::Called { outcome: CallOutcome::Reached, .. } => Known::YesNo(true),
        Fact::TaskRuledOut { .. } => Known::YesNo(false),
        _ => Known::Nothing,
    }
}

/// Records alone: nothing that follows from them, and an item's own name is what its record says.
struct Alone<'k, 'a> {
    knowledge: &'k Knowledge<'a>,
    item: &'k ItemId,
    own: Known,
}

impl Facts for Alone<'_, '_> {
    fn known(&self, subject: &Subject) -> Known {
        match subject {
            subject if is_verdict(subject) => Known::Nothing,
            Subject::Split(_) => self.knowledge.known(subject),
            subject if subject.id() == self.item => self.own.clone(),
            subject => self.knowledge.known(subject),
        }
    }
}

//! Up to where a case is read: which of its entries there were at a moment, and which of them somebody could know.

use super::{CaseState, Fact};
use crate::base::time::is_time_of_day;
use crate::base::{Now, SessionId, Stamp, Unread};
use crate::journal::{Head, Seal, Seen};
use std::borrow::Cow;
use std::collections::BTreeMap;
use thiserror::Error;

/// Up to where a case is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Upto {
    /// The last entry that is neither an export nor the end of a run.
    Last,
    /// The entry at a place of the log.
    Entry(usize),
    /// What was written down until then.
    Time(Stamp),
    /// All there is, at this moment.
    Now(Stamp),
    /// What these blocks seal, at this moment: an earlier page once more.
    Heads(Vec<Head>, Stamp),
}

/// The entries of a case that there were at a moment. Whatever one of them had seen is among them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reached {
    /// Their places in the log, in its order.
    pub kept: Vec<usize>,
    /// The moment at which they are looked at.
    pub moment: Stamp,
    /// Those of them that seem to be later than the moment: an entry that is not had seen them.
    pub ahead: Vec<usize>,
}

/// Why what was typed is no moment of a case.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum NoMoment {
    #[error("There is no entry {0}.")]
    NoEntry(String),
    #[error("{typed} can mean several entries: {}.", .names.join(", "))]
    Several { typed: String, names: Vec<String> },
    #[error("There is no run {0} in this case.")]
    NoRun(String),
    #[error("{0}")]
    Unread(Unread),
}

impl Upto {
    /// Reads what somebody means: an entry by its name, or a time that has come. A bare time of day is the latest such at which the
    /// case was still written, however long ago that is.
    pub fn read(state: &CaseState, typed: &str, now: Now) -> Result<Self, NoMoment> {
        if let Some(ids) = state.names.find(typed) {
            let places: Vec<usize> = (0..state.log.len()).filter(|at| ids.contains(&state.at(*at).id)).collect();
            return match places.as_slice() {
                [at] => Ok(Self::Entry(*at)),
                [] => Err(NoMoment::NoEntry(typed.trim().to_owned())),
                several => {
                    let names = several.iter().map(|at| state.name(*at)).collect();
                    Err(NoMoment::Several { typed: typed.trim().to_owned(), names })
                }
            };
        }
        let last = state.log.iter().map(|row| row.recorded.at).max().filter(|last| *last < now.at);
        let by =
            last.filter(|_| is_time_of_day(typed, now)).map_or(now, |last| Now { at: now.zone.stamp(last), ..now });
        let read = Stamp::read(typed, by).map_err(NoMoment::Unread)?;
        Ok(Self::Time(now.zone.stamp(read.value)))
    }
}

impl CaseState {
    /// The entries that there were then.
    pub fn upto(&self, upto: &Upto) -> Reached {
        let all = 0..self.log.len();
        let kept: Vec<usize> = match upto {
            Upto::Now(_) => all.collect(),
            Upto::Last => self.with_seen(all.filter(|at| !is_aside(&self.at(*at).fact))),
            Upto::Entry(entry) => all.filter(|at| at <= entry).collect(),
            // The clock of one laptop says nothing of another's, but nobody sees what is not there yet.
            Upto::Time(time) => self.with_seen(all.filter(|at| self.at(*at).at <= *time)),
            Upto::Heads(heads, _) => {
                let most: BTreeMap<&SessionId, u64> = heads.iter().map(|head| (&head.session, head.seq)).collect();
                let is_sealed = |at: &usize| {
                    let id = &self.at(*at).id;
                    most.get(&id.session).is_some_and(|most| id.seq <= *most)
                };
                all.filter(is_sealed).collect()
            }
        };
        let moment = match upto {
            Upto::Now(at) | Upto::Heads(_, at) | Upto::Time(at) => *at,
            Upto::Entry(entry) if *entry < self.log.len() => self.at(*entry).at,
            Upto::Last | Upto::Entry(_) => self.last_of(&kept).map_or_else(Stamp::epoch, |at| self.at(at).at),
        };
        let is_ahead = |at: &usize| matches!(upto, Upto::Time(time) if self.at(*at).at > *time);
        Reached { ahead: kept.iter().copied().filter(is_ahead).collect(), kept, moment }
    }

    /// Of these the ones that a run could know: its own, and what it had seen when it wrote the last of them. `None` where it had
    /// written nothing yet.
    pub fn seen_by(&self, run: &SessionId, reached: &Reached) -> Option<Reached> {
        let last = reached.kept.iter().copied().rfind(|at| self.at(*at).id.session == *run)?;
        let saw = |at: &usize| self.log[last].past.saw(self.log[*at].past.own());
        let of = |places: &[usize]| places.iter().copied().filter(saw).collect();
        Some(Reached { kept: of(&reached.kept), ahead: of(&reached.ahead), moment: reached.moment })
    }

    /// The case with these entries alone.
    pub fn only(&self, kept: &[usize]) -> Cow<'_, Self> {
        if kept.len() == self.log.len() {
            return Cow::Borrowed(self);
        }
        let mut folded = Self::fold(kept.iter().map(|at| self.log[*at].clone()));
        folded.names = self.names.clone();
        Cow::Owned(folded)
    }

    /// The last entry of these by the time at which it was written down, exports and ends of runs aside where there is another.
    pub fn last_of(&self, kept: &[usize]) -> Option<usize> {
        let latest = |all: &mut dyn Iterator<Item = usize>| all.max_by_key(|at| (self.at(*at).at, *at));
        latest(&mut kept.iter().copied().filter(|at| !is_aside(&self.at(*at).fact)))
            .or_else(|| latest(&mut kept.iter().copied()))
    }

    /// The last block of each run; of two versions of one entry the higher seal stands for both. `seals` are those of the entries
    /// of the log, in its order.
    pub fn heads_of(&self, kept: &[usize], seals: &[Seal]) -> Vec<Head> {
        let mut heads: BTreeMap<&SessionId, (u64, Seal)> = BTreeMap::new();
        for at in kept {
            let (id, Some(seal)) = (&self.at(*at).id, seals.get(*at)) else { continue };
            let head = heads.entry(&id.session).or_insert((id.seq, *seal));
            *head = (*head).max((id.seq, *seal));
        }
        heads.into_iter().map(|(session, (seq, seal))| Head { session: session.clone(), seq, seal }).collect()
    }

    /// The run that somebody names, as entries are named by it.
    pub fn run(&self, typed: &str) -> Result<SessionId, NoMoment> {
        let name = typed.trim().to_ascii_lowercase();
        let runs = self.log.iter().map(|row| &row.recorded.id.session);
        let found = runs.into_iter().find(|run| self.names.run(run) == name || run.as_str() == name);
        found.cloned().ok_or_else(|| NoMoment::NoRun(typed.trim().to_owned()))
    }

    /// These, and whatever they had seen.
    fn with_seen(&self, places: impl Iterator<Item = usize>) -> Vec<usize> {
        let runs = self.log.iter().map(|row| row.past.own().run + 1).max().unwrap_or(0);
        let mut seen = Seen::of(runs);
        for past in places.map(|at| &self.log[at].past) {
            seen.join(past.others());
            seen.note(past.own().run, past.own().seq);
        }
        let is_seen = |at: &usize| {
            let own = self.log[*at].past.own();
            seen.get(own.run) >= own.seq
        };
        (0..self.log.len()).filter(is_seen).collect()
    }
}

/// Whether an entry says nothing of the case: an export of a page, or the end of a run.
fn is_aside(fact: &Fact) -> bool {
    matches!(fact, Fact::SessionEnded | Fact::Exported { .. })
}

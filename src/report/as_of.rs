//! A case as it was: folded only up to an entry, a moment or the heads of an earlier page, and looked at as it stood then.
//!
//! The moment of a page is that of the record: the last entry that was written down, by the clock of the laptop that wrote it; and
//! its zone is the offset under which most entries were written. So the same journals give the same page in any zone and at any
//! hour.

use crate::base::{Now, Reading, SessionId, Stamp, Zone};
use crate::case::{CaseState, Fact};
use crate::contacts::PhoneList;
use crate::journal::{Head, Mode, Seal};
use crate::judge::{View, assess_with};
use crate::playbook::Playbook;
use chrono::FixedOffset;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Up to where a case is folded.
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

/// A case as it was.
#[derive(Clone, Debug)]
pub struct AsOf<'a> {
    pub state: Cow<'a, CaseState>,
    /// The last block of every run among what was kept.
    pub heads: Vec<Head>,
    /// The moment at which it is looked at.
    pub moment: Stamp,
}

impl<'a> AsOf<'a> {
    /// `seals` are those of the entries of the log, in its order.
    pub fn of(state: &'a CaseState, seals: &[Seal], upto: &Upto) -> Self {
        let limits = limits(state, upto);
        let is_kept = |at: &usize| {
            let id = &state.at(*at).id;
            limits.get(&id.session).is_some_and(|limit| id.seq <= *limit)
        };
        let kept: Vec<usize> = (0..state.log.len()).filter(is_kept).collect();
        let heads = heads(state, seals, &kept);
        let moment = match upto {
            Upto::Now(at) | Upto::Heads(_, at) | Upto::Time(at) => *at,
            Upto::Last | Upto::Entry(_) => last(state, &kept).map_or_else(Stamp::epoch, |at| state.at(at).at),
        };
        let state = if kept.len() == state.log.len() {
            Cow::Borrowed(state)
        } else {
            let mut folded = CaseState::fold(kept.iter().map(|at| state.log[*at].clone()));
            folded.names = state.names.clone();
            Cow::Owned(folded)
        };
        Self { state, heads, moment }
    }

    /// Hands the case to `look` as it was then.
    pub fn looking<T>(
        &self,
        playbook: &Playbook,
        phones: &PhoneList,
        mode: Mode,
        look: impl FnOnce(&View<'_>) -> T,
    ) -> T {
        let now = Now::new(self.moment, self.zone()).under(&playbook.jurisdiction);
        let reading = Reading { wall: self.moment, up_ms: 0, boot: String::new(), synced: false };
        let picture = assess_with(playbook, &self.state, phones, now);
        look(&View {
            playbook,
            state: &self.state,
            picture: &picture,
            now,
            reading: &reading,
            mode,
            person: "",
            role: None,
            head: None,
        })
    }
}

impl AsOf<'_> {
    /// The one zone of all times of a page: the offset under which most entries were written; of several, the one of the moment,
    /// else the easternmost.
    fn zone(&self) -> Zone {
        let mut written: BTreeMap<i32, usize> = BTreeMap::new();
        for row in &self.state.log {
            *written.entry(row.recorded.at.instant().offset().local_minus_utc()).or_default() += 1;
        }
        let own = self.moment.instant().offset().local_minus_utc();
        let most = written.into_iter().max_by_key(|(offset, n)| (*n, *offset == own, *offset));
        let offset = most.and_then(|(offset, _)| FixedOffset::east_opt(offset));
        Zone::fixed(offset.unwrap_or(*self.moment.instant().offset()))
    }
}

/// The last entry of those kept by the time at which it was written down, exports and ends of runs aside where there is another.
pub(super) fn last(state: &CaseState, kept: &[usize]) -> Option<usize> {
    let latest = |all: &mut dyn Iterator<Item = usize>| all.max_by_key(|at| (state.at(*at).at, *at));
    latest(&mut kept.iter().copied().filter(|at| !is_aside(&state.at(*at).fact)))
        .or_else(|| latest(&mut kept.iter().copied()))
}

/// Whether an entry says nothing of the case: an export of a page, or the end of a run.
fn is_aside(fact: &Fact) -> bool {
    matches!(fact, Fact::SessionEnded | Fact::Exported { .. })
}

/// Up to which number each run is kept.
fn limits(state: &CaseState, upto: &Upto) -> BTreeMap<SessionId, u64> {
    let mut limits: BTreeMap<SessionId, u64> = BTreeMap::new();
    let keep = |at: usize| {
        let id = &state.at(at).id;
        let limit = limits.entry(id.session.clone()).or_default();
        *limit = (*limit).max(id.seq);
    };
    let all = 0..state.log.len();
    match upto {
        Upto::Now(_) => all.for_each(keep),
        Upto::Last => all.filter(|at| !is_aside(&state.at(*at).fact)).for_each(keep),
        Upto::Entry(entry) => all.filter(|at| at <= entry).for_each(keep),
        // The clock of one laptop says nothing of another's: each run is kept up to its own last entry of that time.
        Upto::Time(time) => all.filter(|at| state.at(*at).at <= *time).for_each(keep),
        Upto::Heads(heads, _) => {
            return heads.iter().map(|head| (head.session.clone(), head.seq)).collect();
        }
    }
    limits
}

/// The last block of each run; of two versions of one entry the higher seal stands for both.
fn heads(state: &CaseState, seals: &[Seal], kept: &[usize]) -> Vec<Head> {
    let mut heads: BTreeMap<&SessionId, (u64, Seal)> = BTreeMap::new();
    for at in kept {
        let (id, Some(seal)) = (&state.at(*at).id, seals.get(*at)) else { continue };
        let head = heads.entry(&id.session).or_insert((id.seq, *seal));
        *head = (*head).max((id.seq, *seal));
    }
    heads.into_iter().map(|(session, (seq, seal))| Head { session: session.clone(), seq, seal }).collect()
}

//! What somebody had in front of them when they began to write, and what others recorded about the same thing since then.

use super::{Session, SubmitError};
use crate::base::SessionId;
use crate::journal::EntryId;
use crate::record::{self, Arrived, Draft};
use crate::session::Receipt;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far a session had read a case at a moment. A draft keeps the one of when it was begun.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sight {
    /// The last entry of each other session.
    others: Arc<BTreeMap<SessionId, u64>>,
    own: u64,
}

impl Sight {
    fn covers(&self, own: &SessionId, entry: &EntryId) -> bool {
        let seen = if entry.session == *own { self.own } else { self.others.get(&entry.session).copied().unwrap_or(0) };
        entry.seq <= seen
    }
}

impl Session {
    /// How far this session has read the case now.
    pub fn sight(&self) -> Sight {
        Sight { others: Arc::new(self.sighted.reached()), own: self.own_seq() }
    }

    /// The same with this session's own entries of since then: whoever writes at this keyboard knows them.
    pub fn with_own(&self, sight: &Sight) -> Sight {
        Sight { others: Arc::clone(&sight.others), own: self.own_seq() }
    }

    /// The places in the log of what others recorded since the case was read as far as `sight`.
    pub fn others_since(&self, sight: &Sight) -> Vec<usize> {
        let own = self.sighted.own();
        let new = |at: &usize| {
            let id = &self.state.at(*at).id;
            id.session != *own && !sight.covers(own, id)
        };
        (0..self.state.log.len()).filter(new).collect()
    }

    fn own_seq(&self) -> u64 {
        self.head().map_or(0, |head| head.seq)
    }

    /// Records what was begun when the case was read as far as `sight`. What others recorded about the same thing since then is
    /// never replaced unseen: nothing is recorded, and it is told.
    ///
    /// # Errors
    /// As [`Session::submit`], and [`SubmitError::Arrived`].
    pub fn submit_on(&mut self, sight: &Sight, draft: &Draft) -> Result<Receipt, SubmitError> {
        // A folder that cannot be read again keeps nobody from recording; whoever looks at the screen is told of it there.
        let _ = self.refresh();
        match self.arrived(sight, draft) {
            Some(arrived) => Err(SubmitError::Arrived(Box::new(arrived))),
            None => self.submit(draft),
        }
    }

    /// The same of several drafts that are recorded in one piece.
    ///
    /// # Errors
    /// As [`Session::submit_all`], and [`SubmitError::Arrived`] with the place of the first draft about the same thing.
    pub fn submit_all_on(&mut self, sight: &Sight, drafts: &[Draft]) -> Result<Receipt, (usize, SubmitError)> {
        let _ = self.refresh();
        let arrived = |(at, draft): (usize, &Draft)| Some((at, self.arrived(sight, draft)?));
        match drafts.iter().enumerate().find_map(arrived) {
            Some((at, arrived)) => Err((at, SubmitError::Arrived(Box::new(arrived)))),
            None => self.submit_all(drafts),
        }
    }

    /// What others recorded about the same thing since the case was read as far as `sight`.
    fn arrived(&self, sight: &Sight, draft: &Draft) -> Option<Arrived> {
        let view = self.view();
        let own = self.sighted.own();
        let later = (0..self.state.log.len()).filter(|at| self.state.counts(*at)).map(|at| self.state.at(at));
        let about: Vec<_> = later
            .filter(|recorded| !sight.covers(own, &recorded.id))
            .filter(|recorded| record::concerns(&view, draft, &recorded.fact))
            .collect();
        Arrived::of(draft, &about)
    }
}

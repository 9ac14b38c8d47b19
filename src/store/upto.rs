//! The journals of a case as they were when something was made from them: the entries up to the last block of every run that went
//! into it, and no later one.

use super::Journals;
use crate::base::SessionId;
use crate::journal::Head;
use std::collections::{BTreeMap, BTreeSet};

/// How many entries of each run there are.
type Reach = BTreeMap<SessionId, u64>;

/// Blocks that something was made from and that are not in the journals as they were.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed(pub Vec<Head>);

impl Journals {
    /// The journals as they were when these were the last blocks. Whoever saw a block saw what its writer had seen.
    ///
    /// # Errors
    /// If one of the blocks is not there as it was.
    pub fn upto(&self, heads: &[Head]) -> Result<Self, Changed> {
        let mut gone: Vec<Head> = heads.iter().filter(|head| !self.holds(head)).cloned().collect();
        if !gone.is_empty() {
            gone.sort();
            return Err(Changed(gone));
        }
        let mut reach = Reach::new();
        let mut open: Vec<(SessionId, u64)> = heads.iter().map(|head| (head.session.clone(), head.seq)).collect();
        while let Some((session, seq)) = open.pop() {
            let from = reach.get(&session).copied();
            if from.is_some_and(|from| from >= seq) {
                continue;
            }
            reach.insert(session.clone(), seq);
            let new = |at: u64| at <= seq && from.is_none_or(|from| at > from);
            for scan in self.files.iter().map(|file| &file.scan).filter(|scan| scan.session() == Some(&session)) {
                let header = scan.header.iter().flat_map(|sealed| &sealed.header.saw);
                let entries = scan.entries.iter().filter(|sealed| new(sealed.entry.id.seq));
                let seen = header.chain(entries.flat_map(|sealed| &sealed.entry.saw));
                open.extend(seen.map(|head| (head.session.clone(), head.seq)));
            }
        }
        Ok(self.within(&reach))
    }

    /// Whether a block is there with that seal.
    fn holds(&self, head: &Head) -> bool {
        let scans = self.files.iter().map(|file| &file.scan);
        let mut of_run = scans.filter(|scan| scan.session() == Some(&head.session));
        of_run.any(|scan| match head.seq {
            0 => scan.header.as_ref().is_some_and(|header| header.seal == head.seal),
            seq => scan.entries.iter().any(|sealed| sealed.entry.id.seq == seq && sealed.seal == head.seal),
        })
    }

    /// Only so many entries of each run.
    fn within(&self, reach: &Reach) -> Self {
        let mut kept = self.clone();
        for scan in kept.files.iter_mut().map(|file| &mut file.scan) {
            let most = scan.session().and_then(|session| reach.get(session)).copied();
            scan.entries.retain(|sealed| most.is_some_and(|most| sealed.entry.id.seq <= most));
            scan.head = match (scan.entries.last(), &scan.header, most) {
                (Some(last), ..) => {
                    Some(Head { session: last.entry.id.session.clone(), seq: last.entry.id.seq, seal: last.seal })
                }
                (None, Some(header), Some(_)) if header.header.segment <= 1 => {
                    Some(Head { session: header.header.session.clone(), seq: 0, seal: header.seal })
                }
                _ => None,
            };
        }
        let runs: BTreeSet<_> = reach.keys().collect();
        kept.files.retain(|file| file.scan.session().is_some_and(|session| runs.contains(session)));
        kept
    }
}

//! The order of all entries of a case, from what each had seen; never from a clock.
//!
//! An entry follows the one before it in its session and every block that it, or the header above it, says it saw. Ties are
//! broken by session and number, so that every order in which files arrive gives one and the same result.

use super::scan::header_id;
use super::{Entry, EntryId, Fault, Head, Scan, Seal, SealedEntry};
use crate::base::SessionId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What an entry had seen: the highest number of every session, its own included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VectorClock {
    own: EntryId,
    others: Arc<BTreeMap<SessionId, u64>>,
}

impl VectorClock {
    /// What the writer of `own` had seen: everything of its own session before it, and these numbers of the others.
    pub fn new(own: EntryId, others: Arc<BTreeMap<SessionId, u64>>) -> Self {
        Self { own, others }
    }

    /// The highest entry of that session that was known; 0 if none was.
    pub fn get(&self, session: &SessionId) -> u64 {
        if *session == self.own.session {
            self.own.seq
        } else {
            self.others.get(session).copied().unwrap_or(0)
        }
    }

    /// Whether that entry was known. An entry knows itself.
    pub fn saw(&self, entry: &EntryId) -> bool {
        self.get(&entry.session) >= entry.seq
    }
}

/// All sound entries in causal order.
#[derive(Clone, Default, Debug)]
pub struct Ordered<'a> {
    /// The entries. Two versions of one entry follow each other, the lower seal first.
    pub entries: Vec<&'a SealedEntry>,
    /// What each of them had seen, in the same order.
    pub clocks: Vec<VectorClock>,
    /// What is wrong between journals, sorted.
    pub faults: Vec<Fault>,
    at: BTreeMap<EntryId, usize>,
}

impl Ordered<'_> {
    /// Whether whoever recorded `later` had seen `earlier`. False if `later` is not here.
    pub fn saw(&self, later: &EntryId, earlier: &EntryId) -> bool {
        self.clock(later).is_some_and(|clock| clock.saw(earlier))
    }

    /// What that entry had seen.
    pub fn clock(&self, entry: &EntryId) -> Option<&VectorClock> {
        self.at.get(entry).map(|at| &self.clocks[*at])
    }

    /// Whether neither of two entries had seen the other.
    pub fn concurrent(&self, one: &EntryId, other: &EntryId) -> bool {
        !self.saw(one, other) && !self.saw(other, one)
    }
}

/// One session, its segments and copies laid over each other.
#[derive(Default)]
struct Session<'a> {
    /// Every seal that block 0 has in some segment.
    headers: BTreeSet<Seal>,
    /// Versions of each entry by seal; entries of the same content count once.
    entries: BTreeMap<u64, Vec<&'a SealedEntry>>,
    /// Every seal that each entry has somewhere.
    seals: BTreeMap<u64, BTreeSet<Seal>>,
    /// Blocks that the headers saw, under the number of the first entry that follows.
    header_saw: BTreeMap<u64, BTreeSet<&'a Head>>,
    /// Blocks that a later segment says it continues.
    continues: BTreeSet<&'a Head>,
}

impl<'a> Session<'a> {
    fn versions(&self, seq: u64) -> &[&'a SealedEntry] {
        self.entries.get(&seq).map_or(&[], Vec::as_slice)
    }

    /// The entry with this number, or the nearest before it that is there.
    fn nearest(&self, seq: u64) -> Option<u64> {
        self.entries.range(..=seq).next_back().map(|(seq, _)| *seq)
    }
}

/// Puts the entries of all journals of one case in order. Journals of other cases must not be handed in.
pub fn causal<'a>(scans: impl IntoIterator<Item = &'a Scan>) -> Ordered<'a> {
    let mut sessions: BTreeMap<&SessionId, Session<'a>> = BTreeMap::new();
    for scan in scans {
        if let Some(name) = scan.session() {
            sessions.entry(name).or_default().lay(scan);
        }
    }
    let mut faults = BTreeSet::new();
    for (name, session) in &mut sessions {
        session.fold(name, &mut faults);
    }
    let graph = Graph::of(&sessions, &mut faults);
    let mut ordered = graph.walk(&sessions, &mut faults);
    ordered.faults = faults.into_iter().collect();
    ordered
}

impl<'a> Session<'a> {
    fn lay(&mut self, scan: &'a Scan) {
        if let Some(header) = &scan.header {
            self.headers.insert(header.seal);
            let follows = scan.entries.first().map_or(u64::MAX, |first| first.entry.seq);
            self.header_saw.entry(follows).or_default().extend(&header.header.saw);
            self.continues.extend(&header.header.continues);
        }
        for entry in &scan.entries {
            self.entries.entry(entry.entry.seq).or_default().push(entry);
            self.seals.entry(entry.entry.seq).or_default().insert(entry.seal);
        }
    }

    /// Folds equal versions of an entry into one. Only the first number that is there in two versions is named: what follows
    /// a fork differs because of it.
    fn fold(&mut self, name: &SessionId, faults: &mut BTreeSet<Fault>) {
        let mut forked = false;
        for (seq, versions) in &mut self.entries {
            versions.sort_by_key(|version| version.seal);
            let mut kept: Vec<&Entry> = Vec::new();
            versions.retain(|version| {
                let new = !kept.contains(&&version.entry);
                if new {
                    kept.push(&version.entry);
                }
                new
            });
            if versions.len() > 1 && !forked {
                forked = true;
                faults.insert(Fault::Forked { id: EntryId::new(name.clone(), *seq) });
            }
        }
    }
}

/// A place in the order: session by its rank, then number.
type Node = (usize, u64);

struct Graph {
    needs: BTreeMap<Node, BTreeSet<Node>>,
    /// The numbers that were noted, which may be higher than those that are there.
    noted: BTreeMap<Node, Vec<(usize, u64)>>,
}

impl Graph {
    fn of(sessions: &BTreeMap<&SessionId, Session<'_>>, faults: &mut BTreeSet<Fault>) -> Self {
        let rank: BTreeMap<&SessionId, usize> =
            sessions.keys().enumerate().map(|(at, name)| (*name, at)).collect();
        let mut graph = Self { needs: BTreeMap::new(), noted: BTreeMap::new() };
        for (at, (name, session)) in sessions.iter().enumerate() {
            for head in &session.continues {
                check(head, &header_id(name), sessions, faults);
            }
            for (follows, heads) in &session.header_saw {
                let node = session.entries.range(follows..).next().map(|(seq, _)| (at, *seq));
                for head in heads {
                    graph.link(node, head, &header_id(name), sessions, &rank, faults);
                }
            }
            let mut before = None;
            for (seq, versions) in &session.entries {
                let needs = graph.needs.entry((at, *seq)).or_default();
                needs.extend(before);
                before = Some((at, *seq));
                for version in versions {
                    for head in &version.entry.saw {
                        graph.link(before, head, &version.entry.id, sessions, &rank, faults);
                    }
                }
            }
        }
        graph
    }

    fn link(
        &mut self,
        node: Option<Node>,
        head: &Head,
        noted_by: &EntryId,
        sessions: &BTreeMap<&SessionId, Session<'_>>,
        rank: &BTreeMap<&SessionId, usize>,
        faults: &mut BTreeSet<Fault>,
    ) {
        let sound = check(head, noted_by, sessions, faults);
        let (Some(node), Some(seen), Some(at)) = (node, sessions.get(&head.session), rank.get(&head.session))
        else {
            return;
        };
        if !sound || *at == node.0 {
            return;
        }
        self.noted.entry(node).or_default().push((*at, head.seq));
        // What the seen header itself had seen comes along with the first entry under it, if one was seen.
        if let Some(seq) = seen.nearest(head.seq) {
            self.needs.entry(node).or_default().insert((*at, seq));
        }
    }

    /// Kahn's algorithm, always taking the lowest node that is ready. If files were rewritten so that none is, the lowest of
    /// all is taken and named.
    fn walk<'a>(
        &self,
        sessions: &BTreeMap<&SessionId, Session<'a>>,
        faults: &mut BTreeSet<Fault>,
    ) -> Ordered<'a> {
        let names: Vec<(&SessionId, &Session<'a>)> =
            sessions.iter().map(|(name, session)| (*name, session)).collect();
        let mut open: BTreeMap<Node, usize> =
            self.needs.iter().map(|(node, needs)| (*node, needs.len())).collect();
        let mut followers: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        for (node, needs) in &self.needs {
            for need in needs {
                followers.entry(*need).or_default().push(*node);
            }
        }
        let mut ready: BTreeSet<Node> =
            open.iter().filter(|(_, n)| **n == 0).map(|(node, _)| *node).collect();
        let mut seen: BTreeMap<Node, Arc<BTreeMap<SessionId, u64>>> = BTreeMap::new();
        let mut ordered = Ordered::default();
        while let Some(node) = ready.pop_first().or_else(|| open.keys().next().copied()) {
            let (name, session) = names[node.0];
            let id = EntryId::new(name.clone(), node.1);
            if open.remove(&node).is_some_and(|left| left > 0) {
                faults.insert(Fault::Circular { id: id.clone() });
            }
            let others = self.clock_of(node, &names, &seen);
            ordered.at.insert(id.clone(), ordered.entries.len());
            for version in session.versions(node.1) {
                ordered.entries.push(version);
                ordered.clocks.push(VectorClock { own: id.clone(), others: Arc::clone(&others) });
            }
            seen.insert(node, others);
            for follower in followers.remove(&node).unwrap_or_default() {
                if let Some(left) = open.get_mut(&follower) {
                    *left -= 1;
                    if *left == 0 {
                        ready.insert(follower);
                    }
                }
            }
        }
        ordered
    }

    /// Joins what all its needs had seen. Entries that saw nothing new share one table with the entry before.
    fn clock_of(
        &self,
        node: Node,
        names: &[(&SessionId, &Session<'_>)],
        seen: &BTreeMap<Node, Arc<BTreeMap<SessionId, u64>>>,
    ) -> Arc<BTreeMap<SessionId, u64>> {
        let needs = &self.needs[&node];
        let before = needs.iter().find(|need| need.0 == node.0).and_then(|need| seen.get(need));
        let mut clock = before.cloned().unwrap_or_default();
        let mut note = |session: &SessionId, seq: u64| {
            if clock.get(session).is_none_or(|known| *known < seq) {
                Arc::make_mut(&mut clock).insert(session.clone(), seq);
            }
        };
        for need in needs.iter().filter(|need| need.0 != node.0) {
            note(names[need.0].0, need.1);
            for (session, seq) in seen.get(need).into_iter().flat_map(|known| known.iter()) {
                if session != names[node.0].0 {
                    note(session, *seq);
                }
            }
        }
        for (at, seq) in self.noted.get(&node).into_iter().flatten() {
            note(names[*at].0, *seq);
        }
        clock
    }
}

/// Whether a noted block is there with the noted seal; if not, says so.
fn check(
    head: &Head,
    noted_by: &EntryId,
    sessions: &BTreeMap<&SessionId, Session<'_>>,
    faults: &mut BTreeSet<Fault>,
) -> bool {
    let (session, seq, noted_by) = (head.session.clone(), head.seq, noted_by.clone());
    let seals = sessions.get(&session).and_then(|known| match seq {
        0 => Some(&known.headers).filter(|seals| !seals.is_empty()),
        seq => known.seals.get(&seq),
    });
    match seals {
        None => {
            faults.insert(Fault::Absent { session, seq, noted_by });
            true
        }
        Some(seals) if !seals.contains(&head.seal) => {
            faults.insert(Fault::HistoryReplaced { session, seq, noted_by });
            false
        }
        Some(_) => true,
    }
}

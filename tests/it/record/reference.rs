//! The order of entries worked out the plain way, with a whole table of runs for each entry: what the order is measured by.

use breachbook::base::SessionId;
use breachbook::journal::{EntryId, Fault, Head, Scan, Seal, SealedEntry};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What an entry had seen: the highest number of every session, its own included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VectorClock {
    own: EntryId,
    others: Arc<BTreeMap<SessionId, u64>>,
}

impl VectorClock {
    /// The highest entry of that session that was known; 0 if none was.
    pub fn get(&self, session: &SessionId) -> u64 {
        if *session == self.own.session { self.own.seq } else { self.others.get(session).copied().unwrap_or(0) }
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
}

/// One session, its segments and copies laid over each other.
#[derive(Default)]
struct Session<'a> {
    /// Every seal that block 0 has in some segment.
    headers: BTreeSet<Seal>,
    /// The entries by number and seal; those of the same number and content count once.
    entries: Vec<&'a SealedEntry>,
    /// Every seal of those entries that are there more than once.
    seals: BTreeMap<u64, BTreeSet<Seal>>,
    /// Blocks that the headers saw, under the number of the first entry that follows.
    header_saw: BTreeMap<u64, BTreeSet<&'a Head>>,
    /// Blocks that a later segment says it continues.
    continues: BTreeSet<&'a Head>,
}

impl Session<'_> {
    /// Where the first entry with at least this number stands.
    fn place_from(&self, seq: u64) -> usize {
        self.entries.partition_point(|entry| entry.entry.seq < seq)
    }

    /// Whether the entry of this number has this seal somewhere; `None` if it is not there.
    fn has(&self, seq: u64, seal: &Seal) -> Option<bool> {
        if let Some(seals) = self.seals.get(&seq) {
            return Some(seals.contains(seal));
        }
        let entry = self.entries.get(self.place_from(seq)).filter(|entry| entry.entry.seq == seq)?;
        Some(entry.seal == *seal)
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
        self.entries.extend(&scan.entries);
    }

    /// Folds equal versions of an entry into one. Only the first number that is there in two versions is named: what follows
    /// a fork differs because of it.
    fn fold(&mut self, name: &SessionId, faults: &mut BTreeSet<Fault>) {
        self.entries.sort_by_key(|entry| (entry.entry.seq, entry.seal));
        let mut forked = false;
        let mut folded = Vec::with_capacity(self.entries.len());
        for versions in self.entries.chunk_by(|one, other| one.entry.seq == other.entry.seq) {
            if let [only] = versions {
                folded.push(*only);
                continue;
            }
            let seq = versions[0].entry.seq;
            self.seals.insert(seq, versions.iter().map(|version| version.seal).collect());
            let first = folded.len();
            for version in versions {
                if !folded[first..].iter().any(|kept: &&SealedEntry| kept.entry == version.entry) {
                    folded.push(*version);
                }
            }
            if folded.len() - first > 1 && !forked {
                forked = true;
                faults.insert(Fault::Forked { id: EntryId::new(name.clone(), seq) });
            }
        }
        self.entries = folded;
    }
}

/// An entry in all its versions.
struct Node<'s, 'a> {
    /// The rank of its session.
    session: usize,
    /// The versions, the lower seal first.
    versions: &'s [&'a SealedEntry],
}

/// Every entry of every session, by session and number; an entry is known by its place here. Each follows the one before it in
/// its session; what it follows besides stands in `needs`.
struct Graph<'s, 'a> {
    nodes: Vec<Node<'s, 'a>>,
    /// The first node of each session, and the end.
    begins: Vec<usize>,
    /// Nodes of other sessions that a node follows.
    needs: BTreeMap<usize, BTreeSet<usize>>,
    /// The numbers that were noted, which may be higher than those that are there.
    noted: BTreeMap<usize, Vec<(usize, u64)>>,
}

impl<'s, 'a> Graph<'s, 'a> {
    fn of(sessions: &'s BTreeMap<&SessionId, Session<'a>>, faults: &mut BTreeSet<Fault>) -> Self {
        let rank: BTreeMap<&SessionId, usize> = sessions.keys().enumerate().map(|(at, name)| (*name, at)).collect();
        let mut graph = Self { nodes: Vec::new(), begins: Vec::new(), needs: BTreeMap::new(), noted: BTreeMap::new() };
        for (at, session) in sessions.values().enumerate() {
            graph.begins.push(graph.nodes.len());
            let entries = session.entries.chunk_by(|one, other| one.entry.seq == other.entry.seq);
            graph.nodes.extend(entries.map(|versions| Node { session: at, versions }));
        }
        graph.begins.push(graph.nodes.len());
        for (at, (name, session)) in sessions.iter().enumerate() {
            for head in &session.continues {
                check(head, &header_id(name), sessions, faults);
            }
            for (follows, heads) in &session.header_saw {
                let node = graph.first_from(at, *follows);
                for head in heads {
                    graph.link(node, head, &header_id(name), sessions, &rank, faults);
                }
            }
            for node in graph.begins[at]..graph.begins[at + 1] {
                for version in graph.nodes[node].versions {
                    for head in &version.entry.saw {
                        graph.link(Some(node), head, &version.entry.id, sessions, &rank, faults);
                    }
                }
            }
        }
        graph
    }

    fn seq(&self, node: usize) -> u64 {
        self.nodes[node].versions[0].entry.seq
    }

    /// How many nodes of a session have a number below this one, counted from the first node of all.
    fn below(&self, session: usize, seq: u64) -> usize {
        let begin = self.begins[session];
        let nodes = &self.nodes[begin..self.begins[session + 1]];
        begin + nodes.partition_point(|node| node.versions[0].entry.seq < seq)
    }

    /// The first entry with at least this number.
    fn first_from(&self, session: usize, seq: u64) -> Option<usize> {
        Some(self.below(session, seq)).filter(|node| *node < self.begins[session + 1])
    }

    /// The entry with this number, or the nearest before it that is there.
    fn nearest(&self, session: usize, seq: u64) -> Option<usize> {
        let after = self.below(session, seq.saturating_add(1));
        (after > self.begins[session]).then(|| after - 1)
    }

    /// The entry before this one in its session.
    fn before(&self, node: usize) -> Option<usize> {
        (node > self.begins[self.nodes[node].session]).then(|| node - 1)
    }

    fn link(
        &mut self,
        node: Option<usize>,
        head: &Head,
        noted_by: &EntryId,
        sessions: &BTreeMap<&SessionId, Session<'_>>,
        rank: &BTreeMap<&SessionId, usize>,
        faults: &mut BTreeSet<Fault>,
    ) {
        let sound = check(head, noted_by, sessions, faults);
        let (Some(node), Some(at)) = (node, rank.get(&head.session)) else { return };
        if !sound || *at == self.nodes[node].session {
            return;
        }
        self.noted.entry(node).or_default().push((*at, head.seq));
        // What the seen header itself had seen comes along with the first entry under it, if one was seen.
        if let Some(seen) = self.nearest(*at, head.seq) {
            self.needs.entry(node).or_default().insert(seen);
        }
    }

    /// Kahn's algorithm, always taking the lowest node that is ready. If files were rewritten so that none is, the lowest of
    /// all is taken and named.
    fn walk(&self, sessions: &BTreeMap<&SessionId, Session<'a>>, faults: &mut BTreeSet<Fault>) -> Ordered<'a> {
        let names: Vec<&SessionId> = sessions.keys().copied().collect();
        let others = |node: &usize| self.needs.get(node).map_or(0, BTreeSet::len);
        let count = self.nodes.len();
        // How many needs of a node are still to come; `None` once it was taken.
        let mut open: Vec<Option<usize>> =
            (0..count).map(|node| Some(others(&node) + usize::from(self.before(node).is_some()))).collect();
        let mut followers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (node, needs) in &self.needs {
            for need in needs {
                followers.entry(*need).or_default().push(*node);
            }
        }
        let mut ready: BTreeSet<usize> = (0..count).filter(|node| open[*node] == Some(0)).collect();
        let mut lowest = 0;
        let mut seen: Vec<Option<Arc<BTreeMap<SessionId, u64>>>> = vec![None; count];
        let mut ordered = Ordered::default();
        ordered.entries.reserve(count);
        ordered.clocks.reserve(count);
        loop {
            while open.get(lowest).is_some_and(Option::is_none) {
                lowest += 1;
            }
            let Some(node) = ready.pop_first().or((lowest < count).then_some(lowest)) else { break };
            let Node { session, versions } = &self.nodes[node];
            let id = &versions[0].entry.id;
            if open[node].take().is_some_and(|left| left > 0) {
                faults.insert(Fault::Circular { id: id.clone() });
            }
            let known = self.clock_of(node, &names, &seen);
            for version in *versions {
                ordered.entries.push(*version);
                ordered.clocks.push(VectorClock { own: id.clone(), others: Arc::clone(&known) });
            }
            seen[node] = Some(known);
            let next = Some(node + 1).filter(|next| *next < self.begins[session + 1]);
            for follower in next.into_iter().chain(followers.remove(&node).unwrap_or_default()) {
                if let Some(left) = &mut open[follower] {
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
        node: usize,
        names: &[&SessionId],
        seen: &[Option<Arc<BTreeMap<SessionId, u64>>>],
    ) -> Arc<BTreeMap<SessionId, u64>> {
        let before = self.before(node).and_then(|before| seen[before].as_ref());
        let mut clock = before.cloned().unwrap_or_default();
        let mut note = |session: &SessionId, seq: u64| {
            if clock.get(session).is_none_or(|known| *known < seq) {
                Arc::make_mut(&mut clock).insert(session.clone(), seq);
            }
        };
        for need in self.needs.get(&node).into_iter().flatten() {
            note(names[self.nodes[*need].session], self.seq(*need));
            for (session, seq) in seen[*need].iter().flat_map(|known| known.iter()) {
                if session != names[self.nodes[node].session] {
                    note(session, *seq);
                }
            }
        }
        for (at, seq) in self.noted.get(&node).into_iter().flatten() {
            note(names[*at], *seq);
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
    let has = sessions.get(&session).and_then(|known| match seq {
        0 => (!known.headers.is_empty()).then(|| known.headers.contains(&head.seal)),
        seq => known.has(seq, &head.seal),
    });
    match has {
        None => {
            faults.insert(Fault::Absent { session, seq, noted_by });
            true
        }
        Some(false) => {
            faults.insert(Fault::HistoryReplaced { session, seq, noted_by });
            false
        }
        Some(true) => true,
    }
}

/// The name under which a header is noted.
fn header_id(session: &SessionId) -> EntryId {
    EntryId::new(session.clone(), 0)
}

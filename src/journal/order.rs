//! The order of all entries of a case, from what each had seen; never from a clock.
//!
//! An entry follows the one before it in its session and every block that it, or the header above it, says it saw. Ties are
//! broken by session and number, so that every order in which files arrive gives one and the same result.

use super::scan::header_id;
use super::{EntryId, Fault, Head, Mark, Past, Scan, Seal, SealedEntry, Seen};
use crate::base::SessionId;
use std::collections::{BTreeMap, BTreeSet};

/// All sound entries in causal order.
#[derive(Clone, Default, Debug)]
pub struct Ordered<'a> {
    /// The entries. Two versions of one entry follow each other, the lower seal first.
    pub entries: Vec<&'a SealedEntry>,
    /// What each of them had seen, in the same order.
    pub pasts: Vec<Past>,
    /// What is wrong between journals, sorted.
    pub faults: Vec<Fault>,
    /// The runs in order of name: the place of each is its rank.
    runs: Vec<&'a SessionId>,
    /// Where each entry stands, in order of run and number.
    places: Vec<usize>,
    /// Whether each run is a facilitator's, by its rank.
    facilitators: Vec<bool>,
}

impl Ordered<'_> {
    /// Whether whoever recorded `later` had seen `earlier`. False if `later` is not here.
    pub fn saw(&self, later: &EntryId, earlier: &EntryId) -> bool {
        self.mark(earlier).is_some_and(|earlier| self.past(later).is_some_and(|past| past.saw(earlier)))
    }

    pub fn past(&self, entry: &EntryId) -> Option<&Past> {
        let mark = self.mark(entry)?;
        let at = self.places.binary_search_by_key(&mark, |place| self.pasts[*place].own()).ok()?;
        Some(&self.pasts[self.places[at]])
    }

    /// For a run that goes on from here: its rank, behind all others if no block of it is here, and what is seen by whoever has
    /// seen these heads of the others.
    pub fn reached(&self, own: &SessionId, others: &[Head]) -> (usize, Seen) {
        let mut seen = Seen::of(self.runs.len() + 1);
        for head in others {
            if let Ok(run) = self.runs.binary_search(&&head.session) {
                seen.note(run, head.seq);
            }
        }
        (self.runs.binary_search(&own).unwrap_or(self.runs.len()), seen)
    }

    /// Whether the run of this rank is that of a facilitator's console.
    pub fn is_facilitator(&self, run: usize) -> bool {
        self.facilitators.get(run).is_some_and(|is| *is)
    }

    fn mark(&self, entry: &EntryId) -> Option<Mark> {
        let run = self.runs.binary_search(&&entry.session).ok()?;
        Some(Mark { run, seq: entry.seq })
    }
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
    /// Whether a header says that it is a facilitator's.
    facilitator: bool,
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
    let mut sessions: BTreeMap<&'a SessionId, Session<'a>> = BTreeMap::new();
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
            self.facilitator |= header.header.is_facilitator();
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
            // Copies have the same seal, and one of them speaks for all.
            for version in versions.chunk_by(|one, other| one.seal == other.seal).map(|same| &same[0]) {
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

    fn first_from(&self, session: usize, seq: u64) -> Option<usize> {
        Some(self.below(session, seq)).filter(|node| *node < self.begins[session + 1])
    }

    /// The entry with this number, or the nearest before it that is there.
    fn nearest(&self, session: usize, seq: u64) -> Option<usize> {
        let after = self.below(session, seq.saturating_add(1));
        (after > self.begins[session]).then(|| after - 1)
    }

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
    fn walk(&self, sessions: &BTreeMap<&'a SessionId, Session<'a>>, faults: &mut BTreeSet<Fault>) -> Ordered<'a> {
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
        let mut seen: Vec<Option<Seen>> = vec![None; count];
        let mut ordered = Ordered {
            entries: Vec::with_capacity(count),
            pasts: Vec::with_capacity(count),
            faults: Vec::new(),
            runs: sessions.keys().copied().collect(),
            places: vec![0; count],
            facilitators: sessions.values().map(|session| session.facilitator).collect(),
        };
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
            let known = self.seen_by(node, &seen);
            ordered.places[node] = ordered.entries.len();
            for version in *versions {
                ordered.entries.push(*version);
                ordered.pasts.push(Past::new(self.mark(node), known.clone()));
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

    fn mark(&self, node: usize) -> Mark {
        Mark { run: self.nodes[node].session, seq: self.seq(node) }
    }

    /// Joins what all its needs had seen. Entries that saw nothing new share one table with the entry before.
    fn seen_by(&self, node: usize, seen: &[Option<Seen>]) -> Seen {
        let before = self.before(node).and_then(|before| seen[before].clone());
        let mut known = before.unwrap_or_else(|| Seen::of(self.begins.len() - 1));
        for need in self.needs.get(&node).into_iter().flatten() {
            let Mark { run, seq } = self.mark(*need);
            known.note(run, seq);
            if let Some(theirs) = &seen[*need] {
                known.join(theirs);
            }
        }
        for (run, seq) in self.noted.get(&node).into_iter().flatten() {
            known.note(*run, *seq);
        }
        // What others knew of its own run is no news: it knows all of that up to itself, and nothing beyond.
        known.set(self.nodes[node].session, 0);
        known
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

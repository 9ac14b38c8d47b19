//! What an entry had seen: a number for each run, shared between entries as far as it is the same.
//!
//! Runs are known by their dense rank among those of the case, so that no names are compared. A case of thousands of short
//! runs would cost a table of all runs for each of them; so the table is a tree whose branches are shared, and what one entry
//! saw beyond another costs only the branches that differ, whoever saw what.

use std::sync::Arc;

/// How many branches a node has.
const WIDE: usize = 16;

/// An entry by its run, as the dense rank of that run, and its number in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Mark {
    pub run: usize,
    /// Its number in the run, from 1.
    pub seq: u64,
}

/// What the writer of an entry had seen: everything of its own run before it, and these numbers of the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Past {
    own: Mark,
    others: Seen,
}

impl Past {
    pub fn new(own: Mark, others: Seen) -> Self {
        Self { own, others }
    }

    pub fn own(&self) -> Mark {
        self.own
    }

    pub fn others(&self) -> &Seen {
        &self.others
    }

    /// The highest entry of that run that was known; 0 if none was.
    pub fn get(&self, run: usize) -> u64 {
        if run == self.own.run { self.own.seq } else { self.others.get(run) }
    }

    /// Whether that entry was known. An entry knows itself.
    pub fn saw(&self, entry: Mark) -> bool {
        self.get(entry.run) >= entry.seq
    }
}

/// The highest number that was seen of each run; 0 where nothing was.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Seen {
    /// How many levels of nodes there are below the root.
    levels: u32,
    /// `None` if nothing was seen.
    root: Option<Arc<Node>>,
}

/// A node never holds nothing, so that equal tables are equal trees.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Node {
    Branch([Option<Arc<Node>>; WIDE]),
    Leaf([u64; WIDE]),
}

impl Seen {
    /// Nothing seen, in a case of so many runs.
    pub fn of(runs: usize) -> Self {
        let mut levels = 0;
        let mut room = WIDE;
        while room < runs {
            room = room.saturating_mul(WIDE);
            levels += 1;
        }
        Self { levels, root: None }
    }

    pub fn get(&self, run: usize) -> u64 {
        let mut node = self.root.as_deref();
        let mut level = self.levels;
        if run / WIDE.pow(level) >= WIDE {
            return 0;
        }
        loop {
            match node {
                None => return 0,
                Some(Node::Leaf(numbers)) => return numbers[place(run, 0)],
                Some(Node::Branch(below)) => node = below[place(run, level)].as_deref(),
            }
            level = level.saturating_sub(1);
        }
    }

    /// Sets the number of a run that is among those of [`Self::of`].
    pub fn set(&mut self, run: usize, seq: u64) {
        if self.get(run) != seq {
            self.root = with(self.root.as_ref(), self.levels, run, seq);
        }
    }

    pub fn note(&mut self, run: usize, seq: u64) {
        if self.get(run) < seq {
            self.set(run, seq);
        }
    }

    /// Takes in everything that another table of the same runs holds.
    pub fn join(&mut self, other: &Self) {
        let levels = self.levels.max(other.levels);
        self.root = joined(self.raised(levels).as_ref(), other.raised(levels).as_ref());
        self.levels = levels;
    }

    /// Tells every run whose number here differs from that in another table of the same runs, with the number here.
    pub fn beside(&self, other: &Self, tell: &mut impl FnMut(usize, u64)) {
        let levels = self.levels.max(other.levels);
        differing(self.raised(levels).as_ref(), other.raised(levels).as_ref(), levels, 0, tell);
    }

    /// The same numbers in a tree with room for more runs.
    fn raised(&self, levels: u32) -> Option<Arc<Node>> {
        (self.levels..levels).fold(self.root.clone(), |root, _| {
            let mut below = [const { None }; WIDE];
            below[0] = Some(root?);
            Some(Arc::new(Node::Branch(below)))
        })
    }
}

/// Which branch of a node at this level leads to a run.
fn place(run: usize, level: u32) -> usize {
    run / WIDE.pow(level) % WIDE
}

/// The tree below a node with one number changed.
fn with(node: Option<&Arc<Node>>, level: u32, run: usize, seq: u64) -> Option<Arc<Node>> {
    if level == 0 {
        let mut numbers = match node.map(|node| &**node) {
            Some(Node::Leaf(numbers)) => *numbers,
            _ => [0; WIDE],
        };
        numbers[place(run, 0)] = seq;
        return leaf(numbers);
    }
    let mut below = match node.map(|node| &**node) {
        Some(Node::Branch(below)) => below.clone(),
        _ => [const { None }; WIDE],
    };
    let branch = &mut below[place(run, level)];
    *branch = with(branch.as_ref(), level - 1, run, seq);
    below.iter().any(Option::is_some).then(|| Arc::new(Node::Branch(below)))
}

fn leaf(numbers: [u64; WIDE]) -> Option<Arc<Node>> {
    numbers.iter().any(|number| *number > 0).then(|| Arc::new(Node::Leaf(numbers)))
}

fn same(one: Option<&Arc<Node>>, other: Option<&Arc<Node>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}

/// Both trees laid over each other. What one of them holds already is shared with it, not made anew.
fn joined(one: Option<&Arc<Node>>, other: Option<&Arc<Node>>) -> Option<Arc<Node>> {
    let (Some(first), Some(second)) = (one, other) else { return one.or(other).cloned() };
    if Arc::ptr_eq(first, second) {
        return one.cloned();
    }
    match (&**first, &**second) {
        (Node::Leaf(ours), Node::Leaf(theirs)) => {
            let numbers = std::array::from_fn(|at| ours[at].max(theirs[at]));
            match numbers {
                numbers if numbers == *ours => one.cloned(),
                numbers if numbers == *theirs => other.cloned(),
                numbers => leaf(numbers),
            }
        }
        (Node::Branch(ours), Node::Branch(theirs)) => {
            let below: [Option<Arc<Node>>; WIDE] =
                std::array::from_fn(|at| joined(ours[at].as_ref(), theirs[at].as_ref()));
            let is = |all: &[Option<Arc<Node>>; WIDE]| {
                all.iter().zip(&below).all(|(one, other)| same(one.as_ref(), other.as_ref()))
            };
            if is(ours) {
                one.cloned()
            } else if is(theirs) {
                other.cloned()
            } else {
                Some(Arc::new(Node::Branch(below)))
            }
        }
        // Trees of the same runs are equally high.
        _ => one.cloned(),
    }
}

/// Every run whose number in the first tree is not that in the second, with the number in the first.
fn differing(
    one: Option<&Arc<Node>>,
    other: Option<&Arc<Node>>,
    level: u32,
    first: usize,
    tell: &mut impl FnMut(usize, u64),
) {
    if same(one, other) {
        return;
    }
    for at in 0..WIDE {
        let run = first + at * WIDE.pow(level);
        if level == 0 {
            let number = |node: Option<&Arc<Node>>| match node.map(|node| &**node) {
                Some(Node::Leaf(numbers)) => numbers[at],
                _ => 0,
            };
            if number(one) != number(other) {
                tell(run, number(one));
            }
        } else {
            fn branch(node: Option<&Arc<Node>>, at: usize) -> Option<&Arc<Node>> {
                match node.map(|node| &**node) {
                    Some(Node::Branch(below)) => below[at].as_ref(),
                    _ => None,
                }
            }
            differing(branch(one, at), branch(other, at), level - 1, run, tell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(runs: usize, noted: &[(usize, u64)]) -> Seen {
        let mut seen = Seen::of(runs);
        for (run, seq) in noted {
            seen.note(*run, *seq);
        }
        seen
    }

    fn told(one: &Seen, other: &Seen) -> Vec<(usize, u64)> {
        let mut told = Vec::new();
        one.beside(other, &mut |run, seq| told.push((run, seq)));
        told
    }

    #[test]
    fn the_highest_number_of_each_run_is_kept_in_cases_of_any_size() {
        for runs in [1, 16, 17, 256, 257, 5000] {
            let last = runs - 1;
            let mut seen = of(runs, &[(last, 3), (last, 2), (runs / 2, 1)]);
            assert_eq!((seen.get(last), seen.get(last + 1), seen.get(usize::MAX)), (3, 0, 0), "{runs}");
            seen.set(last, 0);
            seen.set(runs / 2, 0);
            assert_eq!(seen, Seen::of(runs), "nothing is left behind in a case of {runs}");
        }
    }

    #[test]
    fn what_two_saw_is_joined_by_the_higher_number_and_told_apart_by_every_run() {
        let (one, other) = (of(600, &[(0, 4), (17, 1), (599, 9)]), of(600, &[(17, 2), (300, 5)]));
        let mut both = one.clone();
        both.join(&other);
        assert_eq!(both, of(600, &[(0, 4), (17, 2), (300, 5), (599, 9)]));
        assert_eq!(told(&one, &other), [(0, 4), (17, 1), (300, 0), (599, 9)]);
        assert_eq!(told(&both, &both), []);
    }

    #[test]
    fn a_case_that_has_grown_keeps_what_was_seen_of_fewer_runs() {
        let mut seen = of(16, &[(3, 7)]);
        seen.join(&of(400, &[(399, 1)]));
        assert_eq!((seen.get(3), seen.get(399)), (7, 1));
        assert_eq!(told(&of(16, &[(3, 7)]), &seen), [(399, 0)]);
    }

    #[test]
    fn runs_that_follow_each_other_share_what_they_saw() {
        let before = of(4000, &(0..2000).map(|run| (run, 1)).collect::<Vec<_>>());
        let mut after = before.clone();
        after.note(2000, 1);
        let mut joined = before.clone();
        joined.join(&after);
        let root = |seen: &Seen| seen.root.as_ref().map(Arc::as_ptr);
        assert_eq!(root(&joined), root(&after), "what holds the other whole is taken as it is");
    }
}

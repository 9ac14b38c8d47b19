//! The order in which a playbook is judged: each part after all that its conditions ask about.
//!
//! Worked out once, when the playbook is complete, so that judging a case neither searches nor goes deep: Tarjan's strongly
//! connected components (SIAM J. Comput. 1, 1972), with a stack of its own. A part is one thing, or several that ask about one
//! another in a circle.

use super::condition::{Condition, OfRow, Subject};
use super::model::Playbook;
use std::collections::BTreeSet;

/// Something that is judged by conditions, by its place in the playbook's list of its kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Node {
    /// Whether a step is walked.
    Lane(usize),
    /// Whether an item applies.
    Item(usize),
    /// Whether a silence matters.
    Silence(usize),
    Rule(usize),
    Scale(usize),
    /// When a clock starts and stops, and whether it is late.
    Clock(usize),
}

impl Node {
    /// Whether it is something that may arise or not: asked about itself, not only asked through.
    pub fn may_arise(self) -> bool {
        matches!(self, Self::Item(_) | Self::Silence(_))
    }
}

/// All nodes by number, and the order in which they are judged.
#[derive(Clone, Default, Debug)]
pub struct Order {
    nodes: Vec<Node>,
    /// For each node, by number: those that it asks about, each once, ascending.
    asks: Vec<Vec<usize>>,
    parts: Vec<Part>,
    part_of: Vec<usize>,
    /// Where the nodes of each kind begin: items, silences, rules, scales, clocks.
    begin: [usize; 5],
}

/// What is judged together.
#[derive(Clone, Debug)]
pub enum Part {
    One(usize),
    Circle(Circle),
}

/// Nodes that ask about one another.
#[derive(Clone, Default, Debug)]
pub struct Circle {
    /// What may arise or not, ascending.
    pub members: Vec<usize>,
    /// Lanes, rules, scales and clocks between them, each after those of them that it asks about.
    pub between: Vec<usize>,
    /// For each node of the circle, ascending: those of the circle that ask about it.
    asked_by: Vec<(usize, Vec<usize>)>,
    /// Its nodes, and what each asks about, all told.
    pub size: usize,
    /// Whether a list is among the members, on whose rows others rest.
    pub has_list: bool,
}

impl Circle {
    pub fn asked_by(&self, node: usize) -> &[usize] {
        let found = self.asked_by.binary_search_by_key(&node, |(node, _)| *node);
        found.map_or(&[], |at| &self.asked_by[at].1)
    }
}

impl Order {
    pub(super) fn of(playbook: &Playbook) -> Self {
        let mut nodes: Vec<Node> = (0..playbook.phases.len()).map(Node::Lane).collect();
        let mut begin = [0; 5];
        begin[0] = nodes.len();
        nodes.extend((0..playbook.items.len()).map(Node::Item));
        begin[1] = nodes.len();
        nodes.extend((0..playbook.silences.len()).map(Node::Silence));
        begin[2] = nodes.len();
        nodes.extend((0..playbook.rules.len()).map(Node::Rule));
        begin[3] = nodes.len();
        nodes.extend((0..playbook.scales.len()).map(Node::Scale));
        begin[4] = nodes.len();
        nodes.extend((0..playbook.clocks.len()).map(Node::Clock));
        let mut order = Self { nodes, begin, ..Self::default() };
        order.asks = order.nodes.iter().map(|node| order.asked_about(*node, playbook)).collect();
        let lists: BTreeSet<usize> = playbook
            .items
            .iter()
            .filter_map(|item| item.body.for_each())
            .filter_map(|list| playbook.position(list.as_str()))
            .collect();
        let parts = components(&order.asks);
        order.part_of = vec![0; order.nodes.len()];
        for (at, part) in parts.iter().enumerate() {
            for node in part {
                order.part_of[*node] = at;
            }
        }
        order.parts = parts.into_iter().map(|part| order.part(part, &lists)).collect();
        order
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn node(&self, number: usize) -> Node {
        self.nodes[number]
    }

    pub fn number(&self, node: Node) -> usize {
        match node {
            Node::Lane(at) => at,
            Node::Item(at) => self.begin[0] + at,
            Node::Silence(at) => self.begin[1] + at,
            Node::Rule(at) => self.begin[2] + at,
            Node::Scale(at) => self.begin[3] + at,
            Node::Clock(at) => self.begin[4] + at,
        }
    }

    /// Those that a node asks about, each once, ascending.
    pub fn asks(&self, number: usize) -> &[usize] {
        &self.asks[number]
    }

    /// The parts; each stands after those that it asks about.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The place of the part that a node is in.
    pub fn part_of(&self, number: usize) -> usize {
        self.part_of[number]
    }

    fn asked_about(&self, node: Node, playbook: &Playbook) -> Vec<usize> {
        let when = |when: &Option<Condition>| when.iter().flat_map(|when| when.root.subjects()).collect::<Vec<_>>();
        let subjects: Vec<Subject> = match node {
            Node::Lane(at) => when(&playbook.phases[at].when),
            Node::Item(at) => when(&playbook.items[at].when),
            Node::Silence(at) => when(&playbook.silences[at].when),
            Node::Rule(at) => playbook.rules[at].conditions().flat_map(|one| one.root.subjects()).collect(),
            Node::Scale(at) => {
                let scale = &playbook.scales[at];
                let judged = scale.judged_from.iter().map(|id| Subject::Answer(id.clone()));
                scale.conditions().flat_map(|one| one.root.subjects()).chain(judged).collect()
            }
            Node::Clock(at) => {
                let clock = &playbook.clocks[at];
                let from = clock.from.iter().map(|id| Subject::Answer(id.clone()));
                when(&clock.when).into_iter().chain(when(&clock.until)).chain(from).collect()
            }
        };
        let mut asks: BTreeSet<usize> = subjects.iter().flat_map(|subject| self.about(subject, playbook)).collect();
        if let Node::Item(at) = node {
            asks.insert(self.number(Node::Lane(playbook.items[at].phase)));
        }
        asks.into_iter().collect()
    }

    /// What is asked about in a subject; of something that is settled for each row, its list, too.
    fn about(&self, subject: &Subject, playbook: &Playbook) -> Vec<usize> {
        let id = subject.id().as_str();
        let own = match subject {
            Subject::Rule(_) => playbook.rule_position(id).map(Node::Rule),
            Subject::Scale(_) | Subject::Gap(_) => playbook.scale_position(id).map(Node::Scale),
            Subject::Silence(_) => playbook.silence_position(id).map(Node::Silence),
            Subject::Late(_) => playbook.clock_position(id).map(Node::Clock),
            _ => playbook.position(id).map(Node::Item),
        };
        let list = match (own, subject) {
            (Some(Node::Item(at)), _) if !matches!(subject, Subject::Row(OfRow::Cell { .. })) => {
                playbook.items[at].body.for_each().and_then(|list| playbook.position(list.as_str())).map(Node::Item)
            }
            _ => None,
        };
        own.into_iter().chain(list).map(|node| self.number(node)).collect()
    }

    fn part(&self, mut nodes: Vec<usize>, lists: &BTreeSet<usize>) -> Part {
        nodes.sort_unstable();
        if let [one] = nodes[..]
            && self.asks[one].binary_search(&one).is_err()
        {
            return Part::One(one);
        }
        let of = self.part_of[nodes[0]];
        let inside = |node: &usize| self.part_of[*node] == of;
        let (members, between): (Vec<usize>, Vec<usize>) =
            nodes.iter().partition(|node| self.nodes[**node].may_arise());
        let mut asked_by: Vec<(usize, Vec<usize>)> = nodes.iter().map(|node| (*node, Vec::new())).collect();
        for node in &nodes {
            for asked in self.asks[*node].iter().filter(|node| inside(node)) {
                if let Ok(at) = nodes.binary_search(asked) {
                    asked_by[at].1.push(*node);
                }
            }
        }
        let is_list = |node: &usize| matches!(self.nodes[*node], Node::Item(at) if lists.contains(&at));
        let has_list = members.iter().any(is_list);
        let size = nodes.iter().map(|node| 1 + self.asks[*node].len()).sum();
        Part::Circle(Circle { between: self.in_order(&between), members, asked_by, size, has_list })
    }

    /// Lanes, rules and scales of a circle, each after those of them that it asks about. Those that are defined by each other are
    /// an error elsewhere; here they follow each other somehow.
    fn in_order(&self, between: &[usize]) -> Vec<usize> {
        let place = |node: &usize| between.binary_search(node).ok();
        let asks: Vec<Vec<usize>> =
            between.iter().map(|node| self.asks[*node].iter().filter_map(place).collect()).collect();
        components(&asks).into_iter().flatten().map(|at| between[at]).collect()
    }
}

/// The strongly connected components of a graph, each after those that it points to.
fn components(asks: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut found = Vec::new();
    let (mut index, mut low, mut on_stack) = (vec![NEW; asks.len()], vec![0; asks.len()], vec![false; asks.len()]);
    let (mut stack, mut next) = (Vec::new(), 0);
    for root in 0..asks.len() {
        if index[root] != NEW {
            continue;
        }
        // A node, and how many of those that it asks about have been looked at.
        let mut path = vec![(root, 0)];
        while let Some((node, looked)) = path.last_mut() {
            let node = *node;
            if *looked == 0 && index[node] == NEW {
                (index[node], low[node], on_stack[node]) = (next, next, true);
                next += 1;
                stack.push(node);
            }
            if let Some(asked) = asks[node].get(*looked).copied() {
                *looked += 1;
                if index[asked] == NEW {
                    path.push((asked, 0));
                } else if on_stack[asked] {
                    low[node] = low[node].min(index[asked]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                low[*before] = low[*before].min(low[node]);
            }
            if low[node] == index[node] {
                let from = stack.iter().rposition(|one| *one == node).unwrap_or(0);
                let part = stack.split_off(from);
                for one in &part {
                    on_stack[*one] = false;
                }
                found.push(part);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn each_part_stands_after_those_that_it_points_to() {
        // 0 asks 1 and 2, 1 and 2 ask one another and 3, 4 asks itself.
        let found = components(&[vec![1, 2], vec![2, 3], vec![1], vec![], vec![4]]);
        let sorted = |part: &Vec<usize>| {
            let mut part = part.clone();
            part.sort_unstable();
            part
        };
        assert_eq!(found.iter().map(sorted).collect::<Vec<_>>(), [vec![3], vec![1, 2], vec![0], vec![4]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let chain: Vec<Vec<usize>> =
            (0..200_000).map(|at| if at + 1 < 200_000 { vec![at + 1] } else { vec![] }).collect();
        assert_eq!(components(&chain).len(), 200_000);
    }
}

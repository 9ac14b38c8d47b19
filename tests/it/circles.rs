//! Files that use each other in a circle can only be understood together: outside the judge's circle there is to be none.

use crate::support::imports::imports;
use std::collections::{BTreeMap, BTreeSet};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Everything that can be reached from a file.
fn reached<'a>(graph: &'a Graph, from: &'a str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        next.extend(
            graph.get(file).into_iter().flatten().filter(|other| seen.insert(other.as_str())).map(String::as_str),
        );
    }
    seen
}

/// The circles, each with all its files.
fn circles(graph: &Graph) -> BTreeSet<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (file.as_str(), reached(graph, file))).collect();
    let of =
        |file: &&str| reached[file].iter().copied().filter(|other| reached[other].contains(file)).collect::<Vec<_>>();
    reached.keys().map(of).filter(|circle| !circle.is_empty()).collect()
}

#[test]
fn files_that_use_each_other_in_a_circle() {
    let graph = imports();
    let circles = circles(&graph);
    let (judge, others): (Vec<_>, Vec<_>) = circles.iter().partition(|circle| circle[0].starts_with("judge/"));
    let count = |circles: &[&Vec<&str>]| circles.iter().map(|circle| circle.len()).sum::<usize>();
    let told = others.iter().map(|circle| format!("{}: {}", circle.len(), circle.join(" ")));
    assert_eq!(count(&others), IN_CIRCLES, "files in a circle:\n{}", told.collect::<Vec<_>>().join("\n"));
    assert!(count(&judge) <= OF_THE_JUDGE, "{} files in the judge's circle: {judge:?}", count(&judge));
}

/// May only fall.
const IN_CIRCLES: usize = 80;
/// Conditions ask rules, scales and rows, and these hold conditions.
const OF_THE_JUDGE: usize = 54;

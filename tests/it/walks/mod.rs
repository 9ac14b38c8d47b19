//! Walks through every bundled playbook by chance: none ends where nobody can go on, and together they reach every item.

pub mod anything;
mod corrected;
mod stored;
mod typed;
mod walker;

use breachbook::judge::types::standing::Standing;
use breachbook::playbook::bundled::{index, load_bundled};
use breachbook::playbook::{Body, Playbook};
use std::collections::BTreeSet;
use walker::Walker;

pub use walker::Chance;

fn playbooks() -> Vec<Playbook> {
    index().iter().map(|summary| load_bundled(&summary.id).and_then(|loaded| loaded.playbook).unwrap()).collect()
}

/// What is wrong with the end of a walk: something waits, and nothing that is open could ever settle it.
fn dead_ends(walker: &Walker<'_>) -> Vec<String> {
    let (playbook, picture) = (walker.playbook, &walker.picture);
    let unknown = picture.items.iter().any(|status| status.standing == Standing::NotKnown);
    let held = picture.open.held > 0;
    let mut found = Vec::new();
    for (item, status) in playbook.items.iter().zip(&picture.items) {
        if status.is_pinned(item) {
            found.push(format!("{}: {}: its conditions go in a circle that is not settled", playbook.id, item.id));
        }
        let waits_for = match status.standing {
            Standing::Pending if !unknown && !held && !walker.is_for_good(&status.applies.missing) => {
                Some("waits for an answer that nobody is asked")
            }
            Standing::Needed if !unknown && !held => {
                let Body::Document(document) = &item.body else { continue };
                let lacks: Vec<_> = status.lacks.iter().map(|at| document.contents[*at].from.to_string()).collect();
                found.push(format!("{}: {} can never have its contents: {lacks:?}", playbook.id, item.id));
                None
            }
            _ => None,
        };
        if let Some(why) = waits_for {
            found.push(format!("{}: {}: {why} ({:?})", playbook.id, item.id, status.applies.missing));
        }
    }
    found
}

#[test]
fn a_walk_by_chance_never_ends_where_nobody_can_go_on() {
    let mut found = BTreeSet::new();
    for playbook in playbooks() {
        for seed in 1..=8 {
            let mut walker = Walker::new(&playbook, seed);
            walker.walk();
            found.extend(dead_ends(&walker));
        }
    }
    assert!(found.is_empty(), "{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_item_of_every_playbook_is_reached_by_some_walk() {
    for playbook in playbooks() {
        let mut reached = BTreeSet::new();
        for seed in 100..400 {
            let mut walker = Walker::new(&playbook, seed);
            walker.walk();
            reached.extend(walker.reached);
            if reached.len() == playbook.items.len() {
                break;
            }
        }
        let missed: Vec<_> = (0..playbook.items.len())
            .filter(|at| !reached.contains(at))
            .map(|at| playbook.items[at].id.as_str())
            .collect();
        assert!(missed.is_empty(), "{}: no walk reaches {missed:?}", playbook.id);
    }
}

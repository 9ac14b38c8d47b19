//! What is recorded on a walk is stored in a form that reads back as the same fact.

use super::walker::Walker;
use breachbook::case::{Recorded, envelope};
use breachbook::journal::Entry;

/// As the journal would hold it, and read again.
fn reread(recorded: &Recorded) -> Recorded {
    let (kind, fields) = envelope::encode(&recorded.who, &recorded.fact);
    let Recorded { id, reading, .. } = recorded.clone();
    let seq = id.seq;
    Recorded::from_entry(&Entry { id, seq, reading, saw: Vec::new(), kind, fields })
}

#[test]
fn every_entry_of_a_walk_reads_back_as_it_was_recorded() {
    for playbook in super::playbooks() {
        for seed in 1..=3 {
            let mut walker = Walker::new(&playbook, seed);
            walker.walk();
            for row in &walker.state.log {
                assert_eq!(reread(&row.recorded), row.recorded, "{}", playbook.id);
            }
        }
    }
}

//! What a playbook must also obey once everything in it resolves; one file for each family of checks.

mod calls;
mod counts;
mod cycles;
mod effects;
mod hides;
mod local;
mod needs;
mod reach;
mod recordable;
mod scales;
mod spoilt;
mod unsettled;
mod unused;
mod wording;
mod worked_out;

use spoilt::{FILE, UNREADABLE};

use super::model::Playbook;
use super::places::Places;
use crate::source::{Code, Problems};
use std::collections::BTreeSet;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let mut sound = !check_errors(playbook, places, problems);
    sound &= problems.spared(&[FILE, "when", "after", "if", "any", "all", "phase"], UNREADABLE);
    wording::check(playbook, places, problems);
    let mut tried = reach::Tried::default();
    let named = if sound { recordable::check(playbook, places, &mut tried, problems) } else { BTreeSet::new() };
    reach::check(playbook, places, &mut tried, &named, problems);
    counts::check(playbook, places, problems);
    unused::check(playbook, places, problems);
    hides::check(playbook, places, problems);
    effects::check(playbook, places, problems);
    if sound {
        unsettled::check(playbook, places, problems);
    }
    if problems.spared(&[FILE, "scale", "levels", "gaps", "any", "all", "unless", "if"], UNREADABLE)
        && problems.spared(&[], &[Code::EmptyScale])
    {
        scales::check(playbook, places, problems);
    }
}

/// Runs the checks that can find what a playbook cannot be walked with. The others find what its author should mend. Whether
/// conditions stand in a circle.
pub(super) fn check_errors(playbook: &Playbook, places: &Places, problems: &mut Problems) -> bool {
    calls::check(playbook, places, problems);
    let circles = cycles::check(playbook, places, problems) || recordable::circles(playbook, places, problems);
    local::check(playbook, places, problems);
    circles
}

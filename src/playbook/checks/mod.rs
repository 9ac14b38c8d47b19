//! What a playbook must also obey once everything in it resolves; one file for each family of checks.

mod calls;
mod counts;
mod cycles;
mod local;
mod reach;
mod scales;
mod unused;
mod wording;

use super::model::Playbook;
use super::places::Places;
use crate::source::Problems;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    calls::check(playbook, places, problems);
    cycles::check(playbook, places, problems);
    local::check(playbook, places, problems);
    wording::check(playbook, places, problems);
    reach::check(playbook, places, problems);
    // After an error something may seem unused only because what uses it could not be read.
    if !problems.any_error() {
        counts::check(playbook, places, problems);
        unused::check(playbook, places, problems);
        scales::check(playbook, places, problems);
    }
}

/// Runs the checks that can find an error. The others find only what deserves a second look.
pub(super) fn check_errors(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    calls::check(playbook, places, problems);
    cycles::check(playbook, places, problems);
    local::check(playbook, places, problems);
}

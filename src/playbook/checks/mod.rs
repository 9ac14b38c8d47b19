//! What a playbook must also obey once everything in it resolves; one file for each family of checks.

mod calls;
mod counts;
mod cycles;
mod local;
mod reach;
mod scales;
mod unused;
mod wording;

use super::lower::Places;
use super::model::Playbook;
use super::problem::{Problems, Span};

/// Runs every check.
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

/// Where an identifier is declared.
fn declared(places: &Places, id: &str) -> Span {
    places.ids.get(id).copied().unwrap_or_default()
}

/// Where the condition under a key of something stands; its identifier when there is none.
fn guarded(places: &Places, owner: &str, key: &str) -> Span {
    let guard = places.guards.iter().find(|guard| guard.owner == owner && guard.key == key);
    guard.map_or_else(|| declared(places, owner), |guard| guard.span)
}

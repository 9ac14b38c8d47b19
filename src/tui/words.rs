//! What was recorded, in one line: what it is about, and what it says.

use crate::base::Now;
use crate::case::{CaseState, Recorded};
use crate::page::log;
use crate::playbook::Playbook;

pub fn entry(state: &CaseState, at: usize, playbook: &Playbook, now: Now) -> (String, String) {
    let told = log::of(state, at, playbook, now);
    (told.about, told.says)
}

pub fn fact(recorded: &Recorded, playbook: &Playbook, now: Now) -> (String, String) {
    let told = log::fact(recorded, playbook, now);
    (told.about, told.says)
}

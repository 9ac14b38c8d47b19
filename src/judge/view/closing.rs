//! Who closes a case, and what closing does not lift.

use crate::playbook::Playbook;
use crate::playbook::reference::Role;

/// The role of a playbook that was meant: by its id or its title.
pub fn role<'p>(playbook: &'p Playbook, typed: &str) -> Option<&'p Role> {
    let named = |role: &&Role| role.id.as_str().eq_ignore_ascii_case(typed) || role.title.eq_ignore_ascii_case(typed);
    playbook.roles.iter().find(named)
}

/// The prohibitions that closing does not lift, as one sentence; they stand in nobody's way.
pub fn still_in_force(playbook: &Playbook, prohibitions: impl Iterator<Item = usize>) -> Option<String> {
    let items = prohibitions.map(|at| &playbook.items[at]);
    let named: Vec<_> = items.map(|item| format!("{} ({})", item.title.trim_end_matches('.'), item.id)).collect();
    (!named.is_empty()).then(|| format!("Still in force: {}.", named.join("; ")))
}

//! What a record switched on or off: the difference between two pictures of one case.

use super::Assessment;
use super::standing::Standing;
use crate::playbook::Playbook;

/// One thing that changed besides the item that was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How it stood, for people.
    pub from: &'static str,
    /// How it stands, for people.
    pub to: &'static str,
    /// Whether it now wants something from people that it did not want before.
    pub switched_on: bool,
}

/// Lists what changed, rules first, leaving out `recorded` itself.
pub fn changes(
    playbook: &Playbook,
    before: &Assessment,
    after: &Assessment,
    recorded: Option<&str>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, rule) in playbook.rules.iter().enumerate() {
        let (from, to) = (before.rules[at].state, after.rules[at].state);
        if from != to {
            changes.push(Change {
                id: rule.id.to_string(),
                title: rule.title.clone(),
                from: from.label(),
                to: to.label(),
                switched_on: to == super::rules::RuleState::Met,
            });
        }
    }
    for (at, item) in playbook.items.iter().enumerate() {
        let (from, to) = (before.items[at].standing, after.items[at].standing);
        // That something can be kept beside the policy calls nobody to it.
        if from != to && to != Standing::Optional && Some(item.id.as_str()) != recorded {
            let wants = |standing: Standing| standing.is_open() || standing == Standing::InForce;
            changes.push(Change {
                id: item.id.to_string(),
                title: item.title.clone(),
                from: from.label(),
                to: to.label(),
                switched_on: wants(to) && !wants(from),
            });
        }
    }
    changes
}

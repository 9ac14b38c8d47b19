//! What a record switched on or off: the difference between two pictures of one case.

use super::Assessment;
use super::standing::Standing;
use super::words;
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

/// A scale whose level or state changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScaleChange {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it said before: "not known yet".
    pub from: String,
    /// What it says now: "at least Moderate".
    pub to: String,
}

/// Lists the scales that say something else than before.
pub fn scales(playbook: &Playbook, before: &Assessment, after: &Assessment) -> Vec<ScaleChange> {
    let pairs = before.scales.iter().zip(&after.scales);
    let each = playbook.scales.iter().zip(pairs);
    let said = each.map(|(scale, (from, to))| ScaleChange {
        id: scale.id.to_string(),
        title: scale.title.clone(),
        from: words::level(from, scale),
        to: words::level(to, scale),
    });
    said.filter(|change| change.from != change.to).collect()
}

/// Lists what changed, rules first, leaving out `recorded` itself.
pub fn changes(playbook: &Playbook, before: &Assessment, after: &Assessment, recorded: Option<&str>) -> Vec<Change> {
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

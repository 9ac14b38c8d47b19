//! `drill list`: the bundled scripts.

use super::super::console::Console;
use super::super::failure::{FINE, Failure};
use crate::base::text::{pad, width};
use crate::contract::drill_list::{DrillList, Listed};
use crate::drill::script::bundled::{Summary, summaries};

/// Prints one line for each.
pub fn list(json: bool, console: &mut Console<'_>) -> Result<u8, Failure> {
    let scripts = summaries();
    if json {
        console.json(&DrillList::of(scripts.iter().map(listed).collect()))?;
        return Ok(FINE);
    }
    let longest = |of: fn(&Summary) -> &str| scripts.iter().map(|script| width(of(script))).max().unwrap_or_default();
    let (ids, playbooks) = (longest(|script| &script.id), longest(|script| &script.playbook));
    for script in &scripts {
        console.line(&format!(
            "{}  {:>3} min  {}  {}",
            pad(&script.id, ids),
            script.minutes,
            pad(&script.playbook, playbooks),
            script.title
        ))?;
    }
    console.remark("See when everything would come: breachbook drill check SCRIPT --plan. A script of your own is given by its path.");
    Ok(FINE)
}

fn listed(script: &Summary) -> Listed<'_> {
    Listed::of(&script.id, script.minutes, &script.playbook, &script.title)
}

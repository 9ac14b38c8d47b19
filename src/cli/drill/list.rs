//! `drill list`: the bundled scripts, and what is to become better since earlier exercises and cases.

use super::super::console::Console;
use super::super::failure::{FINE, Failure};
use super::super::place::Place;
use crate::base::text::{pad, width};
use crate::contract::drill_list::{DrillList, Improvement, Listed};
use crate::drill::script::bundled::{Summary, summaries};
use crate::session::improvements::{self, OpenImprovement};

/// Prints one line for each.
pub fn list(json: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let scripts = summaries();
    let now = place.now();
    // Where there is no folder of cases yet, nothing is to become better.
    let found = place.library().ok().and_then(|library| improvements::open(library, None, now).ok());
    let (open, unread) = found.unwrap_or_default();
    for why in &unread {
        console.remark(why);
    }
    if json {
        let open = open.iter().map(improvement).collect();
        console.json(&DrillList::of(scripts.iter().map(listed).collect(), open))?;
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
    if let Some(said) = improvements::counted(&open, now).words() {
        console.line(&said)?;
    }
    for one in &open {
        console.line(&format!("  {}", one.words(now)))?;
    }
    console.remark("See when everything would come: breachbook drill check SCRIPT --plan. A script of your own is given by its path.");
    Ok(FINE)
}

fn improvement(one: &OpenImprovement) -> Improvement<'_> {
    Improvement::of(&one.case, one.mode, &one.playbook, &one.label, &one.name, &one.owner, one.due)
}

fn listed(script: &Summary) -> Listed<'_> {
    Listed::of(&script.id, script.minutes, &script.playbook, &script.title)
}

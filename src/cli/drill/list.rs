//! `drill list`: the bundled scripts, and what is to become better since earlier exercises and cases.

use super::super::console::{Console, columns};
use super::super::failure::{FINE, Failure};
use super::super::place::Place;
use crate::base::text::{pad, width, wrap};
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
        let lead =
            format!("{}  {:>3} min  {}  ", pad(&script.id, ids), script.minutes, pad(&script.playbook, playbooks));
        hung(&lead, &script.title, console)?;
    }
    if let Some(said) = improvements::counted(&open, now).words() {
        console.line(&said)?;
    }
    for one in &open {
        hung("  ", &one.words(now), console)?;
    }
    console.remark(
        "See when everything would come: breachbook drill check SCRIPT --plan. Begin: breachbook drill run SCRIPT.",
    );
    console.remark("A script of your own is given by its path.");
    Ok(FINE)
}

/// A line whose words go on below themselves where a terminal is too narrow for them.
fn hung(lead: &str, words: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    let room = columns().and_then(|columns| columns.checked_sub(width(lead))).filter(|room| *room >= 20);
    let Some(room) = room else { return Ok(console.line(&format!("{lead}{words}"))?) };
    for (at, row) in wrap(words, room).iter().enumerate() {
        let lead = if at == 0 { lead.to_owned() } else { " ".repeat(width(lead)) };
        console.line(&format!("{lead}{row}"))?;
    }
    Ok(())
}

fn improvement(one: &OpenImprovement) -> Improvement<'_> {
    Improvement::of(&one.case, one.mode, &one.playbook, &one.label, &one.name, &one.owner, one.due)
}

fn listed(script: &Summary) -> Listed<'_> {
    Listed::of(&script.id, script.minutes, &script.playbook, &script.title)
}

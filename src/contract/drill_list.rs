//! `drill list --json`, the contract `drill-list/1`: the scripts of exercises, as the facilitator sees them.

use crate::base::written::object;

object! {
    DrillList<'a>(scripts: Vec<Listed<'a>>) => {
        schema: &'static str = "drill-list/1",
        scripts: Vec<Listed<'a>> = scripts,
    }
}

object! {
    Listed<'a>(id: &'a str, minutes: u32, playbook: &'a str, title: &'a str) => {
        id: &'a str = id,
        /// How long it is planned to be played.
        minutes: u32 = minutes,
        /// `any` where any playbook will do.
        playbook: &'a str = playbook,
        title: &'a str = title,
    }
}

//! `drill list --json`, the contract `drill-list/1`: the scripts of exercises, as the facilitator sees them.

use crate::base::written::object;
use crate::journal::Mode;
use chrono::NaiveDate;

object! {
    DrillList<'a>(scripts: Vec<Listed<'a>>, improvements: Vec<Improvement<'a>>) => {
        schema: &'static str = "drill-list/1",
        scripts: Vec<Listed<'a>> = scripts,
        /// Improvement actions that are open, the earliest day first.
        improvements: Vec<Improvement<'a>> = improvements,
    }
}

object! {
    Improvement<'a>(case: &'a str, mode: Mode, playbook: &'a str, label: &'a str, name: &'a str, owner: &'a str, due: Option<NaiveDate>) => {
        /// The name of the folder that it stands in.
        case: &'a str = case,
        mode: Mode = mode,
        playbook: &'a str = playbook,
        label: &'a str = label,
        name: &'a str = name,
        owner: Option<&'a str> = Some(owner).filter(|owner| !owner.is_empty()),
        due: Option<NaiveDate> = due,
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

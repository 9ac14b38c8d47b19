//! What is recorded when an exercise is opened from a script: what players may know of it in the case, and in the control folder
//! which script it is.

use crate::base::digest::sha256;
use crate::base::{CaseId, ItemId};
use crate::case::{Attribution, Fact};

/// What players may know before it starts.
pub struct Opening {
    pub title: String,
    pub briefing: Option<String>,
    pub rules: Vec<String>,
    /// The roles, what each is, and all that contact screens show for it.
    pub roles: Vec<(ItemId, String, Option<String>)>,
}

/// Proves later, beside the script, that the script was not changed: SHA-256 of the number of the case and the bytes of the script.
pub fn commit(case: &CaseId, script: &str) -> String {
    format!("sha256:{}", sha256(format!("{case}{script}").as_bytes()))
}

/// A script, as the control folder names it.
pub fn digest(script: &str) -> String {
    format!("sha256:{}", sha256(script.as_bytes()))
}

/// The exercise was opened by its facilitator.
pub fn drill_opened(person: &str, opening: Opening, commit: String) -> (Attribution, Fact) {
    let Opening { title, briefing, rules, roles } = opening;
    let fact = Fact::DrillOpened {
        title,
        briefing,
        rules,
        is: roles.iter().map(|(_, is, _)| is.clone()).collect(),
        numbers: roles.iter().map(|(.., number)| number.clone().unwrap_or_default()).collect(),
        roles: roles.into_iter().map(|(role, ..)| role).collect(),
        commit,
    };
    (by(person), fact)
}

/// The control folder was made, with these files that go out, as they are listed.
pub fn control_opened(person: &str, script: &str, case: &CaseId, files: Vec<String>) -> (Attribution, Fact) {
    (by(person), Fact::ControlOpened { script: digest(script), case: case.to_string(), files })
}

fn by(person: &str) -> Attribution {
    Attribution { by: person.to_owned(), ..Attribution::default() }
}

//! The script of an exercise as it lies in the control folder.

use super::failure::ScriptFault;
use crate::base::{ScriptId, Stamp};
use crate::case::CaseState;
use crate::drill::roll;
use crate::drill::script::{Script, load_frozen};
use crate::playbook::Playbook;
use crate::record::verbs::drill::opening::digest;
use crate::source::Source;
use crate::store::{CaseFolder, control};

/// The script of an exercise as it lies in the control folder now.
pub struct Frozen {
    pub script: Script,
    pub fault: Option<ScriptFault>,
}

/// The script as it lies in the control folder, and its text where that can be read.
pub(super) fn frozen(control: &CaseFolder, state: &CaseState, playbook: &Playbook) -> (Frozen, Option<String>) {
    let text = match control::script(control) {
        Ok(text) => text,
        Err(error) => return (lost(ScriptFault::Unread(error.what())), None),
    };
    let fault = (roll::begun_with(state) != Some(digest(&text).as_str())).then_some(ScriptFault::Changed);
    match load_frozen(&Source::new("script.toml", text.as_str()), playbook) {
        Some(script) => (Frozen { script, fault }, Some(text)),
        None => (lost(fault.unwrap_or(ScriptFault::Unread("it is no script any more".into()))), Some(text)),
    }
}

/// What stands in for a script that is not there: notes are taken, nothing is sent.
fn lost(fault: ScriptFault) -> Frozen {
    let script = Script {
        id: ScriptId::new("lost").expect("a valid identifier"),
        title: fault.to_string(),
        players_title: String::new(),
        playbook: None,
        start: Stamp::epoch(),
        minutes: 0,
        briefing: None,
        rules: Vec::new(),
        objectives: Vec::new(),
        roles: Vec::new(),
        parts: Vec::new(),
        injects: Vec::new(),
        expectations: Vec::new(),
        digest: String::new(),
    };
    Frozen { script, fault: Some(fault) }
}

//! The tree of calls: everybody can be told by somebody who knows already, and somebody stands in.

use super::FILE;
use crate::base::ItemId;
use crate::playbook::item::{Body, Call, Side};
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};
use std::collections::BTreeSet;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let calls: Vec<(&ItemId, &Call)> = playbook
        .items
        .iter()
        .filter_map(|item| match &item.body {
            Body::Call(call) => Some((&item.id, call)),
            _ => None,
        })
        .collect();
    cycles(&calls, places, problems);
    // The alternates may be missing only because they could not be read.
    let read =
        [FILE, "[[call]]", "[[role]]", "call", "role", "alternates", "channels", "kind", "side", "silence", "used_by"];
    let sound = problems.spared(&read, &[Code::UnknownRole, Code::UnknownItem]);
    for (id, call) in calls {
        let span = places.declared(id.as_str());
        let mut named = BTreeSet::from([&call.role]);
        if let Some(twice) = call.alternates.iter().find(|role| !named.insert(*role)) {
            let message = format!("The call `{id}` names the role `{twice}` twice.");
            problems.add(Problem::new(Code::SameAlternate, span, message));
        }
        // An outside body has its own desk; nobody here can name who stands in for it.
        let outside = call.side == Some(Side::External);
        // A mailbox takes the message at any time: nobody has to stand in for it.
        let mailbox = playbook
            .role(call.role.as_str())
            .is_some_and(|role| !role.channels.is_empty() && !role.channels.iter().any(|way| way.kind.is_answered()));
        let silent = playbook.silences.iter().any(|silence| silence.used_by.contains(id));
        if sound && call.alternates.is_empty() && !outside && !mailbox && !silent {
            let title = playbook.role_title(call.role.as_str());
            let message = format!("Nobody stands in when \"{title}\" does not answer the call `{id}`.");
            problems.add(Problem::new(Code::NoAlternate, span, message));
        }
    }
}

/// Finds roles that are told only by roles that are never told before them. A role that nobody is asked to tell knows
/// from the start: it is where the matter was noticed.
fn cycles(calls: &[(&ItemId, &Call)], places: &Places, problems: &mut Problems) {
    fn reached(call: &Call) -> impl Iterator<Item = &ItemId> {
        std::iter::once(&call.role).chain(&call.alternates)
    }
    let told: BTreeSet<&ItemId> = calls.iter().flat_map(|(_, call)| reached(call)).collect();
    let mut know: BTreeSet<&ItemId> = BTreeSet::new();
    loop {
        let before = know.len();
        for (_, call) in calls {
            if call.told_by.as_ref().is_none_or(|by| !told.contains(by) || know.contains(by)) {
                know.extend(reached(call));
            }
        }
        if know.len() == before {
            break;
        }
    }
    for (id, call) in calls {
        if let Some(by) = call.told_by.as_ref().filter(|by| told.contains(by) && !know.contains(by)) {
            let message = format!("The call `{id}` is made by `{by}`, whom nobody tells before.");
            problems.add(Problem::new(Code::CallCycle, places.declared(id.as_str()), message));
        }
    }
}

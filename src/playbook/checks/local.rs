//! Questions that the policy does not ask decide nothing: what hung on one would wait for an answer that nobody looks for.

use crate::base::ItemId;
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::strength::Strength;
use crate::source::{Code, Problem, Problems, Span};
use std::collections::BTreeSet;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let local: BTreeSet<&ItemId> =
        playbook.items.iter().filter(|item| item.verb == Strength::Local).map(|item| &item.id).collect();
    if local.is_empty() {
        return;
    }
    let mut found = |span: Span, owner: &str, id: &ItemId| {
        if local.contains(id) {
            let message = format!("`{owner}` hangs on `{id}`, which the policy does not ask.");
            problems.add(Problem::new(Code::LocalDecides, span, message));
        }
    };
    for guard in &places.guards {
        for subject in guard.root.subjects() {
            found(guard.span, &guard.owner, subject.id());
        }
    }
    for item in &playbook.items {
        let span = places.declared(item.id.as_str());
        let contents = match &item.body {
            Body::Document(document) => document.contents.as_slice(),
            _ => &[],
        };
        let needed = contents.iter().map(|content| &content.from).chain(item.body.for_each());
        needed.for_each(|id| found(span, item.id.as_str(), id));
    }
    for clock in &playbook.clocks {
        let span = places.declared(clock.id.as_str());
        clock.from.iter().for_each(|id| found(span, clock.id.as_str(), id));
    }
    for scale in &playbook.scales {
        let span = places.declared(scale.id.as_str());
        scale.judged_from.iter().for_each(|id| found(span, scale.id.as_str(), id));
    }
}

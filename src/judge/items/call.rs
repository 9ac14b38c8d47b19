//! Calls of the tree: whom to try, who was tried, who was reached.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::base::ItemId;
use crate::case::{Fact, Recorded};
use crate::judge::items::passed_on;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::newest;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;
use crate::playbook::item::Call;

pub(super) fn call(item: &Item, body: &Call, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Due, |_| Standing::Reached);
    // Somebody who was reached is reached, whatever is found about it before or afterwards.
    if status.standing == Standing::RuledOut && knowledge.reached(item.id.as_str()).is_none() {
        return;
    }
    let attempts = knowledge.state.attempts(item.id.as_str());
    let passed = knowledge.state.passed_on(item.id.as_str());
    let tried = |role: &ItemId| {
        attempts
            .iter()
            .any(|at| matches!(&knowledge.state.at(*at).fact, Fact::Called { role: called, .. } if called == role))
    };
    if let Some(at) = knowledge.reached(item.id.as_str()) {
        let recorded = knowledge.state.at(at);
        let Fact::Called { calls, .. } = &recorded.fact else { return };
        let own = calls.first() == Some(&item.id);
        let found = status.entry.filter(|found| *found > at).map(|found| &knowledge.state.at(found).fact);
        status.entry = Some(at);
        status.standing = if own { Standing::Reached } else { Standing::Covered };
        status.value = reached_value(recorded, at, passed, knowledge).map(|value| afterwards(value, found));
        return;
    }
    if let Some(at) = newest(&knowledge.state, attempts) {
        status.entry = Some(at);
        status.standing = Standing::Attempted;
        if let Fact::Called { outcome, role, .. } = &knowledge.state.at(at).fact {
            let title = knowledge.playbook.role_title(role.as_str());
            status.value = Some(format!("{title}: {}", outcome.label().to_lowercase()));
        }
    }
    // Whoever reports back that nobody was reached hands the call back; until then it is theirs.
    if let Some(at) = passed_on::waiting(&knowledge.state, passed, attempts) {
        status.entry = Some(at);
        status.standing = Standing::PassedOn;
        status.value = passed_on::value(&knowledge.state, at);
    }
    // The first that was not tried yet; when all were tried, it starts again with the first.
    let order = || std::iter::once(&body.role).chain(&body.alternates);
    status.try_now = order().find(|role| !tried(role)).or(order().next()).cloned();
}

/// The words for somebody who was reached, with what was found about the call afterwards.
pub(in crate::judge) fn afterwards(value: String, found: Option<&Fact>) -> String {
    match found {
        Some(Fact::TaskRuledOut { reason, .. }) => {
            format!("{value}; found afterwards not to be needed: {reason}")
        }
        _ => value,
    }
}

/// Who was reached, and who reported it back where somebody else was asked to make the call.
pub(in crate::judge) fn reached_value(
    recorded: &Recorded,
    at: usize,
    passed: &[usize],
    knowledge: &Knowledge<'_>,
) -> Option<String> {
    let Fact::Called { role, person, .. } = &recorded.fact else { return None };
    let title = knowledge.playbook.role_title(role.as_str());
    let who = person.as_ref().map_or_else(|| title.to_owned(), |name| format!("{name}, {title}"));
    let reporter = passed_on::reporter(recorded, at, passed);
    Some(reporter.map_or(who.clone(), |name| format!("{who}; reported back by {name}")))
}

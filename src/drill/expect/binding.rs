//! By what it is seen that an expectation came true: what a binding asks of the case, and which entries can change it.

use crate::base::ItemId;
use crate::case::{Fact, Recorded};
use crate::drill::script::{Binding, Expectation, Tried};
use crate::judge::view::then::{Hinges, Then};
use crate::playbook::condition::{Condition, Expr, Subject};
use crate::playbook::{Body, Playbook};

/// What can change whether a binding holds; `None` for one that is seen by an entry of a kind, or by people.
pub(super) fn hinges(playbook: &Playbook, binding: &Binding) -> Option<Hinges> {
    match binding {
        Binding::Meets(condition) => Some(Hinges::of(playbook, named(condition))),
        Binding::Item(id) => match playbook.item(id.as_str()).map(|item| &item.body) {
            Some(Body::Prohibition(_)) => None,
            Some(Body::Document(document)) => {
                let conditions = document.final_when.iter().chain(document.texts.iter().map(|text| &text.when));
                Some(Hinges::of(playbook, conditions.flat_map(named).chain([id.clone()])))
            }
            _ => Some(Hinges::of(playbook, [id.clone()])),
        },
        Binding::Tried(_) | Binding::ByHand => None,
    }
}

fn named(condition: &Condition) -> Vec<ItemId> {
    condition.root.subjects().iter().map(Subject::id).cloned().collect()
}

/// What a binding comes to, in the words of the record; `None` while it does not hold.
pub(super) fn look(then: &Then<'_, '_>, binding: &Binding) -> Option<String> {
    match binding {
        Binding::Item(id) => then.settled(id).map(|settled| settled.says),
        Binding::Meets(condition) => then.holds(condition).then(String::new),
        Binding::Tried(_) | Binding::ByHand => None,
    }
}

/// What an entry comes to by itself, for a binding that asks for an entry of a kind: an attempt, a prohibition read or broken.
pub(super) fn by_the_entry(playbook: &Playbook, one: &Expectation, recorded: &Recorded) -> Option<String> {
    match (&one.binding, &recorded.fact) {
        (Binding::Tried(_), Fact::Called { outcome, .. }) => {
            is_attempt(one, recorded).then(|| outcome.label().to_lowercase())
        }
        (Binding::Item(id), Fact::ProhibitionSeen { item }) if id == item && !one.avoid => Some("read".into()),
        (Binding::Item(id), Fact::ProhibitionBroken { item, what }) if id == item && one.avoid => {
            is_prohibition(playbook, id).then(|| what.clone())
        }
        _ => None,
    }
}

fn is_prohibition(playbook: &Playbook, id: &ItemId) -> bool {
    matches!(playbook.item(id.as_str()).map(|item| &item.body), Some(Body::Prohibition(_)))
}

/// Whether an entry is an attempt at the call that a binding is about.
pub(super) fn is_attempt(one: &Expectation, recorded: &Recorded) -> bool {
    let Fact::Called { calls, role, .. } = &recorded.fact else { return false };
    match &one.binding {
        Binding::Item(id) | Binding::Tried(Tried::Call(id)) => calls.contains(id),
        Binding::Tried(Tried::Role(id)) => role == id,
        Binding::Meets(condition) => {
            let is_it = |subject: &Subject| matches!(subject, Subject::Call(id) if calls.contains(id));
            condition.root.subjects().iter().any(is_it)
        }
        Binding::ByHand => false,
    }
}

/// The decision that a binding is about.
pub(in crate::drill) fn decision<'b>(playbook: &Playbook, binding: &'b Binding) -> Option<&'b ItemId> {
    match binding {
        Binding::Item(id) => {
            matches!(playbook.item(id.as_str()).map(|item| &item.body), Some(Body::Decision(_))).then_some(id)
        }
        Binding::Meets(condition) => match &condition.root {
            Expr::Compare(Subject::Decision(id), ..) | Expr::AnyOf(Subject::Decision(id), _) => Some(id),
            _ => None,
        },
        Binding::Tried(_) | Binding::ByHand => None,
    }
}

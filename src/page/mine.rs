//! Whose something is: what falls to the roles of whoever is at the keyboard, and what has no owner.

use crate::base::ItemId;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::playbook::Body;

/// Whose something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// It falls to a role that the person at the keyboard holds.
    Mine,
    Others,
    /// The policy names nobody.
    Nobodys,
}

/// The roles that the person at the keyboard holds today: filled in for this case, in the phone list, or printed in the policy.
pub fn roles<'a>(view: &View<'a>) -> Vec<&'a ItemId> {
    if view.person.is_empty() {
        return Vec::new();
    }
    let all = view.playbook.roles.iter().zip(&view.picture.roles);
    let mine = all.filter(|(_, reach)| reach.candidates.iter().any(|candidate| candidate.is_called(view.person)));
    mine.map(|(role, _)| &role.id).collect()
}

/// Whose an item or a silence is, for somebody with these roles.
pub fn whose(view: &View<'_>, roles: &[&ItemId], target: Target) -> Whose {
    let owners: Vec<&ItemId> = match target {
        Target::Item(at) => match &view.playbook.items[at].body {
            Body::Call(call) => call.told_by.iter().collect(),
            Body::Task(task) => task.role.iter().collect(),
            Body::Decision(decision) => decision.seats.iter().collect(),
            _ => Vec::new(),
        },
        Target::Silence(at) => view.playbook.silences[at].decide_by.iter().collect(),
    };
    match owners[..] {
        [] => Whose::Nobodys,
        _ if owners.iter().any(|owner| roles.contains(owner)) => Whose::Mine,
        _ => Whose::Others,
    }
}

/// `the IT Manager and the Principal`; nothing where the person holds no role.
pub fn titles(view: &View<'_>, roles: &[&ItemId]) -> String {
    let titles: Vec<_> = roles.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
    titles.join(" and ")
}

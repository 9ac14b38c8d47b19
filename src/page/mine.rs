//! Whose something is: what falls to the roles of whoever is at the keyboard, and what has no owner.

use crate::base::ItemId;
use crate::base::text::counted;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
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

/// The roles that the person at the keyboard holds today: filled in for this case, in the phone list, or printed in the policy; where
/// none is known, the one that they said to have.
pub fn roles<'a>(view: &View<'a>) -> Vec<&'a ItemId> {
    if view.person.is_empty() {
        return Vec::new();
    }
    let all = view.playbook.roles.iter().zip(&view.picture.roles);
    let mine = all.filter(|(_, reach)| reach.candidates.iter().any(|candidate| candidate.is_called(view.person)));
    let known: Vec<_> = mine.map(|(role, _)| &role.id).collect();
    if known.is_empty() { view.role.into_iter().collect() } else { known }
}

/// Whose an item or a silence is, for somebody with these roles.
pub fn whose(view: &View<'_>, roles: &[&ItemId], target: Target) -> Whose {
    let owners: Vec<&ItemId> = match target {
        Target::Item(at) => match &view.playbook.items[at].body {
            Body::Call(call) => call.told_by.iter().collect(),
            Body::Task(task) => task.roles().collect(),
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

/// What the agenda holds for the person at the keyboard: what falls to their roles, then what has no owner.
pub fn next(view: &View<'_>) -> Vec<Target> {
    let held = roles(view);
    let targets = || view.picture.next.iter().map(|next| next.target);
    let of = |wanted: Whose| targets().filter(|target| whose(view, &held, *target) == wanted).collect::<Vec<_>>();
    [of(Whose::Mine), of(Whose::Nobodys)].concat()
}

/// `Mine: 3 things, as IT Manager`.
pub fn title(view: &View<'_>) -> String {
    let held = roles(view);
    let own = view.picture.next.iter().filter(|next| whose(view, &held, next.target) == Whose::Mine).count();
    let own = format!("Mine: {}", counted(own, "thing", "things"));
    if held.is_empty() { own } else { format!("{own}, as {}", titles(view, &held)) }
}

/// What is said where nothing is there for the person at the keyboard.
pub fn nothing(view: &View<'_>) -> String {
    let titles = titles(view, &roles(view));
    match titles.as_str() {
        _ if view.person.is_empty() => "Nobody has said who is at the keyboard.".into(),
        "" => format!("The phone list knows no role of {}.", view.person),
        titles => format!("Nothing here is for the {titles}."),
    }
}

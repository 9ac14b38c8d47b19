//! Whose something is: what falls to the roles of whoever is at the keyboard, and what has no owner.

use super::state::{Tally, tally, tally_of};
use crate::base::ItemId;
use crate::base::text::counted;
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::playbook::Body;
use crate::playbook::reference::Clock;

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
            // Whoever writes it is nobody in particular; a text that is there waits for those who approve it.
            Body::Document(document) if view.picture.items[at].standing == Standing::Drafted => {
                document.approved_by.iter().collect()
            }
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

/// What is counted: everything, or what falls to the person at the keyboard and what has no owner.
pub fn counted_of(view: &View<'_>, mine: bool) -> Tally {
    if !mine {
        return tally(view);
    }
    let held = roles(view);
    tally_of(view, |target| whose(view, &held, target) != Whose::Others)
}

/// Whether a clock runs for the person at the keyboard, or for nobody in particular: by whose record stops it.
pub fn runs_for(view: &View<'_>, held: &[&ItemId], clock: &Clock) -> bool {
    let stops = clock.until.as_ref().map(|until| until.root.subjects()).unwrap_or_default();
    let items = stops.iter().filter_map(|subject| view.playbook.position(subject.id().as_str()));
    let owners: Vec<_> = items.map(|at| whose(view, held, Target::Item(at))).collect();
    owners.is_empty() || owners.iter().any(|owner| *owner != Whose::Others)
}

/// `Mine: 3 things, as IT Manager`.
pub fn title(view: &View<'_>) -> String {
    let held = roles(view);
    let of = |wanted| view.picture.next.iter().filter(|next| whose(view, &held, next.target) == wanted).count();
    let own = format!("Mine: {}", counted(of(Whose::Mine), "thing", "things"));
    let own = if held.is_empty() { own } else { format!("{own}, as {}", titles(view, &held)) };
    match of(Whose::Nobodys) {
        0 => own,
        nobodys => format!("{own} · {nobodys} without an owner"),
    }
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

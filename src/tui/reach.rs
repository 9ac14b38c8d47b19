//! Who holds a role and how to reach them, as the screens show it.

use crate::guide::View;

/// Who holds a role and how to reach them, as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// The person.
    pub person: Option<String>,
    /// Numbers and addresses, the first to try first.
    pub channels: Vec<String>,
    /// Why it is this person and this number now; empty where nothing needs saying.
    pub why: String,
}

/// The first choice for a role today: from this case, else from the phone list, else as the policy prints it.
pub fn reach(case: &View<'_>, role: &str) -> Reach {
    let found = case.picture.reach(case.playbook, role).and_then(|reach| reach.first());
    found.map_or_else(Reach::default, |first| Reach {
        person: first.person.clone(),
        channels: first.channels.clone(),
        why: first.remark.clone().unwrap_or_default(),
    })
}

/// Whom to try now for a call, the number to dial first; `None` while nobody is to be tried.
pub fn now(case: &View<'_>, item: usize) -> Option<Reach> {
    let proposal = case.picture.items[item].proposal.as_ref()?;
    let reach = case.picture.reach(case.playbook, proposal.role.as_str())?;
    let same = reach.candidates.iter().find(|one| {
        one.person == proposal.person && proposal.channel.as_ref().is_none_or(|way| one.channels.contains(way))
    });
    let rest = same.map(|one| one.channels.as_slice()).unwrap_or_default().iter();
    let rest = rest.filter(|way| Some(*way) != proposal.channel.as_ref());
    let channels = match &proposal.channel {
        Some(channel) => std::iter::once(channel).chain(rest).cloned().collect(),
        None => Vec::new(),
    };
    Some(Reach { person: proposal.person.clone(), channels, why: proposal.why.clone() })
}

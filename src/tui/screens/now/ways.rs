//! Whom to call, in the policy's order: who was tried, who is to be called now, who comes then.

use crate::base::ItemId;
use crate::base::text::width;
use crate::case::Fact;
use crate::guide::Standing;
use crate::guide::View;
use crate::playbook::item::Call;
use crate::tui::page::Page;
use crate::tui::reach::{Reach, now as next_dial, reach};
use crate::tui::theme::Role;

/// The people of a call. Nobody is "to be called now" before the call is due; those who were tried say how it ended.
pub(super) fn ways(page: &mut Page, case: &View<'_>, body: &Call, at: usize) {
    let status = &case.picture.items[at];
    let due = matches!(status.standing, Standing::Due | Standing::Attempted);
    let try_now = status.try_now.as_ref().filter(|_| due);
    let roles: Vec<&ItemId> = std::iter::once(&body.role).chain(&body.alternates).collect();
    let rest: Vec<&ItemId> = roles.iter().copied().filter(|role| try_now != Some(*role)).collect();
    let (tried, open): (Vec<_>, Vec<_>) =
        rest.into_iter().map(|role| (role, last_outcome(case, at, role))).partition(|(_, last)| last.is_some());
    for (role, last) in tried {
        page.hanging(
            "   tried: ",
            Role::Quiet,
            Role::Text,
            &format!("{}: {}", named(case, role, None), last.unwrap_or_default()),
        );
    }
    if let Some(role) = try_now {
        let dial = next_dial(case, at).unwrap_or_else(|| reach(case, role.as_str()));
        if !dial.why.is_empty() {
            page.say(Role::Text, &dial.why);
        }
        way(
            page,
            ("Call now: ", Role::Text),
            &named(case, role, Some(&dial)),
            &dial,
            ": no number yet (3, then f, fills it in)",
        );
    }
    for (nth, (role, _)) in open.into_iter().enumerate() {
        let lead = if nth == 0 && !due { "In order: " } else { "    then: " };
        let known = reach(case, role.as_str());
        way(page, (lead, Role::Text), &named(case, role, Some(&known)), &known, ": no number yet");
    }
}

/// How the last attempt at a role ended, in words, with the time.
pub fn last_outcome(case: &View<'_>, at: usize, role: &ItemId) -> Option<String> {
    let attempts = case.state.attempts(case.playbook.items[at].id.as_str());
    attempts.iter().rev().find_map(|entry| {
        let recorded = case.state.at(*entry);
        match &recorded.fact {
            Fact::Called { role: called, outcome, .. } if called == role => {
                let when = recorded.happened().short_in(case.now);
                Some(format!("{}, {when}", outcome.label().to_lowercase()))
            }
            _ => None,
        }
    })
}

fn named(case: &View<'_>, role: &ItemId, known: Option<&Reach>) -> String {
    let person = known.and_then(|known| known.person.as_ref());
    let person = person.map(|name| format!(" ({name})")).unwrap_or_default();
    format!("{}{person}", case.playbook.role_title(role.as_str()))
}

/// One person with the numbers. A number that does not fit has a line of its own: broken in two it is misread.
pub fn way(page: &mut Page, (lead, words): (&str, Role), who: &str, known: &Reach, without: &str) {
    if let [only] = known.channels.as_slice()
        && lead.len() + width(who) + 2 + width(only) <= page.columns()
    {
        page.hanging(lead, Role::Text, words, &format!("{who}: {only}"));
        return;
    }
    let missing = if known.channels.is_empty() { without } else { ":" };
    page.hanging(lead, Role::Text, words, &format!("{who}{missing}"));
    for channel in &known.channels {
        page.hanging("          ", Role::Quiet, Role::Strong, channel);
    }
}

//! The organisation's phone list beside the contacts: who holds a role today, every number, and what is wrong with the list.

use crate::base::text::counted;
use crate::contacts::{PhoneFile, show};
use crate::guide::View;
use crate::guide::whom::{Candidate, Reach};
use crate::session::Session;
use crate::source::Problem;
use crate::tui::effect::Effect;
use crate::tui::modal::{Card, Modal};
use crate::tui::page::Page;
use crate::tui::theme::Role;
use chrono::NaiveDate;

/// Warnings that the card names one by one.
const NAMED: usize = 12;

fn found<'a>(case: &View<'a>, role: &str) -> Option<&'a Reach> {
    case.picture.reach(case.playbook, role)
}

/// `Phone list: 1 mistake, 3 warnings (p)`; `None` where nothing is wrong with it, or there is none.
pub fn warning(session: &Session) -> Option<String> {
    let mistakes = session.phones()?.mistakes();
    let warnings = session.phone_warnings().len();
    let mut parts = Vec::new();
    if mistakes > 0 {
        parts.push(counted(mistakes, "mistake", "mistakes"));
    }
    if warnings > 0 {
        parts.push(counted(warnings, "warning", "warnings"));
    }
    (!parts.is_empty()).then(|| format!("! Phone list: {} (p)", parts.join(", ")))
}

/// Every number of a role, one on a line, with the name of whose it is; who is away; who serves which places.
pub fn numbers(page: &mut Page, case: &View<'_>, role: &str) {
    let title = case.playbook.role_title(role);
    let candidates = found(case, role).map(|reach| reach.candidates.as_slice()).unwrap_or_default();
    for candidate in candidates {
        // A name in front is worth its columns only where there is somebody to be told apart from.
        let lead = match &candidate.person {
            Some(person) if candidates.len() > 1 => format!("{title}, {person}: "),
            _ => format!("{title}: "),
        };
        ways(page, &lead, candidate);
    }
    around(page, case, role);
}

fn ways(page: &mut Page, lead: &str, candidate: &Candidate) {
    for (channel, out_of_band) in candidate.channels.iter().zip(&candidate.out_of_band) {
        let band = if *out_of_band { " (works without our own systems)" } else { "" };
        page.hanging(lead, Role::Quiet, Role::Strong, &format!("{channel}{band}"));
    }
}

/// Who is away, and who serves which places.
pub fn around(page: &mut Page, case: &View<'_>, role: &str) {
    let Some(reach) = found(case, role) else { return };
    for away in &reach.away {
        page.hanging("Away: ", Role::Text, Role::Text, &away.says);
    }
    for (places, candidate) in &reach.by_place {
        let name = candidate.person.as_deref().unwrap_or_default();
        ways(page, &format!("For {}, {name}: ", places.join(", ")), candidate);
    }
}

/// The card of the whole list, as an open case has it.
pub fn open(session: &Session, today: NaiveDate) -> Vec<Effect> {
    card_of(session.phones(), session.phone_warnings(), today)
}

/// The card of the whole list, with what would fail tonight.
pub fn card_of(phones: Option<&PhoneFile>, warnings: &[Problem], today: NaiveDate) -> Vec<Effect> {
    let Some(phones) = phones else {
        return vec![Effect::Say(
            "There is no phone list. `breachbook contacts new contacts.toml` begins one; it goes beside the folder of the cases."
                .into(),
        )];
    };
    let mut card = Card::new("Phone list");
    card.say("", Role::Quiet, &phones.source.name);
    let mistakes = phones.problems.iter().filter(|problem| problem.is_error());
    let wrong: Vec<_> = mistakes.chain(warnings).collect();
    for problem in wrong.iter().take(NAMED) {
        let role = if problem.is_error() { Role::Alarm } else { Role::Text };
        card.say("! ", role, &problem.message);
    }
    if wrong.len() > NAMED {
        let more = wrong.len() - NAMED;
        card.say("", Role::Quiet, &format!("and {more} more: `breachbook contacts check` shows each with its line."));
    }
    for line in show::to_lines(&phones.list, today) {
        let text = line.trim_start();
        let indent = &line[..line.len() - text.len()];
        card.say(indent, if indent.is_empty() { Role::Strong } else { Role::Text }, text);
    }
    vec![Effect::Push(Modal::Card(card))]
}

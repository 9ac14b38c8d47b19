//! The organisation's phone list beside the contacts: who holds a role today, every number, and what is wrong with the list.

use crate::base::text::counted;
use crate::contacts::{PhoneFile, show};
use crate::session::Session;
use crate::source::Problem;
use crate::tui::card::Card;
use crate::tui::effect::Effect;
use crate::tui::modal::Modal;
use crate::tui::theme::Role;
use chrono::NaiveDate;

/// Warnings that the card names one by one.
const NAMED: usize = 12;

/// What Home says of the phone list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbers {
    NoList,
    /// How many roles of the policies that the list is for have no number, and how many there are.
    Of {
        lacking: usize,
        all: usize,
    },
}

impl Numbers {
    /// `9 of 24 roles have no number`
    pub fn in_short(self) -> String {
        match self {
            Self::NoList => "there is none yet".into(),
            Self::Of { all: 0, .. } => "it is for no policy here".into(),
            Self::Of { lacking: 0, all } => format!("{} a number", counted(all, "role has", "roles, each has")),
            Self::Of { lacking: 1, all } => format!("1 of {all} roles has no number"),
            Self::Of { lacking, all } => format!("{lacking} of {all} roles have no number"),
        }
    }
}

/// `! 1 mistake, 3 warnings: :phone list`; `None` where nothing is wrong with the list, or there is none.
pub fn warning(session: &Session) -> Option<String> {
    let mistakes = session.phones()?.mistakes();
    let warnings = session.phone_warnings().len();
    let all = [(mistakes, "mistake", "mistakes"), (warnings, "warning", "warnings")];
    let parts: Vec<_> = all.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(*n, one, many)).collect();
    (!parts.is_empty()).then(|| format!("! {} in the phone list (:phone list)", parts.join(", ")))
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

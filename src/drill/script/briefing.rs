//! What players may have of a script before the exercise begins. The type has nothing else, so nothing else can be printed for them.

use super::model::Script;
use crate::base::{ItemId, Plays};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Briefing<'s> {
    /// All that players ever see of it.
    pub title: &'s str,
    pub text: Option<&'s str>,
    pub rules: &'s [String],
    pub roles: Vec<Seat<'s>>,
}

/// Who plays whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat<'s> {
    pub role: &'s ItemId,
    pub is: Plays,
    /// How they are reached in the exercise.
    pub number: Option<&'s str>,
}

impl Script {
    pub fn for_players(&self) -> Briefing<'_> {
        let roles =
            self.roles.iter().map(|role| Seat { role: &role.role, is: role.is, number: role.number.as_deref() });
        Briefing {
            title: &self.players_title,
            text: self.briefing.as_deref(),
            rules: &self.rules,
            roles: roles.collect(),
        }
    }
}

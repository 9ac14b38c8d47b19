//! A script once it is loaded. Everything is owned and free of problems: identifiers resolve, conditions are typed, texts are inert.

use super::expectation::Expectation;
use super::inject::Inject;
use crate::base::{ClauseId, ItemId, Plays, ScriptId, Stamp};
use crate::playbook::{Body, Playbook};
use std::collections::BTreeSet;

/// Written instead of a playbook's identifier where any will do.
pub const ANY: &str = "any";

/// What the facilitator works from.
#[derive(Clone, Debug)]
pub struct Script {
    pub id: ScriptId,
    /// For the facilitator.
    pub title: String,
    /// All that players ever see of it.
    pub players_title: String,
    /// The playbook that it is written for; `None` where any will do, then no expectation is bound to an item.
    pub playbook: Option<ItemId>,
    /// What the exercise clock is set to when it starts.
    pub start: Stamp,
    /// How long it is planned to be played, without pauses.
    pub minutes: u32,
    /// For the players.
    pub briefing: Option<String>,
    /// For the players, at most 8.
    pub rules: Vec<String>,
    /// 1 to 8.
    pub objectives: Vec<Objective>,
    /// 1 to 16.
    pub roles: Vec<Role>,
    /// 1 to 8, in the order in which they are played.
    pub parts: Vec<Part>,
    /// 1 to 80, in the order of the file.
    pub injects: Vec<Inject>,
    /// At most 8 an inject, in the order of the file.
    pub expectations: Vec<Expectation>,
    /// SHA-256 of its text, as 64 lower-case hex digits.
    pub digest: String,
}

/// What the exercise is held for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Objective {
    pub id: ItemId,
    pub text: String,
    pub cite: Vec<ClauseId>,
}

/// Somebody in the exercise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// A role of the playbook, or one that only the script knows.
    pub role: ItemId,
    pub is: Plays,
    /// All that contact screens show for it.
    pub number: Option<String>,
    /// What the simulation cell knows, and what it never says.
    pub card: Option<String>,
}

/// A part of the exercise, which begins when the facilitator says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub id: ItemId,
    /// Seen by the players, like `text` and `questions`.
    pub title: String,
    /// How long it is planned to be played.
    pub minutes: u32,
    /// What the exercise clock is set to when it begins, if that is later than what it shows.
    pub start: Option<Stamp>,
    pub text: Option<String>,
    /// At most 8.
    pub questions: Vec<String>,
}

impl Script {
    pub fn inject(&self, number: u32) -> Option<&Inject> {
        self.injects.iter().find(|inject| inject.number == number)
    }

    pub fn expectation(&self, id: &str) -> Option<&Expectation> {
        self.expectations.iter().find(|expectation| expectation.id.as_str() == id)
    }

    pub fn objective(&self, id: &str) -> Option<&Objective> {
        self.objectives.iter().find(|objective| objective.id.as_str() == id)
    }

    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.role.as_str() == id)
    }

    /// Where a part stands in [`Self::parts`].
    pub fn part_position(&self, id: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.id.as_str() == id)
    }

    pub fn part_of(&self, inject: &Inject) -> &Part {
        &self.parts[inject.part]
    }

    /// What is expected after an inject, in the order of the file.
    pub fn expected_of(&self, number: u32) -> impl Iterator<Item = &Expectation> {
        self.expectations.iter().filter(move |expectation| expectation.inject == number)
    }

    /// What is expected for an objective, in the order of the file.
    pub fn expected_for<'s>(&'s self, objective: &'s str) -> impl Iterator<Item = &'s Expectation> {
        self.expectations.iter().filter(move |expectation| expectation.objective.as_str() == objective)
    }

    /// The clauses of the playbook's decisions that no expectation cites, in the order of the source.
    pub fn decisions_not_cited<'p>(&self, playbook: &'p Playbook) -> Vec<&'p ClauseId> {
        let decisions = playbook.items.iter().filter(|item| matches!(item.body, Body::Decision(_)));
        let of_decisions: BTreeSet<&ClauseId> = decisions.flat_map(|item| &item.cite).collect();
        let cited: BTreeSet<&ClauseId> = self.expectations.iter().flat_map(|expectation| &expectation.cite).collect();
        let open = playbook.clauses.iter().map(|clause| &clause.id);
        open.filter(|id| of_decisions.contains(id) && !cited.contains(id)).collect()
    }
}

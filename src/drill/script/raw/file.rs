//! A whole script: its head, its objectives, who takes part, its parts.

use super::inject::{RawExpectation, RawInject};
use super::leaf::{Minutes, Moment};
use crate::base::Plays;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Line, Text};

shape! {
    /// The script of a tabletop exercise: what its facilitator works from, and no player reads.
    RawScript = "script" {
        /// Version of the format: "drill/1".
        optional schema: Line,
        /// What the exercise is called, and which playbook it is held on.
        optional drill: RawHead,
        /// What the exercise is held for: 1 to 8.
        many objective: Vec<RawObjective>,
        /// Who takes part, and who is played by the simulation cell: 1 to 16.
        many role: Vec<RawRole>,
        /// Parts, in the order in which they are played: 1 to 8.
        many module: Vec<RawModule>,
        /// What reaches the players: 1 to 80.
        many inject: Vec<RawInject>,
        /// What the players are expected to do: at most 8 for each inject.
        many expect: Vec<RawExpectation>,
    }
}

shape! {
    /// What the exercise is called, and which playbook it is held on.
    RawHead = "[drill]" {
        /// The word that starts it on the command line.
        needed id: Line,
        /// What it is called, for the facilitator.
        needed title: Line,
        /// All that players ever see of it.
        needed players_title: Line,
        /// Id of the playbook, or "any"; then no expectation names an item, a condition, a call or a clause.
        needed playbook: Line,
        /// What the exercise clock is set to when it starts, with its offset from UTC.
        needed start: Moment,
        /// How long it is planned to be played, without pauses.
        needed minutes: Minutes,
        /// What the players are told before it starts.
        optional briefing: Text,
        /// Rules for the players, at most 8.
        many rules: Vec<Line>,
    }
}

shape! {
    /// What the exercise is held for.
    RawObjective = "[[objective]]" {
        /// Identifier that expectations refer to.
        needed id: Line,
        /// What should be seen.
        needed text: Line,
        /// Clauses of the playbook behind it.
        many cite: Cites,
    }
}

shape! {
    /// Who takes part, and who is played by the simulation cell.
    RawRole = "[[role]]" {
        /// A role of the playbook, or any identifier.
        needed role: Line,
        /// What it is in the exercise.
        needed is: Chosen<Plays>,
        /// All that contact screens show for it: a number from 555-0100 to 555-0199, or words.
        optional number: Line,
        /// What the simulation cell knows, and what it never says.
        optional card: Text,
    }
}

shape! {
    /// A part of the exercise, which begins when the facilitator says so.
    RawModule = "[[module]]" {
        /// Identifier that injects refer to.
        needed id: Line,
        /// What it is called; players see it.
        needed title: Line,
        /// How long it is planned to be played.
        needed minutes: Minutes,
        /// What the exercise clock is set to when it begins; without an offset, that of the start is taken.
        optional start: Moment,
        /// What the players are told when it begins.
        optional text: Text,
        /// Questions to the players, at most 8.
        many questions: Vec<Line>,
    }
}

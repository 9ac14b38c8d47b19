//! The tables around the walk: roles, clocks, definitions, references, help, silences, readiness.

use super::lasting::Lasting;
use crate::base::ChannelKind;
use crate::playbook::reference::Basis;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Day, Line, Sentence, Text, Whole};

shape! {
    /// Who: a post, an office, an outside body. Persons come from the contact list.
    RawRole = "[[role]]" {
        /// Identifier that calls, seats and tasks refer to.
        needed id: Line,
        /// As the policy names it.
        needed title: Line,
        /// What it does under this policy.
        optional about: Text,
        /// Numbers and addresses printed in the policy.
        many channels: Vec<RawChannel>,
        /// The person that the policy itself prints.
        optional printed_person: Line,
        /// A question of type person whose answer says who holds it in this case.
        optional named_by: Line,
        /// The clauses that name it.
        needed cite: Cites,
    }
}

shape! {
    /// One way to reach somebody.
    RawChannel = "channels" {
        /// The kind of number or address.
        needed kind: Chosen<ChannelKind>,
        /// The number or address.
        needed value: Line,
    }
}

shape! {
    /// A clock on the policy's word.
    RawClock = "[[clock]]" {
        /// Identifier.
        needed id: Line,
        /// What it times.
        needed title: Line,
        /// The policy's word, such as "immediately".
        needed word: Line,
        /// The clauses that hold the word.
        needed cite: Cites,
        /// The item whose record starts it; the opening of the case when absent.
        optional from: Line,
        /// Condition: runs only if it holds.
        optional when: Text,
        /// Condition: stops when it holds.
        optional until: Text,
        /// How long after the start it runs out, where somebody gives a time: `30min`, `72h`, `30 days`, `2 months`.
        optional within: Lasting,
        /// The same in hours, as older playbooks write it.
        optional limit_hours: Whole,
        /// Who gives the time; goes with `within`.
        optional basis: Chosen<Basis>,
        /// What suspends it; it does not count that time and resumes when none of these holds.
        many pauses: Vec<RawPause>,
    }
}

shape! {
    /// A ground on which the policy lets a clock rest.
    RawPause = "pauses" {
        /// Condition: suspended while it holds.
        needed r#if: Text,
        /// The ground in words.
        needed say: Sentence,
        /// The clauses that give the ground.
        needed cite: Cites,
    }
}

shape! {
    /// A word that the policy defines.
    RawDefinition = "[[definition]]" {
        /// Identifier.
        needed id: Line,
        /// The word.
        needed term: Line,
        /// What it means here.
        needed text: Text,
        /// The clauses that define it.
        needed cite: Cites,
        /// Items that show it.
        many used_by: Vec<Line>,
    }
}

shape! {
    /// Another document, plan or office that the policy points to.
    RawReference = "[[reference]]" {
        /// Identifier.
        needed id: Line,
        /// Its title.
        needed title: Line,
        /// What it is for.
        needed text: Text,
        /// The clauses that point to it.
        needed cite: Cites,
        /// Items that show it.
        many used_by: Vec<Line>,
    }
}

shape! {
    /// Help for a situation.
    RawFaq = "[[faq]]" {
        /// Identifier.
        needed id: Line,
        /// The situation as a question.
        needed ask: Sentence,
        /// What the policy says to it.
        needed text: Text,
        /// The clauses that say it.
        needed cite: Cites,
        /// Condition: shown when it holds; always when absent.
        optional when: Text,
        /// Items that show it.
        many used_by: Vec<Line>,
    }
}

shape! {
    /// Something that the policy does not say. Shown, never filled.
    RawSilence = "[[silence]]" {
        /// Identifier; conditions use `silence.` and it.
        needed id: Line,
        /// What it is about.
        needed topic: Line,
        /// "This policy does not say ..."
        needed say: Sentence,
        /// Roles that should decide.
        needed decide_by: Vec<Line>,
        /// A suggestion, marked as such.
        optional suggestion: Text,
        /// Whether a decision on it belongs on the agenda; otherwise it is only shown.
        many ask: bool,
        /// Condition: matters only if it holds.
        optional when: Text,
        /// Items that show it.
        many used_by: Vec<Line>,
        /// Clauses near the gap.
        many cite: Cites,
    }
}

shape! {
    /// Something that must be in order before an incident.
    RawReadiness = "[[readiness]]" {
        /// Identifier.
        needed id: Line,
        /// What must be in order.
        needed title: Sentence,
        /// The clauses that ask for it.
        needed cite: Cites,
        /// When it is due, where the policy dates it.
        optional due: Day,
    }
}

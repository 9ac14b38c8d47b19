//! Injects and expectations, as they are written.

use super::leaf::{Kept, Minutes, Number};
use crate::base::Delivery;
use crate::drill::script::expectation::Figure;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Line, Roles, Text};

shape! {
    /// What reaches the players.
    RawInject = "[[inject]]" {
        /// Its number: unique, and never given anew.
        needed number: Number,
        /// Identifier of the part that it belongs to.
        needed part: Line,
        /// What it is called, for the facilitator alone.
        needed title: Line,
        /// Minutes after its part began; without it, it is sent by hand only.
        optional at: Minutes,
        /// Who it comes from.
        needed from: Line,
        /// Who it is for: roles, or words.
        needed to: Roles,
        /// How it reaches them. What is spoken (phone, in_person, radio) is read out.
        needed delivery: Chosen<Delivery>,
        /// What they get; where it is spoken, what is read out and never enters the case.
        needed text: Text,
        /// What the screen says of a spoken one.
        optional gist: Line,
        /// The role that is absent from now on.
        optional absent: Line,
        /// For the facilitator alone.
        optional notes: Text,
        /// Files beside the script that go out with it: at most 4, each of at most 4 MiB.
        many files: Vec<Line>,
        /// Expectations; offered while one of them is not met. Goes with `after_min`.
        many if_not_met: Vec<Line>,
        /// Minutes from when the inject of the expectation went out. Goes with `if_not_met`.
        optional after_min: Minutes,
        /// Columns of a list that it came from, which this program does not use.
        many kept: Kept,
    }
}

shape! {
    /// What the players are expected to do. With none of `item`, `meets` and `tried` it is judged by hand.
    RawExpectation = "[[expect]]" {
        /// Identifier that contingencies refer to.
        needed id: Line,
        /// Number of the inject from which its window counts.
        needed inject: Number,
        /// What should be seen.
        needed text: Line,
        /// Identifier of the objective that it belongs to.
        needed objective: Line,
        /// The role that should do it.
        optional by: Line,
        /// An item or silence of the playbook: any record that settles it; of a prohibition that it was read, with `avoid` that it was broken.
        optional item: Line,
        /// A condition of the playbook that becomes true.
        optional meets: Text,
        /// A call or a role of the playbook: an attempt is enough.
        optional tried: Line,
        /// Minutes from when the inject went out.
        optional within: Minutes,
        /// Whether it is right if this does not happen in the window.
        many avoid: bool,
        /// A time of the whole exercise that it gives.
        optional figure: Chosen<Figure>,
        /// Clauses behind it; those of the item where none are written.
        many cite: Cites,
    }
}

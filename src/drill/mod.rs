//! Drills: the script of a tabletop exercise, and what a text of one may not hold. Pure.
//!
//! [`script`] is what only the facilitator sees; `tests/it/tidy.rs` names the rooms that may read it. [`real`] finds what players or
//! bystanders could take for the real thing, in a script and in what is typed during an exercise.

pub mod real;
pub mod script;

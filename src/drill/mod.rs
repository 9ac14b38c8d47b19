//! Drills: the script of a tabletop exercise, and what a text of one may not hold. Pure.
//!
//! [`script`] is what only the facilitator sees; `tests/it/tidy.rs` names the rooms that may read it.

pub mod script;

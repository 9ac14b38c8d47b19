//! Drills: the script of a tabletop exercise, what a text of one may not hold, and what became of it when it was played. Pure.
//!
//! [`script`] is what only the facilitator sees; `tests/it/tidy.rs` names the rooms that may read it. [`real`] finds what players or
//! bystanders could take for the real thing, in a script and in what is typed during an exercise. [`Played`] holds both folders at
//! one look; [`plan`] says how each inject stands, [`expect`] judges what was expected, [`figures`] works out how long it took.

pub mod account;
pub mod expect;
pub mod figures;
pub mod held;
pub mod plan;
pub mod played;
pub mod real;
pub mod review;
pub mod roll;
pub mod script;

pub use account::Account;
pub use played::Played;

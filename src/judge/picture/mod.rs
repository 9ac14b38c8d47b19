//! The picture: what follows from how the items stand, for the case as a whole.

pub mod agenda;
pub mod changes;
pub mod clocks;
pub mod counts;
mod once_more;
pub mod open;
pub mod passed_over;
pub mod pauses;
pub mod phases;
pub mod remarks;
pub mod silences;
pub mod turns;
pub mod undone;

//! Truth: the playbook's conditions over the evidence. Conditions ask rules, scales and rows, and these hold conditions: it is one
//! room and the only circle in the house.

mod applies;
mod circle;
pub mod clocks;
pub mod completion;
pub mod ending;
mod known;
pub mod leans;
pub mod lookup;
pub(in crate::judge) mod newest;
pub mod per_row;
pub mod rules;
pub(in crate::judge) mod says;
pub mod scales;
pub mod settled;
mod waits;

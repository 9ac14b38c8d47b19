//! The conduct of an exercise: what a facilitator's console does, whoever draws it.
//!
//! It holds two sessions, one in the case and one in the control folder, each with a journal of its own; no act writes to both. What
//! was sent or taken back, the clock and the part are read from the case, everything else from the control folder, so that no crash
//! between two acts can leave them in disagreement. What was read as sent lies on the disk.

mod back;
mod begin;
mod clock;
mod conduct;
mod failure;
mod forms;
mod frozen;
mod improve;
mod notes;
mod order;
mod send;
mod told;

pub use back::{Away, Back, OtherConsole};
pub use begin::{Begin, Reads, Surroundings};
pub use conduct::{Conduct, Folder};
pub use failure::{ConductError, ScriptFault};
pub use frozen::Frozen;
pub use improve::{Improvement, answer};
pub use order::Which;
pub use send::OnTheSpot;
pub use told::{AfterDrill, Beside, ControlRead};

//! Scripts of drills: text in, a checked [`Script`] and every problem found out. Only the facilitator's rooms read one.
//!
//! Reading order: the [`model`] with [`inject`] and [`expectation`] says what a script holds; [`load`](mod@load) reads it;
//! [`bundled`] has those that are compiled in.

pub mod briefing;
pub mod bundled;
mod checks;
mod code;
pub mod expectation;
pub mod inject;
pub mod list;
pub mod load;
mod lower;
pub mod model;
pub mod plan;
mod raw;
pub mod schema;
pub mod write;

pub use briefing::{Briefing, Seat};
pub use bundled::{index, load_bundled};
pub use expectation::{Binding, Expectation, Figure, Tried};
pub use inject::{Addressee, Contingency, Inject};
pub use load::{Loaded, load, load_frozen};
pub use model::{Objective, Part, Role, Script};
pub use plan::{PartPlan, Planned, plan};

//! Playbooks: text in, a checked [`Playbook`] and every problem found out. Pure; knows nothing of cases.

pub mod condition;
pub mod item;
pub mod lookup;
pub mod model;
pub mod question;
pub mod reference;
pub mod rule;
pub mod verb;

pub use item::{Body, Item};
pub use model::Playbook;
pub use verb::Verb;

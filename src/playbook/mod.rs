//! Playbooks: text in, a checked [`Playbook`] and every problem found out. Pure; knows nothing of cases.
//!
//! A field of the model means what the key of that name means in the tables as written, whose words are also the editor schema's;
//! where it holds something else, it says so.

mod absent;
pub mod again;
pub mod bundled;
mod checks;
mod code;
pub mod condition;
pub mod counts;
pub mod facts;
pub mod item;
pub mod letter;
pub mod load;
pub mod lookup;
mod lower;
pub mod model;
pub mod order;
mod places;
pub mod preset;
pub mod question;
mod raw;
pub mod reference;
pub mod register;
pub mod review;
pub mod rule;
pub mod scale;
pub mod schema;
pub mod show;
pub mod starter;
pub mod strength;
mod texts;

pub use bundled::{Summary, bundled_text, index, load_bundled};
pub use item::{Body, Item};
pub use load::{Loaded, load};
pub use model::Playbook;
pub use show::{Citing, Shown, cited_by};
pub use starter::STARTER;
pub use strength::Strength;

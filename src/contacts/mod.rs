//! The organisation's phone list, `contacts.toml`: text in, people, holders of roles and every problem found out. Pure; it
//! knows playbooks and nothing of cases.
//!
//! Reading order: the [`model`] says what a list holds; [`load`](mod@load) reads it; [`seats`] says who holds a role on a day;
//! [`review`](mod@review) looks for what would fail on the night; [`show`] and [`card`](mod@card) print it.

pub mod card;
pub mod channel;
mod code;
pub mod import;
pub mod load;
mod lower;
pub mod masked;
pub mod model;
mod raw;
pub mod review;
pub mod schema;
pub mod seats;
pub mod show;
pub mod starter;

pub use card::card;
pub use channel::Channel;
pub use load::{PhoneFile, load};
pub use masked::Masks;
pub use model::PhoneList;
pub use review::review;
pub use starter::STARTER;

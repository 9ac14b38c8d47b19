//! Marks: what was recorded and has to be looked at again, each with its causes. A mark stands beside a state and is none: what
//! is marked counts on.

pub mod doubts;
pub(in crate::judge) mod find;
mod resting;
pub(in crate::judge) mod then;

pub use crate::judge::types::cause::Cause;
pub use crate::judge::types::mark::Mark;
pub(in crate::judge) use crate::judge::types::mark::of;
pub use crate::judge::types::said::Said;

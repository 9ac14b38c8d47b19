//! Evidence: what is recorded and counts, from the entries alone.

pub mod counting;
pub mod files_say;
pub(in crate::judge) mod follow_up;
pub mod registers;
pub mod texts;

pub use counting::Counting;

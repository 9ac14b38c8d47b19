//! Evidence: what is recorded and counts, from the entries alone.

pub(in crate::judge) mod follow_up;
pub mod registers;

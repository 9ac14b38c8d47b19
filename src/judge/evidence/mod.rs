//! Evidence: what is recorded and counts, from the entries alone. Whoever asks "why is this asked again?" begins in [`judged`].

pub mod counting;
pub mod files_say;
pub(in crate::judge) mod follow_up;
pub mod judged;
pub(in crate::judge) mod record;
pub mod registers;
pub(in crate::judge) mod roots;
pub(in crate::judge) mod sight;
pub mod texts;

pub use counting::Counting;
pub use judged::Evidence;

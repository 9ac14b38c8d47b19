//! What fell: records that count no more, since a hard line fires after them. It looks at records with the eyes of their writers.
//! Whoever asks "why is this asked again?" begins in [`judged`].

pub mod judged;
pub(in crate::judge) mod record;
pub(in crate::judge) mod roots;
pub(in crate::judge) mod sight;

pub use judged::Evidence;

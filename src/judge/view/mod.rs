//! Views: what a page looks up in a case at one moment, a file a kind.

pub mod actions;
pub mod as_it_was;
pub mod closing;
pub mod deciders;
mod letters;
pub mod moment;
pub mod readiness;
pub mod replay;
pub mod review;
pub mod then;

//! Views: what a page looks up in a case at one moment, a file a kind.

pub mod actions;
pub mod closing;
pub mod deciders;
mod letters;
pub mod moment;
pub mod readiness;
pub mod review;

//! The MOREnet playbook, through the real program: every clause, every row of its boundary table, and whole incidents.

mod clauses;
mod confirmation;
mod counters;
mod counts;
mod guidance;
pub mod night;
mod notice;
mod regressions;
mod review;
mod said;
mod stories;

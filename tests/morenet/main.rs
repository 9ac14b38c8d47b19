//! The MOREnet playbook, through the real program: every clause, every row of its boundary table, and whole incidents.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod clauses;
mod confirmation;
mod counters;
mod counts;
mod guidance;
mod night;
mod notice;
#[expect(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/program.rs"]
mod program;
mod regressions;
mod review;
mod said;
mod stories;

//! The Missouri Department of Transportation playbook: what it covers, its boundaries, and whole incidents, by the program.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod boundaries;
mod clauses;
mod counts;
mod decisions;
mod grounds;
mod incidents;
mod night;
#[path = "../cli/program.rs"]
#[expect(dead_code, reason = "the tests of the command line use the rest")]
mod program;
mod regressions;
mod verbs;

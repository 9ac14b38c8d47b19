//! The Shepherd University playbook, worked through the real program: its boundaries, its verbs, and whole incidents.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod clauses;
mod counts;
mod credit;
mod encrypted;
mod grounds;
mod impact;
mod law;
mod night;
mod notices;
#[expect(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/program.rs"]
mod program;
mod public;
mod regressions;
mod report;
mod stories;
mod supd;
mod verbs;

//! The Michigan State University playbook: it covers its guidelines clause by clause, and incidents are worked by it through
//! the command line.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod breach;
mod counts;
mod deciders;
mod delay;
mod desk;
mod determination;
mod incident;
mod letter;
mod policy;
#[path = "../cli/program.rs"]
#[expect(dead_code, reason = "the tests of the command line use the rest")]
mod program;
mod public;
mod regressions;
mod renewal;
mod stories;

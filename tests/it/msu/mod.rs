//! The Michigan State University playbook: it covers its guidelines clause by clause, and incidents are worked by it through
//! the command line.

mod breach;
mod counts;
mod deciders;
mod delay;
pub mod desk;
mod determination;
mod incident;
mod letter;
mod policy;
mod public;
mod regressions;
mod renewal;
mod stories;

//! The Missouri Department of Transportation playbook: what it covers, its boundaries, and whole incidents, by the program.

mod boundaries;
mod clauses;
mod counts;
mod decisions;
mod grounds;
mod incidents;
mod night;
mod regressions;
mod verbs;

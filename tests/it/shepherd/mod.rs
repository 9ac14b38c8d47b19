//! The Shepherd University playbook, worked through the real program: its boundaries, its verbs, and whole incidents.

mod clauses;
mod counts;
mod credit;
mod encrypted;
mod grounds;
mod impact;
mod law;
mod night;
mod notices;
mod public;
mod regressions;
mod report;
mod stories;
mod supd;
mod verbs;

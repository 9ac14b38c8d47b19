//! The real program, run as people and scripts run it: arguments, lines of input, exit codes, signals.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod codes;
mod counts;
mod docs;
mod escalation;
mod hostile;
#[cfg(unix)]
mod kill;
mod lists;
#[path = "../support/pages.rs"]
mod pages;
mod parity;
mod pipes;
mod plain;
mod playbooks;
mod program;
mod said;
mod stories;
#[cfg(unix)]
mod tutorial;
mod unknown;
mod verbs;

//! The real program, run as people and scripts run it: arguments, lines of input, exit codes, signals.

mod codes;
mod counts;
mod cut_off;
mod docs;
mod drills;
mod escalation;
mod hostile;
#[cfg(unix)]
mod kill;
mod licences;
mod lists;
mod overtaken;
mod parity;
mod pipes;
mod plain;
mod playbooks;
mod recorder;
mod said;
mod seats;
mod staff;
mod stories;
pub mod strikes;
#[cfg(unix)]
mod tutorial;
mod unknown;
mod verbs;

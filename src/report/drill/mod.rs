//! What is printed of a drill. Only here, of all reports, a script is read.

pub mod after_action;
mod course;
mod decided;
mod findings;
mod injects;
mod overview;
mod playbook;
mod times;

pub use after_action::Facilitators;

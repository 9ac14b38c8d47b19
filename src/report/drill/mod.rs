//! What is printed of a drill. Only here, of all reports, a script is read.

pub mod after_action;
pub mod before;
mod book;
mod course;
mod decided;
mod evaluation;
mod findings;
mod handouts;
mod improvements;
mod injects;
mod made_from;
mod overview;
mod playbook;
mod players;
mod times;
mod titled;

pub use made_from::Facilitators;

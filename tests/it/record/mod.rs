//! The record: journals and the case folders that hold them, seen from outside the crate.

mod aside;
mod blocks;
mod copies;
#[cfg(unix)]
mod damaged;
mod drill_facts;
mod emptied;
pub mod facts;
mod folder;
#[cfg(unix)]
mod hostile;
pub mod journal;
#[cfg(unix)]
mod kept_playbook;
#[cfg(unix)]
mod kill;
mod many_unseen;
mod names;
mod order;
mod past;
mod reference;
mod room;
pub mod samples;
mod saving;
mod seals;
mod segments;
mod sentences;
mod sheets;
mod strikes;
mod unfinished;
#[cfg(unix)]
mod unread;
mod words;
mod writer;

//! The record: journals and the case folders that hold them, seen from outside the crate.

mod folder;
mod journal;
#[cfg(unix)]
mod kill;
mod order;
mod samples;
#[cfg(unix)]
mod unread;
mod writer;

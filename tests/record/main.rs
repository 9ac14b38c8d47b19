//! The record: journals and the case folders that hold them, seen from outside the crate.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;
#[cfg(unix)]
mod kill;
mod order;
mod samples;
mod support;
mod writer;

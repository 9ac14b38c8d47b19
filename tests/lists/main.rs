//! Duties that are owed row by row, and registers: through the session, and through the program itself.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod bench;
mod counts;
mod files;
mod registers;
mod rows;

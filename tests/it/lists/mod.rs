//! Duties that are owed row by row, and registers: through the session, and through the program itself.

mod bench;
mod cells;
mod counted;
mod counts;
mod files;
mod parties;
mod presets;
pub mod refused;
mod registers;
mod rows;
mod taken;

//! A script as a list of its injects, one row each (a master scenario events list), as spreadsheets have it: out, and in again from
//! files that other people made.
//!
//! Reading order: [`Column`] says which columns there are and how they are headed elsewhere; [`rows`] makes the cells; [`read()`] takes a
//! file apart, row by row, and says of each row that cannot be taken why; [`merge()`] makes a script of what was taken.

mod column;
mod expected;
mod merge;
mod out;
mod parts;
mod read;
mod row;
mod taken_row;
mod times;

pub use column::{Column, Known, headings_of};
pub use expected::ExpectationText;
pub use merge::{Merged, merge};
pub use out::{Ran, headings, rows};
pub use read::{MOST_BYTES, NotTaken, Options, Taken, read};
pub use row::{Bad, Row, Why};

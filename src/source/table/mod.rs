//! A file of rows as other programs write it: in which encoding, with which separator, row by row, and what a spreadsheet has done to a
//! cell. It is read as a stream; nothing of it is kept but the row at hand. Serves lists of persons and phone lists.

pub mod cell;
pub mod encoding;
pub mod fold;
pub mod rows;
pub mod separator;

pub use encoding::{Decoding, Encoding, NotRows, Survey, survey};
pub use fold::{fold, heading};
pub use rows::{Next, Reason, Row, Rows};

//! A text file that somebody wrote, and what is wrong in it: read value by value, with the place of each, and every problem shown with
//! its line and a caret. Serves playbooks and phone lists; knows nothing of what they mean.
//! Files of rows that other programs wrote are read in [`table`].

mod braces;
pub mod caret;
pub mod code;
mod file;
mod habits;
pub mod problem;
pub(crate) mod reading;
pub(crate) mod shape;
mod slips;
pub mod table;
pub(crate) mod value;
#[cfg(test)]
pub(crate) mod value_schema;
pub(crate) mod within;

pub(crate) use braces::one_line;
pub use code::{Code, Severity};
pub(crate) use file::scan;
pub use file::{MOST_BYTES, Source};
pub use problem::{MOST_PROBLEMS, Problem, Problems, Span, closest};

//! How it is said: every telling once, in the words of the voice that says it.

pub mod arrived;
pub mod back;
pub mod because;
pub mod call_list;
pub mod calls;
pub mod changed;
pub mod clock;
pub mod criteria;
pub mod do_not;
pub mod document;
mod element;
pub mod end;
pub mod item;
mod item_why;
pub mod log;
pub mod log_rows;
mod log_words;
pub mod look_again;
pub mod marked;
pub mod mine;
pub mod paper;
pub mod preface;
pub mod readiness;
pub mod receipt;
pub mod refusal;
mod remark;
pub mod roughly;
pub mod rows;
pub mod state;
pub mod steps;
pub mod test;
pub mod test_whole;
pub mod waits;
pub mod words;

pub use document::{Block, Callout, Document, Does, Inline, Line, Link, Row, Tone};
pub use state::State;

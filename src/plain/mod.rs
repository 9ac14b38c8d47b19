//! The walk as numbered lines: for screen readers, serial lines, dumb terminals and scripts.
//!
//! No cursor movement, no box drawing, every state in words. One line typed is one answer; a line that begins with `:` is a
//! command. Whatever is recorded goes through [`crate::session::Session::submit`], and what was typed is read there and nowhere
//! else. The end of the input, a signal and `:quit` end the walk in the same orderly way.

mod after_drill;
pub mod arguments;
#[cfg(unix)]
mod asked;
mod before_drill;
mod beforehand;
mod beside;
pub mod card;
mod closing;
mod commands;
mod copying;
mod criteria;
mod fields;
mod inject;
mod input;
mod keyboard;
pub mod lead;
pub mod lines;
mod looks;
mod moves;
pub mod overview;
mod own;
mod print;
mod real_event;
mod receipt;
pub mod replay;
mod review;
mod say;
mod show;
mod take_in;
mod together;
mod walk;
mod whom;
mod wrapped;

pub use after_drill::{Reviewed, after_drill};
#[cfg(unix)]
pub use asked::{Idle, watch};
pub use before_drill::before_drill;
pub use commands::table;
pub use copying::tells_copies;
pub use input::{Input, Line, StandardInput};
pub use walk::{Ending, walk};
pub use wrapped::Wrapped;

//! Letters: the texts of documents, Markdown with names in double braces, beside a playbook. Without logic: what is in braces is
//! filled in, and a paragraph or point in which something does not apply is left out.

mod check;
mod code;
mod escape;
mod letters;
mod markup;
mod template;

pub use check::check;
pub use escape::{escaped, lines};
pub use letters::{Letters, MOST, MOST_BYTES, is_file, name};
pub use markup::{Piece, pieces};
pub use template::{MOST_FILLED, Name, Template, Value, read};

//! Letters: the texts of documents, Markdown with names in braces, beside a playbook.

mod letters;

pub use letters::{FOLDER, Letters, MOST, MOST_BYTES, name};

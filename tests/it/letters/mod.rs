//! Letters: drafted from the record, approved as one exact text, sent; and each document of the bundled playbooks on paper.

mod approval;
mod laptops;
mod merge;
pub mod refusals;
mod sheets;
mod states;
mod text;

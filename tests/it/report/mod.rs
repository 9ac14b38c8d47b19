//! What is printed: pages of worked cases, made from entries with fixed moments.

mod as_files;
mod as_pdf;
mod golden;
mod made;
pub mod night;
mod nothing;
mod shown;
mod then;

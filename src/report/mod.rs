//! What is printed: each page and document from the view of a case, with what stands around it on paper.

pub mod sheet;

pub use sheet::{Band, Foot, Form, Head, Profile, Sheet, Size};

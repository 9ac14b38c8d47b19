//! From a page to the bytes of a file, one file or folder a format. The same page gives the same bytes.

pub mod around;
pub mod columns;
pub mod csv;
pub mod docx;
pub mod format;
pub mod html;
pub mod isolate;
pub mod json;
pub mod markdown;
pub mod paper;
pub mod pdf;
pub mod squares;

pub use format::Format;

//! From a page to the bytes of a file, one file or folder a format. The same page gives the same bytes.

pub mod around;
pub mod csv;
pub mod format;
pub mod isolate;
pub mod json;
pub mod markdown;
pub mod pdf;
pub mod squares;

pub use format::Format;

//! From a page to the bytes of a file, one file or folder a format. The same page gives the same bytes.

pub mod around;
pub mod format;
pub mod isolate;
pub mod markdown;
pub mod pdf;
pub mod squares;

pub use format::Format;

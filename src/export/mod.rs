//! From a page to the bytes of a file, one file a format. The same page gives the same bytes.

pub mod format;

pub use format::Format;

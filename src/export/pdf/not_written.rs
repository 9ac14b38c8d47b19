//! Why there is no PDF.

/// Why there is no file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the PDF was not made: {0}")]
pub struct NotWritten(pub(super) String);

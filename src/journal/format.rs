//! The numbers and words of the format that blocks are written in.

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: i64 = 1;

/// The longest block, in bytes, seal line included. Nothing longer is written or read.
pub const MAX_BLOCK: usize = 64 * 1024;

/// The kind of the last entry of a run that ended in good order. A journal without it ended by a crash, a power cut or a cut.
pub const CLEAN_END: &str = "session_ended";

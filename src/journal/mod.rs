//! The journal: bytes to blocks and back, seals, faults by name, causal order. Knows nothing of playbooks or of what entries mean.
//!
//! A journal is a run of TOML blocks, each written once and sealed by the SHA-256 of its own bytes, which include the seal of
//! the block before. It is read block by block and never as one document, so that one damaged block costs one block.
//! Everything here is pure: the files themselves are the concern of the store.

pub mod block;
pub mod damage;
mod decode;
mod encode;
mod examine;
pub mod fault;
pub mod fields;
pub mod head;
pub mod names;
pub mod order;
pub mod past;
pub mod scan;
pub mod seal;
pub mod verdict;
pub mod write;

pub use block::{Draft, Entry, Header, Mode, SealedEntry, SealedHeader};
pub use damage::Damage;
pub use encode::{stored_len, stored_sign_len};
pub use fault::{Fault, Place};
pub use fields::{Field, Fields};
pub use head::{EntryId, Head};
pub use names::Names;
pub use order::{Ordered, causal};
pub use past::{Mark, Past, Seen};
pub use scan::{Scan, Torn, scan};
pub use seal::Seal;
pub use verdict::Verdict;
pub use write::WriteError;

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: i64 = 1;

/// The longest block, in bytes, seal line included. Nothing longer is written or read.
pub const MAX_BLOCK: usize = 64 * 1024;

/// The kind of the last entry of a run that ended in good order. A journal without it ended by a crash, a power cut or a cut.
pub const CLEAN_END: &str = "session_ended";

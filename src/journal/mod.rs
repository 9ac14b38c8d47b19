//! The journal: bytes to blocks and back, seals, faults by name, causal order. Knows nothing of playbooks or of what entries mean.
//!
//! A journal is a run of TOML blocks, each written once and sealed by the SHA-256 of its own bytes, which include the seal of
//! the block before. It is read block by block and never as one document, so that one damaged block costs one block.
//! Everything here is pure: the files themselves are the concern of the store.

pub mod block;
pub mod case_seal;
pub mod damage;
mod decode;
mod encode;
mod examine;
pub mod fault;
pub mod fields;
mod format;
pub mod head;
pub mod names;
pub mod order;
pub mod past;
pub mod scan;
pub mod seal;
pub mod verdict;
pub mod write;

pub use block::{Draft, Entry, FACILITATOR, Header, Mode, SIGHT, SealedEntry, SealedHeader};
pub use damage::Damage;
pub use encode::{stored_len, stored_sign_len};
pub use fault::{Fault, Place};
pub use fields::{Field, Fields};
pub use format::{CLEAN_END, FORMAT, MAX_BLOCK};
pub use head::{EntryId, Head};
pub use names::Names;
pub use order::{Ordered, causal};
pub use past::{Mark, Past, Seen};
pub use scan::{Scan, Torn, scan};
pub use seal::Seal;
pub use verdict::Verdict;
pub use write::WriteError;

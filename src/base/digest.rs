//! SHA-256 as people and other programs write it.

use sha2::{Digest, Sha256};

/// SHA-256 of these bytes, as 64 lower-case hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new().chain_update(bytes))
}

/// What a hash has come to, as 64 lower-case hex digits.
pub fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"))
}

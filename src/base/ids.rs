//! Identifiers. Each kind has one rule of validity, so that nothing from a file can become a path or an escape sequence.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// Longest identifier that a playbook may use, in bytes.
pub const MAX_ID: usize = 64;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $valid:expr, $rule:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(Arc<str>);

        impl $name {
            /// What a valid one looks like, in words that fit after "must be".
            pub const RULE: &'static str = $rule;

            /// Takes the text if it obeys [`Self::RULE`].
            pub fn new(text: &str) -> Option<Self> {
                let valid: fn(&str) -> bool = $valid;
                (!text.is_empty() && text.len() <= MAX_ID && valid(text)).then(|| Self(text.into()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier!(
    /// A question, task, decision, rule, role, call, clock, document or silence of a playbook.
    ItemId,
    |t| t.starts_with(|c: char| c.is_ascii_lowercase())
        && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
    "lower-case letters, digits and _, starting with a letter, at most 64 signs"
);

identifier!(
    /// A clause of the source document, such as `ESC-c1`.
    ClauseId,
    |t| t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && t.starts_with(|c: char| c.is_ascii_alphanumeric()),
    "letters, digits and -, starting with a letter or digit, at most 64 signs"
);

/// 128 random bits are 26 signs of lower-case base32 (RFC 4648 alphabet, no padding).
fn is_base32_128(text: &str) -> bool {
    text.len() == 26 && text.bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b))
}

identifier!(SessionId, is_base32_128, "26 signs of lower-case base32");

identifier!(
    /// One case, wherever its folder is copied.
    CaseId,
    is_base32_128,
    "26 signs of lower-case base32"
);

identifier!(
    /// A script of a drill, such as `trinity-form`; also the name of its bundled file.
    ScriptId,
    |t| t.starts_with(|c: char| c.is_ascii_lowercase())
        && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-')),
    "lower-case letters, digits, - and _, starting with a letter, at most 64 signs"
);

/// Clauses as people read them: `ESC-c, ESC-d`.
pub fn cited(clauses: &[ClauseId]) -> String {
    clauses.iter().map(ClauseId::as_str).collect::<Vec<_>>().join(", ")
}

/// Writes 128 bits as 26 signs of lower-case base32 (RFC 4648 alphabet, no padding).
pub fn base32_128(bits: [u8; 16]) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let mut value = u128::from_be_bytes(bits);
    let mut signs = [b'a'; 26];
    // 26 signs hold 130 bits; the two lowest bits of the last sign are zero, as RFC 4648 wants.
    signs[25] = ALPHABET[((value & 0b111) << 2) as usize];
    value >>= 3;
    for sign in signs[..25].iter_mut().rev() {
        *sign = ALPHABET[(value & 31) as usize];
        value >>= 5;
    }
    signs.iter().map(|b| char::from(*b)).collect()
}

//! A seal: the SHA-256 of one block, and the short form of it that can be read out over a telephone.

use sha2::{Digest, Sha256};
use std::fmt;

/// How often the hash is hashed again for the short form: 2^12. It costs one or two milliseconds and makes preparing two
/// histories with one short seal 4,096 times dearer than the 2^40 hashes that 80 bits alone would cost. Whoever needs more
/// compares the full seal.
pub const STRETCH: u32 = 1 << 12;

/// SHA-256 of a block's bytes from its first byte up to its `seal` line. Shown and stored as 64 lower-case hexadecimal signs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal([u8; 32]);

impl Seal {
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads exactly 64 lower-case hexadecimal signs. Upper case is refused: one flipped bit makes an upper-case letter.
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |sign: u8| match sign {
            b'0'..=b'9' => Some(sign - b'0'),
            b'a'..=b'f' => Some(sign - b'a' + 10),
            _ => None,
        };
        let text = text.as_bytes();
        if text.len() != 64 {
            return None;
        }
        let mut seal = [0; 32];
        for (byte, pair) in seal.iter_mut().zip(text.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(seal))
    }

    /// The short seal: four groups of four signs of Crockford's base32 (no I, L, O or U), such as `7QK2-0M9D-XW4T-R1GC`.
    ///
    /// It holds the first 80 bits of the seal hashed [`STRETCH`] times over. Takes a millisecond or more: keep the result.
    pub fn short(&self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let mut hash = self.0;
        for _ in 0..STRETCH {
            hash = Sha256::digest(hash).into();
        }
        let bits = hash[..10].iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut short = String::with_capacity(19);
        for place in 0..16 {
            if place > 0 && place % 4 == 0 {
                short.push('-');
            }
            short.push(char::from(ALPHABET[(bits >> (75 - 5 * place) & 31) as usize]));
        }
        short
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        f.write_str(str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

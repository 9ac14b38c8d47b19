//! Names of places in journals: which entry, and which block with which seal.

use super::Seal;
use crate::base::SessionId;
use serde::Serialize;
use std::fmt;

/// The name of an entry: `<session>-<seq>`. It stays the same when the entry is written again into a new segment, so that an
/// entry that was written twice is counted once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntryId {
    /// The run of the program that recorded it.
    pub session: SessionId,
    /// Its number in that run, from 1.
    pub seq: u64,
}

impl EntryId {
    pub fn new(session: SessionId, seq: u64) -> Self {
        Self { session, seq }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_of(text, None)
    }

    /// The same; an entry of the session `known` shares its name instead of holding another copy.
    pub(super) fn parse_of(text: &str, known: Option<&SessionId>) -> Option<Self> {
        let (session, seq) = text.split_once('-')?;
        let known = known.filter(|known| known.as_str() == session).cloned();
        Some(Self { session: known.or_else(|| SessionId::new(session))?, seq: number(seq)? })
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.session, self.seq)
    }
}

/// The last block of a journal at some moment: `<session>:<seq>:<seal>`. Sequence 0 is the header.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Head {
    pub session: SessionId,
    /// The number of its last entry; 0 when there is only the header.
    pub seq: u64,
    pub seal: Seal,
}

impl Head {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ':');
        let session = SessionId::new(parts.next()?)?;
        let seq = number(parts.next()?)?;
        Some(Self { session, seq, seal: Seal::parse(parts.next()?)? })
    }

    /// What is written down or read out over a telephone, so that a later change of the record shows.
    pub fn in_words(&self) -> String {
        format!("session {}, entry {}, short seal {}", self.session, self.seq, self.seal.short())
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.session, self.seq, self.seal)
    }
}

/// A decimal number in its one form: no sign, no leading zero, and small enough for a TOML integer.
fn number(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|n| plain && i64::try_from(*n).is_ok())
}

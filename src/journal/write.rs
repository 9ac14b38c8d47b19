//! Writing one block: a header or an entry to the bytes that go to the disk in one piece, and their seal.

use super::decode::Lines;
use super::{Entry, Field, Header, MAX_BLOCK, Seal, encode};
use thiserror::Error;

pub(super) const HEADER: &str = "[journal]\n";
pub(super) const ENTRY: &str = "[[entry]]\n";

/// Why a block cannot be written. Nothing has gone to the disk.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{}. {}", self.what(), self.now())]
pub enum WriteError {
    /// More than [`MAX_BLOCK`]: how many bytes the block would have.
    BlockTooLarge { bytes: usize },
    /// A key that is badly spelt, reserved or used twice.
    BadKey { key: String },
    /// A value that would not be read back as it is, such as a year beyond 9999; where the reader stumbled.
    NotStorable { key: &'static str },
}

impl WriteError {
    /// What happened, without a full stop.
    pub fn what(&self) -> String {
        match self {
            Self::BlockTooLarge { bytes } => {
                format!("this is too long to record: {bytes} bytes, and one entry holds {MAX_BLOCK}")
            }
            Self::BadKey { key } => format!("the field \"{key}\" cannot be recorded under that name"),
            Self::NotStorable { key } => format!("a value cannot be stored so that it reads back the same ({key})"),
        }
    }

    /// What to do now, without a full stop.
    pub fn now(&self) -> &'static str {
        match self {
            Self::BlockTooLarge { .. } => "Nothing was written; record it in parts, or as a file of evidence",
            Self::BadKey { .. } => "Nothing was written; this is a fault of the program, please report it",
            Self::NotStorable { .. } => "Nothing was written; check dates and numbers",
        }
    }
}

pub fn header_block(header: &Header) -> Result<(String, Seal), WriteError> {
    let body = header_body(header);
    check_keys(&header.extra)?;
    let read = Lines::read(&body[HEADER.len()..]).and_then(Lines::header);
    finish(body, read.map(|read| read == *header))
}

/// The bytes of an entry and its seal. `prev` is the seal of the block before it in the same file.
pub fn entry_block(entry: &Entry, prev: &Seal) -> Result<(String, Seal), WriteError> {
    let mut body = String::new();
    entry_body(&mut body, entry, prev);
    check_keys(&entry.fields)?;
    let read = Lines::read(&body[ENTRY.len()..]).and_then(|lines| lines.entry(Some(&entry.id.session)));
    finish(body, read.map(|(read, _)| read == *entry))
}

fn check_keys(fields: &super::Fields) -> Result<(), WriteError> {
    match fields.bad_key() {
        Some(key) => Err(WriteError::BadKey { key: key.to_owned() }),
        None => Ok(()),
    }
}

/// Adds the seal, once it is certain that the scanner will read the same block.
fn finish(mut body: String, same: Result<bool, &'static str>) -> Result<(String, Seal), WriteError> {
    // `seal = "`, 64 signs, `"` and the line feed.
    let bytes = body.len() + 74;
    if bytes > MAX_BLOCK {
        return Err(WriteError::BlockTooLarge { bytes });
    }
    match same {
        Ok(true) => {}
        Ok(false) => return Err(WriteError::NotStorable { key: "a value changes" }),
        Err(key) => return Err(WriteError::NotStorable { key }),
    }
    let seal = Seal::of(body.as_bytes());
    encode::text(&mut body, "seal", &seal.to_string());
    Ok((body, seal))
}

/// A header from its opening line up to its seal line.
pub(super) fn header_body(header: &Header) -> String {
    let mut out = String::from(HEADER);
    encode::line(&mut out, "format", &Field::Int(header.format));
    encode::text(&mut out, "case", header.case.as_str());
    encode::text(&mut out, "session", header.session.as_str());
    encode::line(&mut out, "segment", &Field::Int(i64::from(header.segment)));
    encode::text(&mut out, "device", &header.device);
    encode::text(&mut out, "person", &header.person);
    encode::text(&mut out, "program", &header.program);
    encode::text(&mut out, "playbook", &header.playbook);
    encode::text(&mut out, "mode", header.mode.word());
    encode::heads(&mut out, "saw", &header.saw);
    if let Some(head) = &header.continues {
        encode::text(&mut out, "continues", &head.to_string());
    }
    encode::ids(&mut out, "given_up", &header.given_up);
    if let Some(why) = &header.why {
        encode::text(&mut out, "why", why);
    }
    reading(&mut out, &header.reading);
    header.extra.iter().for_each(|(key, value)| encode::line(&mut out, key, value));
    out
}

/// Adds an entry from its opening line up to its seal line.
pub(super) fn entry_body(out: &mut String, entry: &Entry, prev: &Seal) {
    out.push_str(ENTRY);
    encode::line(out, "seq", &count(entry.seq));
    encode::name(out, "prev", prev);
    encode::name(out, "id", &entry.id);
    reading(out, &entry.reading);
    encode::heads(out, "saw", &entry.saw);
    encode::text(out, "kind", &entry.kind);
    entry.fields.iter().for_each(|(key, value)| encode::line(out, key, value));
}

fn reading(out: &mut String, reading: &crate::base::Reading) {
    encode::line(out, "wall", &Field::Time(reading.wall));
    encode::line(out, "up_ms", &count(reading.up_ms));
    encode::text(out, "boot", &reading.boot);
    encode::line(out, "synced", &Field::Flag(reading.synced));
}

/// TOML integers end at 2^63 - 1; a larger count becomes negative here and is then refused as not storable.
fn count(number: u64) -> Field {
    Field::Int(number as i64)
}

//! Files that are compiled in packed, and unpacked where somebody reads them.

use flate2::read::DeflateDecoder;
use std::io::Read as _;
use std::sync::OnceLock;

/// The tables, as the build wrote them.
#[expect(clippy::unreadable_literal, reason = "the build writes how many bytes each has")]
mod tables {
    use super::Packed;
    include!(concat!(env!("OUT_DIR"), "/packed.rs"));
}

pub use tables::{DRILLS, FONTS, PLAYBOOKS, SCHEMAS};

/// A file, by its place in its folder.
#[derive(Debug)]
pub struct Packed {
    pub name: &'static str,
    /// Of a TOML file, its beginning with its first table.
    pub head: &'static str,
    /// Bytes, unpacked.
    pub length: usize,
    deflated: &'static [u8],
    unpacked: OnceLock<Vec<u8>>,
}

impl Packed {
    const fn new(name: &'static str, head: &'static str, length: usize, deflated: &'static [u8]) -> Self {
        Self { name, head, length, deflated, unpacked: OnceLock::new() }
    }

    /// The file; it is unpacked once and kept.
    pub fn bytes(&'static self) -> &'static [u8] {
        self.unpacked.get_or_init(|| {
            let mut bytes = Vec::with_capacity(self.length);
            // What the build packed is whole.
            let _ = DeflateDecoder::new(self.deflated).read_to_end(&mut bytes);
            bytes
        })
    }

    pub fn text(&'static self) -> Option<&'static str> {
        str::from_utf8(self.bytes()).ok()
    }
}

/// A file of a table, by its place.
pub fn find(table: &'static [Packed], name: &str) -> Option<&'static Packed> {
    table.iter().find(|file| file.name == name)
}

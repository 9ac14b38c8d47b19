//! A file that was copied into the case: how it was called, and by what its copy in `evidence` is known.

use crate::base::Stamp;

/// What the cell of a copied file holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TakenFile {
    /// SHA-256 of its bytes, as 64 lower-case hex digits; the copy lies in the case as `evidence/<sha256>`.
    pub sha256: String,
    pub bytes: u64,
    /// When the medium says that it was changed last.
    pub changed: Option<Stamp>,
    /// Its name as it was given, without its folder.
    pub name: String,
}

const SHA256: &str = "sha256:";
const NOT_KNOWN: &str = "-";

impl TakenFile {
    /// The stored form: `sha256:<64 hex> <bytes> <when it was changed, or -> <name>`.
    pub fn to_text(&self) -> String {
        let changed = self.changed.map_or_else(|| NOT_KNOWN.to_owned(), Stamp::to_text);
        format!("{SHA256}{} {} {changed} {}", self.sha256, self.bytes, self.name)
    }

    /// Reads the stored form, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix(SHA256)?.splitn(4, ' ');
        let sha256 = parts.next().filter(|sha256| is_digest(sha256))?.to_owned();
        let bytes = parts.next()?;
        let bytes = bytes.parse().ok().filter(|number: &u64| number.to_string() == bytes)?;
        let changed = match parts.next()? {
            NOT_KNOWN => None,
            written => Some(Stamp::parse(written)?),
        };
        let name = parts.next().filter(|name| !name.is_empty())?.to_owned();
        Some(Self { sha256, bytes, changed, name })
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The digests of the files that the cells of an entry name, as `verify` looks for them in `evidence`.
pub fn named_copies<'f>(kind: &str, fields: &'f crate::journal::Fields) -> impl Iterator<Item = &'f str> {
    let adds = ["row_added", "row_changed", "counted"].contains(&kind);
    let cells = fields.get_list("cells").filter(|_| adds);
    cells.into_iter().flatten().filter_map(|cell| {
        TakenFile::parse(cell)?;
        cell.get(SHA256.len()..SHA256.len() + 64)
    })
}

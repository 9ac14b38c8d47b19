//! The files that an entry names and that have to lie in the case, for whoever checks the case.

use super::EntryKind;
use super::import::digest;
use crate::journal::Fields;

/// The SHA-256 of the file that an entry names and that has to lie in the case, for whoever checks the case.
pub fn named_file<'f>(kind: &str, fields: &'f Fields) -> Option<&'f str> {
    (kind == EntryKind::RowsImported.word()).then(|| digest(fields)).flatten()
}

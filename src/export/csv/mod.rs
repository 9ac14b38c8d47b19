//! Comma-separated values for spreadsheets and scripts: one table a file, as RFC 4180 has it, in UTF-8.
//!
//! No cell can be taken for a formula, and each time stands twice: as it was recorded, with its offset, and in UTC, which sorts.

mod entries;
mod table;

pub use entries::entries;
pub use table::{BOM, Kind, Table};

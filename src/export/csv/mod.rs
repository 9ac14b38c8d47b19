//! Comma-separated values for spreadsheets and scripts: one table a file, as RFC 4180 has it, in UTF-8.
//!
//! No cell can be taken for a formula, and each time stands twice: as it was recorded, with its offset, and in UTC, which sorts.

mod calls;
mod entries;
mod expected;
mod list;
mod merge;
mod table;

pub use calls::calls_table as calls;
pub use entries::entries;
pub use expected::expected;
pub use list::list;
pub use merge::{Mail, Merge};
pub use table::{BOM, Kind, Table};

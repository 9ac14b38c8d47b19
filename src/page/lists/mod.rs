//! The lists of a case as they stand: typed rows, and rows that come by themselves from the journal, so that nothing is typed twice.
//!
//! [`lists`] and [`list()`] are pure: the same view gives the same rows. Pages, screens and what programs read are made from them.

mod acts;
mod by_itself;
mod custody;
mod fact;
mod kept;
mod list;
mod overlay;
mod row;
mod sums;
mod typed;

pub use kept::{list, lists};
pub use list::List;
pub use row::{Cell, Row, Was};
pub use sums::{Sum, sums};

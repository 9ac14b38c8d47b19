//! One question, task or call, many rows: how it stands for each row of the list that it has to be settled for, and what conditions
//! ask of rows. Lists and their rows are worked out once for a picture; nothing here costs rows times items, but where a condition
//! asks for cells.

mod deed;
mod expected;
mod facts;
mod known;
mod list;
mod memo;
mod quantify;
mod records;
mod status;
mod together;
mod work_out;

pub use crate::judge::types::listed::{Listed, key, name_of};
pub use facts::known_of_rows;
pub use list::List;
pub(in crate::judge) use list::written;
pub(in crate::judge) use memo::Memo;
pub(in crate::judge) use quantify::each_row;
pub(in crate::judge) use status::before;
pub use status::{RowStatus, Rows, TargetStatus, first_waiting};
pub(in crate::judge) use together::{holds, together, without_ground};
pub use work_out::stands_before;
pub(in crate::judge) use work_out::{applies, waits_by_row};

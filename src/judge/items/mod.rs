//! Items: how each kind stands, a file a kind.

pub mod advice;
mod call;
mod decision;
mod document;
mod each_row;
pub(in crate::judge) mod held;
mod outcome;
pub mod passed_on;
mod put_off;
mod question;
mod register;
mod status;
mod work_out;

pub(in crate::judge) use call::{afterwards, reached_value};
pub(in crate::judge) use document::{chosen, is_complete};
pub(in crate::judge) use put_off::came;
pub use status::{HeldBy, ItemStatus, Waits};
pub use work_out::work_out;

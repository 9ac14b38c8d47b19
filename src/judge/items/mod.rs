//! Items: how each kind stands, a file a kind.

pub mod advice;
mod call;
mod decision;
mod document;
mod each_row;
mod outcome;
pub mod passed_on;
mod put_off;
mod question;
mod register;
mod status;
mod work_out;

pub(in crate::judge) use call::{afterwards, reached_value};
pub use status::ItemStatus;
pub use work_out::work_out;

//! The organisation's phone list: read, checked, and used on the night through every door.

mod absent;
mod commands;
mod docs;
mod doors;
mod hostile;
mod imported;
mod ladder;
mod list;
pub mod lists;
mod places;
mod report_back;
mod rows;
mod silent;
mod starter;
mod values;

//! The organisation's phone list: read, checked, and used on the night through every door.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod absent;
mod commands;
#[path = "../support/desk.rs"]
#[expect(dead_code, reason = "the tests of the guide use the rest")]
mod desk;
mod docs;
mod doors;
mod hostile;
mod ladder;
mod list;
mod lists;
#[path = "../support/pages.rs"]
mod pages;
mod places;
#[path = "../cli/program.rs"]
#[expect(dead_code, reason = "the tests of the command line use the rest")]
mod program;
mod report_back;
mod rows;
mod silent;
#[path = "../support/stage.rs"]
mod stage;
#[path = "../support/tables.rs"]
mod tables;

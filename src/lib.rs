//! breachbook
pub mod base;
pub mod case;
pub mod cli;
pub mod guide;
pub mod journal;
pub mod plain;
pub mod playbook;
pub mod session;
pub mod store;
pub mod tui;

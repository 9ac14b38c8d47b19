//! breachbook
pub mod base;
pub mod playbook;
pub mod journal;
pub mod case;
pub mod guide;

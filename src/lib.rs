//! breachbook
pub mod base;
pub mod playbook;

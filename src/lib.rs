//! breachbook
pub mod base;

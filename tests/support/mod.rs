//! What tests share.
#![expect(dead_code, reason = "each test file uses its own part of it")]

pub mod desk;
pub mod pages;

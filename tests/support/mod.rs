//! What tests share.
#![allow(dead_code, reason = "each test program uses its own part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test fails the test")]

pub mod desk;
pub mod pages;

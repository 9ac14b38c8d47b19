//! What tests share.
#![allow(dead_code, reason = "each test program uses its own part of it")]

pub mod desk;
pub mod pages;

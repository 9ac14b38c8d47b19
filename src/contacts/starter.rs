//! What `contacts new` writes: a commented phone list of invented people that is to be changed bit by bit.

pub const STARTER: &str = include_str!("../../assets/contacts.toml");

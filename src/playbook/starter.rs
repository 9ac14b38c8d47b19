//! What `playbook new` writes: a commented playbook that loads without a problem and is to be changed bit by bit.

pub const STARTER: &str = include_str!("../../assets/starter.toml");

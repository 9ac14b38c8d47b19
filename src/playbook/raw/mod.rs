//! What stands in a playbook file, table by table, with the place of every value; nothing is resolved or checked yet.

pub(super) mod around;
pub(super) mod counts;
pub(super) mod file;
pub(crate) mod reading;
pub(super) mod register;
pub(super) mod rule;
pub(super) mod scale;
pub(crate) mod shape;
pub(crate) mod value;
#[cfg(test)]
mod value_schema;
pub(super) mod walk;
pub(super) mod word;

pub(super) use value::{Cites, Line, Text};

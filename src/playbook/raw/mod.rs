//! What stands in a playbook file, table by table, with the place of every value; nothing is resolved or checked yet.

pub(super) mod again;
pub(super) mod around;
#[cfg(test)]
mod clauses_schema;
pub(super) mod counts;
pub(super) mod facts;
pub(super) mod file;
pub(super) mod hold;
pub(super) mod lasting;
pub(super) mod preset;
pub(super) mod register;
pub(super) mod rule;
pub(super) mod scale;
pub(super) mod walk;
pub(super) mod word;

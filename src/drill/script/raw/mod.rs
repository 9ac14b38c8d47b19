//! What stands in a script, table by table, with the place of every value; nothing is resolved or checked yet.

pub(in crate::drill::script) mod file;
pub(in crate::drill::script) mod inject;
pub(in crate::drill::script) mod leaf;

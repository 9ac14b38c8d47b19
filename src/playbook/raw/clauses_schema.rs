//! The part of the editor schema of tables with keys of their own, clauses and fixed cells; only tests generate it.

use super::file::{Clauses, RawClause};
use super::register::Pairs;
use crate::base::ClauseId;
use crate::base::ids::MAX_ID;
use crate::source::value::Line;
use crate::source::value_schema::leaf;
use schemars::json_schema;

leaf! {
    [] Pairs: |generator| {
        let text = generator.subschema_for::<Line>();
        let id = format!("^[a-z][a-z0-9_]{{0,{}}}$", MAX_ID - 1);
        json_schema!({ "type": "object", "patternProperties": { id: text }, "additionalProperties": false })
    };
    [] Clauses: |generator| {
        let clause = generator.subschema_for::<RawClause>();
        let id = format!("^[A-Za-z0-9][A-Za-z0-9-]{{0,{}}}$", MAX_ID - 1);
        json_schema!({ "type": "object", "patternProperties": { id: clause }, "additionalProperties": false })
    };
}

#[test]
fn the_pattern_of_clause_ids_agrees_with_the_reader() {
    assert!(ClauseId::new(&"a".repeat(MAX_ID)).is_some());
    assert!(ClauseId::new(&"a".repeat(MAX_ID + 1)).is_none());
}

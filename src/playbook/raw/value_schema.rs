//! The leaves' part of the editor schema; only tests generate it.

use super::file::{Clauses, RawClause};
use super::value::{Chosen, Cites, Day, Line, Whole, Word, Words};
use crate::base::ClauseId;
use crate::base::ids::MAX_ID;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A leaf is written into each place instead of being named once.
macro_rules! leaf {
    ($([$($generic:tt)*] $type:ty: $schema:expr;)*) => {
        $(impl<$($generic)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        })*
    };
}

leaf! {
    [const MAX: usize] Words<MAX>: |_| json_schema!({ "type": "string", "minLength": 1, "maxLength": MAX });
    [] Cites: |generator| {
        let one = generator.subschema_for::<Line>();
        json_schema!({ "oneOf": [one, { "type": "array", "items": one }] })
    };
    [] Whole: |_| json_schema!({ "type": "integer", "minimum": 1, "maximum": 100_000 });
    [] Day: |_| json_schema!({ "type": "string", "format": "date" });
    [T: Word] Chosen<T>: |_| {
        json_schema!({ "enum": T::EVERY.iter().map(|word| word.spelled()).collect::<Vec<_>>() })
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

//! The leaves' part of the editor schema; only tests generate it.

use super::value::{Chosen, Cites, Day, Line, Roles, Whole, Word, Words};
use schemars::json_schema;

/// A leaf is written into each place instead of being named once.
macro_rules! leaf {
    ($([$($generic:tt)*] $type:ty: $schema:expr;)*) => {
        $(impl<$($generic)*> schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema = $schema;
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
    [] Roles: |generator| {
        let one = generator.subschema_for::<Line>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    };
    [] Whole: |_| json_schema!({ "type": "integer", "minimum": 1, "maximum": 100_000 });
    [] Day: |_| json_schema!({ "type": "string", "format": "date" });
    [T: Word] Chosen<T>: |_| {
        json_schema!({ "enum": T::EVERY.iter().map(|word| word.spelled()).collect::<Vec<_>>() })
    };
}

pub(crate) use leaf;

//! The macro that declares the shape of a table once: the struct, how it is read, and its part of the editor schema.

/// Declares a table of a playbook: `Name = "[[header]]" { mode key: Type, .. }`.
///
/// Each key is `needed` (its absence is a problem), `optional` (an `Option`) or `many` (empty when absent). The struct also
/// keeps the span of its table. Keys that are not declared are reported as unknown. A key that is a Rust keyword is
/// written with `r#`.
macro_rules! shape {
    ($(#[doc = $doc:literal])* $name:ident = $title:literal {
        $($(#[doc = $key_doc:literal])* $mode:ident $key:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Default, Debug)]
        pub(crate) struct $name {
            span: $crate::source::Span,
            $($(#[doc = $key_doc])* pub $key: $crate::source::shape::field_type!($mode $type),)*
        }

        impl $crate::source::reading::FromValue for $name {
            const EXPECTED: &'static str = concat!("a table with the keys of ", $title);

            fn from_value(
                value: &toml::Spanned<toml::de::DeValue<'_>>,
                reading: &mut $crate::source::reading::Reading<'_>,
            ) -> Option<Self> {
                const KEYS: &[&str] = &[$($crate::source::shape::plain(stringify!($key))),*];
                let table = reading.open(value, KEYS, $title, Self::EXPECTED)?;
                Some(Self {
                    span: table.span,
                    $($key: {
                        let key = $crate::source::shape::plain(stringify!($key));
                        $crate::source::shape::read!($mode reading, table, key)
                    },)*
                })
            }
        }

        impl $crate::source::reading::Placed for $name {
            fn place(&self) -> $crate::source::Span {
                self.span
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $title.trim_matches(['[', ']']).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut table = $crate::source::shape::TableSchema::new(&[$($doc),*]);
                $(table.key(
                    $crate::source::shape::plain(stringify!($key)),
                    stringify!($mode) == "needed",
                    &[$($key_doc),*],
                    generator.subschema_for::<$type>(),
                );)*
                table.finish()
            }
        }
    };
}

macro_rules! field_type {
    (optional $type:ty) => { Option<$type> };
    ($mode:ident $type:ty) => { $type };
}

macro_rules! read {
    (needed $reading:ident, $table:ident, $key:ident) => {
        $reading.needed(&$table, $key)
    };
    (optional $reading:ident, $table:ident, $key:ident) => {
        $reading.optional(&$table, $key)
    };
    (many $reading:ident, $table:ident, $key:ident) => {
        $reading.optional(&$table, $key).unwrap_or_default()
    };
}

pub(crate) use {field_type, read, shape};

/// A key without the mark that Rust needs on its own keywords.
pub(crate) const fn plain(key: &'static str) -> &'static str {
    match key.as_bytes() {
        [b'r', b'#', ..] => key.split_at(2).1,
        _ => key,
    }
}

#[cfg(test)]
pub(crate) struct TableSchema {
    description: String,
    properties: serde_json::Map<String, serde_json::Value>,
    required: Vec<&'static str>,
}

#[cfg(test)]
impl TableSchema {
    pub fn new(doc: &[&str]) -> Self {
        Self { description: joined(doc), properties: serde_json::Map::new(), required: Vec::new() }
    }

    pub fn key(&mut self, key: &'static str, needed: bool, doc: &[&str], schema: schemars::Schema) {
        let mut schema = schema.to_value();
        if let Some(reference) = schema.get("$ref").cloned() {
            // Draft-07 ignores what stands beside a reference, so the description and the reference are joined.
            schema = serde_json::json!({ "allOf": [{ "$ref": reference }] });
        }
        if key == "id" {
            schema["pattern"] = format!("^[a-z][a-z0-9_]{{0,{}}}$", crate::base::ids::MAX_ID - 1).into();
        }
        schema["description"] = joined(doc).into();
        self.properties.insert(key.to_owned(), schema);
        if needed {
            self.required.push(key);
        }
    }

    pub fn finish(self) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "description": self.description,
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

#[cfg(test)]
fn joined(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

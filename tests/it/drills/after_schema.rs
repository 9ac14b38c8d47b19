//! `drill-review/1` is what its schema says.

use crate::printing::schema::faults;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../assets/schema/drill-review.schema.json");

/// Fails where a value is not what the schema says.
pub fn holds(value: &Value) {
    let root: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut out = Vec::new();
    faults(&root, &root, value, "", &mut out);
    assert_eq!(out, [""; 0]);
}

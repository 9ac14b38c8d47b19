//! JSON as bytes: in lines, and inert on a terminal that shows the file.

use crate::base::text::is_active;
use crate::contract;
use serde::Serialize;
use std::fmt::Write as _;

/// Without a final line feed.
pub fn text(of: &impl Serialize) -> String {
    // Keys are texts and numbers finite, so that an object cannot fail to become text.
    inert(&contract::text(of).unwrap_or_default())
}

/// JSON text in which every sign that would act on a terminal is written as `\uXXXX`. The value stays the same: such signs stand
/// only inside strings, because the structure of JSON is printable ASCII.
pub fn inert(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign != '\n' && is_active(sign) {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(sign);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_value_and_loses_its_effect_on_a_terminal() {
        let value = serde_json::json!({ "a\u{202e}": "x\u{9b}2J\u{7f}\u{e0041}\n" });
        let shown = inert(&format!("{value:#}"));
        assert!(!shown.chars().any(|c| c != '\n' && is_active(c)), "{shown:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}

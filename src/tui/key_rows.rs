//! Rows of the key table: what a key asks for, and which rows count somewhere.

use super::action::Action;
use super::key::Key;
use super::key_row::Row;
use super::keymap::TABLE;
use super::scope::Scope;

/// What a key asks for while `top` is on top.
pub fn find(top: Scope, key: Key) -> Option<Action> {
    let chain = top.chain();
    let here = |row: &&Row| row.scopes.iter().any(|scope| chain.contains(scope));
    TABLE.iter().filter(here).find(|row| row.keys.contains(&key)).map(|row| row.action)
}

/// Every row that counts while `top` is on top, in the order of the table.
pub fn rows(top: Scope) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.scopes.iter().any(|scope| top.chain().contains(scope)))
}

/// The row of a verb.
pub fn row_of(action: Action) -> &'static Row {
    TABLE.iter().find(|row| row.action == action).unwrap_or(&TABLE[0])
}

/// The keys of a row in words: `Up, k`.
pub fn keys_in_words(row: &Row) -> String {
    if row.action == Action::Choose {
        return "1-9".into();
    }
    row.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

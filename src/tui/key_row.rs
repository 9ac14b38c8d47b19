//! One row of the key table.

use super::action::Action;
use super::key::{Code, Key};
use super::scope::Scope;

/// One row of the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it asks for.
    pub action: Action,
    /// The keys; none means that it is found in the palette only.
    pub keys: &'static [Key],
    /// Where.
    pub scopes: &'static [Scope],
    /// A few words for the footer.
    pub label: &'static str,
    /// A sentence for help, palette and manual.
    pub help: &'static str,
    /// Place in the footer; lower is further left, 0 is not shown there.
    pub rank: u8,
}

pub(super) const fn row(
    action: Action,
    keys: &'static [Key],
    scopes: &'static [Scope],
    (label, rank): (&'static str, u8),
    help: &'static str,
) -> Row {
    Row { action, keys, scopes, label, help, rank }
}

pub(super) const fn sign(sign: char) -> Key {
    Key::sign(sign)
}

pub(super) const fn of(code: Code) -> Key {
    Key::of(code)
}

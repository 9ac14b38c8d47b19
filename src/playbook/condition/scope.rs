//! Whether a condition looks at the case or at a row.

/// Whether a row is looked at, and of which list.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// None: the case as a whole.
    Case,
    /// The row for which an item is settled.
    Row(String),
    /// Each row in turn, within `any` and `all`.
    Each(String),
}

impl Scope {
    pub fn list(&self) -> Option<&str> {
        match self {
            Self::Case => None,
            Self::Row(list) | Self::Each(list) => Some(list),
        }
    }
}

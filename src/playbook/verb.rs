//! How strongly a policy wants something. The strength is data: nothing turns a *may* into a *must*, or back.

use crate::base::written::words;

words! {
    /// The strength of the policy's verb. Nothing turns one into another.
    pub enum Verb {
        Shall = "shall",
        Will = "will",
        Must = "must",
        /// A duty in the imperative voice of a checklist.
        Do = "do",
        Should = "should",
        May = "may",
        Can = "can",
        /// A decision that must be answered, either way.
        Consider = "consider",
        /// A duty once somebody has found that it is necessary.
        IfNecessary = "if_necessary",
        /// A duty once somebody has so advised.
        IfAdvised = "if_advised",
        /// Not asked by the policy at all: a question that is kept beside it and never due.
        Local = "local",
    }
}

impl Verb {
    /// What the strength means for the person who reads it, with the policy's word.
    pub fn strength(self) -> &'static str {
        match self {
            Self::Shall => "duty (\"shall\")",
            Self::Will => "duty (\"will\")",
            Self::Must => "duty (\"must\")",
            Self::Do => "duty",
            Self::Should => "duty (\"should\")",
            Self::May => "people decide (\"may\")",
            Self::Can => "people decide (\"can\")",
            Self::Consider => "people decide (\"consider\")",
            Self::IfNecessary => "duty if necessary",
            Self::IfAdvised => "duty if so advised",
            Self::Local => "not in the policy",
        }
    }

    /// What has to be said wherever an item with this verb is shown: that the policy does not ask it.
    pub fn caution(self) -> Option<&'static str> {
        (self == Self::Local)
            .then_some("The policy does not ask this. It is kept beside the policy, and nothing waits for it.")
    }

    /// Whether somebody must first find that the item is needed.
    pub fn asks_necessity(self) -> bool {
        matches!(self, Self::IfNecessary | Self::IfAdvised)
    }

    /// Whether an item with this verb is a permission: nothing is owed, and nothing becomes owed by trying.
    pub fn is_permission(self) -> bool {
        matches!(self, Self::May | Self::Can)
    }

    /// Whether an item with this verb is a duty: closed only as done, or as not applicable with a reason.
    pub fn is_duty(self) -> bool {
        matches!(
            self,
            Self::Shall | Self::Will | Self::Must | Self::Do | Self::Should | Self::IfNecessary | Self::IfAdvised
        )
    }
}

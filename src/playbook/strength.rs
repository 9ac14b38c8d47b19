//! How strongly a policy wants something. The strength is data: nothing turns a *may* into a *must*, or back.

use crate::base::written::words;

words! {
    /// The strength of the policy's verb. Nothing turns one into another.
    pub enum Strength, strength {
        Shall = "shall", "duty (\"shall\")";
        Will = "will", "duty (\"will\")";
        Must = "must", "duty (\"must\")";
        /// A duty in the imperative voice of a checklist.
        Do = "do", "duty";
        Should = "should", "duty (\"should\")";
        May = "may", "people decide (\"may\")";
        Can = "can", "people decide (\"can\")";
        /// A decision that must be answered, either way.
        Consider = "consider", "people decide (\"consider\")";
        /// A duty once somebody has found that it is necessary.
        IfNecessary = "if_necessary", "duty if necessary";
        /// A duty once somebody has so advised.
        IfAdvised = "if_advised", "duty if so advised";
        /// Not asked by the policy at all: a question that is kept beside it and never due.
        Local = "local", "not in the policy";
    }
}

impl Strength {
    /// What has to be said wherever an item with this verb is shown: that the policy does not ask it.
    pub fn caution(self) -> Option<&'static str> {
        (self == Self::Local).then_some("The policy does not ask this, and nothing waits for it.")
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

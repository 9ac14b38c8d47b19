//! How strongly a policy wants something. The strength is data: nothing turns a *may* into a *must*, or back.

/// The strength of the policy's verb. Nothing turns one into another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verb {
    /// A duty.
    Shall,
    /// A duty.
    Will,
    /// A duty.
    Must,
    /// A duty in the imperative voice of a checklist.
    Do,
    /// A recommendation.
    Should,
    /// A permission.
    May,
    /// A permission.
    Can,
    /// A decision that must be answered, either way.
    Consider,
    /// A duty once somebody has found that it is necessary.
    IfNecessary,
    /// A duty once somebody has so advised.
    IfAdvised,
}

impl Verb {
    /// Every verb, in the order of the manual.
    pub const ALL: [Self; 10] = [
        Self::Shall,
        Self::Will,
        Self::Must,
        Self::Do,
        Self::Should,
        Self::May,
        Self::Can,
        Self::Consider,
        Self::IfNecessary,
        Self::IfAdvised,
    ];

    /// As written in a playbook.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shall => "shall",
            Self::Will => "will",
            Self::Must => "must",
            Self::Do => "do",
            Self::Should => "should",
            Self::May => "may",
            Self::Can => "can",
            Self::Consider => "consider",
            Self::IfNecessary => "if_necessary",
            Self::IfAdvised => "if_advised",
        }
    }

    /// Whether somebody must first find that the item is needed.
    pub fn asks_necessity(self) -> bool {
        matches!(self, Self::IfNecessary | Self::IfAdvised)
    }

    /// Whether an item with this verb is a duty: closed only as done, or as not applicable with a reason.
    pub fn is_duty(self) -> bool {
        matches!(
            self,
            Self::Shall
                | Self::Will
                | Self::Must
                | Self::Do
                | Self::Should
                | Self::IfNecessary
                | Self::IfAdvised
        )
    }
}

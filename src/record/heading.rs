//! Under which heading something is listed that is left when a case ends.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heading {
    Open,
    LookAgain,
    /// A decision that is looked at again after a time, which is not over: to wait is no end.
    Runs,
    /// It waits only for what cannot be found out. It keeps no case open.
    Undecided,
    /// A clock that is past its limit, or was stopped late. It keeps no case open.
    Late,
}

impl Heading {
    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "Still to do",
            Self::LookAgain => "Look again",
            Self::Runs => "The time to look again is still to come",
            Self::Undecided => "Undecided for good",
            Self::Late => "Late",
        }
    }

    /// Whether a case is closed on it only with a reason.
    pub fn keeps_open(self) -> bool {
        !matches!(self, Self::Undecided | Self::Late)
    }
}

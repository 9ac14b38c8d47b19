//! How an item stands: the states, their words and their signs. Colour only repeats what sign and word already say.

use serde::Serialize;

/// The state of an item. Not every kind of item can be in every state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Its condition does not hold.
    NotApplicable,
    /// Its condition hangs on something that is not known.
    Pending,
    /// It waits for somebody.
    Open,
    /// It waits for somebody to find whether it is needed.
    #[serde(rename = "to-be-decided")]
    Choice,
    /// Put off until a time or an event.
    Deferred,
    /// Its lane waits for somebody else, by the policy.
    Held,
    /// A question has an answer.
    Answered,
    /// A question was answered "not known yet".
    #[serde(rename = "unknown")]
    NotKnown,
    /// Two people answered differently without having seen each other.
    Conflict,
    /// Some of the seats have decided, or they disagree.
    #[serde(rename = "partly-decided")]
    Partly,
    /// A decision is made.
    Decided,
    /// A task is done.
    Done,
    /// A continuous task has had at least one update.
    Continuing,
    /// Found not to apply or not to be needed, with a reason.
    RuledOut,
    /// A prohibition holds.
    InForce,
    /// A prohibition is lifted.
    Lifted,
    /// A call is to be made.
    Due,
    /// A call was tried and nobody reached.
    Attempted,
    /// Somebody else was asked to make the call, and nothing was reported back yet.
    PassedOn,
    /// Somebody was reached.
    Reached,
    /// Somebody was reached by another call that counts for this one.
    Covered,
    /// A document is to be written and lacks contents.
    Needed,
    /// A document has all its contents.
    Drafted,
    /// A document has reached its recipients.
    Final,
    /// A question that the policy does not ask: it can be answered at any time, and nothing waits for it.
    Optional,
}

impl Standing {
    pub fn label(self) -> &'static str {
        match self {
            Self::NotApplicable => "does not apply",
            Self::Pending => "waits for an answer",
            Self::Open => "open",
            Self::Choice => "is it needed?",
            Self::Deferred => "put off",
            Self::Held => "held",
            Self::Answered => "answered",
            Self::NotKnown => "not known yet",
            Self::Conflict => "two entries",
            Self::Partly => "partly decided",
            Self::Decided => "decided",
            Self::Done => "done",
            Self::Continuing => "goes on",
            Self::RuledOut => "not needed",
            Self::InForce => "in force",
            Self::Lifted => "lifted",
            Self::Due => "call now",
            Self::Attempted => "not reached yet",
            Self::PassedOn => "passed on, no report back yet",
            Self::Reached => "reached",
            Self::Covered => "covered",
            Self::Needed => "to be written",
            Self::Drafted => "drafted",
            Self::Final => "final",
            Self::Optional => "not in the policy",
        }
    }

    /// A sign for lists, one column wide and plain ASCII, different for every group of states.
    pub fn sign(self) -> &'static str {
        match self {
            Self::NotApplicable => "-",
            Self::Pending => "~",
            Self::Open | Self::Choice | Self::Due | Self::Needed => "o",
            Self::Deferred => ">",
            Self::Held => "=",
            Self::NotKnown => "?",
            Self::Conflict | Self::InForce => "!",
            Self::Partly | Self::Attempted | Self::PassedOn | Self::Drafted | Self::Continuing => "%",
            Self::Answered
            | Self::Decided
            | Self::Done
            | Self::Reached
            | Self::Covered
            | Self::Lifted
            | Self::Final => "x",
            Self::RuledOut => "/",
            Self::Optional => ".",
        }
    }

    /// Whether it still wants something from people.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::Choice
                | Self::Conflict
                | Self::NotKnown
                | Self::Partly
                | Self::Due
                | Self::Attempted
                | Self::PassedOn
                | Self::Needed
                | Self::Drafted
        )
    }

    /// Whether it is out of the walk: it does not apply, or nobody knows yet whether it does.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::NotApplicable | Self::Pending)
    }
}

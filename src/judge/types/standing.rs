//! How an item stands: the states, their words and their signs. Colour only repeats what sign and word already say.

use crate::base::written::words;
use serde::Serialize;

words! {
    /// The state of an item. Not every kind of item can be in every state.
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Standing: label {
        /// Its condition does not hold.
        NotApplicable = "does not apply",
        /// Its condition hangs on something that is not known.
        Pending = "waits for an answer",
        Open = "open",
        /// It waits for somebody to find whether it is needed.
        #[serde(rename = "to-be-decided")]
        Choice = "is it needed?",
        /// Put off until a time or an event.
        Deferred = "put off",
        /// Its step waits for somebody else, by the policy.
        Held = "held",
        Answered = "answered",
        #[serde(rename = "unknown")]
        NotKnown = "not known yet",
        /// Two people answered differently without having seen each other.
        Conflict = "two entries",
        /// Some of the seats have decided, or they disagree.
        #[serde(rename = "partly-decided")]
        Partly = "partly decided",
        Decided = "decided",
        Done = "done",
        /// A continuous task has had at least one update.
        Continuing = "goes on",
        /// Found not to apply or not to be needed, with a reason.
        RuledOut = "not needed",
        InForce = "in force",
        Lifted = "lifted",
        Due = "call now",
        Attempted = "not reached yet",
        PassedOn = "passed on, no report back yet",
        Reached = "reached",
        /// Somebody was reached by another call that counts for this one.
        Covered = "covered",
        Needed = "to be written",
        /// A document has all its contents, or a text of it was drafted.
        Drafted = "drafted",
        /// The latest text of a document is approved, and not sent yet.
        Approved = "approved",
        /// A document has reached its recipients.
        Final = "final",
        /// A question that the policy does not ask: it can be answered at any time, and nothing waits for it.
        Optional = "not in the policy",
    }
}

impl Standing {
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
            Self::Partly | Self::Attempted | Self::PassedOn | Self::Drafted | Self::Approved | Self::Continuing => "%",
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
                | Self::Approved
        )
    }

    /// Whether it is out of the walk: it does not apply, or nobody knows yet whether it does.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::NotApplicable | Self::Pending)
    }
}

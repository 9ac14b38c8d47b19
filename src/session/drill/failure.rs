//! Why an exercise is not led, or something in it is not done.

use crate::base::ItemId;
use crate::record::refusal::{NOTHING_RECORDED, quoted};
use crate::record::{Reason, Refusal};
use crate::session::SessionError;
use crate::store::{ControlError, NotRecorded, StoreError};
use thiserror::Error;

/// Why the conduct of an exercise is not begun or taken up again.
#[derive(Debug, Error)]
pub enum ConductError {
    #[error("{0}")]
    Control(#[from] ControlError),
    #[error("{0}")]
    Session(#[from] SessionError),
    #[error("{0}")]
    NotRecorded(#[from] NotRecorded),
    /// The case is a live one, or an exercise that was begun without a script.
    #[error("{} has no drill. It is a live case, or an exercise that was begun without a script.", .0)]
    NoDrill(String),
    /// It is not what an earlier report was made from.
    #[error("The control folder does not hold any more what the report was made from.")]
    ControlChanged,
    /// The exercise is there and nothing of it was recorded but that it was opened; its control folder is not.
    #[error("{why} The exercise {case} was made and holds nothing but its opening; it can be removed.")]
    HalfMade { case: String, why: Box<Self> },
}

impl From<StoreError> for ConductError {
    fn from(error: StoreError) -> Self {
        Self::Session(error.into())
    }
}

/// What is wrong with the script in the control folder. Nothing is sent then; judgements and notes are taken all the same.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ScriptFault {
    #[error(
        "The script in the control folder is not the one with which the exercise was begun, so nothing is sent from it."
    )]
    Changed,
    #[error("The script in the control folder cannot be read, so nothing is sent from it: {0}")]
    Unread(String),
}

pub(super) static SCRIPT_CHANGED: Reason = Reason::new(
    "script-changed",
    "{0}",
    "Put back the copy that it was begun with. Injects on the spot, judgements and notes are taken.",
);
pub(super) static NO_INJECT: Reason =
    Reason::new("no-such-inject", "The script has no inject \"{0}\".", "Give the number that the list shows.");
pub(super) static OFFERED: Reason = Reason::new(
    "contingency-is-offered",
    "Contingency {0} is offered now, and stands where its minute puts it.",
    "Send it, skip it, or leave it.",
);
pub(super) static NO_PART: Reason = Reason::new("no-such-part", "The script has no part \"{0}\".", "It has {list}.");
pub(super) static PLAYED: Reason =
    Reason::new("part-is-played", "\"{0}\" is the part that is played.", NOTHING_RECORDED);
pub(super) static NO_MORE_PARTS: Reason =
    Reason::new("no-more-parts", "This is the last part.", "End the exercise when it is over.");
pub(super) static NOTHING_TO_JUDGE: Reason = Reason::new(
    "nothing-to-judge",
    "The script expects nothing called \"{0}\", and has no such objective.",
    "Give the id of an expectation or of an objective.",
);
pub(super) static OTHER_SCALE: Reason = Reason::new(
    "other-scale",
    "{0} is not judged as \"{1}\".",
    "An expectation is met, partly, missed or na; an objective is P, S, M or U.",
);
pub(super) static NO_OBJECTIVE: Reason =
    Reason::new("no-such-objective", "The script has no objective \"{0}\".", "It has {list}.");
pub(super) static FILE_UNREAD: Reason = Reason::new(
    "attachment-unread",
    "The file \"{0}\" that goes out with it cannot be read: {1}.",
    "Nothing was sent. Put it back into the control folder, or send the words on the spot.",
);
pub(super) static FILE_CHANGED: Reason = Reason::new(
    "attachment-changed",
    "The file \"{0}\" that goes out with it is not the one with which the exercise was begun.",
    "Nothing was sent. Put back the copy that it was begun with, or send the words on the spot.",
);
pub(super) static NOTHING_LEFT: Reason =
    Reason::new("nothing-left", "No inject is left that could be moved.", NOTHING_RECORDED);
pub(super) static AT_THE_END: Reason =
    Reason::new("order-at-the-end", "Inject {0} stands at the end of the order already.", NOTHING_RECORDED);
pub(super) static OUT: Reason =
    Reason::new("inject-out", "Inject {0} was sent; only what is still to come is planned.", "Take it back first.");
pub(super) static NOTHING_OWN: Reason =
    Reason::new("nothing-own", "This console has recorded nothing that could be taken back.", NOTHING_RECORDED);
pub(super) static CLOCK_STAYS: Reason = Reason::new(
    "clock-stays",
    "The last record is one of the clock, and those are not taken back.",
    "Pause, or go on. Older records are struck out by their names.",
);

/// A refusal for something that the script does not have, with what is near.
pub(super) fn unknown<'a>(
    reason: &'static Reason,
    typed: &str,
    known: impl Iterator<Item = &'a ItemId> + Clone,
) -> Refusal {
    reason.about(quoted(typed)).near(typed, known.clone()).list(known.map(|id| id.as_str().into()))
}

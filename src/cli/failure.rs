//! Why a command did not do what was asked, as an exit code and two lines: what happened, and what to do now.

use super::console::Console;
use crate::base::text::inert_line;
use crate::judge::View;
use crate::page::refusal::{self, Said, Voice};
use crate::record;
use crate::session::{RESTART, SessionError, SubmitError, no_random_numbers};
use crate::store::{NotRecorded, StoreError};
use std::io;

/// Exit code of a command that did what was asked.
pub const FINE: u8 = 0;
/// Refused with a reason; nothing was written.
pub const REFUSED: u8 = 1;
/// The command line itself was not understood.
pub const USAGE: u8 = 2;
/// Not recorded, because the disk failed.
pub const NOT_RECORDED: u8 = crate::session::saving::NOT_CONFIRMED;
/// The case is damaged or was altered.
pub const DAMAGED: u8 = 4;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// Nothing was written.
    Refused {
        /// What happened.
        message: String,
        /// What to do now.
        hint: String,
    },
    /// The disk did not let the case be read. For whoever only looks that is a refusal; see [`Self::recording`].
    Unreadable {
        /// What happened.
        message: String,
        /// What to do now.
        hint: String,
    },
    /// The case was not closed, because things are open; the message lists them, a line each.
    StillOpen {
        /// What is open.
        message: String,
        /// What to do now.
        hint: String,
    },
    /// It is recorded, but nobody could be told; the words for those who still listen.
    Untold(String),
    /// The disk did not confirm it.
    NotRecorded {
        /// What happened.
        message: String,
        /// What to do now.
        hint: String,
    },
    /// The case is damaged; the words, where not all was said already.
    Damaged(Option<(String, String)>),
    /// Standard output does not take any more.
    Output(io::Error),
}

impl Failure {
    /// A refusal in two sentences.
    pub fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), hint: hint.into() }
    }

    /// A refusal that speaks of no case: nobody is named.
    pub fn unnamed(refusal: &record::Refusal) -> Self {
        let Said { what, now, .. } = refusal::without_case(refusal, Voice::Command);
        Self::refused(what, now)
    }

    /// Why something was not recorded, in the words of the command line.
    pub fn of(error: SubmitError, view: &View<'_>) -> Self {
        let refusal = match error {
            SubmitError::Refused(refusal) => refusal,
            SubmitError::NotRecorded(error) => return error.into(),
            SubmitError::Arrived(_) => return Self::refused(error.to_string(), "Look at it, and record yours then."),
        };
        let Said { what, now, lines } = refusal::said(view, &refusal, Voice::Command);
        if lines.is_empty() {
            return Self::refused(what, now);
        }
        let message = format!("{what}\n{}", lines.join("\n"));
        Self::StillOpen { message, hint: now }
    }

    /// The same failure for whoever wanted to record: a disk that cannot be read did not take the record either.
    #[must_use]
    pub fn recording(self) -> Self {
        match self {
            Self::Unreadable { message, hint } => Self::NotRecorded { message, hint },
            other => other,
        }
    }

    /// The same failure for whoever wanted to know whether the case is sound: what cannot be read is not.
    #[must_use]
    pub fn verifying(self) -> Self {
        match self {
            Self::Unreadable { message, hint } => Self::Damaged(Some((message, hint))),
            other => other,
        }
    }

    /// Says it on standard error and gives the exit code.
    pub fn tell(self, console: &mut Console<'_>) -> u8 {
        // What was typed may stand in a message and may not add lines to it.
        let mut say = |message: &str, hint: &str| {
            console.remark(&inert_line(message.trim()));
            console.remark(&inert_line(hint));
        };
        match self {
            Self::Refused { message, hint } | Self::Unreadable { message, hint } => {
                say(&message, &hint);
                REFUSED
            }
            Self::StillOpen { message, hint } => {
                console.remark(&message);
                console.remark(&hint);
                REFUSED
            }
            Self::Untold(message) => {
                console.remark(&message);
                FINE
            }
            Self::NotRecorded { message, hint } => {
                say(&message, &hint);
                NOT_RECORDED
            }
            Self::Damaged(words) => {
                if let Some((message, hint)) = words {
                    say(&message, &hint);
                }
                DAMAGED
            }
            // Whoever read the output has enough of it: `breachbook log CASE | head -1`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
            Self::Output(error) => {
                let message = format!("The output could not be written in full: {error}.");
                say(&message, "What was recorded before is safe in the case. Write the output somewhere else.");
                REFUSED
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (message, hint) = (error.what(), error.now().unwrap_or_else(|| "Nothing was written.".to_owned()));
        match error {
            StoreError::System { .. } | StoreError::NoJournals { .. } => Self::Unreadable { message, hint },
            StoreError::NotMade { .. } => Self::NotRecorded { message, hint },
            _ => Self::Refused { message, hint },
        }
    }
}

impl From<NotRecorded> for Failure {
    fn from(error: NotRecorded) -> Self {
        let (message, hint) = (error.what(), error.now());
        match error {
            NotRecorded::Refused(_) => Self::Refused { message, hint },
            NotRecorded::Disk { .. } => Self::NotRecorded { message, hint },
        }
    }
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::Store(error) => error.into(),
            SessionError::NotRecorded(error) => error.into(),
            SessionError::Unnamed(refusal) => Self::unnamed(&refusal),
            SessionError::Random(error) => Self::refused(no_random_numbers(&error), RESTART),
        }
    }
}

//! A file of an exercise that is brought into a live case, or the other way round: refused, with the reason.

use super::refusal::{Reason, Refusal};
use crate::journal::Mode;

static OF_AN_EXERCISE: Reason = Reason::new(
    "file-of-an-exercise",
    "{0} comes from an EXERCISE, and this is a LIVE case: what was played is no fact of it.",
    "Nothing was recorded. Give the file of the real case.",
);
static OF_A_LIVE_CASE: Reason = Reason::new(
    "file-of-a-live-case",
    "{0} comes from a LIVE case, and this is an EXERCISE: nobody real is practised with.",
    "Nothing was recorded. Give a file that was made up for the exercise.",
);

/// That a file left a case of the other mode.
pub fn of_the_other_mode(left: Mode, file: &str) -> Refusal {
    match left {
        Mode::Exercise => OF_AN_EXERCISE.about(file),
        Mode::Live => OF_A_LIVE_CASE.about(file),
    }
}

//! In an exercise nobody is reached under a real number, and none goes into the record. What was typed is not said again: it would
//! stand on the screen of an exercise.

use super::draft::Draft;
use super::field::Field;
use super::refusal::{Reason, Refusal};
use crate::judge::View;

static REAL_NUMBER: Reason = Reason::new(
    "real-number-in-an-exercise",
    "That is the real number or address of somebody, and this is an EXERCISE.",
    "Give the number that is shown instead, or ask the facilitator. Whoever was really called is told now that it is an exercise.",
);

/// The number or way that was typed.
///
/// # Errors
/// If it is a real one, in an exercise.
pub fn channel(view: &View<'_>, draft: &Draft, field: &'static Field) -> Result<Option<String>, Refusal> {
    let typed = draft.line(field)?;
    match &typed {
        Some(channel) if view.real.is_some_and(|real| real.has(channel)) => Err(REAL_NUMBER.refuse().needs(field)),
        _ => Ok(typed),
    }
}

//! How long something took from the first inject on: in minutes of the exercise, in real time, and by its clock.

use crate::base::{EventTime, Stamp};
use crate::drill::expect::Step;
use crate::drill::played::{Played, Sent};

/// From the first inject that went out and was not taken back to a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Took {
    /// The place of the record in the log of the case.
    pub at: usize,
    /// Minutes of the exercise, in milliseconds; 0 where it came before the inject.
    pub minutes_ms: u64,
    /// It came before the inject.
    pub before: bool,
    /// Real time, in milliseconds.
    pub real_ms: u64,
    /// By the clock of the exercise, in milliseconds: where a part has set it anew in between, more than minutes.
    pub by_clock_ms: u64,
    /// When it is said to have happened; recorded later, it counts from when it was recorded all the same.
    pub happened: Option<Happened>,
    /// Whether the clocks of the laptops that it rests on were compared, or are one.
    pub compared: bool,
}

/// When something is said to have happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Happened {
    /// By the clock of the exercise.
    pub at: Stamp,
    /// Minutes from the first inject on, in milliseconds; 0 where it is said to have come before.
    pub minutes_ms: u64,
    pub before: bool,
}

impl Took {
    /// From the inject `z` to the record at a place; `None` where there is no clock.
    pub fn of(played: &Played<'_>, z: Sent, at: usize) -> Option<Self> {
        let (case, clock) = (played.case, played.clock()?);
        let (row, from) = (&case.log[at], &case.log[z.at]);
        let (now, then) = (clock.recorded(row), clock.recorded(from));
        let (reading, began) = (&row.recorded.reading, &from.recorded.reading);
        let before = now.played_ms < then.played_ms || case.real(at) < case.real(z.at);
        let since = |ms: i64| u64::try_from(ms).unwrap_or(0);
        let happened = row.recorded.who.happened.and_then(EventTime::earliest).map(|said| {
            let said_ms = clock.played_at(said);
            Happened {
                at: said,
                minutes_ms: said_ms.map_or(0, |said| said.saturating_sub(then.played_ms)),
                before: said_ms.is_none_or(|said| said < then.played_ms),
            }
        });
        Some(Self {
            at,
            minutes_ms: now.played_ms.saturating_sub(then.played_ms),
            before,
            real_ms: if before { 0 } else { clock.span_ms(began, reading) },
            by_clock_ms: since((now.at.instant() - then.at.instant()).num_milliseconds()),
            happened,
            compared: clock.is_compared(began, reading),
        })
    }

    pub fn of_step(played: &Played<'_>, z: Sent, step: &Step) -> Option<Self> {
        Self::of(played, z, step.at)
    }
}

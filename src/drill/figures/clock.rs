//! What the clock of the exercise did: minutes, real time, pauses, and where a part set it anew.

use crate::base::Stamp;
use crate::drill::played::Played;

#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Clock {
    /// Real time less pauses, in milliseconds.
    pub minutes_ms: u64,
    pub real_ms: u64,
    pub paused_ms: u64,
    pub pauses: usize,
    pub set_anew: Vec<SetAnew>,
}

/// A part that set the clock to a later time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SetAnew {
    /// Which part it is, from 1.
    pub part: usize,
    pub title: Option<String>,
    pub from: Stamp,
    pub to: Stamp,
    pub by_ms: u64,
}

/// From the start to the end, or to this look; nothing before the start.
pub fn clock(played: &Played<'_>) -> Clock {
    let Some(clock) = played.clock() else { return Clock::default() };
    let Some(start) = clock.started() else { return Clock::default() };
    let until = clock.ended().map_or(played.reading, |(_, reading)| reading);
    let set_anew = clock.parts.iter().enumerate().filter_map(|(at, part)| {
        let (from, to) = (part.set_anew?, part.began.at);
        let by_ms = u64::try_from((to.instant() - from.instant()).num_milliseconds()).unwrap_or(0);
        Some(SetAnew { part: at + 1, title: part.title.clone(), from, to, by_ms })
    });
    Clock {
        minutes_ms: clock.now(until).played_ms,
        real_ms: clock.span_ms(start, until),
        paused_ms: clock.paused_ms(until),
        pauses: clock.pauses.len(),
        set_anew: set_anew.collect(),
    }
}

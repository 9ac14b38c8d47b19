//! Spans and moments as a console writes them.

use super::Board;
use crate::base::Stamp;

/// `8:50`, in minutes and seconds, rounded down; `1:05:10` from an hour on.
pub fn m_ss(ms: u64) -> String {
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The exercise time at a minute of the exercise, as the clock goes on from now.
pub fn moment_of(board: &Board<'_>, played_ms: u64) -> Option<Stamp> {
    let placed = board.played.clock()?.now(board.view.reading);
    let from = i64::try_from(placed.played_ms).ok()?;
    placed.at.checked_plus_milliseconds(i64::try_from(played_ms).ok()?.checked_sub(from)?)
}

#[cfg(test)]
mod tests {
    use super::m_ss;

    #[test]
    fn a_span_is_written_in_minutes_and_seconds_rounded_down() {
        assert_eq!([0, 999, 50_000, 530_999, 3_910_000].map(m_ss), ["0:00", "0:00", "0:50", "8:50", "1:05:10"]);
    }
}

//! What the facilitator's console says: the clock, the injects as they stand, one of them whole, what is expected of it. Times are
//! exercise times; minutes stand only as "in 0:50", "5:10 late", "8:50 left". Nothing here is ever shown to players.

mod beside;
mod board;
mod expected;
mod inject;
mod injects;
mod said;
mod words;

pub use beside::{beside, clock_in_short, foot, improvements, parked, part_left, seen};
pub use board::Board;
pub use expected::{counts, expected, told as told_expected, told_in_short};
pub use inject::{inject, text};
pub use injects::{injects, out_of_turn, row, row_in_short};
pub use said::{Other, before_end, before_part, left, left_behind, offers, others, read_out, receipt, role, roles};
pub use words::{m_ss, moment_of};

use super::document::Document;
use super::line::{Line, Tone};
use crate::case::ClockState;

/// How the clock stands, in one line: `RUNNING  exercise Fri 13 Nov 15:49:10  real 10:24:10  played 19:10, paused 5:00  part 1 of 3,
/// 18:50 left`.
pub fn clock(board: &Board<'_>) -> Line {
    let reading = board.view.reading;
    let real = reading.wall.instant().format("%H:%M:%S");
    let Some(exercise) = board.played.clock() else {
        return Line::strong("NOT STARTED").and(Tone::Text, format!("  real {real}"));
    };
    let placed = exercise.now(reading);
    let state = exercise.state();
    let mut line = Line::strong(super::exercise::state(exercise));
    if state == ClockState::NotStarted {
        let starts = board.played.script.start.instant().format("%a %-d %b %H:%M:%S");
        return line.and(Tone::Text, format!("  it will be {starts}  real {real}"));
    }
    let at = placed.at.instant().format("%a %-d %b %H:%M:%S");
    let (played, paused) = (m_ss(placed.played_ms), m_ss(exercise.paused_ms(reading)));
    line = line.and(Tone::Text, format!("  exercise {at}  real {real}  played {played}, paused {paused}"));
    let of = board.played.script.parts.len();
    if let Some(part) = exercise.part() {
        let known = part.part.as_ref().and_then(|id| board.played.script.part_position(id.as_str()));
        let number = known.map_or_else(String::new, |at| format!("  part {} of {of}", at + 1));
        let planned = part.minutes.and_then(|minutes| u64::try_from(minutes).ok()).unwrap_or(0) * 60_000;
        let since = placed.played_ms.saturating_sub(part.began.played_ms);
        let left = match planned.checked_sub(since) {
            _ if state == ClockState::Ended => String::new(),
            Some(left) => format!(", {} left", m_ss(left)),
            None => format!(", over by {}", m_ss(since - planned)),
        };
        line = line.and(Tone::Text, format!("{number}{left}"));
    }
    line
}

/// What the last change of the clock does not say by itself: that a part did not set it, or that clock entries contradict each other.
pub fn remarks(board: &Board<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let Some(exercise) = board.played.clock() else { return remarks };
    if exercise.unsettled().next().is_some() {
        remarks.push(
            "Two consoles set the clock without having seen each other. It stands still until one of them goes on or pauses."
                .into(),
        );
    }
    if exercise.stopped.is_some() && exercise.real_event.is_none() {
        remarks.push("REAL EVENT was called. The exercise stands still until it is a slip, or real.".into());
    }
    if exercise.real_event.is_some() {
        remarks.push("REAL EVENT. The exercise has ended.".into());
    }
    let last = exercise.part().and_then(|part| Some((part, part.not_back?)));
    if let Some((part, to)) = last {
        remarks.push(format!(
            "The part did not set the clock to {}, for that would be back; it went on from {}.",
            to.instant().format("%a %H:%M:%S"),
            part.began.at.instant().format("%a %H:%M:%S")
        ));
    }
    remarks
}

/// How somebody is told who comes back to an exercise that ran on: `Away 3:40. Exercise time is Fri 15:54.`
pub fn away(board: &Board<'_>, away_ms: u64, ran: bool) -> String {
    let Some(exercise) = board.played.clock() else { return String::new() };
    let at = exercise.now(board.view.reading).at.instant().format("%a %H:%M");
    let clock = if ran { "the clock ran on" } else { "the clock stood still" };
    format!("Away {}, {clock}. Exercise time is {at}.", m_ss(away_ms))
}

/// Everything on one page.
pub fn page(board: &Board<'_>) -> Document {
    let mut page = Document::default();
    page.text(clock(board));
    for remark in remarks(board) {
        page.text(Line::of(Tone::Alarm, remark));
    }
    page.append(injects(board)).append(expected(board));
    page
}

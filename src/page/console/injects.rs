//! The injects as they stand, a row each: the next to be sent first, what was sent last.

use super::Board;
use super::words::{m_ss, moment_of};
use crate::base::written::Word;
use crate::base::{Delivery, Stamp};
use crate::case::Fact;
use crate::drill::plan::{Slot, Stands};
use crate::page::document::{Document, Row};

pub fn injects(board: &Board<'_>) -> Document {
    board.plan.slots.iter().map(|slot| row(board, slot).into()).collect()
}

/// `due   15:44   3  IT: the sheet is open to anyone` and at the right `by e-mail, 5:10 late`.
pub fn row(board: &Board<'_>, slot: &Slot<'_>) -> Row {
    row_with(board, slot, how(board, slot, false))
}

/// The same where a row has 60 columns: without how it goes.
pub fn row_in_short(board: &Board<'_>, slot: &Slot<'_>) -> Row {
    row_with(board, slot, how(board, slot, true))
}

fn row_with(board: &Board<'_>, slot: &Slot<'_>, how: String) -> Row {
    let when = match slot.sent {
        Some(at) => board.played.case.placed(at).map(|placed| placed.at),
        None => slot.due_ms.and_then(|due| moment_of(board, due)).or_else(|| by_plan(board, slot)),
    };
    let when = when.map_or_else(|| "     ".to_owned(), |at| at.instant().format("%H:%M").to_string());
    let what = format!("{:<7} {when}  {:>3}  {}", word(slot), slot.number, title(board, slot));
    Row::sides(what, how)
}

/// When the script means one of a part to come, where that part sets the clock or is the first.
fn by_plan(board: &Board<'_>, slot: &Slot<'_>) -> Option<Stamp> {
    let inject = slot.inject.filter(|_| slot.stands == Stands::Later)?;
    let start =
        if inject.part == 0 { Some(board.played.script.start) } else { board.played.script.part_of(inject).start };
    let minutes = i64::from(inject.at?).saturating_add(slot.moved_min);
    start?.checked_plus_milliseconds(minutes.checked_mul(60_000)?)
}

/// Why an inject is out of its turn, where it is: it was left out or taken back, is a contingency that nobody was offered, or belongs
/// to a part that has not begun. It can go out all the same; one slip of a key is not enough for it.
pub fn out_of_turn(board: &Board<'_>, slot: &Slot<'_>) -> Option<String> {
    let number = &slot.number;
    if slot.stands == Stands::Skipped {
        let reason = slot.reason.as_ref().map_or_else(|| ".".to_owned(), |reason| format!(": {reason}."));
        return Some(format!("Inject {number} was left out{}", reason.replace("..", ".")));
    }
    let case = board.played.case;
    let taken_back = case.releases().any(|at| match &case.at(at).fact {
        Fact::Released { inject, .. } => inject == number && !case.counts(at),
        _ => false,
    });
    if taken_back && slot.sent.is_none() {
        return Some(format!("Inject {number} was taken back."));
    }
    let part = slot.inject.map(|inject| inject.part);
    match slot.stands {
        Stands::If | Stands::Unarmed => Some(format!("Contingency {number} is not offered.")),
        // Before the clock starts, the first part is the one in turn.
        Stands::Later if part != Some(0) => {
            let title = slot.inject.map(|inject| board.played.script.part_of(inject).title.clone());
            Some(format!("Inject {number} is of a part that has not begun: {}.", title.unwrap_or_default()))
        }
        _ => None,
    }
}

/// The word in front of a row.
pub(super) fn word(slot: &Slot<'_>) -> &'static str {
    match slot.stands {
        Stands::Due if slot.is_contingency() => "if",
        Stands::Due => "due",
        Stands::Held => "held",
        Stands::Next => "next",
        Stands::If | Stands::Unarmed => "if",
        Stands::ByHand => "by hand",
        Stands::Later => "later",
        Stands::Skipped => "skipped",
        Stands::Sent => "sent",
    }
}

/// Its title; of one made on the spot, its first words.
pub(super) fn title(board: &Board<'_>, slot: &Slot<'_>) -> String {
    if let Some(inject) = slot.inject {
        return inject.title.clone();
    }
    match slot.sent.map(|at| &board.played.case.at(at).fact) {
        Some(Fact::Released { text, gist, .. }) => {
            let words = text.as_ref().or(gist.as_ref()).map(String::as_str).unwrap_or_default();
            crate::base::text::first_sentence(words).to_owned()
        }
        _ => String::new(),
    }
}

/// How it goes, and when: `by e-mail, in 0:50`.
fn how(board: &Board<'_>, slot: &Slot<'_>, in_short: bool) -> String {
    let now = board.played.played_ms();
    let delivery = slot.inject.map(|inject| inject.delivery.said()).filter(|_| !in_short);
    let moved = match slot.moved_min {
        0 => None,
        by if by > 0 => Some(format!("put off {by}")),
        by => Some(format!("{} sooner", by.unsigned_abs())),
    };
    let due = slot.due_ms.map(|due| match (due.checked_sub(now), slot.stands) {
        (_, Stands::Later | Stands::Skipped) => String::new(),
        (None | Some(0), _) if slot.is_contingency() => format!("offered {} ago", m_ss(now - due)),
        (None | Some(0), _) => format!("{} late", m_ss(now - due)),
        (Some(left), Stands::If) => format!("in {} unless it is met", m_ss(left)),
        (Some(left), _) => format!("in {}", m_ss(left)),
    });
    let part = slot.inject.map(|inject| format!("part {}", inject.part + 1));
    let parts: Vec<String> = match slot.stands {
        Stands::Sent => return sent(board, slot),
        Stands::Skipped => slot.reason.clone().into_iter().collect(),
        Stands::Unarmed => delivery.map(str::to_owned).into_iter().chain(["not offered".to_owned()]).collect(),
        Stands::Later => delivery.map(str::to_owned).into_iter().chain(moved).chain(part).collect(),
        _ => {
            delivery.filter(|_| !slot.is_contingency()).map(str::to_owned).into_iter().chain(moved).chain(due).collect()
        }
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// `read 15:30, 2 of 3`: that a player took it in, and how many expectations are met.
fn sent(board: &Board<'_>, slot: &Slot<'_>) -> String {
    let Some(at) = slot.sent else { return String::new() };
    let case = board.played.case;
    let entry = &case.at(at).id;
    let taken = case.taken(entry).find_map(|taken| case.placed(taken));
    let spoken = match &case.at(at).fact {
        Fact::Released { delivery, .. } => Delivery::of_word(delivery).is_some_and(Delivery::is_spoken),
        _ => false,
    };
    let read = match taken {
        Some(placed) => format!("read {}", placed.at.instant().format("%H:%M")),
        None => {
            let since = board.played.clock().map_or(0, |clock| clock.span_ms(&case.at(at).reading, board.view.reading));
            let aloud = spoken || since >= 60_000;
            if aloud { "read it out".to_owned() } else { "not read yet".to_owned() }
        }
    };
    let number = slot.inject.map(|inject| inject.number);
    let of: Vec<_> = board
        .course
        .expected
        .iter()
        .filter(|one| Some(one.of(board.played.script).inject) == number)
        .map(crate::drill::expect::Expected::counts)
        .collect();
    let met = of.iter().filter(|counts| **counts == crate::drill::expect::Counts::Met).count();
    if of.is_empty() { read } else { format!("{read}, {met} of {}", of.len()) }
}

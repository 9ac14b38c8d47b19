//! What is said right after an act, and of people: receipts, other consoles, roles.

use super::Board;
use super::injects::row;
use crate::base::ItemId;
use crate::base::text::inert_line;
use crate::case::{Attendance, Fact};
use crate::drill::plan::{Slot, Stands};
use crate::drill::roll;
use crate::drill::script::Part;
use crate::judge::View;
use crate::page::document::{Document, Row};
use crate::page::log;
use crate::record::Receipt;

/// `EXERCISE. Recorded f1-9, Fri 15:47:00: ...`; `view` is that of the folder in which it lies.
pub fn receipt(board: &Board<'_>, view: &View<'_>, receipt: &Receipt) -> String {
    let at = view.state.log.iter().rposition(|row| row.recorded.id == receipt.recorded.id);
    let says = at.map_or_else(String::new, |at| log::in_short(view, at));
    let moment = board.played.clock().map(|clock| clock.now(&receipt.recorded.reading).at);
    let at = moment.unwrap_or(receipt.recorded.reading.wall).instant().format("%a %H:%M:%S");
    let word = if matches!(receipt.recorded.fact, Fact::Released { .. }) { "Sent" } else { "Recorded" };
    format!("EXERCISE. {word} {}, {at}: {}.", receipt.name, says.trim_end_matches('.'))
}

/// What is read out of an inject that is spoken: the case has only its gist.
pub fn read_out(slot: &Slot<'_>) -> Option<String> {
    let inject = slot.inject.filter(|inject| inject.delivery.is_spoken())?;
    Some(format!("Read out: {}", inject.text))
}

/// The contingencies that are offered and wait for a person, each by its number with a sentence.
pub fn offers(board: &Board<'_>) -> Vec<(u32, String)> {
    let offered = board.course.contingencies.iter().filter(|one| one.sent.is_none());
    let told = offered.filter_map(|one| {
        let (expected, _) = one.offered()?;
        let slot = board.plan.slot(&one.inject.to_string()).filter(|slot| slot.stands == Stands::Due)?;
        let title = &slot.inject?.title;
        let expected = &board.played.script.expectations.get(expected)?.text;
        Some((
            one.inject,
            format!("EXERCISE  Inject {} is offered now: {title}. Not met so far: {expected}.", one.inject),
        ))
    });
    told.collect()
}

/// Another console of the exercise: who leads it, on which computer, the name of its run, and its last word.
pub struct Other<'a> {
    pub person: &'a str,
    pub device: &'a str,
    pub run: &'a str,
    pub last: crate::base::Stamp,
}

/// A sentence for each.
pub fn others<'o>(others: impl IntoIterator<Item = Other<'o>>) -> Vec<String> {
    let each = others.into_iter().map(|other| {
        let person = if other.person.is_empty() { "nobody named" } else { other.person };
        format!(
            "Another console has no closing entry: {} on {}, run {}, last at {} real time. It is open, or it was cut off.",
            inert_line(person),
            inert_line(other.device),
            other.run,
            other.last.instant().format("%H:%M:%S")
        )
    });
    each.collect()
}

/// What could still go out and was meant to.
pub fn left(board: &Board<'_>) -> Document {
    told_left(board, board.plan.left(), "Everything that was meant to go out was sent.")
}

/// The same of the parts that have begun: what is left behind when the next one begins.
pub fn left_behind(board: &Board<'_>) -> Document {
    let begun = board.plan.left().filter(|slot| slot.stands != Stands::Later);
    told_left(board, begun, "Everything of the parts so far was sent.")
}

/// What is told before a part begins: what the parts so far leave behind, when the new one plays, and how it opens, to be read out.
pub fn before_part(board: &Board<'_>, part: &Part) -> Document {
    let mut page = left_behind(board);
    if board.plan.left().any(|slot| slot.stands != Stands::Later) {
        page.text("It can be sent at any time before the end.");
    }
    page.gap();
    if let Some(start) = part.start {
        page.labelled("Plays", start.instant().format("%a %-d %b, %H:%M").to_string());
    }
    if let Some(text) = &part.text {
        page.labelled("Read out", text.as_str());
    }
    page
}

/// What is told before the exercise ends.
pub fn before_end(board: &Board<'_>) -> Document {
    let mut page = left(board);
    page.gap().text("Nothing can be sent after the end, and the end is not taken back.");
    page
}

fn told_left<'b>(board: &'b Board<'_>, slots: impl Iterator<Item = &'b Slot<'b>>, none: &str) -> Document {
    let mut page = Document::default();
    let rows: Vec<Row> = slots.map(|slot| row(board, slot)).collect();
    if rows.is_empty() {
        page.text(none);
        return page;
    }
    page.text(format!("Not sent: {}", rows.len()));
    for row in rows {
        page.add(row.into());
    }
    page
}

/// A role with what it is in the exercise: `Privacy Officer (simulation cell, 555-0142)`.
pub fn role(board: &Board<'_>, id: &ItemId) -> String {
    let title = board.played.playbook.role_title(id.as_str());
    match board.played.script.role(id.as_str()) {
        Some(role) => {
            let number = role.number.as_ref().map_or_else(String::new, |number| format!(", {number}"));
            format!("{title} ({}{number})", role.is.said())
        }
        None => title.to_owned(),
    }
}

/// Who plays which role, and what the simulation cell knows.
pub fn roles(board: &Board<'_>) -> Document {
    let mut page = Document::default();
    let case = board.played.case;
    for known in &board.played.script.roles {
        let called = roll::called(case, &known.role);
        let who = match called {
            Some((person, Attendance::Present)) => person.to_owned(),
            Some((person, Attendance::Absent)) => format!("{person}, missing"),
            None => "nobody called".to_owned(),
        };
        page.add(Row::sides(role(board, &known.role), who).into());
        if let Some(card) = &known.card {
            page.labelled("Card", card.as_str());
        }
    }
    page
}

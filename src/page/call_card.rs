//! A call as its card on the screen of calls.

use super::calls::{self, below, body, named, number, reach, role, title, who};
use super::document::{Block, Document, Row};
use super::state::{State, stands};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};

/// The card of a call: what it is, whose turn it is, the number, how it can end, and what is known beside; with why, if asked.
pub fn card(view: &View<'_>, item: usize, unfolded: bool) -> Document {
    let mut document = Document::default();
    let (Some(call), card) = (body(view, item), super::item::card(view, Target::Item(item))) else { return document };
    let stands = stands(view, Target::Item(item));
    let waits = matches!(stands.state, State::ToDo | State::LookAgain);
    let needed = view.picture.items[item].standing == Standing::Choice;
    let order = || std::iter::once(&call.role).chain(&call.alternates);
    let nth = role(view, item).and_then(|role| order().position(|known| known == role)).unwrap_or(0) + 1;
    let kind = match order().count() {
        _ if !waits || needed => format!("CALL · {}", stands.word),
        1 => "CALL".into(),
        all => format!("CALL · {} of {all}", ordinal(nth)),
    };
    document.add(Row::sides(kind, title(view, item)).into()).gap();
    document.text(who(view, item).unwrap_or_default());
    document.add(below(number(view, item).unwrap_or_default())).gap();
    if stands.state != State::Off {
        document.add(Block::Does(card.does));
    }
    document.append(calls::call(view, item));
    if let Some(teller) = &call.told_by {
        let person = reach(view, teller.as_str()).person;
        document.labelled("Made by", named(view, teller, person.as_deref()));
    }
    if let Some(doubt) = &call.confirm {
        document.labelled("Settle", doubt.as_str());
    }
    if unfolded {
        document.gap();
        document.blocks.extend(view.playbook.items[item].detail.iter().map(|text| Block::Text(text.as_str().into())));
        document.append(card.why);
    }
    document
}

fn ordinal(nth: usize) -> String {
    let end = match (nth % 10, nth % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{nth}{end}")
}

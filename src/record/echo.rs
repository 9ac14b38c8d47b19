//! How a field is understood while it is typed, and afterwards: the doors without a form have no echo while one types.

use super::ask::Place;
use super::common::AT;
use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::find;
use super::refusal::Refusal;
use super::verb::On;
use super::verbs::time_check;
use crate::base::text::counted;
use crate::base::{EventTime, NO_CURRENCY, Precision, Stamp, Typed, Unread};
use crate::judge::View;
use crate::judge::types::answer::Answer;
use crate::judge::types::cells;
use crate::playbook::register::{Column, ColumnKind};

/// How a text is understood.
#[derive(Clone, PartialEq, Debug)]
pub enum Echo {
    /// As this, and what should be said of it.
    Understood(String, Option<String>),
    /// As the wait for this item.
    Item(String),
    /// Not yet: the field says what it takes.
    NotYet,
    /// Not at all, and why.
    Not(Refusal),
}

/// How the text of a field is understood; `None` where nothing is typed, or nothing is to be said of it.
pub fn echo(view: &View<'_>, draft: &Draft, place: &Place) -> Option<Echo> {
    let field = place.0;
    let text = draft.given_at(place).map(str::trim).filter(|text| !text.is_empty())?;
    if let Some(read) = time(view, field, text) {
        return Some(match read {
            Ok(read) => Echo::Understood(read.value.short_in(view.now), read.note),
            Err(Unread::NotATime(_)) => Echo::NotYet,
            Err(why) => Echo::Not(why.into()),
        });
    }
    Some(match field.kind {
        FieldKind::Cells => {
            let (column, register) = column(view, draft, place.1.as_ref()?.as_str())?;
            if column.kind == ColumnKind::Line || column.kind == ColumnKind::Person {
                return None;
            }
            match cells::read(&column, register, text, view.now) {
                Ok(read) => Echo::Understood(cells::show(&column, &read.value, view.now), read.note),
                Err(_) => Echo::NotYet,
            }
        }
        FieldKind::Until => Echo::Item(view.playbook.item(text)?.title.clone()),
        FieldKind::Answer => {
            let Ok(On::Item(id)) = find::on(view, draft.verb, &draft.on) else { return None };
            let question = view.playbook.question(id.as_str())?;
            match Answer::read(question, text, view.now) {
                Ok(read) => match read.value {
                    Answer::Rows(rows) => Echo::Understood(counted(rows.len(), "line", "lines"), None),
                    answer => Echo::Understood(answer.show(question, view.now), read.note),
                },
                Err(why) => Echo::Not(super::verbs::answer::not_an_answer(&why)),
            }
        }
        _ => return None,
    })
}

/// The column of the list that a draft is on, and the currency there.
fn column(view: &View<'_>, draft: &Draft, typed: &str) -> Option<(Column, [u8; 3])> {
    let list = match find::on(view, draft.verb, &draft.on).ok()? {
        On::Item(id) => id,
        On::Entry(at) => view.state.row_of(at)?.register.clone(),
        _ => return None,
    };
    let register = view.playbook.register(list.as_str())?;
    let column = register.columns.iter().find(|column| column.is_named(typed))?;
    Some((column.clone(), register.currency))
}

/// The time in a field of time; `None` for other fields, and where the id of an item stands.
fn time(view: &View<'_>, field: &Field, text: &str) -> Option<Result<Typed<EventTime>, Unread>> {
    let moment = |read: Typed<Stamp>| Typed { value: EventTime::Point(read.value, Precision::Exact), note: read.note };
    match field.kind {
        FieldKind::Happened => Some(EventTime::read(text, view.now)),
        FieldKind::Until if view.playbook.item(text).is_none() => Some(Stamp::read_ahead(text, view.now).map(moment)),
        FieldKind::Watch => Some(time_check::read(text, view.now).map(moment)),
        _ => None,
    }
}

/// How a time in a draft is understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Understood {
    /// Whether it says when something happened, and not what is recorded.
    pub happened: bool,
    pub read: Typed<EventTime>,
}

/// Every time in a draft.
pub fn understood(view: &View<'_>, draft: &Draft) -> Vec<Understood> {
    let read = |field: &Field, text: &str| match field.kind {
        FieldKind::Answer => {
            let read = Answer::read(view.playbook.question(draft.on.trim())?, text, view.now).ok()?;
            let Answer::When(value) = read.value else { return None };
            Some(Typed { value, note: read.note })
        }
        _ => time(view, field, text)?.ok(),
    };
    let texts = draft.texts();
    let texts = texts.filter_map(|(field, text)| Some(Understood { happened: field == &AT, read: read(field, text)? }));
    let cells = draft.cells().filter_map(|(typed, text)| {
        let (column, _) = column(view, draft, typed).filter(|(column, _)| column.kind == ColumnKind::When)?;
        let known = cells::read(&column, NO_CURRENCY, text, view.now).is_ok() && !text.trim().is_empty();
        known.then(|| EventTime::read(text, view.now).ok()).flatten().map(|read| Understood { happened: false, read })
    });
    texts.chain(cells).collect()
}

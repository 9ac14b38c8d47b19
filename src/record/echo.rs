//! How a field is understood while it is typed, and afterwards: the doors without a form have no echo while one types.

use super::common::AT;
use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::find;
use super::refusal::Refusal;
use super::verb::On;
use super::verbs::time_check;
use crate::base::text::counted;
use crate::base::{EventTime, Precision, Stamp, Typed, Unread};
use crate::guide::View;
use crate::guide::answer::Answer;

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
pub fn echo(view: &View<'_>, draft: &Draft, field: &'static Field) -> Option<Echo> {
    let text = draft.text(field)?;
    if let Some(read) = time(view, field, text) {
        return Some(match read {
            Ok(read) => Echo::Understood(read.value.short_in(view.now), read.note),
            Err(Unread::NotATime(_)) => Echo::NotYet,
            Err(why) => Echo::Not(why.into()),
        });
    }
    Some(match field.kind {
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
    texts.filter_map(|(field, text)| Some(Understood { happened: field == &AT, read: read(field, text)? })).collect()
}

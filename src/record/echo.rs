//! How a field is understood while it is typed, and afterwards: the doors without a form have no echo while one types.

use super::common::AT;
use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::find;
use super::refusal::Refusal;
use super::verb::On;
use super::verbs::time_check;
use crate::base::text::counted;
use crate::base::{EventTime, Stamp};
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
    let moment = |read: Result<crate::base::Typed<Stamp>, crate::base::Unread>| match read {
        Ok(read) => Echo::Understood(read.value.short_in(view.now), read.note),
        Err(crate::base::Unread::NotATime(_)) => Echo::NotYet,
        Err(why) => Echo::Not(why.into()),
    };
    Some(match field.kind {
        FieldKind::Happened => match EventTime::read(text, view.now) {
            Ok(read) => Echo::Understood(read.value.short_in(view.now), read.note),
            Err(crate::base::Unread::NotATime(_)) => Echo::NotYet,
            Err(why) => Echo::Not(why.into()),
        },
        FieldKind::Until => match view.playbook.item(text) {
            Some(item) => Echo::Item(item.title.clone()),
            None => moment(Stamp::read_ahead(text, view.now)),
        },
        FieldKind::Watch => moment(time_check::read(text, view.now)),
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

/// One sentence for each time in a draft: the moment as it is shown, and where another could have been meant how to write that.
pub fn understood(view: &View<'_>, draft: &Draft) -> Vec<String> {
    let say = |(field, _): (&'static Field, &str)| {
        let is_when = || {
            let question = view.playbook.question(draft.on.trim());
            question.is_some_and(|question| question.answer == crate::playbook::question::AnswerType::When)
        };
        if !field.kind.is_time() || field.kind == FieldKind::Answer && !is_when() {
            return None;
        }
        let Echo::Understood(shown, note) = echo(view, draft, field)? else { return None };
        if shown == Answer::Unknown.to_text() || field.kind == FieldKind::Answer && shown == "Not known yet" {
            return None;
        }
        let note = note.map_or_else(String::new, |note| format!(" {note}"));
        let what = if field == &AT { "Happened" } else { "Understood" };
        Some(format!("{what}: {shown}.{note}"))
    };
    draft.texts().filter_map(say).collect()
}

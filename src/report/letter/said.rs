//! What a content or an answer says in a letter: as the screens word it, with dates in the long form of the policy's country.

use crate::base::text::counted;
use crate::base::{EventTime, ItemId, Precision, Stamp};
use crate::case::Fact;
use crate::judge::evidence::registers;
use crate::judge::{Answer, View};
use crate::playbook::question::Question;
use crate::playbook::{Body, Item};
use chrono::NaiveDate;

/// What is recorded of an item, for people outside the house; `None` where nothing is, or only that it is not known yet.
pub fn said(view: &View<'_>, id: &ItemId) -> Option<String> {
    let item = view.playbook.item(id.as_str())?;
    match &item.body {
        Body::Question(question) => answered(view, item, question),
        Body::Decision(body) => {
            let option = view.knowledge().decided(id.as_str())?;
            body.options.iter().find(|known| known.id == option).map(|option| option.label.clone())
        }
        Body::Register(body) => registers::say(body, &registers::work_out(id, body, view.counting())),
        _ => match &view.state.at(view.knowledge().outcome(id.as_str())?).fact {
            Fact::TaskDone { value, .. } => Some(value.clone()),
            _ => None,
        },
    }
}

fn answered(view: &View<'_>, item: &Item, question: &Question) -> Option<String> {
    match view.knowledge().answer(item.id.as_str())? {
        Answer::Unknown => None,
        Answer::When(time) => Some(in_words(view, time)),
        Answer::Text(text) => Some(text),
        Answer::Rows(rows) if rows.is_empty() => Some("None".into()),
        Answer::Rows(rows) => {
            // The name alone: what stands beside it is for the house.
            let names: Vec<_> = rows.iter().map(|row| row.split(';').next().unwrap_or(row).trim()).collect();
            Some(listed(&names))
        }
        Answer::Many(chosen) if chosen.is_empty() => Some("None".into()),
        Answer::Many(chosen) => {
            let labels: Vec<_> = chosen.iter().map(|id| label(question, id)).collect();
            Some(listed(&labels))
        }
        Answer::One(id) => Some(label(question, &id).to_owned()),
        answer => Some(answer.show(question, view.now)),
    }
}

fn label<'q>(question: &'q Question, id: &'q str) -> &'q str {
    let found = question.options.iter().find(|option| option.id.as_str() == id);
    found.map_or_else(|| id.trim_start_matches("other:").trim(), |option| option.label.as_str())
}

/// `a, b and c`; of many the first fifty, and how many more.
fn listed(names: &[&str]) -> String {
    const MOST: usize = 50;
    match names {
        [only] => (*only).to_owned(),
        names if names.len() > MOST => {
            format!("{} and {}", names[..MOST].join(", "), counted(names.len() - MOST, "other", "others"))
        }
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
        [] => String::new(),
    }
}

/// `November 20, 2026` where the policy is one of the United States, else `20 November 2026`.
pub fn long_day(view: &View<'_>, day: NaiveDate) -> String {
    let american = view.playbook.jurisdiction.split(['-', ' ', ',']).next() == Some("US");
    day.format(if american { "%B %-d, %Y" } else { "%-d %B %Y" }).to_string()
}

/// A time for people outside the house: days in the long form, and the time of day where it is known.
fn in_words(view: &View<'_>, time: EventTime) -> String {
    let here = |at: Stamp| view.now.zone.stamp(at);
    let day = |at: Stamp| long_day(view, here(at).date());
    let moment = |at: Stamp| format!("{} at {}", day(at), here(at).clock());
    match time {
        _ if time.is_whole_days(view.now) => match time {
            EventTime::Window(Some(from), Some(to)) if here(from).date() != here(to).date() => {
                format!("{} to {}", day(from), day(to))
            }
            EventTime::Point(at, _) | EventTime::Window(Some(at), _) | EventTime::Window(None, Some(at)) => day(at),
            EventTime::Window(None, None) => "a day that is not known".into(),
        },
        EventTime::Point(at, Precision::Exact) => moment(at),
        EventTime::Point(at, Precision::About) => format!("{} at about {}", day(at), here(at).clock()),
        EventTime::Window(Some(from), Some(to)) => format!("{} to {}", moment(from), moment(to)),
        EventTime::Window(Some(from), None) => format!("some time since {}", moment(from)),
        EventTime::Window(None, Some(to)) => format!("some time before {}", moment(to)),
        EventTime::Window(None, None) => "a time that is not known".into(),
    }
}

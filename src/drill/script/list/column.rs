//! The columns of a list, and how other people head them.

use crate::base::written::words;
use crate::source::table::heading;

words! {
    /// A column that becomes something of the script.
    pub enum Column {
        Number = "number",
        Part = "part",
        AtMin = "at_min",
        EventTime = "event_time",
        Category = "category",
        Delivery = "delivery",
        From = "from",
        To = "to",
        Title = "title",
        Text = "text",
        Gist = "gist",
        Expected = "expected",
        Objectives = "objectives",
        Notes = "facilitator_notes",
    }
}

/// What a heading means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
    Column(Column),
    /// What became of the injects in an exercise: no part of a script.
    Run,
}

/// The columns that stand behind the others after an exercise.
pub const RUN: [&str; 4] = ["state", "sent_exercise", "sent_real", "reason"];

/// Other headings of each column, compared by their letters alone.
const HEADINGS: [(Column, &[&str]); 14] = [
    (Column::Number, &["no", "nr", "seq", "event no", "event number", "inject no", "inject number", "id", "serial"]),
    (Column::Part, &["module", "move", "phase"]),
    (Column::AtMin, &["at", "offset", "t+", "t", "minutes", "minute", "due"]),
    (Column::EventTime, &["time", "horaire", "hh:mm", "scenario time", "exercise time"]),
    (Column::Category, &["type", "inject type"]),
    (Column::Delivery, &["method", "mode", "means", "delivery method"]),
    (Column::From, &["originator", "sender", "source"]),
    (Column::To, &["recipient", "recipient player", "recipients", "audience", "recipient players"]),
    (Column::Title, &["synopsis", "subject", "headline"]),
    (Column::Text, &["description", "event description", "inject", "message", "inject text"]),
    (Column::Gist, &["gist", "summary"]),
    (
        Column::Expected,
        &[
            "expected action",
            "expected actions",
            "outcome",
            "expected outcome",
            "response",
            "expected response",
            "expected player action",
        ],
    ),
    (Column::Objectives, &["objective", "core capability", "core capabilities"]),
    (Column::Notes, &["notes", "comments", "comment", "facilitator notes"]),
];

/// How else a column is headed; for the manual.
pub fn headings_of(column: Column) -> &'static [&'static str] {
    HEADINGS.iter().find(|(known, _)| *known == column).map_or(&[], |(_, words)| words)
}

/// What a heading is known for; `None` where its cells are only kept.
pub fn known(written: &str) -> Option<Known> {
    // Signs alone are a heading too, and stand for nothing.
    let bare = heading(written);
    let own = if bare.is_empty() { return None } else { bare };
    // `Event #` is a number, `Inject` alone is the text of one.
    if written.trim_end().ends_with('#') && matches!(own.as_str(), "event" | "inject" | "item") {
        return Some(Known::Column(Column::Number));
    }
    let is = |word: &str| heading(word) == own;
    let column = Column::ALL.into_iter().find(|column| is(column.word()));
    let column = column
        .or_else(|| HEADINGS.iter().find(|(_, words)| words.iter().any(|word| is(word))).map(|(column, _)| *column));
    column.map(Known::Column).or_else(|| RUN.into_iter().any(is).then_some(Known::Run))
}

#[cfg(test)]
mod tests {
    use super::{Column, Known, known};

    #[test]
    fn headings_of_other_peoples_lists_are_known() {
        for (written, column) in [
            ("Event #", Column::Number),
            ("Inject", Column::Text),
            ("T+", Column::AtMin),
            ("HH:MM", Column::EventTime),
            ("Recipient Player(s)", Column::To),
            ("Event Description", Column::Text),
            ("Expected Action (by whom)", Column::Expected),
            ("FACILITATOR NOTES", Column::Notes),
            ("at_min", Column::AtMin),
        ] {
            assert_eq!(known(written), Some(Known::Column(column)), "{written}");
        }
        assert_eq!(known("sent_real"), Some(Known::Run));
        assert_eq!((known("Weather"), known("#")), (None, None));
    }
}

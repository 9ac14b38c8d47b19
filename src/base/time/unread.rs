//! Why something typed is no time: data, with a sentence for people and what to write instead.

use std::fmt;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    NotATime(String),
    /// No calendar has that day, such as 31 Feb.
    NoSuchDay(String),
    /// The clocks went forward over it.
    NeverWas {
        /// `02:30`.
        time: String,
        /// `8 Mar`.
        day: String,
        /// `02:00`.
        from: String,
        /// `03:00`.
        to: String,
    },
    /// The zone left that day out.
    DayLeftOut(String),
    /// A day without a year that is not in the half year before; or, for what lies ahead, in the half year to come.
    WhichYear {
        /// `30 Nov`.
        day: String,
        /// The last year in which that day has come.
        before: i32,
        /// The next.
        after: i32,
        why: Neither,
    },
    TwoReadings {
        typed: String,
        /// `10 November`.
        one: String,
        /// `11 October`.
        other: String,
        hint: &'static str,
    },
    /// A word for a zone that means several.
    WhichZone(String, &'static str),
    /// The zone's rule of that year is not known here.
    OldRule(String, String),
    /// Day of the week and date do not belong together.
    OtherWeekday(String, String, String),
    /// A window that ends before it begins.
    Reversed(String, String),
    TwoMoments(String),
    AboutAWindow(String),
}

/// Why neither the last such day nor the next is taken for a day without its year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Neither {
    /// The next is near, but has not come.
    NotYet,
    /// The last is long ago.
    LongAgo,
    /// What is meant lies ahead, and the next is far.
    FarAhead,
}

/// What a time can look like, for hints.
pub const FORMS: &str =
    "Write 02:13, yesterday 23:40, 20m ago, about 01:00, 22:00 to 02:13, 28 Nov 2026 16:00, 16:37 UTC, or 15 Jun 2017.";

impl Unread {
    pub fn hint(&self) -> String {
        match self {
            Self::NotATime(_) | Self::NoSuchDay(_) => FORMS.into(),
            Self::NeverWas { to, .. } => format!("Write a time before the change, or one from {to} on."),
            Self::DayLeftOut(_) => "Write another day, or the time with its offset.".into(),
            Self::WhichYear { day, before, after, .. } => {
                format!("Write the year: {day} {before} or {day} {after}.")
            }
            Self::TwoReadings { hint, .. } => (*hint).into(),
            Self::WhichZone(..) | Self::OldRule(..) => {
                "Write the offset from UTC, such as 16:37 +10:00 or 16:37 UTC.".into()
            }
            Self::OtherWeekday(..) => "Correct the date, or leave the day of the week out.".into(),
            Self::Reversed(..) => "Write the earlier time first, with its day where that is another.".into(),
            Self::TwoMoments(_) => "Write one of the two, with its zone.".into(),
            Self::AboutAWindow(_) => "Leave \"about\" out: a day or a window is not exact.".into(),
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATime(typed) => write!(f, "\"{typed}\" is not a time."),
            Self::NoSuchDay(typed) => write!(f, "\"{typed}\" is not a day of the calendar."),
            Self::NeverWas { time, day, from, to } => {
                write!(f, "{time} did not exist on {day}: from {from} clocks went to {to}.")
            }
            Self::DayLeftOut(day) => {
                write!(f, "{day} did not exist in this zone: the calendar went over it.")
            }
            Self::WhichYear { day, before, after, why } => match why {
                Neither::NotYet => {
                    write!(f, "{day} {after} has not come yet, and {day} {before} is more than half a year ago.")
                }
                Neither::LongAgo => {
                    write!(f, "{day} {before} is more than half a year ago, and {day} {after} has not come yet.")
                }
                Neither::FarAhead => {
                    write!(f, "{day} {before} is past, and {day} {after} is more than half a year away.")
                }
            },
            Self::TwoReadings { typed, one, other, .. } => {
                write!(f, "\"{typed}\" can be read two ways: {one} or {other}?")
            }
            Self::WhichZone(word, choice) => write!(f, "{word} means several times: {choice}?"),
            Self::OldRule(word, year) => {
                write!(f, "Before 2007 {word} changed its clocks on other days than now, and this is in {year}.")
            }
            Self::OtherWeekday(date, is, typed) => write!(f, "{date} is a {is}, not a {typed}."),
            Self::Reversed(from, to) => write!(f, "The window ends before it begins: {from} is after {to}."),
            Self::TwoMoments(typed) => write!(f, "The two times in \"{typed}\" are not the same moment."),
            Self::AboutAWindow(typed) => write!(f, "\"about {typed}\" is not one moment."),
        }
    }
}

impl std::error::Error for Unread {}

/// What was typed, cut to what a sentence holds.
pub(super) fn quote(text: &str) -> String {
    crate::base::text::cut(text, 60).into_owned()
}

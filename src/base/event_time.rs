//! When something happened, as people know it: a point or a window, exact, about, or not known.

use super::Stamp;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Precision {
    /// Read off a clock or a log.
    Exact,
    About,
}

/// When it happened; kept apart from when it was recorded. Whole days are the window from their first to their last millisecond.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventTime {
    Point(Stamp, Precision),
    /// Some time between two moments; `None` is an end that is not known.
    Window(Option<Stamp>, Option<Stamp>),
}

const HALF_AN_HOUR_S: i64 = 30 * 60;

impl EventTime {
    /// Reads the stored form, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(at) = Stamp::parse(text) {
            return Some(Self::Point(at, Precision::Exact));
        }
        if let Some(at) = text.strip_prefix("about ") {
            return Some(Self::Point(Stamp::parse(at)?, Precision::About));
        }
        if let Some(from) = text.strip_prefix("since ") {
            return Some(Self::Window(Some(Stamp::parse(from)?), None));
        }
        if let Some(to) = text.strip_prefix("until ") {
            return Some(Self::Window(None, Some(Stamp::parse(to)?)));
        }
        let (from, to) = text.split_once(" to ")?;
        let (from, to) = (Stamp::parse(from)?, Stamp::parse(to)?);
        (from <= to).then_some(Self::Window(Some(from), Some(to)))
    }

    /// The stored form, which [`EventTime::parse`] reads back.
    pub fn to_text(self) -> String {
        self.in_text(Stamp::to_text)
    }

    /// The stored form with every moment in UTC; it sorts by time.
    pub fn to_utc_text(self) -> String {
        self.in_text(Stamp::to_utc_text)
    }

    fn in_text(self, text: impl Fn(Stamp) -> String) -> String {
        match self {
            Self::Point(at, Precision::Exact) => text(at),
            Self::Point(at, Precision::About) => format!("about {}", text(at)),
            Self::Window(Some(from), Some(to)) => format!("{} to {}", text(from), text(to)),
            Self::Window(Some(from), None) => format!("since {}", text(from)),
            Self::Window(None, Some(to)) => format!("until {}", text(to)),
            Self::Window(None, None) => "not known".into(),
        }
    }

    /// Whether it may have been later than its earliest moment.
    pub fn is_open_window(self) -> bool {
        matches!(self, Self::Window(Some(from), to) if to != Some(from))
    }

    /// The first and the last moment that it can have been, for comparing two of them: "about" reaches half an hour either way,
    /// and an end that is not known goes as far as times go.
    pub fn reach(self) -> (Stamp, Stamp) {
        let moved = |at: Stamp, seconds: i64| at.checked_plus_seconds(seconds).unwrap_or(at);
        match self {
            Self::Point(at, Precision::Exact) => (at, at),
            Self::Point(at, Precision::About) => (moved(at, -HALF_AN_HOUR_S), moved(at, HALF_AN_HOUR_S)),
            Self::Window(from, to) => (from.unwrap_or_else(Stamp::first), to.unwrap_or_else(Stamp::last)),
        }
    }

    /// The earliest moment it can have been, where one is known; clocks of the policy start there.
    pub fn earliest(self) -> Option<Stamp> {
        match self {
            Self::Point(at, _) => Some(at),
            Self::Window(from, to) => from.or(to),
        }
    }
}

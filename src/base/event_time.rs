//! When something happened, as people know it: a point or a window, exact, about, or not known.

use super::Stamp;

/// How well a point in time is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Precision {
    /// Read off a clock or a log.
    Exact,
    /// Somebody's estimate.
    About,
}

/// When it happened; kept apart from when it was recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventTime {
    /// One moment.
    Point(Stamp, Precision),
    /// Some time between two moments; `None` is an end that is not known.
    Window(Option<Stamp>, Option<Stamp>),
}

impl EventTime {
    /// Reads `02:13`, `about 02:13`, `22:00 to 02:13`, `since 22:00`, `until 02:13`; each time as [`Stamp::parse_typed`] reads it.
    pub fn parse_typed(text: &str, now: Stamp) -> Option<Self> {
        let text = text.trim();
        let time = |t: &str| Stamp::parse_typed(t, now);
        if let Some(rest) = text.strip_prefix("about ").or_else(|| text.strip_prefix('~')) {
            return Some(Self::Point(time(rest)?, Precision::About));
        }
        if let Some(rest) = text.strip_prefix("since ") {
            return Some(Self::Window(Some(time(rest)?), None));
        }
        if let Some(rest) = text.strip_prefix("until ") {
            return Some(Self::Window(None, Some(time(rest)?)));
        }
        if let Some((from, to)) = text.split_once(" to ") {
            let (from, to) = (time(from)?, time(to)?);
            return (from <= to).then_some(Self::Window(Some(from), Some(to)));
        }
        Some(Self::Point(time(text)?, Precision::Exact))
    }

    /// The stored form, which [`EventTime::parse_typed`] reads back.
    pub fn to_text(self) -> String {
        match self {
            Self::Point(at, Precision::Exact) => at.to_text(),
            Self::Point(at, Precision::About) => format!("about {at}"),
            Self::Window(Some(from), Some(to)) => format!("{from} to {to}"),
            Self::Window(Some(from), None) => format!("since {from}"),
            Self::Window(None, Some(to)) => format!("until {to}"),
            Self::Window(None, None) => "not known".into(),
        }
    }

    /// For people: `22 Nov 02:13`, `about 22 Nov 02:13`, `21 Nov 22:00 to 22 Nov 02:13`.
    pub fn short(self) -> String {
        self.said(Stamp::short)
    }

    /// As [`EventTime::short`], with the year where it is another than that of `now`.
    pub fn short_in(self, now: Stamp) -> String {
        self.said(|at| at.short_in(now))
    }

    fn said(self, say: impl Fn(Stamp) -> String) -> String {
        match self {
            Self::Point(at, Precision::Exact) => say(at),
            Self::Point(at, Precision::About) => format!("about {}", say(at)),
            Self::Window(Some(from), Some(to)) => format!("{} to {}", say(from), say(to)),
            Self::Window(Some(from), None) => format!("since {}", say(from)),
            Self::Window(None, Some(to)) => format!("until {}", say(to)),
            Self::Window(None, None) => "not known".into(),
        }
    }

    /// The earliest moment it can have been, where one is known; stopwatches start there.
    pub fn earliest(self) -> Option<Stamp> {
        match self {
            Self::Point(at, _) => Some(at),
            Self::Window(from, to) => from.or(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_reads_back_as_the_same_time() {
        let now = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
        for typed in ["02:13", "about 01:00", "22:00 to 02:13", "since 22:00", "until 02:00"] {
            let time = EventTime::parse_typed(typed, now).unwrap();
            assert_eq!(EventTime::parse_typed(&time.to_text(), now), Some(time), "{typed}");
        }
        assert_eq!(
            EventTime::parse_typed("02:00 to 01:00", now),
            None,
            "a window cannot end before it starts"
        );
    }
}

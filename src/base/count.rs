//! Numbers of people or things as they are known at night: exact, an estimate, a range. Never 0 because nobody typed one.

use super::digits;
use super::quantity::Quantity;

pub type Count = Quantity<u64>;

impl Quantity<u64> {
    /// Reads `120`, `1,200`, and the words of [`Quantity`] around it. Refuses a range that runs backwards, and fewer than 0.
    pub fn parse_typed(text: &str) -> Option<Self> {
        let ends = |low: &str, high: &str| {
            let (low, high) = (whole(low)?, whole(high)?);
            (low <= high).then_some((low, high))
        };
        Self::read(text, whole, ends).filter(|read| *read != Self::LessThan(0))
    }

    /// The lowest and the highest value that it can be; an open end goes as far as numbers go.
    pub fn bounds(self) -> (u64, u64) {
        match self {
            Self::Exact(n) | Self::Estimate(n) => (n, n),
            Self::Range(low, high) => (low, high),
            Self::MoreThan(n) => (n.saturating_add(1), u64::MAX),
            Self::AtLeast(n) => (n, u64::MAX),
            Self::LessThan(n) => (0, n.saturating_sub(1)),
            Self::UpTo(n) => (0, n),
        }
    }

    /// The stored form, which [`Count::parse_typed`] reads back.
    pub fn to_text(self) -> String {
        self.words("fewer", |n| n.to_string())
    }
}

/// At most 15 digits.
fn whole(text: &str) -> Option<u64> {
    digits::of_whole(text).filter(|digits| digits.len() <= 15)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_runs_backwards_or_an_empty_count_is_refused() {
        for bad in ["", "120-80", "-5", "many", "12.5", "9999999999999999", "fewer than 0", "1001,400", "over"] {
            assert_eq!(Count::parse_typed(bad), None, "{bad:?}");
        }
        for good in
            ["0", "120", "about 120", "80 to 120", "more than 100", "at least 100", "fewer than 100", "up to 100"]
        {
            assert_eq!(Count::parse_typed(good).unwrap().to_text(), good);
        }
        assert_eq!(Count::parse_typed("80-120"), Some(Count::Range(80, 120)));
    }

    #[test]
    fn the_words_that_people_use_for_ranges_are_read() {
        for (typed, stored) in [
            ("between 80 and 120", "80 to 120"),
            ("about 80 to 120", "80 to 120"),
            ("Over 1,000", "more than 1000"),
            (">100", "more than 100"),
            (">= 100", "at least 100"),
            ("100+", "at least 100"),
            ("less than 100", "fewer than 100"),
            ("no more than 100", "up to 100"),
            ("at most 100", "up to 100"),
            ("roughly 100", "about 100"),
        ] {
            assert_eq!(Count::parse_typed(typed).map(Count::to_text).as_deref(), Some(stored), "{typed}");
        }
    }

    #[test]
    fn more_than_a_hundred_begins_at_a_hundred_and_one() {
        assert_eq!(Count::parse_typed("more than 100").unwrap().bounds(), (101, u64::MAX));
        assert_eq!(Count::parse_typed("fewer than 100").unwrap().bounds(), (0, 99));
    }
}

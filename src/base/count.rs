//! Numbers of people or things as they are known at night: exact, an estimate, a range. Never 0 because nobody typed one.

use super::digits;
use super::quantity::{Quantity, about};

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
            Self::Exact(n) => (n, n),
            Self::Estimate(n) => about(n, 1),
            Self::Range(low, high) => (low, high),
            Self::MoreThan(n) => (n.saturating_add(1), u64::MAX),
            Self::AtLeast(n) => (n, u64::MAX),
            Self::LessThan(n) => (0, n.saturating_sub(1)),
            Self::UpTo(n) => (0, n),
        }
    }

    /// For people: `1 person`, `about 480 persons`, `up to 1 person`.
    pub fn counted(self, one: &str, many: &str) -> String {
        let last = match self {
            Self::Range(_, last) => last,
            Self::Exact(n)
            | Self::Estimate(n)
            | Self::MoreThan(n)
            | Self::AtLeast(n)
            | Self::LessThan(n)
            | Self::UpTo(n) => n,
        };
        format!("{} {}", self.to_text(), if last == 1 { one } else { many })
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

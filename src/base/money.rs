//! Amounts of money, exact to the cent, so that "exceeds $100,000" can be decided at the cent.

use super::digits;
use super::quantity::{Quantity, about};
use std::cmp::Ordering;
use std::fmt;

/// No currency, by ISO 4217: where none is stated and none is wanted.
pub const NO_CURRENCY: [u8; 3] = *b"XXX";

/// An amount in one currency. Amounts of two currencies are never compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    /// ISO 4217 code in capitals.
    pub currency: [u8; 3],
    /// Hundredths of the unit.
    pub cents: i64,
}

impl Money {
    /// Reads `100000`, `$100,000.01`, `AUD 250`, `1_000.50 USD`; `default` is the currency when none is written.
    pub fn parse_typed(text: &str, default: [u8; 3]) -> Option<Self> {
        let text = text.trim().trim_start_matches('$').trim();
        if text.len() > 40 || !text.is_ascii() {
            return None;
        }
        let letters: Vec<u8> = text.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_uppercase()).collect();
        let currency = match letters.len() {
            0 => default,
            3 => [letters[0], letters[1], letters[2]],
            _ => return None,
        };
        let code: String = letters.iter().map(|b| char::from(*b)).collect();
        let upper = text.to_ascii_uppercase();
        let number =
            upper.strip_prefix(code.as_str()).or_else(|| upper.strip_suffix(code.as_str())).unwrap_or(&upper).trim();
        let number = number.trim_start_matches('$');
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        if part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let whole = digits::of_whole(whole)?;
        let cents: i64 = format!("{part:0<2}").parse().ok()?;
        Some(Self { currency, cents: whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)? })
    }

    pub fn compare(self, other: Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.cents.cmp(&other.cents))
    }
}

/// An amount as it is known at night. Who estimated it, and when, is who and when of the entry.
pub type Sum = Quantity<Money>;

impl Quantity<Money> {
    /// Reads an amount as [`Money::parse_typed`], and the words of [`Quantity`] around it. Refuses a range that runs backwards
    /// or has two currencies; where only one end names its currency, it is that of both.
    pub fn parse_typed(text: &str, default: [u8; 3]) -> Option<Self> {
        let one = |text: &str| Money::parse_typed(text, default);
        let ends = |low: &str, high: &str| {
            let high_alone = Money::parse_typed(high, default)?;
            let low = Money::parse_typed(low, high_alone.currency)?;
            let high = Money::parse_typed(high, low.currency)?;
            (low.compare(high)? != Ordering::Greater).then_some((low, high))
        };
        Self::read(text, one, ends).filter(|read| !matches!(read, Self::LessThan(Money { cents: 0, .. })))
    }

    pub fn currency(self) -> [u8; 3] {
        match self {
            Self::Exact(amount)
            | Self::Estimate(amount)
            | Self::Range(amount, _)
            | Self::MoreThan(amount)
            | Self::AtLeast(amount)
            | Self::LessThan(amount)
            | Self::UpTo(amount) => amount.currency,
        }
    }

    /// The lowest and the highest it can be, in hundredths; an open end goes as far as numbers go.
    pub fn bounds(self) -> (i64, i64) {
        match self {
            Self::Exact(amount) => (amount.cents, amount.cents),
            Self::Estimate(amount) => {
                let (low, high) = about(amount.cents.unsigned_abs(), 100);
                (low.try_into().unwrap_or(i64::MAX), high.try_into().unwrap_or(i64::MAX))
            }
            Self::Range(low, high) => (low.cents, high.cents),
            Self::MoreThan(amount) => (amount.cents.saturating_add(1), i64::MAX),
            Self::AtLeast(amount) => (amount.cents, i64::MAX),
            Self::LessThan(amount) => (0, amount.cents.saturating_sub(1)),
            Self::UpTo(amount) => (0, amount.cents),
        }
    }

    /// The stored form, which [`Sum::parse_typed`] reads back.
    pub fn to_text(self) -> String {
        self.words("less", |amount| amount.to_string())
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.currency {
            write!(f, "{}", char::from(letter))?;
        }
        let whole = (self.cents / 100).to_string();
        f.write_str(" ")?;
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ".{:02}", self.cents % 100)
    }
}

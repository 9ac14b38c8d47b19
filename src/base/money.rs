//! Amounts of money, exact to the cent, so that "exceeds $100,000" can be decided at the cent.

use std::cmp::Ordering;
use std::fmt;

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
        let letters: Vec<u8> =
            text.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_uppercase()).collect();
        let currency = match letters.len() {
            0 => default,
            3 => [letters[0], letters[1], letters[2]],
            _ => return None,
        };
        let code: String = letters.iter().map(|b| char::from(*b)).collect();
        let upper = text.to_ascii_uppercase();
        let number = upper
            .strip_prefix(code.as_str())
            .or_else(|| upper.strip_suffix(code.as_str()))
            .unwrap_or(&upper)
            .trim();
        let number = number.trim_start_matches('$').replace([',', '_', ' '], "");
        let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
        if whole.is_empty()
            || part.len() > 2
            || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let cents: i64 = format!("{part:0<2}").parse().ok()?;
        Some(Self { currency, cents: whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)? })
    }

    /// Compares two amounts of one currency.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.cents.cmp(&other.cents))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact_to_the_cent_and_reads_back() {
        fn read(text: &str) -> Option<Money> {
            Money::parse_typed(text, *b"USD")
        }
        assert_eq!(read("$100,000.01").unwrap().cents, 10_000_001);
        assert_eq!(read("AUD 250").unwrap().to_string(), "AUD 250.00");
        assert_eq!(read("1_000.5 usd").unwrap().to_string(), "USD 1,000.50");
        let amount = read("123456789.99").unwrap();
        assert_eq!(read(&amount.to_string()), Some(amount));
        for bad in ["", "about 5", "1.234", "-5", "5 dollars", "US$ 5 AUD"] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn two_currencies_are_not_compared() {
        let amount = |t| Money::parse_typed(t, *b"USD").unwrap();
        assert_eq!(amount("5").compare(amount("AUD 5")), None);
    }
}

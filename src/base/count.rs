//! Numbers of people or things as they are known at night: exact, an estimate, a range. Never 0 because nobody typed one.

/// A whole number and how well it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// Counted.
    Exact(u64),
    /// Somebody's estimate; compared by its value.
    Estimate(u64),
    /// At least the first, at most the second.
    Range(u64, u64),
}

impl Count {
    /// Reads `120`, `about 120`, `80-120`, `80 to 120`, `1,200`. Refuses a range that runs backwards.
    pub fn parse_typed(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("about ").or_else(|| text.strip_prefix('~')) {
            return Some(Self::Estimate(whole(rest)?));
        }
        let ends = text.split_once(" to ").or_else(|| text.split_once('-')).or_else(|| text.split_once('–'));
        if let Some((low, high)) = ends {
            let (low, high) = (whole(low)?, whole(high)?);
            return (low <= high).then_some(Self::Range(low, high));
        }
        whole(text).map(Self::Exact)
    }

    /// The lowest and the highest value that it can be.
    pub fn bounds(self) -> (u64, u64) {
        match self {
            Self::Exact(n) | Self::Estimate(n) => (n, n),
            Self::Range(low, high) => (low, high),
        }
    }

    /// The stored form, which [`Count::parse_typed`] reads back.
    pub fn to_text(self) -> String {
        match self {
            Self::Exact(n) => n.to_string(),
            Self::Estimate(n) => format!("about {n}"),
            Self::Range(low, high) => format!("{low} to {high}"),
        }
    }
}

/// Digits with optional thousands separators (`1,200`, `1_200`), at most 15 digits.
fn whole(text: &str) -> Option<u64> {
    let digits: String = text.trim().chars().filter(|c| !matches!(c, ',' | '_')).collect();
    let plain = !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_runs_backwards_or_an_empty_count_is_refused() {
        for bad in ["", "120-80", "-5", "many", "12.5", "9999999999999999"] {
            assert_eq!(Count::parse_typed(bad), None, "{bad:?}");
        }
        for good in ["0", "120", "about 120", "80 to 120"] {
            assert_eq!(Count::parse_typed(good).unwrap().to_text(), good);
        }
        assert_eq!(Count::parse_typed("80-120"), Some(Count::Range(80, 120)));
    }
}

//! How much, as it is known at night: exact, an estimate, a range, or one that is open at one end.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity<T> {
    /// Counted or read off a paper.
    Exact(T),
    /// Somebody's estimate; it stands for everything within ten per cent of it.
    Estimate(T),
    Range(T, T),
    /// More than this, and nobody knows how much more.
    MoreThan(T),
    AtLeast(T),
    LessThan(T),
    UpTo(T),
}

const ABOUT: [&str; 5] = ["about ", "around ", "roughly ", "approximately ", "~"];
const MORE: [&str; 4] = ["more than ", "over ", "above ", ">"];
const AT_LEAST: [&str; 4] = ["at least ", "no fewer than ", "no less than ", ">="];
const LESS: [&str; 5] = ["fewer than ", "less than ", "under ", "below ", "<"];
const UP_TO: [&str; 4] = ["up to ", "at most ", "no more than ", "<="];

/// How far "about" reaches: ten per cent either way, at least one unit, and outwards to whole ones. Fixed, and this program's
/// reading, not a policy's; the screens say so. `unit` is what a whole one is.
pub(super) fn about(value: u64, unit: u64) -> (u64, u64) {
    let reach = (value.div_ceil(10)).max(unit);
    (value.saturating_sub(reach), value.saturating_add(reach))
}

impl<T: Copy> Quantity<T> {
    /// Whether it is known only roughly.
    pub fn is_rough(self) -> bool {
        !matches!(self, Self::Exact(_))
    }

    /// Reads the words around numbers: `120`, `about 120`, `80 to 120`, `80-120`, `between 80 and 120`, `more than 100`,
    /// `over 100`, `at least 100`, `100+`, `fewer than 100`, `up to 100`. `one` reads a number; `two` reads the ends of a range
    /// and refuses one that runs backwards.
    pub(super) fn read(
        text: &str,
        one: impl Fn(&str) -> Option<T>,
        two: impl Fn(&str, &str) -> Option<(T, T)>,
    ) -> Option<Self> {
        let text = text.trim();
        let range = |(low, high): (&str, &str)| two(low, high).map(|(low, high)| Self::Range(low, high));
        // "at least" and ">=" go before what they begin with.
        for (words, made) in [
            (AT_LEAST.as_slice(), Self::AtLeast as fn(T) -> Self),
            (UP_TO.as_slice(), Self::UpTo),
            (MORE.as_slice(), Self::MoreThan),
            (LESS.as_slice(), Self::LessThan),
        ] {
            if let Some(rest) = after(text, words) {
                return one(rest).map(made);
            }
        }
        if let Some(rest) = text.strip_suffix('+') {
            return one(rest).map(Self::AtLeast);
        }
        if let Some(rest) = after(text, &["between "]) {
            return split(rest, &[" and ", " to "]).and_then(range);
        }
        let (estimate, text) = after(text, &ABOUT).map_or((false, text), |rest| (true, rest));
        match split(text, &[" to ", "-", "–"]) {
            // The ends of a range are estimates as they stand.
            Some(ends) => range(ends),
            None if estimate => one(text).map(Self::Estimate),
            None => one(text).map(Self::Exact),
        }
    }

    /// The stored form, which is read back as the same quantity. `less` is what people say for this unit: fewer, less.
    pub(super) fn words(self, less: &str, show: impl Fn(T) -> String) -> String {
        match self {
            Self::Exact(n) => show(n),
            Self::Estimate(n) => format!("about {}", show(n)),
            Self::Range(low, high) => format!("{} to {}", show(low), show(high)),
            Self::MoreThan(n) => format!("more than {}", show(n)),
            Self::AtLeast(n) => format!("at least {}", show(n)),
            Self::LessThan(n) => format!("{less} than {}", show(n)),
            Self::UpTo(n) => format!("up to {}", show(n)),
        }
    }
}

/// What stands behind one of these words, in capitals or not.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    let begins = |word: &&&str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    words.iter().find(begins).map(|word| text[word.len()..].trim())
}

fn split<'t>(text: &'t str, between: &[&str]) -> Option<(&'t str, &'t str)> {
    between.iter().find_map(|word| text.split_once(word))
}

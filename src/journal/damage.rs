//! What is wrong with a case, in sentences for every door: each begins with the file it is about.

use std::fmt;

/// One thing that is not as it was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// The file, from the folder of the case on; inert.
    pub place: String,
    /// Which sort of damage; stays the same between versions.
    pub code: &'static str,
    /// What is wrong and what to do, as sentences.
    pub says: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.says)
    }
}

/// The files that are named, each once, for a list with little room: the first, and how many more.
pub fn in_short(damage: &[Damage]) -> String {
    let mut places: Vec<&str> = damage.iter().map(|one| one.place.as_str()).collect();
    places.dedup();
    match places.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    }
}

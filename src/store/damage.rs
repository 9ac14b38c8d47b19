//! What is wrong with a case, in sentences for every door: each begins with the file it is about.

use super::Journals;
use crate::base::text::counted;
use crate::journal::Ordered;
use std::fmt;

/// Most faults that are told one by one; `verify` tells more.
const TOLD: usize = 50;

/// One thing that is not as it was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// The file, from the folder of the case on; inert.
    pub place: String,
    /// What is wrong and what to do, as sentences.
    pub says: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.says)
    }
}

/// Everything that is wrong with the journals, beyond unfinished writes; of very many faults the first. `ordered` is what
/// [`Journals::order`] gave.
pub fn of_journals(journals: &Journals, ordered: &Ordered<'_>) -> Vec<Damage> {
    let inside = journals.files.iter().flat_map(|file| {
        let faults = file.scan.faults.iter().filter(|fault| !fault.is_remark());
        faults.map(|fault| Damage { place: format!("journals/{}", file.name), says: fault.to_string() })
    });
    let between =
        ordered.faults.iter().map(|fault| Damage { place: "journals".into(), says: fault.to_string() });
    let mut all = inside.chain(between);
    let mut told: Vec<Damage> = all.by_ref().take(TOLD).collect();
    let more = all.count();
    if more > 0 {
        let says =
            format!("{}. See them with: breachbook verify", counted(more, "more fault", "more faults"));
        told.push(Damage { place: "journals".into(), says });
    }
    told
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

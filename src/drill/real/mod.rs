//! What in a text of an exercise reaches into the real world: phrases by which everybody knows that something has really happened, and
//! telephone numbers and addresses that may be somebody's. Places are byte ranges of the text.

mod networks;
mod phrases;

pub use phrases::{PHRASES, phrases, sounds_real};

use crate::base::numbers::{addresses_of_somebody, telephones_of_somebody};
use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// One of the phrases that say that this is not an exercise.
    Phrase,
    /// A telephone number other than 555-0100 to 555-0199, which are kept free for stories.
    Telephone,
    /// An e-mail address or the name of a host outside those that are kept free (RFC 2606, RFC 6761).
    Address,
    /// An IP address outside those that are kept free (RFC 5737, RFC 3849, RFC 9637).
    Network,
}

/// Something that may not stand in a text of an exercise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// Everything of the kind in a text, by its place. Takes time in proportion to the text.
pub fn found(text: &str) -> Vec<Found> {
    let networks = networks::networks(text);
    // An IP address is made of digits as a telephone number is.
    let apart = |range: &Range<usize>| !networks.iter().any(|(other, _)| meet(range, other));
    let numbers = telephones_of_somebody(text).into_iter().filter(apart);
    let hosts = addresses_of_somebody(text).into_iter().filter(apart);
    let real = networks.iter().filter(|(_, free)| !free).map(|(range, _)| range.clone());
    let of = |kind| move |range| Found { kind, range };
    let mut found: Vec<Found> = phrases(text).into_iter().map(of(Kind::Phrase)).collect();
    found.extend(numbers.map(of(Kind::Telephone)));
    found.extend(hosts.map(of(Kind::Address)));
    found.extend(real.map(of(Kind::Network)));
    found.sort_by_key(|one| (one.range.start, one.kind));
    found
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

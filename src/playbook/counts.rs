//! The two counts of a case: everybody affected, and those of them who live in the home jurisdiction.
//!
//! They are kept side by side because laws and policies count one or the other. Where a policy asks for one of them only, or
//! for neither, the count is kept beside it (verb `local`) and said not to be in it.

use crate::base::ItemId;
use serde::Serialize;

/// The column of a list in which residence stands, where a playbook names no other.
pub const RESIDENCE: &str = "residence";

/// Which questions count whom, and the list in which they may stand one by one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Counts {
    pub home: String,
    pub home_words: Vec<String>,
    /// The question how many persons are affected; of type `number`.
    pub persons: ItemId,
    /// The question how many of them live in the home jurisdiction; of type `number`, never the same as `persons`.
    pub residents: ItemId,
    #[serde(flatten)]
    pub list: Option<CountedList>,
}

/// A list register whose rows are affected persons.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CountedList {
    #[serde(rename = "list")]
    pub register: ItemId,
    pub column: ItemId,
}

impl Counts {
    /// Every word for the home jurisdiction, the one that is shown first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.home).chain(&self.home_words).map(String::as_str)
    }
}

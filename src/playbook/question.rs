//! Questions and the types of answer they take.

use crate::base::{ClauseId, ItemId};
use serde::Serialize;
use std::ops::Not;

/// What a question asks for.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    pub answer: AnswerType,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionText>,
    #[serde(skip_serializing_if = "Not::not")]
    pub other: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
    #[serde(skip)]
    pub currency: [u8; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_review: Option<ItemId>,
}

#[derive(Clone, Debug, Serialize)]
pub struct OptionText {
    pub id: ItemId,
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// The types of answer (section 2 of the policies' common data model).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerType {
    YesNo,
    OneOf,
    /// Any of the options, or none of them.
    ManyOf,
    /// A whole number: exact, estimate or range.
    Number,
    Money,
    When,
    Duration,
    Text,
    People,
    /// A list of devices, systems or data sets.
    Assets,
    /// A list of vendors, agencies, contractors.
    Parties,
    /// A list of places or jurisdictions.
    Places,
    /// A list of data elements: held together with a name or not, encrypted, redacted, public record.
    DataElements,
    /// The person who fills a role in this case.
    Person,
}

impl AnswerType {
    /// Every type, in the order of the manual.
    pub const ALL: [Self; 14] = [
        Self::YesNo,
        Self::OneOf,
        Self::ManyOf,
        Self::Number,
        Self::Money,
        Self::When,
        Self::Duration,
        Self::Text,
        Self::People,
        Self::Assets,
        Self::Parties,
        Self::Places,
        Self::DataElements,
        Self::Person,
    ];

    /// As written in a playbook.
    pub fn word(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::OneOf => "one_of",
            Self::ManyOf => "many_of",
            Self::Number => "number",
            Self::Money => "money",
            Self::When => "when",
            Self::Duration => "duration",
            Self::Text => "text",
            Self::People => "people",
            Self::Assets => "assets",
            Self::Parties => "parties",
            Self::Places => "places",
            Self::DataElements => "data_elements",
            Self::Person => "person",
        }
    }

    /// Whether its rows are persons, things or places that something can be done for, one by one.
    pub fn names_targets(self) -> bool {
        matches!(self, Self::People | Self::Assets | Self::Parties | Self::Places)
    }

    /// The names of the columns of a list type; the first is the name of the row. Empty for types that are not lists.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::People => &["name", "class", "residence", "contact", "note"],
            Self::Assets => &["name", "kind", "owner", "encrypted", "state", "note"],
            Self::Parties => &["name", "role", "contract", "contact", "note"],
            Self::Places => &["name", "jurisdiction", "note"],
            Self::DataElements => &["name", "with_name", "encrypted", "redacted", "public", "note"],
            _ => &[],
        }
    }
}

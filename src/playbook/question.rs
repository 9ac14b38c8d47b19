//! Questions and the types of answer they take.

use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;
use std::ops::Not;

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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ItemId>,
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

words! {
    /// The types of answer (section 2 of the policies' common data model).
    pub enum AnswerType {
        YesNo = "yes_no",
        OneOf = "one_of",
        /// Any of the options, or none of them.
        ManyOf = "many_of",
        /// A whole number: exact, estimate or range.
        Number = "number",
        Money = "money",
        When = "when",
        Duration = "duration",
        Text = "text",
        People = "people",
        /// A list of devices, systems or data sets.
        Assets = "assets",
        /// A list of vendors, agencies, contractors.
        Parties = "parties",
        /// A list of places or jurisdictions.
        Places = "places",
        /// A list of data elements: held together with a name or not, encrypted, redacted, public record.
        DataElements = "data_elements",
        /// The person who fills a role in this case.
        Person = "person",
    }
}

impl AnswerType {
    /// Whether its rows are persons, things or places that something can be done for, one by one; of options, those chosen.
    pub fn has_rows(self) -> bool {
        self.is_a_list_of_rows() || self == Self::ManyOf
    }

    /// The same where its rows are written one by one, each with columns.
    pub fn is_a_list_of_rows(self) -> bool {
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

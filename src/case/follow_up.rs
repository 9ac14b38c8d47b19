//! Follow-up: what a readiness review notes beside a point, whose it is and when it is to be looked at again.

use super::stored::Flat;
use crate::journal::Fields;
use chrono::NaiveDate;

/// Owner and date of a point of a review.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FollowUp {
    /// Who keeps it in order.
    pub owner: Option<String>,
    /// The day by which it is to be in order, or to be looked at again. Stored as RFC 3339 full-date.
    pub due: Option<NaiveDate>,
}

const OWNER: &str = "owner";
const DUE: &str = "due";

impl Flat for FollowUp {
    const KEYS: &[&str] = &["[owner]", "[due]"];

    /// Nothing where nothing was given.
    fn put(&self, fields: Fields) -> Fields {
        fields.text_if(OWNER, self.owner.as_deref()).text_if(DUE, self.due.map(|day| day.to_string()))
    }

    /// Entries of earlier versions have none, and a date that cannot be read counts as none.
    fn read(fields: &Fields) -> Option<Self> {
        Some(Self {
            owner: fields.get_text(OWNER).map(str::to_owned),
            due: fields.get_text(DUE).and_then(|day| day.parse().ok()),
        })
    }
}

impl FollowUp {
    /// For people: `owner: A. Ruiz; due 2027-01-31`. Empty where nothing was given.
    pub fn words(&self) -> String {
        let owner = self.owner.as_ref().map(|owner| format!("owner: {owner}"));
        let due = self.due.map(|due| format!("due {due}"));
        owner.into_iter().chain(due).collect::<Vec<_>>().join("; ")
    }
}

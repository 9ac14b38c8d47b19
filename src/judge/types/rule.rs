//! How a rule stands, and the groups of its elements.

use crate::base::written::words;
use serde::Serialize;

words! {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum RuleState: label {
        Met = "Met",
        NotMet = "Not met",
        Pending = "Pending",
        NotApplicable = "Does not apply",
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    Any,
    All,
    Unless,
}

//! How a page is printed, and what the record of a case lies in: all that a page knows beside its view.

use super::sheet::{Profile, Size};
use crate::base::CaseId;
use crate::journal::{Damage, Head};
use std::collections::BTreeMap;

/// How a page is printed. The default prints everything on the paper of the policy's country.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The name of the case: that of its folder.
    pub case: String,
    /// The case as its journals name it; `None` where none can be read.
    pub case_id: Option<CaseId>,
    /// What of the record is damaged or was altered: each page that is made from it says so.
    pub damage: Vec<Damage>,
    /// The last block of every run, as far as the view goes.
    pub heads: Vec<Head>,
    /// `None` is Letter where the policy is one of the United States, else A4.
    pub size: Option<Size>,
    pub profile: Profile,
    /// Who lets a released copy go.
    pub released_by: Option<String>,
    /// Who keeps the record; `None` is the organisation of the policy.
    pub organisation: Option<String>,
    /// Lines above a letter; empty where paper with a head is used.
    pub letterhead: Vec<String>,
    /// How the page is to be handled; `None` is `Confidential`.
    pub handling: Option<String>,
    /// The texts of letters that were drafted, by their SHA-256: what is printed of a letter is that very text.
    pub texts: BTreeMap<String, String>,
    /// The last block of every run of the control folder, where the page is made from it, too.
    pub control: Vec<Head>,
    /// The log by the time at which things happened, not by the time at which they were written down.
    pub by_happened: bool,
}

//! What an after-action report is made from: the case, and what the facilitators' side has beside it.

use crate::drill::Account;
use crate::journal::Head;
use crate::judge::View;

/// What the facilitators' side has beside the case.
pub struct Facilitators<'a> {
    pub account: &'a Account<'a>,
    /// The last block of every run of the control folder.
    pub heads: &'a [Head],
}

/// What a report is made from.
pub(super) struct Of<'v> {
    pub view: &'v View<'v>,
    pub told: Option<&'v Facilitators<'v>>,
}

impl<'v> Of<'v> {
    pub fn account(&self) -> Option<&'v Account<'v>> {
        self.told.map(|told| told.account)
    }
}

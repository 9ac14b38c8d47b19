//! The two counts in the status: everybody affected, and those who live in the home jurisdiction.

use crate::base::written::object;
use crate::judge::View;
use crate::judge::picture::counts::{CountStatus, CountsStatus, work_out};

/// `None` where the playbook names no counts.
pub(super) fn counts(of: &View<'_>) -> Option<Counts> {
    work_out(of.playbook, of.state, of.picture).map(Counts::of)
}

object! {
    Counts(status: CountsStatus) {
        let doubt = status.doubt();
    } => {
        home: String = status.home,
        persons: Counted = Counted::of(status.persons, None),
        residents: Counted = Counted::of(status.residents, Some(status.unclear)),
        doubt: Option<String> = doubt,
    }
}

object! {
    Counted(count: CountStatus, unclear: Option<u64>) => {
        #[serde(flatten)]
        count: CountStatus = count,
        /// Rows of the list that may live there or elsewhere.
        #[serde(skip_serializing_if = "Option::is_none")]
        listed_unclear: Option<u64> = unclear,
    }
}

//! The one zone of a page. A page is made from the record as it was at a moment of the record, so that the same journals give the same
//! page in any zone and at any hour.

use crate::base::{Stamp, Zone};
use crate::case::CaseState;
use chrono::FixedOffset;
use std::collections::BTreeMap;

/// The offset under which most entries were written; of several, the one of the moment, else the easternmost.
pub fn zone(state: &CaseState, moment: Stamp) -> Zone {
    let mut written: BTreeMap<i32, usize> = BTreeMap::new();
    for row in &state.log {
        *written.entry(row.recorded.at.instant().offset().local_minus_utc()).or_default() += 1;
    }
    let own = moment.instant().offset().local_minus_utc();
    let most = written.into_iter().max_by_key(|(offset, n)| (*n, *offset == own, *offset));
    let offset = most.and_then(|(offset, _)| FixedOffset::east_opt(offset));
    Zone::fixed(offset.unwrap_or(*moment.instant().offset()))
}

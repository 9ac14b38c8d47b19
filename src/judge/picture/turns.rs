//! The next moment at which time alone changes what is so: a limit is reached, or what was put off comes back.

use crate::base::Stamp;
use crate::judge::items::ItemStatus;
use crate::judge::picture::clocks::ClockStatus;

/// The earliest moment after `now` at which the case has to be looked at again although nothing was recorded.
pub fn at(now: Stamp, items: &[ItemStatus], clocks: &[ClockStatus]) -> Option<Stamp> {
    let put_off = items.iter().filter_map(|item| item.deferred.as_ref()?.0);
    let limits = clocks.iter().flat_map(ClockStatus::turns);
    // A limit is past once a whole second has gone by since.
    put_off.chain(limits.map(|due| due.plus_seconds(1))).filter(|at| *at > now).min()
}

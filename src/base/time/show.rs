//! Times as the reader is shown them: by the clocks of the reader's zone at that moment, and beside it as it was written, where
//! that was another offset.

use super::zone::Moments;
use super::{Now, Zone, words};
use crate::base::Stamp;
use chrono::{Datelike as _, Duration, NaiveDate};

/// Days that are shown without their year lie at most so far back, so that what is shown reads back.
const HALF_A_YEAR: i64 = 183;

impl Stamp {
    /// `22 Nov 02:13`, free of the order in which countries write day and month; with the year where it is not this one or the
    /// day is long past, `18 Oct 2025 13:43`; in the hour that came twice with its name, `1 Nov 01:50 EDT`; and with the time that
    /// was written where that was by another offset, `14 Apr 12:37 (16:37 UTC)`.
    pub fn short_in(self, now: impl Into<Now>) -> String {
        let now = now.into();
        format!("{} {}", day(now.zone.stamp(self).date(), now), self.clock_in(now))
    }

    /// The same where the day is known: `02:13`, `01:50 EDT`, `12:37 (16:37 UTC)`.
    pub fn clock_in(self, now: impl Into<Now>) -> String {
        let now = now.into();
        let here = now.zone.stamp(self);
        let text = in_full(here, now);
        if self.is_by_the_clock_of(now) {
            return text;
        }
        let other_day = self.date() != here.date();
        let day = if other_day { self.instant().format("%-d %b ").to_string() } else { String::new() };
        format!("{text} ({day}{} {})", self.clock(), offset(self))
    }

    /// `2026-11-22 02:13 +10:30`; one that was written with another offset as [`Self::short_in`], with both.
    pub fn long_in(self, now: impl Into<Now>) -> String {
        let now = now.into();
        if self.is_by_the_clock_of(now) { self.long() } else { self.short_in(now) }
    }

    /// Whether it was written with the offset that the reader's zone had then.
    fn is_by_the_clock_of(self, now: impl Into<Now>) -> bool {
        *self.instant().offset() == now.into().zone.offset_at(self)
    }
}

/// The time of day, with the name of the time where it came twice.
fn in_full(here: Stamp, now: Now) -> String {
    let local = here.instant().naive_local();
    match now.zone.moments(local) {
        Moments::Twice(..) => format!("{} {}", here.clock(), zone_name(here, now.zone, now)),
        Moments::Once(_) | Moments::Never(_) => here.clock(),
    }
}

/// `22 Nov`, with the year where it is not this one or the day is long past.
pub(in crate::base) fn day(date: NaiveDate, now: Now) -> String {
    let today = now.zone.stamp(now.at).date();
    let near = date.year() == today.year() && today - date <= Duration::days(HALF_A_YEAR);
    date.format(if near { "%-d %b" } else { "%-d %b %Y" }).to_string()
}

/// How to write the time of a zone at a moment: its name where that can be typed, else the offset.
pub(super) fn zone_name(at: Stamp, zone: Zone, now: Now) -> String {
    let own = zone.offset_at(at);
    zone.name_at(at).filter(|name| words::says(name, own, now)).map_or_else(|| offset(zone.stamp(at)), str::to_owned)
}

/// `UTC`, `+10:30`.
pub(super) fn offset(at: Stamp) -> String {
    if at.instant().offset().local_minus_utc() == 0 { "UTC".into() } else { at.instant().format("%:z").to_string() }
}

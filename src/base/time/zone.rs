//! A zone: which offset from UTC its clocks keep, on any day. The rules are data; where they come from is the system's matter.

use super::super::Stamp;
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeZone as _, Utc};

/// The rules of one zone. Cheap to copy; rules that were read live as long as the program.
#[derive(Clone, Copy, Debug)]
pub struct Zone(Rules);

#[derive(Clone, Copy, Debug)]
enum Rules {
    Fixed(FixedOffset),
    /// As the zone's table and its rule for the years after the table say.
    Table(&'static tz::TimeZone),
}

/// What a time of day on some day means in a zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moments {
    /// One moment, as nearly always.
    Once(Stamp),
    /// The clocks went back: the earlier and the later moment.
    Twice(Stamp, Stamp),
    /// The clocks went forward over it.
    Never(Gap),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The first moment after it, as the clocks then showed it.
    pub after: Stamp,
    /// What they would have shown without the change.
    pub from: NaiveDateTime,
}

/// No zone is further from UTC than this.
const FURTHEST_H: i64 = 16;

impl Zone {
    pub fn utc() -> Self {
        Self::fixed(Utc.fix())
    }

    pub const fn fixed(offset: FixedOffset) -> Self {
        Self(Rules::Fixed(offset))
    }

    /// A zone by rules that were read. They stay in memory until the program ends, so this is for the few zones of a run.
    pub fn of_rules(rules: tz::TimeZone) -> Self {
        Self(Rules::Table(Box::leak(Box::new(rules))))
    }

    /// A zone by a rule as POSIX writes it, `EST5EDT,M3.2.0,M11.1.0`; no file is read.
    pub fn of_posix(rule: &str) -> Option<Self> {
        let without_files = tz::TimeZoneSettings::new(&[], |_| Err("no files".into()));
        without_files.parse_posix_tz(rule).ok().map(Self::of_rules)
    }

    /// The offset in force, in whole minutes as stamps store it.
    pub fn offset_at(self, at: Stamp) -> FixedOffset {
        self.offset(at.instant().timestamp())
    }

    /// The same moment as the clocks of this zone show it.
    #[must_use]
    pub fn stamp(self, at: Stamp) -> Stamp {
        Stamp::new(at.instant().with_timezone(&self.offset_at(at)))
    }

    /// What the zone calls its time at a moment, such as `EDT`; `None` where it has no word for it.
    pub fn name_at(self, at: Stamp) -> Option<&'static str> {
        let Rules::Table(rules) = self.0 else { return None };
        let name = kind(rules, at.instant().timestamp())?.time_zone_designation();
        name.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(name).filter(|name| !name.is_empty())
    }

    /// The offset that this zone means by a word, within a year of a moment.
    pub fn offset_of_name(self, word: &str, around: Stamp) -> Option<FixedOffset> {
        let month = 30 * 86_400;
        let mut moments = (-13..=13).filter_map(|months| around.checked_plus_seconds(months * month));
        let named = |at: &Stamp| self.name_at(*at).is_some_and(|name| name.eq_ignore_ascii_case(word));
        moments.find(named).map(|at| self.offset_at(at))
    }

    pub fn moments(self, local: NaiveDateTime) -> Moments {
        let as_utc = local.and_utc().timestamp();
        // No zone changes its clocks twice within four hours.
        let hours = (-FURTHEST_H..=FURTHEST_H).step_by(4);
        let mut offsets: Vec<_> = hours.map(|hours| self.offset(as_utc + hours * 3600)).collect();
        offsets.sort_by_key(|offset| std::cmp::Reverse(offset.local_minus_utc()));
        offsets.dedup();
        let mut found = offsets.into_iter().filter_map(|offset| {
            let at = Stamp::new(offset.from_local_datetime(&local).single()?);
            (self.offset_at(at) == offset).then_some(at)
        });
        match (found.next(), found.next_back()) {
            (Some(first), Some(last)) => Moments::Twice(first, last),
            (Some(only), None) => Moments::Once(only),
            (None, _) => Moments::Never(self.gap(as_utc)),
        }
    }

    /// The first moment of a day; `None` for a day that the zone left out.
    pub fn begin(self, day: NaiveDate) -> Option<Stamp> {
        match self.moments(day.and_time(NaiveTime::MIN)) {
            Moments::Once(at) | Moments::Twice(at, _) => Some(at),
            Moments::Never(gap) => Some(gap.after).filter(|after| after.date() == day),
        }
    }

    /// The last millisecond before the day after; `None` for a day that the zone left out, and at the end of all calendars.
    pub fn end(self, day: NaiveDate) -> Option<Stamp> {
        self.begin(day)?;
        let next = day.succ_opt()?;
        let begun = self.begin(next).or_else(|| self.begin(next.succ_opt()?))?;
        Some(self.stamp(Stamp::new(begun.instant().checked_sub_signed(Duration::milliseconds(1))?)))
    }

    /// The change of clocks that leaps over a local time, given as seconds as if it were UTC.
    fn gap(self, local: i64) -> Gap {
        let shown = |at: i64| at + i64::from(self.offset(at).local_minus_utc());
        let (mut before, mut after) = (local - FURTHEST_H * 3600 * 2, local + FURTHEST_H * 3600 * 2);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if shown(middle) > local { after = middle } else { before = middle }
        }
        let without = after + i64::from(self.offset(before).local_minus_utc());
        let at = DateTime::from_timestamp(after, 0).unwrap_or_default();
        let from = DateTime::from_timestamp(without, 0).unwrap_or_default().naive_utc();
        Gap { after: Stamp::new(at.with_timezone(&self.offset(after))), from }
    }

    fn offset(self, timestamp: i64) -> FixedOffset {
        match self.0 {
            Rules::Fixed(offset) => offset,
            Rules::Table(rules) => {
                let seconds = kind(rules, timestamp).map_or(0, tz::LocalTimeType::ut_offset);
                FixedOffset::east_opt(seconds - seconds % 60).unwrap_or_else(|| Utc.fix())
            }
        }
    }
}

/// The kind of time in force. A table that says nothing about a moment goes on as it ended, or begins as it begins.
fn kind(rules: &'static tz::TimeZone, timestamp: i64) -> Option<&'static tz::LocalTimeType> {
    let rules = rules.as_ref();
    rules.find_local_time_type(timestamp).ok().or_else(|| {
        let last = rules.transitions().last().filter(|last| last.unix_leap_time() <= timestamp);
        rules.local_time_types().get(last.map_or(0, tz::timezone::Transition::local_time_type_index))
    })
}

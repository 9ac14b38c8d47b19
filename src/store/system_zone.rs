//! The zone of this computer: what the variable TZ names, else what the system is set to.

use crate::base::Zone;
use crate::base::text::{cut, inert_line};
use tz::TimeZone;

/// The zone of this computer. Where it is set to something that cannot be used, it is UTC, as for other programs.
pub fn system_zone() -> Zone {
    let rules = match std::env::var_os("TZ") {
        None => Some(local()),
        Some(name) => named(&name.to_string_lossy()),
    };
    rules.map_or_else(Zone::utc, Zone::of_rules)
}

/// A sentence where the variable TZ names no zone.
pub fn odd_zone() -> Option<String> {
    let name = std::env::var_os("TZ")?;
    let name = name.to_string_lossy();
    let known = named(&name).is_some();
    (!known).then(|| {
        format!(
            "The variable TZ is set to \"{}\", which is no time zone on this computer: times are read and shown in UTC.",
            cut(&inert_line(&name), 60)
        )
    })
}

/// An empty name is UTC, by convention; so are its own names where no zone files are installed.
fn named(name: &str) -> Option<TimeZone> {
    if ["", "UTC", "UTC0", "GMT", "GMT0"].contains(&name.trim_start_matches(':')) {
        return Some(TimeZone::utc());
    }
    #[cfg(unix)]
    return unix::settings().parse_posix_tz(name).ok();
    #[cfg(not(unix))]
    return Some(local());
}

#[cfg(unix)]
fn local() -> TimeZone {
    unix::settings().parse_local().unwrap_or_else(|_| TimeZone::utc())
}

#[cfg(unix)]
mod unix {
    use std::error::Error;
    use std::io::Read as _;
    use tz::TimeZoneSettings;

    /// The largest zone file of the database is below 4 KB, and below 64 KB in its longest form.
    const LARGEST: u64 = 1024 * 1024;

    pub(super) fn settings() -> TimeZoneSettings<'static> {
        TimeZoneSettings::new(TimeZoneSettings::DEFAULT_DIRECTORIES, plain_file)
    }

    /// TZ may name anything: nothing is read that is not a plain file of a sensible size.
    fn plain_file(path: &str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
        let known = std::fs::metadata(path)?;
        if !known.is_file() || known.len() > LARGEST {
            return Err("not a zone file".into());
        }
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The system answers for one moment at a time: its changes of clocks in the years around are looked for and kept.
#[cfg(not(unix))]
fn local() -> TimeZone {
    use chrono::{Datelike as _, Offset as _, TimeZone as _};
    const DAY: i64 = 86_400;
    let offset = |at: i64| {
        let at = chrono::DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
        chrono::Local.offset_from_utc_datetime(&at).fix().local_minus_utc()
    };
    let now = chrono::Utc::now();
    let first = now.timestamp() - i64::from(now.ordinal()) * DAY - 20 * 366 * DAY;
    let mut kinds = vec![offset(first)];
    let mut changes = Vec::new();
    for day in 0..30 * 366 {
        let (mut before, mut after) = (first + day * DAY, first + (day + 1) * DAY);
        if offset(before) == offset(after) {
            continue;
        }
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if offset(middle) == offset(before) { before = middle } else { after = middle }
        }
        let kind = offset(after);
        let place = kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
        changes.push(tz::timezone::Transition::new(after, place));
    }
    let kinds = kinds.into_iter().map(tz::LocalTimeType::with_ut_offset).collect::<Result<Vec<_>, _>>();
    let rules = kinds.ok().and_then(|kinds| TimeZone::new(changes, kinds, Vec::new(), None).ok());
    rules.unwrap_or_else(TimeZone::utc)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::base::Stamp;

    #[test]
    fn a_name_that_is_no_zone_and_a_device_are_none() {
        for name in
            ["Nowhere/Nothing", "/dev/zero", ":/dev/zero", "/proc/self/mem", "/", "..", "EST5EDT,M", "\u{1b}[2J"]
        {
            assert!(named(name).is_none(), "{name:?}");
        }
        for name in ["", ":", "UTC", ":UTC", "GMT0"] {
            let zone = Zone::of_rules(named(name).unwrap());
            assert_eq!(zone.offset_at(Stamp::epoch()).local_minus_utc(), 0, "{name:?}");
        }
        let zone = Zone::of_rules(named("EST5EDT,M3.2.0,M11.1.0").unwrap());
        let summer = Stamp::parse("2026-07-01T00:00:00Z").unwrap();
        assert_eq!(zone.stamp(summer).to_text(), "2026-06-30T20:00:00.000-04:00");
    }
}

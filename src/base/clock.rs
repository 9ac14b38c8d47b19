//! What a clock says. The clocks themselves live where the outside world is allowed; this is only their shape.

use super::{Now, Stamp, Zone};

/// One look at the computer's clocks, written into each entry as it was and never corrected afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The wall clock, with the offset in force.
    pub wall: Stamp,
    /// Milliseconds since the computer started, counting time asleep; 0 where the system cannot say.
    pub up_ms: u64,
    /// Which start of the computer `up_ms` counts from; empty where the system cannot say.
    pub boot: String,
    /// Whether the system believed that its clock was set from a time source.
    pub synced: bool,
}

impl Reading {
    /// Milliseconds since an earlier look: by the time since the start of the computer, which nobody sets, and which counts time
    /// asleep; by the wall clock where there is none. Never below 0.
    pub fn ms_since(&self, earlier: &Self) -> u64 {
        if self.up_ms > 0 && earlier.up_ms > 0 && self.boot == earlier.boot {
            return self.up_ms.saturating_sub(earlier.up_ms);
        }
        u64::try_from(self.wall.seconds_since(earlier.wall)).unwrap_or(0).saturating_mul(1000)
    }
}

pub trait Clock {
    fn read(&self) -> Reading;

    /// The rules of the zone whose time the wall clock shows.
    fn zone(&self) -> Zone;

    fn now(&self) -> Now {
        Now::new(self.read().wall, self.zone())
    }
}

/// A clock that stands still until it is moved; for tests and for rendering a case as of a given moment.
#[derive(Clone, Debug)]
pub struct FixedClock(std::cell::RefCell<Reading>, Zone);

impl FixedClock {
    /// A clock that shows this moment; a bare one in a zone that keeps its offset.
    pub fn at(now: impl Into<Now>) -> Self {
        let now = now.into();
        Self::in_zone(now.at, now.zone)
    }

    pub fn in_zone(at: Stamp, zone: Zone) -> Self {
        let wall = zone.stamp(at);
        let reading = Reading { wall, up_ms: 1_000, boot: "fixed".into(), synced: true };
        Self(std::cell::RefCell::new(reading), zone)
    }

    /// Moves wall and boot-time clock forward together.
    pub fn advance(&self, seconds: u32) {
        let mut reading = self.0.borrow_mut();
        reading.wall = self.1.stamp(reading.wall.plus_seconds(i64::from(seconds)));
        reading.up_ms += u64::from(seconds) * 1000;
    }
}

impl Clock for FixedClock {
    fn read(&self) -> Reading {
        self.0.borrow().clone()
    }

    fn zone(&self) -> Zone {
        self.1
    }
}

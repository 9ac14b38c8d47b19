//! The present moment as the reader of the screen has it: what the clock says, and the rules of the zone in which times are
//! read and shown.

use super::super::Stamp;
use super::Zone;
use std::ops::Deref;

#[derive(Clone, Copy, Debug)]
pub struct Now {
    pub at: Stamp,
    pub zone: Zone,
    /// Whether the policy is one of Australia, where EST and CST are other times than in America.
    pub australian: bool,
}

impl Now {
    pub fn new(at: Stamp, zone: Zone) -> Self {
        Self { at, zone, australian: false }
    }

    /// The same for a policy of a jurisdiction such as `AU` or `US-MO`.
    #[must_use]
    pub fn under(self, jurisdiction: &str) -> Self {
        let australian = jurisdiction.split(['-', ' ', ',']).next() == Some("AU");
        Self { australian, ..self }
    }
}

/// A moment in the zone that has its offset at all times; for what is stored, where every time has its own.
impl From<Stamp> for Now {
    fn from(at: Stamp) -> Self {
        Self::new(at, Zone::fixed(*at.instant().offset()))
    }
}

impl Deref for Now {
    type Target = Stamp;

    fn deref(&self) -> &Stamp {
        &self.at
    }
}

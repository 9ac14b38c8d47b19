//! Room on a disk: from when on people are told how much is left, and how.

/// Below this many bytes there is a word.
pub const LITTLE: u64 = 200_000_000;
/// Below this many bytes the warning stays.
pub const HARDLY: u64 = 20_000_000;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Room {
    /// Enough, or nobody knows.
    Enough,
    /// So many bytes: worth a word.
    Little(u64),
    Hardly(u64),
}

impl Room {
    /// What so many free bytes mean; `None` where the system does not tell.
    pub fn of(free: Option<u64>) -> Self {
        match free {
            Some(free) if free < HARDLY => Self::Hardly(free),
            Some(free) if free < LITTLE => Self::Little(free),
            _ => Self::Enough,
        }
    }

    /// Whether there is so little that it must stay in sight.
    pub fn is_hardly_any(self) -> bool {
        matches!(self, Self::Hardly(_))
    }

    /// Whether this tells of less room than `before` in a way that people should hear of.
    pub fn is_worse_than(self, before: Self) -> bool {
        let rank = |room| match room {
            Self::Enough => 0,
            Self::Little(_) => 1,
            Self::Hardly(_) => 2,
        };
        rank(self) > rank(before)
    }

    /// What is said; `None` where there is enough. Whole megabytes, never more than there are.
    pub fn words(self) -> Option<String> {
        match self {
            Self::Enough => None,
            Self::Little(free) => Some(format!("{} MB are free on the disk of this case.", free / 1_000_000)),
            Self::Hardly(free) => Some(format!(
                "The disk of this case is nearly full: {} MB are free. Free some space now.",
                free / 1_000_000
            )),
        }
    }
}

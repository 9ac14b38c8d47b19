//! On which side of an exercise a run of the program stands: the players', or the facilitator's, who has read the script.
//!
//! A run takes one side, once, and the other then refuses for the rest of its life. Whatever opens a script, a control folder or the
//! text of a bundled drill asks for a [`Facilitator`]; whatever opens an exercise whose drill has not ended asks for [`Players`].
//! This keeps a script off the players' screens by accident; it does not stop a player who has the source.

use std::cell::Cell;
use thiserror::Error;

/// The side of one run. It is made where the run begins, and nowhere else.
#[derive(Debug, Default)]
pub struct Side(Cell<Option<Taken>>);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Taken {
    Players,
    Facilitator,
}

/// That this run shows an exercise to its players.
#[derive(Clone, Copy, Debug)]
pub struct Players(());

/// That this run has seen, or may see, the script.
#[derive(Clone, Copy, Debug)]
pub struct Facilitator(());

/// The other side was taken before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("{} {}", self.what(), self.now())]
pub enum OtherSide {
    /// The script was seen here, and players are not to look on.
    HasSeenTheScript,
    /// Players have looked on here, and what is shown stays in the terminal.
    ShowsThePlayers,
}

impl OtherSide {
    pub fn what(self) -> &'static str {
        match self {
            Self::HasSeenTheScript => "This window has seen the script.",
            Self::ShowsThePlayers => "This window shows the exercise to its players.",
        }
    }

    pub fn now(self) -> &'static str {
        match self {
            Self::HasSeenTheScript => "Open another terminal for the players.",
            Self::ShowsThePlayers => "Open another terminal for the script.",
        }
    }
}

impl Side {
    /// The side of a run that has seen nothing yet.
    pub fn open() -> Self {
        Self::default()
    }

    /// Takes the players' side.
    ///
    /// # Errors
    /// If this run has taken the facilitator's.
    pub fn players(&self) -> Result<Players, OtherSide> {
        self.take(Taken::Players).then_some(Players(())).ok_or(OtherSide::HasSeenTheScript)
    }

    /// Takes the facilitator's side.
    ///
    /// # Errors
    /// If this run has taken the players'.
    pub fn facilitator(&self) -> Result<Facilitator, OtherSide> {
        self.take(Taken::Facilitator).then_some(Facilitator(())).ok_or(OtherSide::ShowsThePlayers)
    }

    fn take(&self, side: Taken) -> bool {
        let taken = self.0.get().unwrap_or(side);
        self.0.set(Some(taken));
        taken == side
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_takes_one_side_for_its_whole_life() {
        let side = Side::open();
        assert!(side.facilitator().is_ok() && side.facilitator().is_ok());
        assert_eq!(side.players().unwrap_err(), OtherSide::HasSeenTheScript);
        let side = Side::open();
        assert!(side.players().is_ok());
        assert_eq!(side.facilitator().unwrap_err(), OtherSide::ShowsThePlayers);
        assert!(side.players().is_ok(), "a refusal changes nothing");
    }
}

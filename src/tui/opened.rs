//! What is open: a case, or the exercise that somebody leads from a console. Everything that looks at a case sees the case of either.

use crate::journal::Head;
use crate::session::drill::{Away, Conduct};
use crate::session::{NotEnded, Session};
use crate::store::StoreError;
use std::ops::{Deref, DerefMut};

pub enum Opened {
    Case(Box<Session>),
    /// An exercise with its control folder.
    Led(Box<Conduct>),
}

impl Opened {
    /// The conduct of the exercise, where this is a console.
    pub fn conduct(&self) -> Option<&Conduct> {
        match self {
            Self::Case(_) => None,
            Self::Led(conduct) => Some(conduct),
        }
    }

    pub fn conduct_mut(&mut self) -> Option<&mut Conduct> {
        match self {
            Self::Case(_) => None,
            Self::Led(conduct) => Some(conduct),
        }
    }

    /// Begins a turn in every folder that it holds.
    pub fn begin_turn(&mut self) {
        match self {
            Self::Case(session) => session.turn(),
            Self::Led(conduct) => conduct.turn(),
        }
    }

    /// Takes in what others recorded. Says whether anything came, and if the laptop of a console slept meanwhile.
    ///
    /// # Errors
    /// If a folder cannot be read; what was read before stays.
    pub fn look_in(&mut self) -> Result<(bool, Option<Away>), StoreError> {
        match self {
            Self::Case(session) => Ok((session.refresh()?, None)),
            Self::Led(conduct) => conduct.tick(),
        }
    }

    /// Writes the last entry of this run in every folder that it holds.
    ///
    /// # Errors
    /// If a disk does not confirm it; whatever was acknowledged is there.
    pub fn leave(&mut self) -> Result<(), NotEnded> {
        match self {
            Self::Case(session) => session.end().map(drop),
            Self::Led(conduct) => conduct.leave(),
        }
    }

    /// The last confirmed block of this run in each folder, with the name of the folder.
    pub fn own_heads(&self) -> Vec<(String, Head)> {
        let of = |session: &Session| session.head().map(|head| (session.folder().name(), head.clone()));
        let control = self.conduct().map(Conduct::control);
        std::iter::once(&**self).chain(control).filter_map(of).collect()
    }
}

impl Deref for Opened {
    type Target = Session;

    fn deref(&self) -> &Session {
        match self {
            Self::Case(session) => session,
            Self::Led(conduct) => conduct.case(),
        }
    }
}

impl DerefMut for Opened {
    fn deref_mut(&mut self) -> &mut Session {
        match self {
            Self::Case(session) => session,
            Self::Led(conduct) => conduct.case_mut(),
        }
    }
}

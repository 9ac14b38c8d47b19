//! What screens and forms may look at. Nothing here can be changed by them.

use super::env::Offers;
use super::replay::Looking;
use super::screens::phone_list::Numbers;
use super::shelf::Shelf;
use crate::base::Now;
use crate::judge::View;
use crate::judge::picture::clocks::ClockState;
use crate::judge::view::replay::Replay;
use crate::session::Session;
use crate::session::drill::Conduct;

/// The world of one turn.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The open case.
    pub case: Option<&'a Session>,
    /// The moment of its past that is shown instead of the present.
    pub looking: Option<&'a Looking>,
    /// The conduct of the open exercise, where this is a console.
    pub conduct: Option<&'a Conduct>,
    /// Cases on this computer and the reviews among them, as far as they are read.
    pub shelf: &'a Shelf,
    /// What the phone list lacks, once it was looked through for Home.
    pub numbers: Option<Numbers>,
    /// Playbooks that a case can be opened with.
    pub offers: &'a Offers,
    /// The person at the keyboard.
    pub person: &'a str,
    /// The name by which the system knows whoever is logged in; empty if it knows none.
    pub login: &'a str,
    /// The number that the key of this turn chose: 1 to 9.
    pub digit: Option<usize>,
    /// The time, the same for the whole turn.
    pub now: Now,
}

impl<'a> Ctx<'a> {
    /// The open case, as it may be looked at in this turn.
    pub fn open(&self) -> Option<View<'a>> {
        let live = self.case.map(Session::view)?;
        Some(match self.looking {
            Some(looking) => {
                let then = looking.replay.moment().view(live.playbook, live.mode);
                View { person: live.person, role: live.role, ..then }
            }
            None => live,
        })
    }

    /// The moment that is looked back on from a console, and the case as it stood.
    pub fn back_on_console(&self) -> Option<(&'a Replay, &'a Conduct, View<'a>)> {
        Some((&self.looking?.replay, self.conduct?, self.open()?))
    }

    /// The revision of the case and the moment, which stands still for a minute where no stopwatch runs: what is made of the case
    /// for both stays true as long as both do.
    pub fn revision(&self) -> (u64, i64) {
        if let Some(looking) = self.looking {
            // No revision of the present is as high.
            return (u64::MAX - looking.turn, 0);
        }
        let runs =
            |session: &Session| session.assessment().clocks.iter().any(|clock| clock.state == ClockState::Running);
        let seconds = self.now.instant().timestamp();
        let moment = if self.case.is_some_and(runs) { seconds } else { seconds / 60 };
        // What is rated beside the case stands on its pages, too; both only grow.
        let beside = self.conduct.map_or(0, |conduct| conduct.control().revision());
        (self.case.map_or(0, Session::revision) + beside, moment)
    }
}

/// What time it is: that of the case, as it is or as it was, and where none is open that of the laptop.
pub(super) fn time(case: Option<&Session>, looking: Option<&Looking>, laptop: Now) -> Now {
    match looking {
        Some(looking) => looking.replay.moment().now,
        None => case.map_or(laptop, Session::now),
    }
}

//! The console opens on an exercise, for the first time or after nobody led it for a while.

use super::acts::Act;
use crate::case::ClockState;
use crate::page::{Document, console};
use crate::session::drill::{Away, Conduct};
use crate::tui::app::{App, Notice};
use crate::tui::card::Card;
use crate::tui::modal::Modal;
use crate::tui::opened::Opened;
use crate::tui::screens::ScreenId;

impl App {
    /// Leads an exercise from the facilitator's console.
    pub fn conduct(&mut self, conduct: Conduct) {
        self.screens.forget_case();
        conduct.case().person().clone_into(&mut self.person);
        let back = conduct.back();
        let mut say: Vec<String> =
            conduct.fault().map(ToString::to_string).into_iter().chain(conduct.warnings()).collect();
        let others = back.others.iter().map(|other| console::Other {
            person: &other.person,
            device: &other.device,
            run: &other.run,
            last: other.last,
        });
        say.extend(console::others(others));
        // The lines that named them are behind this screen now.
        if conduct.exercise().is_none_or(|exercise| exercise.state() == ClockState::NotStarted) {
            let name = conduct.case().folder().name();
            say.push(format!("Players: breachbook open {name}. Projector: breachbook drill show {name}"));
        }
        self.notice = Notice { alarm: conduct.fault().is_some(), text: say.join(" ") };
        self.case = Some(Opened::Led(Box::new(conduct)));
        self.screen = ScreenId::Drill;
        // What other cases left to do is read where no input waits.
        self.list_cases();
        if let Some(away) = back.away {
            self.comes_back(away);
        }
    }

    /// Says for how long nobody led the exercise here, and what the clock did: it goes on, or pauses from now on.
    pub(in crate::tui) fn comes_back(&mut self, away: Away) {
        let Some(conduct) = self.case.as_ref().and_then(Opened::conduct) else { return };
        let mut page = Document::default();
        page.text(console::away(&conduct.board(), away.ms, away.ran));
        let space = away.ran.then_some(("pause from now", Act::Pause));
        self.modals.push(Modal::Card(Card { space, ..Card::of("YOU ARE BACK", page) }));
    }
}

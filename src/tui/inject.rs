//! An inject that arrives at the players: it takes Now's place, before what else there is to read.

use super::app::App;
use super::card::Card;
use super::modal::Modal;
use super::screens::ScreenId;

impl App {
    /// The inject that stands in Now's place, and how many more wait: nobody is interrupted in the middle of a form or a line.
    pub(super) fn inject(&self) -> Option<(usize, usize)> {
        let free = self.looking.is_none()
            && self.modals.is_empty()
            && self.screen == ScreenId::Now
            && !self.screens.now.takes_text();
        let free = free && self.looking.is_none();
        self.case.as_ref().filter(|_| free)?.waiting_inject()
    }

    /// Shows what a record switched, behind an inject that waits.
    pub(super) fn tells_changed(&mut self, card: Card) {
        self.modals.push(Modal::Card(card));
        self.inject_comes_first();
    }

    /// An inject that arrived comes before a card that says what changed; the card is back once it was taken in.
    pub(super) fn inject_comes_first(&mut self) {
        let waits = self.case.as_ref().is_some_and(|case| case.waiting_inject().is_some());
        if waits && self.looking.is_none() && self.screen == ScreenId::Now && !self.projects {
            let changed = |modal: &Modal| matches!(modal, Modal::Card(card) if card.changed);
            if self.modals.iter().all(changed) {
                self.behind.append(&mut self.modals);
            }
        } else if !waits && self.modals.is_empty() {
            self.modals.append(&mut self.behind);
        }
    }
}

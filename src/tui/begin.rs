//! What a new case begins with: who may be at the keyboard, and a title that no other case bears.

use super::app::App;
use super::env::Offer;
use super::form::start;
use super::modal::Modal;
use super::screens::phone_list::{self, Numbers};
use crate::case::CaseState;
use crate::contacts::review::without_number;
use crate::journal::Mode;
use crate::judge::assess_with;
use crate::playbook::{Playbook, load};
use crate::record::keyboard::{self, Offered};

impl App {
    /// Asks who is at the keyboard of a new case.
    pub(super) fn begin(&mut self, at: usize, mode: Mode) {
        let Some(offer) = self.offers.get(at) else { return };
        // A playbook that cannot be read is said so when the case is opened.
        let names = load(&offer.sources()).playbook.map(|playbook| self.names_for(&playbook)).unwrap_or_default();
        let known = if self.person.trim().is_empty() { &self.login } else { &self.person };
        let form = start::form(at, offer, mode, &names, known);
        self.push(Modal::Form(Box::new(form)));
    }

    /// Who holds a role today by the phone list: nobody has recorded anything yet.
    pub(super) fn names_for(&self, playbook: &Playbook) -> Vec<Offered> {
        let Some(file) = (self.phones)().file else { return Vec::new() };
        let (state, now) = (CaseState::default(), self.now.under(&playbook.jurisdiction));
        let picture = assess_with(playbook, &state, &file.list, now);
        keyboard::offered(playbook, &state, &picture)
    }

    /// `Data breach response, 22 Nov 02:13`: cases of one policy are told apart by when they were opened.
    pub(super) fn title_for(&self, offer: &Offer) -> String {
        let title = format!("{}, {}", offer.whose().1, self.now.at.short_in(self.now));
        let taken = |title: &str| {
            let titles = self.shelf.cases().iter().filter_map(|case| case.known.as_ref()?.title.as_deref());
            let open = self.case.as_ref().and_then(|case| case.state().opening.as_ref());
            titles.chain(open.map(|opening| opening.title.as_str())).any(|other| other == title)
        };
        let mut titles = std::iter::once(title.clone()).chain((2..).map(|nth| format!("{title} ({nth})")));
        titles.find(|one| !taken(one)).unwrap_or(title)
    }

    /// Looks through the phone list for roles without a number.
    pub(super) fn count_numbers(&self) -> Numbers {
        let Some(file) = (self.phones)().file else { return Numbers::NoList };
        let playbooks: Vec<_> = self.offers.iter().filter_map(|offer| load(&offer.sources()).playbook).collect();
        let (lacking, all) = without_number(&file.list, &playbooks.iter().collect::<Vec<_>>());
        Numbers::Of { lacking, all }
    }

    /// The organisation's phone list, as it is now.
    pub(super) fn show_phones(&mut self) {
        // Beside an exercise nobody's number is shown, on Home neither.
        if let Some(exercise) = self.case.as_ref().filter(|case| case.mode() == Mode::Exercise) {
            for effect in phone_list::open(exercise, self.now.at.date()) {
                self.perform(effect);
            }
            return;
        }
        let found = (self.phones)();
        let effects = phone_list::card_of(found.file.as_ref(), &[], self.now.at.date());
        for effect in effects {
            self.perform(effect);
        }
        if let Some(remark) = found.remark {
            self.perform(super::effect::Effect::Say(remark));
        }
    }
}

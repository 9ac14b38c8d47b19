//! Each tabletop looked back on: behind every act of its play the case is shown as it was then, clock of the exercise included.

use super::play::watched;
use crate::replay::shown::Shown;
use breachbook::case::Upto;
use breachbook::contacts::PhoneList;
use breachbook::judge::view::replay::{Replay, Whole};

fn is_shown_as_it_was_played(id: &str, play: &str) {
    let mut shown = Vec::new();
    let held = watched(id, play, &mut |conduct| {
        let case = conduct.case();
        shown.push(Shown::of(case.playbook(), case.state().clone()));
    });
    let (case, phones) = (held.case(), PhoneList::default());
    let whole = Whole { playbook: case.playbook(), phones: &phones, state: case.state(), now: case.now() };
    for one in shown {
        let entries = one.state.log.len();
        let what = format!("{id} after {entries}");
        one.is(&Replay::at(whole, &Upto::Entry(entries - 1), None).expect(&what), &what);
    }
}

macro_rules! replayed {
    ($($name:ident $id:literal)*) => {
        $(#[test]
        fn $name() {
            is_shown_as_it_was_played($id, include_str!(concat!("../../../drills/plays/", $id, ".txt")));
        })*
    };
}

replayed! {
    the_excursion_form "trinity-form"
    the_forwarded_mailbox "shepherd-mailbox"
    the_shared_project_site "modot-project-site"
    the_booking_server "msu-clinic"
    the_lunch_accounts "morenet-meals"
}

//! Any case at any moment of its past: what it looked like after each entry, at a time, and as one run could know it.

mod commands;
mod every_moment;
mod moments;
mod screens;
pub mod shown;

use crate::support::desk::Desk;
use crate::verbs::draft;
use breachbook::contacts::PhoneList;
use breachbook::judge::View;
use breachbook::judge::view::replay::Whole;
use breachbook::page::refusal::{Voice, said};
use breachbook::record::{Refusal, decide};
use breachbook::session::Session;

/// The case of a session, as it is replayed.
fn whole<'a>(session: &'a Session, phones: &'a PhoneList) -> Whole<'a> {
    Whole { playbook: session.playbook(), phones, state: session.state(), now: session.now() }
}

/// What is refused in a moment of the past.
pub fn refused() -> Vec<(Desk, Refusal)> {
    let desk = Desk::open("trinity");
    let past = View { at: Some(0), ..desk.session.view() };
    let why = decide(&past, &draft("answer", "multiple_individuals", &[("value", "yes")])).unwrap_err();
    assert_eq!(said(&past, &why, Voice::Screen).line(), "This is 02:13. Esc returns to now.");
    vec![(desk, why)]
}

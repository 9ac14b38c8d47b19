//! Where the policy is silent: what the organisation wrote is shown as its own and never recorded by itself; its hours are local.

use crate::contacts::lists::{NIGHT, desk};
use crate::support::desk::clock;
use breachbook::session::Session;
use breachbook::store::CaseFolder;

#[test]
fn a_fill_in_is_shown_beside_the_silence_and_decides_nothing() {
    let desk = desk(NIGHT);
    let silence = desk.of("silences", "filing_site");
    assert_eq!(silence["fill_in"]["value"], "The Principal's drive");
    assert_eq!(silence["fill_in"]["decided_by"], "Principal");
    assert_eq!(silence["decided"], false);
    assert!(silence["value"].is_null());
    assert_eq!(desk.of("silences", "filing_site")["suggestion"], {
        let without = crate::support::desk::Desk::open("trinity");
        without.of("silences", "filing_site")["suggestion"].clone()
    });
}

#[test]
fn a_local_target_gives_a_clock_a_due_time_that_says_whose_it_is() {
    let mut desk = desk(NIGHT);
    desk.answer("discovered_at", "2026-11-22 01:53");
    let watch = desk.of("clocks", "clock_tell");
    assert_eq!(watch["basis"], "local");
    assert_eq!(watch["due"], "2026-11-22T03:53:00.000+10:30");
    assert_eq!(watch["local_target"]["say"], "local target, not in the policy");
    let other = desk.of("clocks", "clock_response");
    assert_eq!((other["basis"].as_str(), other["due"].is_null()), (Some("policy"), true));
}

#[test]
fn the_list_is_not_frozen_into_the_case() {
    let desk = desk(NIGHT);
    let folder = CaseFolder::open(&desk.case()).unwrap();
    let again = Session::open(folder, "M. Ito", Box::new(clock())).unwrap();
    assert!(again.phones().is_none());
    assert!(!desk.case().join("playbook/contacts.toml").exists());
}

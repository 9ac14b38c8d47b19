//! What people must first find to be needed: "if necessary", "if so advised", and what a policy leaves open.

use crate::support::desk::Desk;
use crate::support::say::{self, Deed};

#[test]
fn what_is_needed_only_if_so_advised_names_the_adviser() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    assert_eq!(desk.state("items", "inform_commissioner"), "to-be-decided");
    let needed = |adviser: Option<&str>| {
        say::task(
            "inform_commissioner",
            Deed::Needed { reason: "Health data.".into(), adviser: adviser.map(Into::into) },
        )
    };
    assert!(desk.refused(needed(None)).contains("nobody is named"));
    desk.record(needed(Some("MOORES")));
    assert_eq!(desk.state("items", "inform_commissioner"), "due");
}

#[test]
fn advice_against_a_call_keeps_the_name_of_the_adviser() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let outcome = Deed::RuledOut { reason: "Not now.".into(), adviser: Some("B. Counsel".into()) };
    let receipt = desk.record(say::task("inform_commissioner", outcome));
    let told = breachbook::page::log::describe(Some(desk.session.playbook()), &receipt.recorded, desk.session.now());
    assert_eq!(told.value, "Not now.; advised by B. Counsel");
    assert_eq!(desk.state("items", "inform_commissioner"), "ruled-out");
}

//! What people must first find to be needed: "if necessary", "if so advised", and what a policy leaves open.

use crate::support::command::{Command, TaskOutcome};
use crate::support::desk::Desk;

#[test]
fn what_is_needed_only_if_so_advised_names_the_adviser() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    assert_eq!(desk.state("items", "inform_commissioner"), "to-be-decided");
    let needed = |adviser: Option<&str>| Command::Task {
        id: "inform_commissioner".into(),
        target: None,
        outcome: TaskOutcome::Needed { reason: "Health data.".into(), adviser: adviser.map(Into::into) },
    };
    assert!(desk.refused(needed(None)).contains("nobody is named"));
    desk.record(needed(Some("MOORES")));
    assert_eq!(desk.state("items", "inform_commissioner"), "due");
}

#[test]
fn advice_against_a_call_keeps_the_name_of_the_adviser() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let outcome = TaskOutcome::RuledOut { reason: "Not now.".into(), adviser: Some("B. Counsel".into()) };
    let receipt = desk.record(Command::Task { id: "inform_commissioner".into(), target: None, outcome });
    let told = breachbook::page::log::describe(Some(desk.session.playbook()), &receipt.recorded, desk.session.now());
    assert_eq!(told.value, "Not now.; advised by B. Counsel");
    assert_eq!(desk.state("items", "inform_commissioner"), "ruled-out");
}

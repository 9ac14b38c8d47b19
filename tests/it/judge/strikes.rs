//! A struck entry counts no more, as if it had never been recorded, and stays readable; the strike can itself be struck.

use crate::support::desk::{Desk, call};
use crate::support::say::{self, Deed, ON, v};
use breachbook::page::log::{struck_by, told};
use breachbook::record::Draft;
use serde_json::Value;

fn strike(entry: &str, reason: &str) -> Draft {
    let reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
    say::strike(entry).with_some(&v::strike::REASON, reason)
}

fn desk() -> Desk {
    Desk::open_text("every_kind", include_str!("../support/every_kind.toml"))
}

/// What the case says, without how often it was written to.
fn picture(desk: &Desk) -> Value {
    let mut status = desk.status();
    let of = status.as_object_mut().unwrap();
    for key in ["heads", "entries", "last", "seal", "seals"] {
        of.remove(key);
    }
    // That a stop was struck out is said of its clock for ever.
    for clock in of["clocks"].as_array_mut().unwrap() {
        clock.as_object_mut().unwrap().remove("undone");
    }
    status
}

fn task(id: &str, outcome: Deed) -> Draft {
    say::task(id, outcome)
}

/// One of everything that people record.
fn every_record() -> Vec<Draft> {
    let id = |id: &str| id.to_owned();
    vec![
        say::answer(id("really"), id("no")),
        say::answer(id("how_many"), id("9000")).with(&v::answer::SOURCE, id("A count")),
        task("if_told", Deed::Needed { reason: id("Law"), adviser: Some(id("B. Counsel")) }),
        task("if_told", Deed::RuledOut { reason: id("Not here"), adviser: Some(id("B. Counsel")) }),
        call("tell_head", "reached"),
        say::pass_on(id("tell_head")).with(&v::pass_on::TO, id("C. Ito")),
        say::decided(id("together"), id("yes")).with(&v::decision::SEAT, id("head")),
        say::prohibition(id("leave_on")).with(&v::prohibition::BROKEN, id("Switched off")),
        say::defer(id("which"), id("in 30m")),
        say::silence(id("who_pays"), id("The owner")).with(&v::silence::ROLE, id("head")),
        say::contact(id("head")).with(&v::contact::PERSON, id("P. Lee")).with(&v::contact::CHANNEL, id("555-0142")),
        say::count(id("mails"), id("9")),
        say::row(id("readers"), id("Ana Example; residence=Ohio")),
        say::note_about(id("really"), id("A note")),
        say::time_check(id("02:20")),
        say::handover(id("M. Ito")),
    ]
}

#[test]
fn whatever_people_record_can_be_struck_and_the_case_is_as_if_it_had_never_been_recorded() {
    let mut desk = desk();
    // Something to go back to.
    desk.answer("really", "yes");
    desk.answer("places", "Hall\nGym");
    for command in every_record() {
        let (before, person) = (picture(&desk), desk.session.person().to_owned());
        let name = desk.record(command.clone()).name;
        let with = picture(&desk);
        let receipt = desk.record(strike(&name, "Typed into the wrong case"));
        assert_eq!(picture(&desk), before, "{command:?}");
        assert_eq!(desk.session.person(), person);
        // The receipt says what was struck: its name, what it says, and who wrote it.
        let echo = &desk.said(&receipt).remarks[0];
        assert!(echo.starts_with(&format!("Struck out: {name} (")) && echo.contains("by R. Okafor"), "{echo}");
        // It stays readable, with who struck it and why.
        let state = desk.session.state();
        let at = (0..state.log.len()).find(|at| state.name(*at) == name).unwrap();
        let by = struck_by(state, at).unwrap();
        assert!(by.contains(&receipt.name) && by.ends_with(": Typed into the wrong case"), "{by}");
        assert!(
            told(Some(desk.session.playbook()), state, state.log.len() - 1, desk.session.now()).value.contains(&name)
        );
        // And it counts again when the strike is struck.
        desk.record(strike(&receipt.name, "It was right"));
        assert_eq!(picture(&desk), with, "{command:?}");
        let last = desk.session.state().log.len() - 1;
        let again = desk.session.state().name(last);
        desk.record(strike(&again, "It was wrong after all"));
        assert_eq!(picture(&desk), before, "{command:?}");
    }
}

#[test]
fn what_an_answer_had_replaced_counts_again_and_the_receipt_says_so_and_what_changes() {
    let mut desk = Desk::open("trinity");
    let first = desk.answer("recalled", "yes");
    let second = desk.answer("recalled", "no");
    let receipt = desk.record(strike(&second.name, "The answer of another case"));
    assert_eq!(desk.of("items", "recalled")["value"], "yes");
    let said = desk.said(&receipt);
    let now = said.remarks.iter().find(|said| said.starts_with("Counts now")).unwrap();
    assert!(now.contains(&first.name) && now.contains("Yes"), "{now}");
    let receipt = desk.record(strike(&first.name.to_uppercase(), "That, too"));
    assert_eq!(desk.state("items", "recalled"), "pending");
    let said = desk.said(&receipt);
    let changed: Vec<_> = said.changes.iter().map(|change| change.id.as_str()).collect();
    assert!(changed.contains(&"recalled"), "{changed:?}");
}

#[test]
fn a_strike_asks_for_the_reason_but_for_the_slip_of_a_moment_ago() {
    let mut desk = desk();
    let older = desk.answer("really", "yes").name;
    let slip = desk.answer("how_many", "9").name;
    let refused = desk.refused(strike(&older, ""));
    assert!(refused.contains("No reason is given") && refused.contains(&format!("{older} (Yes · ")), "{refused}");
    // The last record of another run is nobody's slip here.
    let mut second = desk.second_session("A. Ruiz");
    let other = second.submit(&strike(&slip, " "));
    assert!(other.unwrap_err().to_string().contains("No reason is given"));
    desk.record(strike(&slip, ""));
    assert_eq!(desk.state("items", "how_many"), "open");
    let again = desk.refused(strike(&slip, "Twice"));
    assert!(again.contains("was struck out already, by"), "{again}");
}

#[test]
fn the_course_of_the_case_and_what_the_program_wrote_are_not_struck() {
    let mut desk = desk();
    let opening = desk.session.state().name(0);
    let refused = desk.refused(strike(&opening, "Never mind"));
    assert!(refused.contains("cannot be struck out") && refused.contains("closed with the reason"), "{refused}");
    desk.record(say::close("Head").with(&v::close::REASON, "Drill").with(&v::close::ANYWAY, ON));
    let reopened = desk.record(say::reopen("No")).name;
    let closing = {
        let state = desk.session.state();
        state.name(state.log.len() - 2)
    };
    for name in [closing, reopened] {
        assert!(desk.refused(strike(&name, "x")).contains("cannot be struck out"), "{name}");
    }
}

#[test]
fn a_line_of_the_log_and_a_name_that_means_nothing_are_refused_with_what_helps() {
    let mut desk = desk();
    let name = desk.answer("really", "yes").name;
    let refused = desk.refused(strike("2", "x"));
    assert!(refused.contains("lines move") && refused.contains(&format!("Line 2 is now {name} (Yes · ")), "{refused}");
    assert!(desk.refused(strike("#2", "x")).contains(&name));
    assert!(desk.refused(strike("200", "x")).contains("such as k4-12"));
    for nothing in ["", "zz-1", &format!("{name}9"), "the last one", "\u{1b}[2J-1"] {
        assert!(desk.refused(strike(nothing, "x")).contains("There is no entry"), "{nothing:?}");
    }
    assert_eq!(desk.session.state().log.len(), 2);
}

/// A chain of strikes, each of the last one, as somebody makes it by holding a key: what is said of its end stays short.
#[test]
fn a_chain_of_strikes_is_told_one_link_at_a_time() {
    let mut desk = desk();
    let first = desk.answer("really", "yes").name;
    let mut last = desk.record(strike(&first, "Wrong case"));
    let short = desk.said(&last).remarks.join(" ").len();
    for _ in 0..40 {
        last = desk.record(strike(&last.name, "No, right"));
        let state = desk.session.state();
        let told = told(Some(desk.session.playbook()), state, state.log.len() - 1, desk.session.now());
        let said = desk.said(&last).remarks.join(" ");
        assert!(told.value.len() < 200 && said.len() < 2 * short + 200, "{} {}", told.value, said);
    }
}

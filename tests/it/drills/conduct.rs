//! The worked example of a drill through the console's engine on a set clock, with the console killed after each of its entries.

use super::table::Table;
use crate::support::command::Command;
use breachbook::case::Verdict;
use breachbook::session::Session;

/// What a player records.
pub fn call(session: &mut Session, outcome: &str) {
    session.refresh().unwrap();
    session.submit(&crate::support::desk::call("tell_privacy_officer", outcome).draft()).unwrap();
}

pub fn decide(session: &mut Session, id: &str, option: &str, role: &str, happened: Option<&str>) {
    session.refresh().unwrap();
    let decided = Command::Decide {
        person: None,
        standing_in: None,
        id: id.into(),
        option: option.into(),
        role: Some(role.into()),
        reason: Some("As talked over".into()),
        adviser: None,
    };
    let mut draft = decided.draft();
    if let Some(happened) = happened {
        draft.give(&breachbook::record::common::AT, happened);
    }
    session.submit(&draft).unwrap();
}

/// The twelve entries, each by who makes it. A player's program lives as long as the exercise.
pub type Step = fn(&mut Table, &mut Session);

pub const STEPS: [Step; 12] = [
    |table, _| drop(table.lead("10:00:00").start().unwrap()),
    |table, _| drop(table.lead("10:00:30").send("1").unwrap()),
    |table, player| {
        table.at("10:04:30");
        call(player, "no_answer");
    },
    |table, player| {
        table.at("10:08:00");
        call(player, "reached");
    },
    |table, _| drop(table.lead("10:12:00").pause(None).unwrap()),
    |table, _| drop(table.lead("10:15:00").send("2").unwrap()),
    |table, _| drop(table.lead("10:17:00").resume().unwrap()),
    |table, player| {
        table.at("10:22:00");
        decide(player, "escalate", "escalate", "privacy_officer", Some("15:44"));
    },
    |table, _| drop(table.lead("10:24:00").judge("e4", Verdict::Partly, None).unwrap()),
    |table, _| drop(table.lead("10:25:00").part("p2").unwrap()),
    |table, player| {
        table.at("10:31:00");
        decide(player, "notify_individuals", "notify", "response_team", None);
    },
    |table, _| drop(table.lead("10:33:00").end().unwrap()),
];

/// The entries of the case, as the example places them.
pub const PLACED: [&str; 11] = [
    "exercise_clock Fri 15:30:00 0:00",
    "released Fri 15:30:30 0:30",
    "called Fri 15:34:30 4:30",
    "called Fri 15:38:00 8:00",
    "exercise_clock Fri 15:42:00 12:00",
    "released Fri 15:42:00 12:00",
    "exercise_clock Fri 15:42:00 12:00",
    "decided Fri 15:47:00 17:00",
    "exercise_clock Mon 08:00:00 20:00",
    "decided Mon 08:06:00 26:00",
    "exercise_clock Mon 08:08:00 28:00",
];

#[test]
fn the_worked_example_holds_to_the_second() {
    let mut table = Table::set();
    let mut player = table.player();
    STEPS.iter().for_each(|step| step(&mut table, &mut player));
    assert_eq!(table.told(), PLACED);
    let last = table.lead("10:40:00");
    assert_eq!(last.played_ms(), 28 * 60_000, "the end stands still");
    assert_eq!(last.now().at.to_text(), "2026-11-16T08:08:00.000+11:00");
}

#[test]
fn it_holds_with_the_console_killed_after_each_entry() {
    for killed in 0..STEPS.len() {
        let mut table = Table::set();
        let mut player = table.player();
        for (at, step) in STEPS.iter().enumerate() {
            step(&mut table, &mut player);
            if at == killed {
                table.kill();
            }
        }
        assert_eq!(table.told(), PLACED, "killed after entry {}", killed + 1);
        let conduct = table.lead("10:40:00");
        let judged = conduct.control().state().log.iter().filter(|row| row.recorded.facilitator).count();
        assert_eq!(judged, 2, "opened and judged once, killed after entry {}", killed + 1);
        assert_eq!(conduct.plan().slots.iter().filter(|slot| slot.sent.is_some()).count(), 2);
    }
}

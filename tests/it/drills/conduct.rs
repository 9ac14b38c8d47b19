//! The worked example of a drill through the console's engine on a set clock, with the console killed after each of its entries and
//! between the folders, and its vectors.

use super::table::Table;
use super::worked::SCRIPT;
use crate::support::say::{self, v};
use breachbook::case::{Fact, Verdict};
use breachbook::session::Session;

/// What a player records.
pub fn call(session: &mut Session, outcome: &str) {
    session.refresh().unwrap();
    session.submit(&crate::support::desk::call("tell_privacy_officer", outcome)).unwrap();
}

pub fn decide(session: &mut Session, id: &str, option: &str, role: &str, happened: Option<&str>) {
    session.refresh().unwrap();
    let decided = say::decided(id, option).with(&v::decision::SEAT, role).with(&v::decision::REASON, "As talked over");
    let mut draft = decided;
    if let Some(happened) = happened {
        draft.give(&breachbook::record::common::AT, happened);
    }
    session.submit(&draft).unwrap();
}

/// The twelve entries, each by who makes it. A player's program lives as long as the exercise.
pub type Step = fn(&mut Table, &mut Session, &str);

pub const STEPS: [(&str, Step); 12] = [
    ("10:00:00", |table, _, at| drop(table.lead(at).start().unwrap())),
    ("10:00:30", |table, _, at| drop(table.lead(at).send("1").unwrap())),
    ("10:04:30", |table, player, at| {
        table.at(at);
        call(player, "no_answer");
    }),
    ("10:08:00", |table, player, at| {
        table.at(at);
        call(player, "reached");
    }),
    ("10:12:00", |table, _, at| drop(table.lead(at).pause(None).unwrap())),
    ("10:15:00", |table, _, at| drop(table.lead(at).send("2").unwrap())),
    ("10:17:00", |table, _, at| drop(table.lead(at).resume().unwrap())),
    ("10:22:00", |table, player, at| {
        table.at(at);
        decide(player, "escalate", "escalate", "privacy_officer", Some("15:44"));
    }),
    ("10:24:00", |table, _, at| drop(table.lead(at).judge("e4", Verdict::Partly, None).unwrap())),
    ("10:25:00", |table, _, at| drop(table.lead(at).part("p2").unwrap())),
    ("10:31:00", |table, player, at| {
        table.at(at);
        decide(player, "notify_individuals", "notify", "response_team", None);
    }),
    ("10:33:00", |table, _, at| drop(table.lead(at).end().unwrap())),
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

pub const FIGURES: [&str; 11] = [
    "e1 met, 7:30",
    "e2 met, 16:30",
    "e3 missed, closed at 22:00",
    "e4 partly judged; not judged",
    "e5 partly, late by 4:00",
    "first call 4:00, real 4:00, reached 7:30, real 7:30",
    "first_report 7:30, real 7:30",
    "escalation 16:30, real 21:30, said 13:30",
    "notify 25:30, real 30:30",
    "minutes 28:00, real 33:00, paused 5:00 (1), set anew 1",
    "3 offered 18:00",
];

/// Plays all of it; `between` may do something after each entry, by its number from 1.
pub fn play(table: &mut Table, player: &mut Session, mut between: impl FnMut(usize, &mut Table)) {
    for (at, (clock, step)) in STEPS.iter().enumerate() {
        step(table, player, clock);
        between(at + 1, table);
    }
    table.lead("10:40:00");
}

#[test]
fn the_worked_example_holds_to_the_second() {
    let mut table = Table::worked();
    let mut player = table.player();
    play(&mut table, &mut player, |_, _| {});
    assert_eq!(table.told(), PLACED);
    assert_eq!(table.figures(), FIGURES);
    let last = table.lead("10:41:00");
    assert_eq!(last.played_ms(), 28 * 60_000, "the end stands still");
    assert_eq!(last.now().at.to_text(), "2026-11-16T08:08:00.000+11:00");
}

#[test]
fn it_holds_with_the_console_killed_after_each_entry() {
    for killed in 1..=STEPS.len() {
        let mut table = Table::worked();
        let mut player = table.player();
        play(&mut table, &mut player, |at, table| {
            if at == killed {
                table.kill();
            }
        });
        assert_eq!(table.told(), PLACED, "killed after entry {killed}");
        assert_eq!(table.figures(), FIGURES, "killed after entry {killed}");
        let control = &table.lead("10:41:00").control().state().log;
        assert_eq!(control.len(), 2, "opened and judged once, killed after entry {killed}");
    }
}

/// Vector b: it dies after entry 9 and comes back at 10:24:40.
#[test]
fn going_on_after_a_death_changes_nothing_and_pausing_from_then_on_moves_the_rest() {
    let mut table = Table::worked();
    let mut player = table.player();
    for (clock, step) in &STEPS[..9] {
        step(&mut table, &mut player, clock);
    }
    table.conduct = None;
    table.at("10:24:40");
    table.kill();
    let back = table.lead("10:24:40").back();
    assert_eq!((back.away.unwrap().ms, back.away.unwrap().ran), (40_000, true), "entry 9 was this console's last");
    let said = breachbook::page::console::away(&table.lead("10:24:40").board(), 40_000, true);
    assert_eq!(said, "Away 0:40, the clock ran on. Exercise time is Fri 15:49.");
    table.lead("10:24:40").pause(None).unwrap();
    table.lead("10:26:40").resume().unwrap();
    let later = [("10:27:00", 9), ("10:33:00", 10), ("10:35:00", 11)];
    for (clock, at) in later {
        (STEPS[at].1)(&mut table, &mut player, clock);
    }
    table.lead("10:40:00");
    let placed: Vec<_> = table.told().into_iter().filter(|line| !line.contains("Fri 15:49:40")).collect();
    assert_eq!(placed, PLACED, "every minute as before");
    let figures = table.figures();
    assert!(figures.contains(&"notify 25:30, real 32:30".to_owned()), "{figures:?}");
    assert!(figures.contains(&"minutes 28:00, real 35:00, paused 7:00 (2), set anew 1".to_owned()), "{figures:?}");
}

/// Vector c: part 2 starts before what the clock shows.
#[test]
fn a_part_never_sets_the_clock_back_and_says_so() {
    let text = SCRIPT.replace("2026-11-16T08:00:00+11:00", "2026-11-13T15:45:00+11:00");
    let mut table = Table::on(&text.replacen("minutes = 20", "minutes = 15", 1));
    let mut player = table.player();
    play(&mut table, &mut player, |at, table| {
        if at == 10 {
            let said = breachbook::page::console::remarks(&table.lead("10:25:00").board()).join("\n");
            assert_eq!(
                said,
                "The part did not set the clock to Fri 15:45:00, for that would be back; it went on from Fri 15:50:00."
            );
        }
    });
    assert_eq!(table.told()[8..10], ["exercise_clock Fri 15:50:00 20:00", "decided Fri 15:56:00 26:00"]);
    assert!(table.figures().iter().any(|line| line.ends_with("paused 5:00 (1), set anew 0")));
}

/// Whatever the disk refuses while both folders are made: either nothing says that the exercise is led, or it can be led.
#[test]
fn killed_between_the_folders_an_exercise_can_be_led_or_says_that_it_is_not() {
    use crate::support::failing_disk::FailingDisk;
    let mut table = Table::empty(SCRIPT);
    for call in 0.. {
        let disk = FailingDisk::at(call, true, std::io::ErrorKind::Other, false);
        match table.begin_on(&|| disk.boxed()) {
            Ok(_) => {
                assert!(call > 40, "every call was made to fail");
                break;
            }
            Err(error) => {
                let said = error.to_string();
                assert!(said.ends_with('.'), "{call}: {said}");
                let cases = std::fs::read_dir(table.cases()).into_iter().flatten().flatten();
                for case in cases.filter(|case| case.file_name().to_string_lossy().starts_with("ex-")) {
                    table.case = Some(case.path());
                    let state = breachbook::case::CaseState::of(&table.case().read().unwrap().order());
                    match table.open() {
                        Ok(mut led) => drop(led.start().unwrap()),
                        Err(_) => assert!(state.drill_opening().is_none(), "{call}: it is led, and cannot be"),
                    }
                    std::fs::remove_dir_all(case.path()).unwrap();
                }
                let _ = std::fs::remove_dir_all(table.control());
            }
        }
    }
}

#[test]
fn a_release_that_was_not_confirmed_goes_out_again_under_the_same_name() {
    use crate::support::failing_disk::FailingDisk;
    // Calls of a first send: file, bytes, sync, folder; where the third fails, a new segment is tried, and its third fails as well.
    for (first, second) in [(1, 5), (2, 6), (3, 7)] {
        let mut table = Table::worked();
        table.lead("10:00:00").start().unwrap();
        table.conduct = None;
        let disk = FailingDisk::at(first, false, std::io::ErrorKind::Other, true);
        let mut conduct = table.open_on(&|| disk.boxed()).unwrap();
        let tried = conduct.case().head().cloned();
        assert_eq!(tried, None);
        // The first failure alone is mended by the program itself.
        let sent = conduct.send("1").unwrap().recorded.id;
        assert_eq!(sent.seq, 1, "failed at call {first}, {second}");
        drop(conduct);
        table.kill();
        let state = table.conduct.as_ref().unwrap().case().state();
        let out: Vec<_> = state.releases().map(|at| state.at(at).id.clone()).collect();
        assert_eq!(out, [sent], "it is out once, also where the first try reached the disk");
        assert!(matches!(state.at(state.releases().next().unwrap()).fact, Fact::Released { .. }));
    }
}

#[test]
fn a_send_that_no_disk_took_is_not_told_as_sent_and_keeps_its_name() {
    use crate::support::failing_disk::FailingDisk;
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    table.conduct = None;
    let disk = FailingDisk::at(usize::MAX, false, std::io::ErrorKind::StorageFull, false);
    let full = FailingDisk::at(0, true, std::io::ErrorKind::StorageFull, false);
    let mut conduct = table.open_on(&|| full.boxed()).unwrap();
    let error = conduct.send("1").unwrap_err().to_string();
    assert!(error.contains("disk is full"), "{error}");
    assert_eq!(conduct.plan().slot("1").unwrap().sent, None, "nothing is told as sent");
    assert!(conduct.send("1").is_err());
    drop(conduct);
    let mut conduct = table.open_on(&|| disk.boxed()).unwrap();
    assert_eq!(conduct.send("1").unwrap().recorded.id.seq, 1);
}

/// A second `part` line began the part again, with its windows and due times.
#[test]
fn the_part_that_is_played_is_not_begun_again() {
    let mut table = Table::on(SCRIPT);
    table.lead("10:00:00").start().unwrap();
    table.lead("10:20:00").part("p2").unwrap();
    let said = table.lead("10:21:00").part("p2").unwrap_err().to_string();
    assert!(said.contains("is the part that is played"), "{said}");
    assert_eq!(table.lead("10:22:00").exercise().unwrap().parts.len(), 2);
}

//! Two laptops that share the folder of the case by whatever copies files: clocks that differ, entries that nobody had seen, clock
//! entries that contradict each other, journals that arrive in any order.

use super::conduct::{FIGURES, PLACED, STEPS, decide, play};
use super::table::{Table, said};
use super::worked::SCRIPT;
use crate::support::say;
use breachbook::case::ClockState;
use breachbook::record::Draft;
use breachbook::record::verbs::time_check;
use breachbook::session::Session;
use std::path::Path;

fn check_time(session: &mut Session, watch: &str) {
    session.submit(&Draft::new(&time_check::VERB, "").with(&time_check::WATCH, watch)).unwrap();
}

/// Vector d: row 8 comes from a laptop that is 0:40 behind.
#[test]
fn a_laptop_that_is_behind_is_placed_by_its_watch_and_said_to_be_unsure_without_one() {
    for compared in [true, false] {
        let mut table = Table::worked();
        let mut player = table.player();
        let mut elsewhere = table.player_elsewhere(-40);
        if compared {
            table.at("09:58:00");
            let conduct = table.lead("09:58:00");
            conduct.compare_clock(&Draft::new(&time_check::VERB, "").with(&time_check::WATCH, "09:58:00")).unwrap();
            elsewhere.refresh().unwrap();
            check_time(&mut elsewhere, "09:58:00");
        }
        for (at, (clock, step)) in STEPS.iter().enumerate() {
            step(&mut table, if at == 7 { &mut elsewhere } else { &mut player }, clock);
        }
        table.lead("10:40:00");
        let told: Vec<_> = table.told().into_iter().filter(|line| !line.starts_with("time_checked")).collect();
        let figures = table.figures();
        let escalation = figures.iter().find(|line| line.starts_with("escalation")).unwrap();
        if compared {
            assert_eq!(told, PLACED);
            assert_eq!(escalation, "escalation 16:30, real 21:30, said 13:30");
        } else {
            assert_eq!(told[7], "decided Fri 15:46:20 16:20");
            assert!(
                escalation.starts_with("escalation 15:50,") && escalation.ends_with("not compared"),
                "{escalation}"
            );
        }
    }
}

/// Vector e: a player who had not seen the pause answers in it.
#[test]
fn an_answer_by_somebody_who_had_not_seen_the_pause_stands_at_the_pause() {
    let mut table = Table::worked();
    let mut player = table.player();
    for (clock, step) in &STEPS[..4] {
        step(&mut table, &mut player, clock);
    }
    table.lead("10:12:00").pause(None).unwrap();
    table.at("10:13:00");
    player.submit(&say::note("Still talking")).unwrap();
    table.lead("10:13:30");
    let told = table.told();
    assert!(told.contains(&"noted Fri 15:42:00 12:00".to_owned()), "{told:?}");
}

/// The blocks of a journal: its header, and each entry.
fn blocks(text: &str) -> Vec<&str> {
    let mut starts: Vec<_> = text.match_indices("[[entry]]\n").map(|(at, _)| at).collect();
    starts.insert(0, 0);
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

fn grow(folder: &Path, name: &str, blocks: &[&str]) {
    std::fs::write(folder.join(name), blocks.concat()).unwrap();
}

/// Vector f: the journals arrive block by block, in every order of two, on a console that watches them come.
#[test]
fn journals_that_arrive_in_any_order_come_to_the_same_times_and_figures() {
    let mut table = Table::worked();
    let mut player = table.player();
    play(&mut table, &mut player, |_, _| {});
    table.conduct = None;
    let folder = table.case().journals_path();
    let files: Vec<(String, String)> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(file.path()).unwrap())
        })
        .collect();
    assert_eq!(files.len(), 2, "a journal of the console and one of the table");
    let all: Vec<Vec<&str>> = files.iter().map(|(_, text)| blocks(text)).collect();
    // First one journal ahead of the other by so many blocks, then the other.
    for (one, other) in [(0, 1), (1, 0)] {
        for ahead in 0..=all[one].len() {
            for (name, _) in &files {
                std::fs::remove_file(folder.join(name)).unwrap();
            }
            grow(&folder, &files[one].0, &all[one][..ahead.max(1)]);
            let longest = all[one].len().max(all[other].len());
            // The one that opened the case must be there for a console to come up.
            let opens =
                |name: &str| std::fs::read_to_string(folder.join(name)).is_ok_and(|text| text.contains("drill_opened"));
            let mut conduct = None;
            for step in 1..=longest {
                grow(&folder, &files[other].0, &all[other][..step.min(all[other].len())]);
                grow(&folder, &files[one].0, &all[one][..(ahead + step).min(all[one].len())]);
                if conduct.is_none() && (opens(&files[one].0) || opens(&files[other].0)) {
                    conduct = Some(table.open().unwrap());
                }
                if let Some(conduct) = &mut conduct {
                    let conduct: &mut breachbook::session::drill::Conduct = conduct;
                    conduct.refresh().unwrap();
                }
            }
            table.at("10:40:00");
            let mut conduct = conduct.unwrap();
            conduct.refresh().unwrap();
            assert_eq!(said(&conduct.account()), FIGURES, "{one} ahead by {ahead}");
            assert_eq!(table.told(), PLACED, "{one} ahead by {ahead}");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if !target.exists() {
            // What is there already belongs to a run that goes on.
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn two_consoles_that_did_not_see_each_other_stand_still_until_one_settles_it() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    table.lead("10:01:00").send("1").unwrap();
    // A second console on a copy of both folders, as on another laptop.
    let first = table.conduct.take().unwrap();
    let mut other = Table::empty(SCRIPT);
    copy(&table.cases(), &other.cases());
    copy(&table.control(), &other.control());
    other.case = Some(other.cases().join(table.case().name()));
    other.at("10:02:00");
    other.conduct = Some(other.open().unwrap());
    let known = other.lead("10:02:00").other_consoles();
    assert_eq!((known.len(), known[0].person.as_str()), (1, "F. Lead"), "the first is named");
    table.conduct = Some(first);
    table.lead("10:03:00").pause(None).unwrap();
    table.lead("10:04:00").send("2").unwrap();
    other.lead("10:05:00").part("p2").unwrap();
    other.lead("10:05:30").send("2").unwrap();
    copy(&other.cases(), &table.cases());
    let conduct = table.lead("10:06:00");
    assert!(conduct.back().unsettled);
    assert_eq!(conduct.exercise().unwrap().state(), ClockState::Paused);
    let stands = conduct.now().at;
    // Of two that did not see each other, neither is the earlier one by a clock.
    let either = ["2026-11-13T15:33:00.000+11:00", "2026-11-16T08:00:00.000+11:00"];
    assert!(either.contains(&stands.to_text().as_str()), "{stands:?}");
    let conduct = table.lead("10:06:30");
    assert_eq!(conduct.now().at, stands, "it stands still");
    let out: Vec<_> = conduct.plan().slots.iter().filter(|slot| slot.number == "2").map(|slot| slot.sent).collect();
    assert_eq!((out.len(), out[0].is_some()), (1, true), "sent twice, shown once");
    conduct.resume().unwrap();
    let conduct = table.lead("10:07:30");
    assert!(!conduct.back().unsettled);
    assert_eq!(conduct.exercise().unwrap().state(), ClockState::Running);
    assert_eq!(conduct.now().at.seconds_since(stands), 60, "and goes on from there");
}

#[test]
fn clock_and_injects_from_a_run_that_is_no_console_count_for_nothing() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let mut player = table.player();
    table.at("10:01:00");
    let forged = Draft::new(&breachbook::record::verbs::drill::clock::VERB, "")
        .with(&breachbook::record::verbs::drill::clock::ACTION, "end");
    // Whoever drives the engine by hand writes it; it moves no clock.
    let _ = player.submit(&forged);
    decide(&mut player, "escalate", "escalate", "privacy_officer", None);
    let conduct = table.lead("10:02:00");
    assert_eq!(conduct.exercise().unwrap().state(), ClockState::Running);
}

//! The exercise clock over the worked example of a drill: exercise time and minutes of each entry.

use super::worked::{CONSOLE, Folder, TABLE, clock, on as at, stamp};
use breachbook::base::Reading;
use breachbook::case::exercise::ClockState;
use breachbook::case::{CaseState, ClockAction, Fact, RealStep};

fn note(text: &str) -> Fact {
    Fact::Noted { about: None, text: text.into(), tag: None, because: None }
}

#[derive(Default)]
struct Table(Folder);

impl Table {
    fn add(&mut self, run: usize, reading: Reading, fact: Fact, unseen: &[usize]) -> usize {
        self.0.add(run, reading, fact, unseen)
    }

    fn console(&mut self, clock: &str, fact: Fact) -> usize {
        self.add(CONSOLE, at(clock, "one"), fact, &[])
    }

    fn table(&mut self, clock: &str, text: &str) -> usize {
        self.add(TABLE, at(clock, "one"), note(text), &[])
    }

    /// Exercise time and minutes of each entry, as they are read on a clock.
    fn told(&self) -> Vec<String> {
        let state = self.0.state();
        (0..state.log.len()).map(|at| told(&state, at)).collect()
    }
}

fn told(state: &CaseState, at: usize) -> String {
    let placed = state.placed(at).unwrap();
    assert_eq!(state.at(at).at, placed.at, "the fold places each entry");
    let seconds = placed.played_ms / 1000;
    format!("{} {}:{:02}", placed.at.instant().format("%a %H:%M:%S"), seconds / 60, seconds % 60)
}

/// The worked example: part 1 from 15:30, a pause, a part set anew to Monday.
fn worked() -> Table {
    let mut table = Table::default();
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    table.console("10:00:30", note("released 1"));
    table.table("10:04:30", "no answer");
    table.table("10:08:00", "reached");
    table.console("10:12:00", clock(ClockAction::Pause, None, None));
    table.console("10:15:00", note("released 2"));
    table.console("10:17:00", clock(ClockAction::Resume, None, None));
    table.table("10:22:00", "escalate");
    table.console("10:25:00", clock(ClockAction::Part, Some("p2"), Some("2026-11-16T08:00:00+11:00")));
    table.table("10:31:00", "notify");
    table.console("10:33:00", clock(ClockAction::End, None, None));
    table
}

const TOLD: [&str; 11] = [
    "Fri 15:30:00 0:00",
    "Fri 15:30:30 0:30",
    "Fri 15:34:30 4:30",
    "Fri 15:38:00 8:00",
    "Fri 15:42:00 12:00",
    "Fri 15:42:00 12:00",
    "Fri 15:42:00 12:00",
    "Fri 15:47:00 17:00",
    "Mon 08:00:00 20:00",
    "Mon 08:06:00 26:00",
    "Mon 08:08:00 28:00",
];

#[test]
fn the_worked_example_holds_to_the_second() {
    let table = worked();
    assert_eq!(table.told(), TOLD);
    let state = table.0.state();
    let exercise = state.exercise().unwrap();
    assert_eq!(exercise.state(), ClockState::Ended);
    let end = at("10:33:00", "one");
    assert_eq!(exercise.paused_ms(&end), 5 * 60_000);
    assert_eq!(exercise.parts[1].set_anew, Some(stamp("2026-11-13T15:50:00+11:00")));
    let later = exercise.now(&at("11:40:00", "one"));
    assert_eq!((later.at, later.played_ms), (stamp("2026-11-16T08:08:00+11:00"), 28 * 60_000), "it has ended");
}

#[test]
fn each_entry_applied_alone_gives_the_same_times_as_all_at_once() {
    let rows = worked().0.0;
    let mut state = CaseState::fold([]);
    for row in rows.iter().cloned() {
        state.apply(row);
    }
    let alone: Vec<_> = (0..state.log.len()).map(|at| told(&state, at)).collect();
    assert_eq!(alone, TOLD);
}

#[test]
fn a_part_never_sets_the_clock_back() {
    let mut table = Table::default();
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    table.console("10:20:00", clock(ClockAction::Part, Some("p2"), Some("2026-11-13T15:45:00+11:00")));
    table.table("10:26:00", "notify");
    assert_eq!(table.told()[1..], ["Fri 15:50:00 20:00", "Fri 15:56:00 26:00"]);
    let state = table.0.state();
    let part = state.exercise().unwrap().part().unwrap();
    assert_eq!((part.set_anew, part.not_back), (None, Some(stamp("2026-11-13T15:45:00+11:00"))));
}

#[test]
fn who_had_not_seen_a_pause_is_placed_by_it_again() {
    let mut table = Table::default();
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    let pause = table.console("10:12:00", clock(ClockAction::Pause, None, None));
    table.add(TABLE, at("10:13:00", "two"), note("answered"), &[pause]);
    table.add(TABLE, at("10:11:00", "three"), note("before the pause, on a laptop that had not seen it"), &[pause]);
    let told = table.told();
    assert_eq!(told[2], "Fri 15:42:00 12:00");
    // The run had not seen the pause by its own entry before either, so that the clock of its laptop places it.
    assert_eq!(told[3], "Fri 15:41:00 11:00");
}

#[test]
fn a_laptop_that_was_compared_with_a_watch_is_corrected() {
    for (compared, told) in [(true, "Fri 15:47:00 17:00"), (false, "Fri 15:46:20 16:20")] {
        let mut table = Table::default();
        table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
        table.console("10:12:00", clock(ClockAction::Pause, None, None));
        if compared {
            let watch = stamp("2026-12-03T10:14:00+11:00");
            table.add(TABLE, at("10:13:20", "two"), Fact::TimeChecked { watch, checked_by: None }, &[]);
        }
        table.console("10:17:00", clock(ClockAction::Resume, None, None));
        let last = table.add(TABLE, at("10:21:20", "two"), note("escalate"), &[]);
        assert_eq!(table.told()[last], told);
    }
}

#[test]
fn two_consoles_that_had_not_seen_each_other_stop_the_clock_until_one_settles_it() {
    let mut table = Table::default();
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    let pause = table.console("10:10:00", clock(ClockAction::Pause, None, None));
    let other = table.add(2, at("10:11:00", "two"), clock(ClockAction::Part, Some("p2"), None), &[pause]);
    table.0.0[other].recorded.facilitator = true;
    let note = table.console("10:20:00", note("meanwhile"));
    let state = table.0.state();
    assert_eq!(state.exercise().unwrap().state(), ClockState::Paused);
    assert_eq!(state.exercise().unwrap().unsettled().count(), 2);
    assert_eq!(told(&state, note), "Fri 15:40:00 10:00");
    table.console("10:30:00", clock(ClockAction::Resume, None, None));
    let last = table.table("10:31:00", "on");
    let state = table.0.state();
    assert_eq!((state.exercise().unwrap().unsettled().count(), told(&state, last).as_str()), (0, "Fri 15:41:00 11:00"));
}

#[test]
fn only_a_console_moves_the_clock_but_anybody_stops_it_for_a_real_event() {
    let mut table = Table::default();
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    table.add(TABLE, at("10:05:00", "one"), clock(ClockAction::Pause, None, None), &[]);
    let note = table.table("10:10:00", "still running");
    assert_eq!(table.told()[note], "Fri 15:40:00 10:00");
    let stop = Fact::RealEvent { step: RealStep::Stopped, words: None, case: None };
    table.add(TABLE, at("10:12:00", "one"), stop, &[]);
    let last = table.table("10:20:00", "nobody plays");
    assert_eq!(table.told()[last], "Fri 15:42:00 12:00");
    let state = table.0.state();
    assert!(state.exercise().unwrap().stopped.is_some());
    table.console("10:21:00", clock(ClockAction::Resume, None, None));
    assert_eq!(table.0.state().exercise().unwrap().stopped, None);
}

#[test]
fn before_the_start_the_clock_stands_at_the_time_of_the_start() {
    let mut table = Table::default();
    let before = table.console("09:58:00", note("released before the start"));
    table.console("10:00:00", clock(ClockAction::Start, Some("p1"), Some("2026-11-13T15:30:00+11:00")));
    assert_eq!(table.told()[before], "Fri 15:30:00 0:00");
}

#[test]
fn a_live_case_has_the_time_of_its_laptop() {
    let mut table = Table::default();
    table.table("10:00:00", "live");
    let state = table.0.state();
    assert!(state.exercise().is_none());
    assert_eq!(state.at(0).at, stamp("2026-12-03T10:00:00+11:00"));
}

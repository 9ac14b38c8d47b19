//! The further vectors of the worked example: taken back, a console that died, a part that would set the clock back, laptops that
//! disagree, and every order of arrival.

use super::worked::{CONSOLE, Drill, TABLE, called, clock, decided, m, on, stamp};
use breachbook::case::{CallOutcome, ClockAction, Fact};
use breachbook::drill::figures::{Figures, Timed};
use breachbook::drill::script::Figure;

fn timed(figures: &Figures, figure: Figure) -> &Timed {
    figures.timed.iter().find(|one| one.figure == figure).unwrap()
}

/// The worked example up to entry 7, then what the test does, then the rest.
fn with_after_seven(then: impl FnOnce(&mut Drill)) -> Drill {
    let mut drill = Drill::worked_upto(7);
    then(&mut drill);
    drill.rest();
    drill
}

#[test]
fn an_inject_taken_back_before_a_match_expects_nothing() {
    let drill = with_after_seven(|drill| {
        let second = drill.case.id(6);
        drill.console("10:17:05", Fact::StruckOut { of: vec![second], reason: Some("Too early".into()) });
    });
    assert_eq!(
        drill.told(),
        [
            "e1 met, 7:30",
            "e2 met, 16:30",
            "e3 n/a, taken back",
            "e4 partly judged; n/a, taken back",
            "e5 n/a, taken back"
        ]
    );
    drill.look(|_, course, figures| {
        assert_eq!(course.contingencies[0].offered(), None);
        let share = figures.totals.share_met().unwrap();
        assert_eq!((share.part, share.of, share.percent()), (2, 3, None));
        assert_eq!(figures.totals.not_applicable, 2);
    });
}

#[test]
fn a_console_that_died_and_went_on_changes_nothing_and_a_pause_from_then_on_moves_real_time_alone() {
    let mut drill = Drill::worked_upto(9);
    drill.console("10:24:40", clock(ClockAction::Pause, None, None));
    drill.console("10:26:40", clock(ClockAction::Resume, None, None));
    drill.ending(120);
    assert_eq!(drill.told(), Drill::worked().told());
    drill.look(|_, _, figures| {
        let notify = timed(figures, Figure::Notify).took.clone().unwrap();
        assert_eq!((m(notify.minutes_ms), m(notify.real_ms)), ("25:30".into(), "32:30".into()));
        let clock = &figures.clock;
        assert_eq!(
            (m(clock.real_ms), m(clock.paused_ms), clock.pauses, m(clock.minutes_ms)),
            ("35:00".into(), "7:00".into(), 2, "28:00".into())
        );
    });
}

#[test]
fn a_part_that_starts_earlier_than_the_clock_sets_nothing_anew() {
    let mut drill = Drill::worked_upto(9);
    drill.console("10:25:00", clock(ClockAction::Part, Some("p2"), Some("2026-11-13T15:45:00+11:00")));
    drill.table("10:31:00", decided("notify_individuals", "notify", "response_team"));
    drill.console("10:33:00", clock(ClockAction::End, None, None));
    drill.look(|played, _, figures| {
        assert_eq!(figures.clock.set_anew, []);
        let notify = timed(figures, Figure::Notify).took.clone().unwrap();
        assert_eq!(played.case.at(notify.at).at, stamp("2026-11-13T15:56:00+11:00"));
        assert_eq!(m(notify.by_clock_ms), "25:30");
    });
}

#[test]
fn a_laptop_that_was_not_compared_is_said_to_be_so() {
    for (compared, took) in [(true, "16:30"), (false, "15:50")] {
        let mut drill = Drill::worked_upto(7);
        if compared {
            let watch = stamp("2026-12-03T10:18:00+11:00");
            let check = Fact::TimeChecked { watch, checked_by: None };
            drill.case.add(TABLE, on("10:17:20", "two"), check, &[]);
            let watch = stamp("2026-12-03T10:18:30+11:00");
            let check = Fact::TimeChecked { watch, checked_by: None };
            drill.case.add(CONSOLE, on("10:18:30", "one"), check, &[]);
        }
        drill.case.add(TABLE, on("10:21:20", "two"), decided("escalate", "escalate", "privacy_officer"), &[]);
        drill.look(|_, _, figures| {
            let escalation = timed(figures, Figure::Escalation).took.clone().unwrap();
            assert_eq!((m(escalation.minutes_ms).as_str(), escalation.compared), (took, compared));
        });
    }
}

#[test]
fn an_answer_by_somebody_who_had_not_seen_the_pause_stands_at_the_pause() {
    let mut drill = Drill::worked_upto(5);
    let pause = drill.case.0.len() - 1;
    let answer = drill.case.add(2, on("10:13:00", "three"), called(CallOutcome::Reached), &[pause]);
    drill.look(|played, _, _| {
        let placed = played.case.placed(answer).unwrap();
        assert_eq!((placed.at, m(placed.played_ms)), (stamp("2026-11-13T15:42:00+11:00"), "12:00".into()));
    });
}

#[test]
fn every_order_of_arrival_gives_the_same_figures() {
    let whole = Drill::worked();
    let told = whole.look(|_, course, figures| format!("{:?} {:?}", course.contingencies, figures.totals));
    // The two journals are read one after the other, whichever comes first, and put in causal order again.
    let rows = &whole.case.0;
    for console_first in [true, false] {
        let mut left: Vec<usize> = (0..rows.len()).collect();
        let mut order: Vec<usize> = Vec::new();
        while !left.is_empty() {
            let ready = |at: &usize| {
                let past = &rows[*at].past;
                left.iter().all(|other| other == at || !past.saw(rows[*other].past.own()))
            };
            let mut open: Vec<usize> = left.iter().copied().filter(ready).collect();
            open.sort_by_key(|at| (rows[*at].past.own().run == CONSOLE) != console_first);
            order.push(open[0]);
            left.retain(|at| *at != open[0]);
        }
        let mut other = whole.clone();
        other.case.0 = order.into_iter().map(|at| rows[at].clone()).collect();
        assert_eq!(other.told(), whole.told());
        assert_eq!(other.look(|_, course, figures| format!("{:?} {:?}", course.contingencies, figures.totals)), told);
    }
}

#[test]
fn two_runs_that_had_not_seen_each_other_are_put_in_order_by_their_minutes() {
    let mut drill = Drill::worked_upto(2);
    let late = drill.case.add(TABLE, on("10:09:00", "one"), called(CallOutcome::Reached), &[]);
    drill.case.add(2, on("10:06:00", "one"), called(CallOutcome::Reached), &[late]);
    assert_eq!(drill.told()[0], "e1 met, 5:30", "the earlier of the two, wherever it stands in the log");
}

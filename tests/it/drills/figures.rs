//! Every figure of the worked example by hand, and its vectors.

use super::worked::{Drill, m, stamp};
use breachbook::drill::figures::{Took, Totals};
use breachbook::drill::script::Figure;

fn minutes(took: Option<&Took>) -> String {
    took.map_or("never".into(), |took| m(took.minutes_ms))
}

#[test]
fn the_expectations_of_the_worked_example_come_out_as_by_hand() {
    assert_eq!(
        Drill::worked().told(),
        [
            "e1 met, 7:30",
            "e2 met, 16:30",
            "e3 missed, closed at 22:00",
            "e4 partly judged; not judged",
            "e5 partly, late by 4:00"
        ]
    );
}

#[test]
fn the_figures_of_the_worked_example_come_out_as_by_hand() {
    Drill::worked().look(|_, course, figures| {
        assert_eq!(minutes(figures.first_call.any.as_ref()), "4:00");
        assert_eq!(minutes(figures.first_call.reached.as_ref()), "7:30");
        let timed = |figure| figures.timed.iter().find(|one| one.figure == figure).unwrap();
        let report = timed(Figure::FirstReport);
        assert_eq!(
            (minutes(report.took.as_ref()), m(report.took.as_ref().unwrap().real_ms)),
            ("7:30".into(), "7:30".into())
        );
        assert_eq!(minutes(report.tried.as_ref()), "4:00");
        let escalation = timed(Figure::Escalation).took.clone().unwrap();
        assert_eq!((m(escalation.minutes_ms), m(escalation.real_ms)), ("16:30".into(), "21:30".into()));
        assert_eq!(m(escalation.happened.unwrap().minutes_ms), "13:30");
        let notify = timed(Figure::Notify).took.clone().unwrap();
        assert_eq!((m(notify.minutes_ms), m(notify.real_ms)), ("25:30".into(), "30:30".into()));
        let (days, rest) = (notify.by_clock_ms / 86_400_000, notify.by_clock_ms % 86_400_000);
        assert_eq!((days, m(rest)), (2, format!("{}:30", 16 * 60 + 35)));
        let clock = &figures.clock;
        assert_eq!(
            (m(clock.minutes_ms), m(clock.real_ms), m(clock.paused_ms), clock.pauses),
            ("28:00".into(), "33:00".into(), "5:00".into(), 1)
        );
        let [anew] = clock.set_anew.as_slice() else { panic!("{clock:?}") };
        assert_eq!((anew.part, anew.from), (2, stamp("2026-11-13T15:50:00+11:00")));
        assert_eq!(anew.by_ms, (2 * 86_400 + 16 * 3600 + 10 * 60) * 1000);
        let totals = Totals { met: 2, partly: 2, missed: 1, ..Totals::default() };
        assert_eq!(figures.totals, totals);
        let share = totals.share_met().unwrap();
        assert_eq!((share.part, share.of, share.percent()), (2, 5, Some(40)));
        let share = totals.share_met_or_partly().unwrap();
        assert_eq!((share.part, share.of, share.percent()), (4, 5, Some(80)));
        let [contingency] = course.contingencies.as_slice() else { panic!("{course:?}") };
        assert_eq!((contingency.inject, contingency.offered(), contingency.sent), (3, Some((2, 18 * 60_000)), None));
        assert!(figures.objectives.iter().all(|one| one.rating.is_none()));
        let used = |role: &str| figures.decided.by_role[&super::worked::id(role)];
        assert_eq!((used("privacy_officer"), used("response_team")), (1, 1));
        assert_eq!((figures.calls, figures.reached), (2, 1));
        let written = figures.writing_down.unwrap();
        assert_eq!((m(written.median_ms), m(written.longest_ms), written.n), ("3:00".into(), "3:00".into(), 1));
    });
}

#[test]
fn a_contingency_has_the_moment_of_its_offer_in_both_times() {
    Drill::worked().look(|played, course, _| {
        let moment = course.contingencies[0].moment(played).unwrap();
        assert_eq!(moment.at, stamp("2026-11-13T15:48:00+11:00"));
        assert_eq!(moment.real, stamp("2026-12-03T10:23:00+11:00"));
    });
}

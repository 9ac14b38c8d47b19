//! Every edge of what is expected and of the figures, by name.

use super::worked::{Drill, SCRIPT, called, clock, decided, id, judged, m, released, script};
use breachbook::case::{CallOutcome, ClockAction, Fact, Planning, Tag, Verdict};
use breachbook::drill::expect::Watch;

fn ended(drill: &mut Drill, at: &str) {
    drill.console(at, clock(ClockAction::End, None, None));
}

/// A drill with inject 1 out at minute 0:30.
fn begun() -> Drill {
    Drill::worked_upto(2)
}

/// How one expectation stands.
fn told(drill: &Drill, id: &str) -> String {
    drill.told().into_iter().find_map(|line| line.strip_prefix(&format!("{id} ")).map(str::to_owned)).unwrap()
}

fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn a_match_at_the_very_end_of_the_window_is_met_and_a_moment_later_partly() {
    let mut drill = begun();
    drill.table("10:10:30", called(CallOutcome::Reached));
    assert_eq!(told(&drill, "e1"), "met, 10:00");
    let mut drill = begun();
    drill.table("10:10:31", called(CallOutcome::Reached));
    assert_eq!(told(&drill, "e1"), "partly, late by 0:01");
}

#[test]
fn a_match_before_the_inject_is_met_ahead_and_counts_no_minutes() {
    let mut drill = Drill::open(SCRIPT);
    drill.start("10:00:00");
    drill.table("10:00:10", called(CallOutcome::Reached));
    drill.console("10:00:30", released("1"));
    assert_eq!(told(&drill, "e1"), "met, ahead");
    drill.look(|_, _, figures| {
        let report = figures.timed[0].took.clone().unwrap();
        assert!(report.before);
        assert_eq!(m(report.minutes_ms), "0:00");
    });
}

#[test]
fn none_and_the_window_over_is_missed_none_while_it_runs_is_not_reached() {
    let mut drill = begun();
    ended(&mut drill, "10:10:00");
    assert_eq!(told(&drill, "e1"), "not reached");
    let mut drill = begun();
    ended(&mut drill, "10:12:00");
    assert_eq!(told(&drill, "e1"), "missed, closed at 10:30");
}

#[test]
fn before_its_inject_goes_out_it_waits_and_at_the_end_it_was_never_sent() {
    let mut drill = begun();
    drill.reading = super::worked::on("10:05:00", "one");
    assert_eq!((told(&drill, "e1"), told(&drill, "e3")), ("open".into(), "waits".into()));
    ended(&mut drill, "10:06:00");
    assert_eq!(told(&drill, "e3"), "n/a, never sent");
}

#[test]
fn what_is_skipped_expects_nothing_at_once_and_again_once_it_is_sent_all_the_same() {
    let mut drill = begun();
    let skip = Fact::Planned {
        injects: vec!["2".into()],
        state: Planning::Skipped,
        by_min: None,
        before: None,
        reason: Some("No time".into()),
    };
    drill.control.add(0, super::worked::on("10:02:00", "one"), skip, &[]);
    assert_eq!(told(&drill, "e3"), "n/a, skipped");
    drill.console("10:03:00", released("2"));
    drill.reading = super::worked::on("10:05:00", "one");
    assert_eq!(told(&drill, "e3"), "open");
}

#[test]
fn without_a_window_it_is_open_until_the_end() {
    let text = changed(SCRIPT, "item = \"escalate\"\nwithin = 20\n", "item = \"escalate\"\n");
    let mut drill = Drill::open(&text);
    drill.start("10:00:00");
    drill.console("10:00:30", released("1"));
    let mut late = drill.clone();
    late.table("11:30:00", decided("escalate", "escalate", "privacy_officer"));
    ended(&mut late, "11:31:00");
    assert_eq!(told(&late, "e2"), "met, 89:30");
    ended(&mut drill, "11:31:00");
    assert_eq!(told(&drill, "e2"), "missed");
}

#[test]
fn a_judgement_by_a_person_wins_and_both_are_shown() {
    let mut drill = Drill::worked();
    drill.judge("10:40:00", "e1", Verdict::Missed);
    drill.judge("10:41:00", "e3", Verdict::NotApplicable);
    assert_eq!(told(&drill, "e1"), "missed judged; met, 7:30");
    drill.look(|_, _, figures| {
        let totals = figures.totals;
        assert_eq!((totals.met, totals.partly, totals.missed, totals.not_applicable), (1, 2, 1, 1));
    });
}

#[test]
fn judged_anew_the_last_counts_and_struck_out_the_record_speaks_again() {
    let mut drill = Drill::worked();
    drill.judge("10:40:00", "e1", Verdict::Missed);
    let last = drill.judge("10:41:00", "e1", Verdict::Partly);
    assert_eq!(told(&drill, "e1"), "partly judged; met, 7:30");
    let of = vec![drill.control.id(last)];
    drill.control.add(0, super::worked::on("10:42:00", "one"), Fact::StruckOut { of, reason: None }, &[]);
    assert_eq!(told(&drill, "e1"), "missed judged; met, 7:30");
}

#[test]
fn by_hand_and_not_judged_at_the_end_is_outside_the_count() {
    let mut drill = Drill::worked();
    drill.control.0.clear();
    assert_eq!(told(&drill, "e4"), "not judged");
    drill.look(|_, _, figures| {
        assert_eq!((figures.totals.not_judged, figures.totals.judged()), (1, 4));
        assert_eq!(figures.totals.share_met().unwrap().percent(), None, "of four a percentage says nothing");
    });
}

#[test]
fn what_was_struck_out_counts_for_nothing() {
    let mut drill = begun();
    let wrong = drill.table("10:04:00", called(CallOutcome::Reached));
    let of = vec![drill.case.id(wrong)];
    drill.table("10:05:00", Fact::StruckOut { of, reason: Some("Another call".into()) });
    drill.table("10:09:00", called(CallOutcome::Reached));
    assert_eq!(told(&drill, "e1"), "met, 8:30");
    drill.look(|_, _, figures| assert_eq!((figures.calls, figures.reached), (1, 1)));
}

#[test]
fn a_match_later_undone_stays_and_says_when_it_changed() {
    let mut drill = Drill::worked_upto(8);
    drill.table("10:23:00", decided("escalate", "not_escalate", "privacy_officer"));
    drill.look(|_, course, figures| {
        let expected = &course.expected[1];
        assert_eq!(m(expected.took_ms().unwrap()), "16:30");
        let [change] = expected.changes.as_slice() else { panic!("{expected:?}") };
        assert_eq!(m(change.when.played_ms), "18:00");
        assert_eq!(figures.timed[1].changes.len(), 1);
    });
}

#[test]
fn an_attempt_is_enough_where_trying_is_asked_for() {
    let text = changed(SCRIPT, "meets = \"call.tell_privacy_officer\"", "tried = \"tell_privacy_officer\"");
    let mut drill = Drill::open(&text);
    drill.start("10:00:00");
    drill.console("10:00:30", released("1"));
    drill.table("10:04:30", called(CallOutcome::NoAnswer));
    assert_eq!(told(&drill, "e1"), "met, 4:00");
    drill.look(|_, _, figures| {
        assert!(figures.timed[0].took.is_none(), "the first report is a call that reached somebody");
        assert_eq!(m(figures.timed[0].tried.as_ref().unwrap().minutes_ms), "4:00");
    });
}

#[test]
fn what_is_to_be_avoided_is_right_once_the_window_closes_and_broken_inside_it() {
    let text = changed(
        SCRIPT,
        "item = \"escalate\"\nwithin = 20\nfigure = \"escalation\"",
        "tried = \"privacy_officer\"\nwithin = 20\navoid = true",
    );
    let begin = || {
        let mut drill = Drill::open(&text);
        drill.start("10:00:00");
        drill.table("10:00:10", called(CallOutcome::NoAnswer));
        drill.console("10:00:30", released("1"));
        drill
    };
    let mut kept = begin();
    kept.reading = super::worked::on("10:10:00", "one");
    assert_eq!(told(&kept, "e2"), "open", "before the inject is not in the window");
    kept.reading = super::worked::on("10:21:00", "one");
    assert_eq!(told(&kept, "e2"), "met");
    let mut ended_early = begin();
    ended(&mut ended_early, "10:05:00");
    assert_eq!(told(&ended_early, "e2"), "met");
    let mut broken = begin();
    broken.table("10:20:30", called(CallOutcome::NoAnswer));
    assert_eq!(told(&broken, "e2"), "missed, closed at 20:30");
    let mut later = begin();
    later.table("10:21:00", called(CallOutcome::NoAnswer));
    assert_eq!(told(&later, "e2"), "met");
}

#[test]
fn reached_only_after_the_end_is_never() {
    let mut drill = begun();
    ended(&mut drill, "10:09:00");
    drill.table("10:09:30", called(CallOutcome::Reached));
    assert_eq!(told(&drill, "e1"), "not reached");
    drill.look(|_, _, figures| {
        assert!(figures.timed[0].took.is_none() && figures.first_call.any.is_none());
        assert_eq!(m(figures.end_ms.unwrap()), "8:30");
    });
}

#[test]
fn passed_on_is_no_call() {
    let mut drill = begun();
    let passed = Fact::PassedOn {
        calls: vec![id("tell_privacy_officer")],
        to: "C. Lund".into(),
        said: None,
        target: breachbook::case::ForRows::default(),
    };
    drill.table("10:02:00", passed);
    drill.look(|_, _, figures| assert!(figures.first_call.any.is_none()));
}

#[test]
fn release_in_a_pause_begins_the_window_at_the_standing_minute() {
    let drill = Drill::worked();
    drill.look(|_, course, _| assert_eq!(m(course.expected[2].closes_ms.unwrap()), "22:00"));
}

#[test]
fn release_before_the_start_counts_from_minute_nought() {
    let mut drill = Drill::open(SCRIPT);
    drill.console("09:59:00", released("1"));
    drill.start("10:00:00");
    drill.table("10:05:00", called(CallOutcome::Reached));
    assert_eq!(told(&drill, "e1"), "met, 5:00");
}

#[test]
fn without_any_inject_there_are_no_times() {
    let mut drill = Drill::open(SCRIPT);
    drill.start("10:00:00");
    drill.table("10:05:00", called(CallOutcome::Reached));
    drill.look(|_, _, figures| {
        assert!(figures.first.is_none() && figures.timed.is_empty() && figures.writing_down.is_none());
        assert!(figures.totals.share_met().is_none());
    });
}

#[test]
fn a_contingency_is_spared_when_its_expectation_is_met_in_time_or_judged_so() {
    let offered = |drill: &Drill| drill.look(|_, course, _| course.contingencies[0].offered().map(|(_, at)| m(at)));
    assert_eq!(offered(&Drill::worked()), Some("18:00".into()));
    let mut met = Drill::worked_upto(7);
    let silence = Fact::SilenceDecided { silence: id("officer_is_subject"), value: "The deputy".into(), role: None };
    met.table("10:22:59", silence.clone());
    assert_eq!(offered(&met), None);
    let mut late = Drill::worked_upto(7);
    late.table("10:23:01", silence);
    assert_eq!(offered(&late), Some("18:00".into()), "offered, and met a moment later");
    let mut judged_so = Drill::worked_upto(7);
    judged_so.judge("10:20:00", "e3", Verdict::Met);
    assert_eq!(offered(&judged_so), None);
    let mut ended_before = Drill::worked_upto(7);
    ended(&mut ended_before, "10:20:00");
    assert_eq!(offered(&ended_before), None);
    let mut coming = Drill::worked_upto(7);
    coming.reading = super::worked::on("10:20:00", "one");
    coming.look(|_, course, _| assert_eq!(course.contingencies[0].coming(), Some((2, 18 * 60_000))));
}

#[test]
fn an_objective_is_rated_only_while_an_observation_stands_for_it() {
    let rate = || judged("o_decide", Verdict::Some);
    let mut drill = Drill::worked();
    drill.control.add(0, super::worked::on("10:40:00", "one"), rate(), &[]);
    let rating =
        |drill: &Drill| drill.look(|_, _, figures| figures.objectives[0].rating.clone().map(|one| one.verdict));
    assert_eq!(rating(&drill), None, "judgements are not enough");
    let seen = Fact::Observed {
        text: "They said aloud who decides".into(),
        tag: Tag::Strength,
        inject: None,
        objective: Some(id("o_decide")),
    };
    let note = drill.control.add(0, super::worked::on("10:41:00", "one"), seen, &[]);
    assert_eq!(rating(&drill), Some(Verdict::Some));
    let of = vec![drill.control.id(note)];
    drill.control.add(0, super::worked::on("10:42:00", "one"), Fact::StruckOut { of, reason: None }, &[]);
    assert_eq!(rating(&drill), None);
}

#[test]
fn who_was_recorded_absent_and_decided_is_counted() {
    let mut drill = Drill::worked_upto(7);
    let absent = Fact::Released {
        inject: "4A".into(),
        from: "The office".into(),
        to: vec!["deputy".into()],
        delivery: "screen".into(),
        text: None,
        gist: None,
        files: Vec::new(),
        absent: Some(id("privacy_officer")),
    };
    drill.console("10:18:00", absent);
    drill.table("10:22:00", decided("escalate", "escalate", "privacy_officer"));
    drill.look(|_, _, figures| {
        assert_eq!((figures.decided.by_absent(), figures.decided.without_reason()), (1, 0));
        assert_eq!(figures.decided.by_role[&id("response_team")], 0, "a seat that nobody used");
    });
}

#[test]
fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
    let mut drill = begun();
    for (at, said) in
        [("10:04:00", "15:33:00"), ("10:06:00", "15:30:59"), ("10:08:00", "15:38:00"), ("10:09:00", "15:37:00")]
    {
        let row = drill.table(at, called(CallOutcome::NoAnswer));
        drill.happened(row, &format!("2026-11-13T{said}+11:00"));
    }
    drill.look(|_, _, figures| {
        let written = figures.writing_down.unwrap();
        assert_eq!((m(written.median_ms), m(written.longest_ms), written.n), ("1:30".into(), "5:01".into(), 4));
    });
}

#[test]
fn a_watch_that_goes_on_sees_what_one_that_begins_anew_sees() {
    let mut kept = Watch::default();
    for entries in 1..=12 {
        let drill = Drill::worked_upto(entries);
        let case = drill.case.state();
        kept.follow(&drill.script, &drill.playbook, &case);
        let mut anew = Watch::default();
        anew.follow(&drill.script, &drill.playbook, &case);
        assert_eq!(kept.seen(), anew.seen(), "{entries}");
    }
    assert_eq!(script(SCRIPT).expectations.len(), kept.seen().len());
}

//! An exercise looked back on: what was known at a time of its own clock.

use super::worked::{Drill, id, stamp};
use breachbook::base::Zone;
use breachbook::case::upto::Upto;
use breachbook::contacts::PhoneList;
use breachbook::journal::Mode;
use breachbook::judge::view::replay::{Replay, Step, Whole};

#[test]
fn at_a_quarter_to_four_the_call_was_made_and_the_escalation_open() {
    let drill = Drill::worked();
    let (state, phones) = (drill.case.state(), PhoneList::default());
    let now = state.now_in(&drill.reading, Zone::fixed(*drill.reading.wall.instant().offset()));
    let whole = Whole { playbook: &drill.playbook, phones: &phones, state: &state, now };
    let quarter_to = stamp("2026-11-13T15:45:00+11:00");
    let mut replay = Replay::at(whole, &Upto::Time(quarter_to), None).unwrap();
    // The opening, and rows 1 to 7.
    assert_eq!(replay.kept(), (0..8).collect::<Vec<_>>());
    assert_eq!(replay.real(), Some(stamp("2026-12-03T10:20:00+11:00")));
    let view = replay.moment().view(&drill.playbook, Mode::Exercise);
    assert_eq!(view.now.at, quarter_to);
    assert_eq!(view.state.attempts("tell_privacy_officer").len(), 2);
    assert!(view.state.seat(&id("escalate"), &id("privacy_officer")).is_none());
    // The next entry is the decision, on the clock of the exercise.
    replay.step(whole, Step::On(1));
    let moment = replay.moment();
    assert!(moment.state.seat(&id("escalate"), &id("privacy_officer")).is_some());
    assert_eq!(moment.now.at, stamp("2026-11-13T15:47:00+11:00"));
}

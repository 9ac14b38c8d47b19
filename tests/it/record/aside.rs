//! What is set aside when something that it rests on changes: what fell, and no more.

use breachbook::base::{Clock as _, FixedClock, ItemId, SessionId, Stamp, ids::base32_128};
use breachbook::case::tracks::Track;
use breachbook::case::{Attribution, CallOutcome, CaseState, Fact, FollowUp, ForRows, Recorded, Row};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use std::collections::BTreeSet;

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn answered(question: &str, value: &str) -> Fact {
    Fact::Answered { question: id(question), value: value.into(), source: None, target: ForRows::default() }
}

#[test]
fn what_falls_is_taken_out_of_each_track_and_leaves_the_others() {
    let x = || id("x");
    let text = String::new;
    let facts = [
        answered("q", "yes"),
        answered("x", "yes"),
        Fact::TaskDone { task: x(), value: text(), target: ForRows::default(), follow_up: FollowUp::default() },
        Fact::Decided {
            decision: x(),
            option: id("o"),
            role: id("head"),
            reason: text(),
            adviser: None,
            person: None,
            standing_in: None,
        },
        Fact::PassedOn { calls: vec![x()], to: text(), said: None, target: ForRows::default() },
        Fact::Called {
            role: id("head"),
            person: None,
            channel: None,
            outcome: CallOutcome::Busy,
            calls: vec![id("y"), x()],
            said: None,
            target: ForRows::default(),
        },
        Fact::Deferred { item: x(), until: None, event: None, reason: None },
        Fact::Noted { about: Some(x()), text: text(), tag: None, because: None },
        Fact::RowAdded { register: x(), label: None, cells: breachbook::case::Cells(vec![("name".into(), text())]) },
        Fact::SilenceDecided { silence: x(), value: text(), role: None },
        Fact::ContactSet { role: x(), person: None, channel: None },
        answered("q", "no"),
    ];
    let mut state = CaseState::default();
    let session = SessionId::new(&base32_128([5; 16])).unwrap();
    let reading = FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap()).read();
    for (seq, fact) in (1..).zip(facts) {
        let id = EntryId::new(session.clone(), seq);
        let recorded = Recorded::new(id, reading.clone(), Attribution::default(), fact);
        state.apply(Row { recorded, past: Past::new(Mark { run: 0, seq }, Seen::default()) });
    }
    let left = state.about_without(state.about("x").unwrap(), &BTreeSet::from([1, 2, 3, 4, 5, 6]));
    assert_eq!(left.aside, [1, 2, 3, 4, 5, 6]);
    assert_eq!(
        (&left.answers, &left.outcomes, &left.deferral),
        (&Track::default(), &Track::default(), &Track::default())
    );
    assert!(left.seats.is_empty() && left.passed_on.is_empty() && left.attempts.is_empty());
    assert_eq!((left.notes.as_slice(), left.register.as_slice()), (&[7][..], &[8][..]));
    assert_eq!((left.silence.last(), left.contact.last()), (Some(9), Some(10)));
    assert_eq!(state.attempts("y"), [5], "another call for which it was made keeps it");
}

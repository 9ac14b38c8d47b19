//! What is set aside when something else changes: everything that was recorded about a thing and rests on the change, and no more.

use breachbook::base::{Clock as _, FixedClock, ItemId, SessionId, Stamp, ids::base32_128};
use breachbook::case::tracks::Track;
use breachbook::case::{Attribution, CallOutcome, CaseState, Fact, FollowUp, ForRows, Recorded, state::Row};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::playbook::model::{Renewals, Resting};
use std::sync::Arc;

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn answered(question: &str, value: &str) -> Fact {
    Fact::Answered { question: id(question), value: value.into(), source: None }
}

#[test]
fn a_change_sets_aside_each_track_that_rests_on_it_and_leaves_the_others() {
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
        Fact::Noted { about: Some(x()), text: text() },
        Fact::RowAdded { register: x(), cells: breachbook::case::Cells(vec![("name".into(), text())]) },
        Fact::SilenceDecided { silence: x(), value: text(), role: None },
        Fact::ContactSet { role: x(), person: None, channel: None },
        answered("q", "no"),
    ];
    let resting = Resting { item: x(), stands: Vec::new() };
    let mut state = CaseState::renewing(&Arc::new(Renewals::from([(id("q"), vec![resting])])));
    let session = SessionId::new(&base32_128([5; 16])).unwrap();
    let reading = FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap()).read();
    for (seq, fact) in (1..).zip(facts) {
        let id = EntryId::new(session.clone(), seq);
        let recorded = Recorded { id, reading: reading.clone(), who: Attribution::default(), fact };
        state.apply(Row { recorded, past: Past::new(Mark { run: 0, seq }, Seen::default()) });
    }
    assert_eq!(state.set_aside("x"), [1, 2, 3, 4, 5]);
    assert_eq!(state.renewed_by("x"), Some(11));
    assert_eq!((state.answers("x"), state.outcomes("x"), state.deferral("x")), (None, None, None));
    assert_eq!(state.seat(&x(), &id("head")), None);
    assert!(state.passed_on("x").is_empty() && state.attempts("x").is_empty());
    assert_eq!((state.attempts("y"), state.notes("x"), state.register("x")), (&[5][..], &[7][..], &[8][..]));
    assert_eq!(state.silence("x").and_then(Track::last), Some(9));
    assert_eq!(state.contact("x").and_then(Track::last), Some(10));
    assert_eq!(state.answers("q").and_then(Track::last), Some(11));
}

//! Strikes in any order of arrival: what is struck out, and what the case says without it, is the same for everybody.

use crate::record::journal::{Journal, header, reading, session};
use breachbook::case::{CaseState, Fact};
use breachbook::journal::{Entry, EntryId, Fields, Head, Scan, causal, scan};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One turn: whose, whether they look at the others first, and whether they answer or strike something that they have seen.
type Turn = (u8, bool, Option<u8>);

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    proptest::collection::vec((0_u8..4, any::<bool>(), proptest::option::weighted(0.5, any::<u8>())), 1..40)
}

/// Journals of four runs, and for each entry what its writer had seen.
fn history(turns: &[Turn]) -> (Vec<Journal>, BTreeMap<EntryId, Vec<EntryId>>) {
    let mut journals: Vec<Journal> = ['a', 'b', 'c', 'd'].map(|letter| Journal::new(&header(&session(letter)))).into();
    let mut seen: Vec<Vec<EntryId>> = vec![Vec::new(); journals.len()];
    let mut knew = BTreeMap::new();
    for (at, (who, looks, strikes)) in turns.iter().enumerate() {
        let who = usize::from(*who);
        let mut saw: Vec<Head> = Vec::new();
        if *looks {
            for other in (0..journals.len()).filter(|other| *other != who && journals[*other].next > 1) {
                saw.push(journals[other].head());
                let more = seen[other].clone();
                seen[who].extend(more);
            }
            seen[who].sort();
            seen[who].dedup();
        }
        let journal = &mut journals[who];
        let id = EntryId::new(journal.session.clone(), journal.next);
        let target = strikes.and_then(|by| seen[who].get(usize::from(by) % seen[who].len().max(1)).cloned());
        let answer = || Fields::new().text("question", format!("q{}", at % 3)).text("value", at.to_string());
        let settles = strikes.is_some_and(|by| by % 2 == 1);
        let (kind, fields) = match &target {
            Some(target) if settles => ("answered", answer().list("settles", [target.to_string()])),
            Some(target) => ("struck_out", Fields::new().list("of", [target.to_string()])),
            None => ("answered", answer()),
        };
        knew.insert(id.clone(), seen[who].clone());
        journal.put(&Entry { id: id.clone(), seq: id.seq, reading: reading(), saw, kind: kind.into(), fields });
        seen[who].push(id);
    }
    (journals, knew)
}

fn state(scans: &[Scan]) -> CaseState {
    CaseState::of(&causal(scans))
}

/// By the definition alone: an entry counts unless some strike that counts names it.
fn counts(id: &EntryId, state: &CaseState) -> bool {
    let names = |fact: &Fact| matches!(fact, Fact::StruckOut { of, .. } if of.contains(id));
    let mut strikes = state.log.iter().filter(|row| names(&row.recorded.fact));
    !strikes.any(|strike| counts(&strike.recorded.id, state))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_strike_means_the_same_in_every_order_of_arrival(
        turns in turns(),
        order in Just((0..4).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let (journals, knew) = history(&turns);
        let scans: Vec<Scan> = journals.iter().map(|journal| scan(&journal.bytes())).collect();
        let whole = state(&scans);
        let shuffled: Vec<Scan> = order.iter().map(|at| scans[*at].clone()).collect();
        prop_assert_eq!(&state(&shuffled), &whole);
        // One after another, as they come in while the program runs.
        let mut grown = CaseState::default();
        whole.log.iter().for_each(|row| grown.apply(row.clone()));
        prop_assert_eq!(&grown, &whole);
        for row in &whole.log {
            let id = &row.recorded.id;
            prop_assert_eq!(whole.struck_by(id).is_none(), counts(id, &whole), "{}", id);
        }
        // What another stands for counts no more, unless that one was struck out.
        let settled = |id: &EntryId| {
            let mut others = whole.log.iter().map(|row| &row.recorded).filter(|other| other.who.settles.contains(id));
            others.any(|other| counts(&other.id, &whole))
        };
        // What counts is what would count had nothing that was struck ever been recorded.
        for question in ["q0", "q1", "q2"] {
            let about = |row: &&breachbook::case::Row| matches!(&row.recorded.fact, Fact::Answered { question: of, .. } if of.as_str() == question);
            let left: Vec<&EntryId> = whole.log.iter().filter(about).map(|row| &row.recorded.id).filter(|id| counts(id, &whole) && !settled(id)).collect();
            let replaced = |id: &EntryId| left.iter().any(|later| knew[*later].contains(id));
            let expected: Vec<&EntryId> = left.iter().copied().filter(|id| !replaced(id)).collect();
            let current = whole.answers(question).map(|track| track.current.clone()).unwrap_or_default();
            let current: Vec<&EntryId> = current.iter().map(|at| &whole.at(*at).id).collect();
            prop_assert_eq!(current, expected, "{}", question);
        }
    }
}

#[test]
fn a_strike_of_what_its_writer_had_not_seen_strikes_nothing() {
    let mut journal = Journal::new(&header(&session('a')));
    let fields = Fields::new().text("question", "q0").text("value", "yes");
    let id = EntryId::new(session('a'), 1);
    let entry = Entry { id: id.clone(), seq: 1, reading: reading(), saw: Vec::new(), kind: "answered".into(), fields };
    journal.put(&entry);
    let mut other = Journal::new(&header(&session('b')));
    let fields = Fields::new().list("of", [id.to_string()]);
    let own = EntryId::new(session('b'), 1);
    other.put(&Entry { id: own, seq: 1, reading: reading(), saw: Vec::new(), kind: "struck_out".into(), fields });
    let scans = [scan(&other.bytes()), scan(&journal.bytes())];
    assert_eq!(state(&scans).struck_by(&id), None);
}

#[test]
fn a_strike_of_an_earlier_version_names_one_entry_of_a_register() {
    let mut journal = Journal::new(&header(&session('a')));
    let id = EntryId::new(session('a'), 1);
    let put = |journal: &mut Journal, kind: &str, fields: Fields| {
        let id = EntryId::new(session('a'), journal.next);
        let entry = Entry { seq: id.seq, id, reading: reading(), saw: Vec::new(), kind: kind.into(), fields };
        journal.put(&entry);
    };
    put(&mut journal, "counted", Fields::new().text("register", "mails").text("amount", "9"));
    let old = Fields::new().text("register", "mails").text("entry", id.to_string()).text("reason", "Twice");
    put(&mut journal, "struck_out", old);
    let state = state(&[scan(&journal.bytes())]);
    assert_eq!((state.struck_by(&id), state.register("mails").len()), (Some(1), 1));
    assert_eq!(state.counting("mails").count(), 0);
    assert_eq!(state.at(1).fact, Fact::StruckOut { of: vec![id], reason: Some("Twice".into()) });
}

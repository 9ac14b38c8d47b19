//! The order of entries: the same for every order of arrival, and never disturbed by what is missing, doubled or forged.

use crate::record::journal::{Journal, entry, header, session};
use breachbook::journal::{Fault, Head, Scan, Seal, causal, scan};
use proptest::prelude::*;

/// Journals that grow by turns and now and then note each other's heads.
fn history(turns: &[(u8, bool)]) -> Vec<Journal> {
    let mut journals: Vec<Journal> = ['a', 'b', 'c', 'd'].map(|letter| Journal::of(letter, &[])).into();
    for (at, (who, looks)) in turns.iter().enumerate() {
        let who = usize::from(*who) % journals.len();
        let saw: Vec<Head> = if *looks {
            let others = journals.iter().enumerate().filter(|(other, _)| *other != who);
            others.map(|(_, journal)| journal.head()).collect()
        } else {
            Vec::new()
        };
        journals[who] = journals[who].clone().then(&format!("turn {at}"), &saw);
    }
    journals
}

fn told(scans: &[Scan]) -> (Vec<String>, Vec<Fault>) {
    let ordered = causal(scans);
    let lines = ordered.entries.iter().zip(&ordered.pasts).map(|(e, past)| format!("{} {past:?}", e.entry.id));
    (lines.collect(), ordered.faults)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_order_of_arrival_with_copies_and_beginnings_gives_one_result(
        turns in proptest::collection::vec((0_u8..4, any::<bool>()), 1..30),
        order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
        cut in 0_usize..5000,
    ) {
        let whole: Vec<Scan> = history(&turns).iter().map(|journal| scan(&journal.bytes())).collect();
        let mut pile = whole.clone();
        pile.extend(history(&turns).iter().map(|journal| {
            let bytes = journal.bytes();
            scan(&bytes[..cut.min(bytes.len())])
        }));
        let shuffled: Vec<Scan> = order.iter().map(|at| pile[*at].clone()).collect();
        let (expected, faults) = told(&whole);
        prop_assert_eq!(&faults, &Vec::new());
        prop_assert_eq!(told(&shuffled), (expected, faults));
    }

    #[test]
    fn nobody_comes_before_what_they_saw(turns in proptest::collection::vec((0_u8..4, any::<bool>()), 1..30)) {
        let scans: Vec<Scan> = history(&turns).iter().map(|journal| scan(&journal.bytes())).collect();
        let ordered = causal(&scans);
        prop_assert_eq!(ordered.entries.len(), turns.len());
        for (at, later) in ordered.entries.iter().enumerate() {
            // A note of a bare header names no entry.
            for head in later.entry.saw.iter().filter(|head| head.seq > 0) {
                let earlier = ordered.entries.iter().position(|e| e.seal == head.seal).unwrap();
                prop_assert!(earlier < at && ordered.saw(&later.entry.id, &ordered.entries[earlier].entry.id));
            }
        }
    }

    #[test]
    fn missing_journals_and_forged_notes_never_stop_the_ordering(
        turns in proptest::collection::vec((0_u8..4, any::<bool>()), 1..20),
        left_out in 0_usize..4,
        forged in proptest::collection::vec((0_u8..5, 0_u64..9), 0..6),
    ) {
        let mut journals = history(&turns);
        for (who, seq) in &forged {
            let name = ['a', 'b', 'c', 'd', 'e'][usize::from(*who)];
            let note = Head { session: session(name), seq: *seq, seal: Seal::of(b"forged") };
            journals[0] = journals[0].clone().then("forged", &[note]);
        }
        journals.remove(left_out);
        let scans: Vec<Scan> = journals.iter().map(|journal| scan(&journal.bytes())).collect();
        let entries: usize = scans.iter().map(|scan| scan.entries.len()).sum();
        prop_assert_eq!(causal(&scans).entries.len(), entries);
    }
}

#[test]
fn two_entries_of_which_neither_saw_the_other_are_known_as_such() {
    let a = Journal::of('a', &["yes"]);
    let b = Journal::of('b', &["no"]);
    let settled = a.clone().then("no, agreed", &[b.head()]);
    let scans = [scan(&b.bytes()), scan(&settled.bytes())];
    let ordered = causal(&scans);
    let ids: Vec<_> = ordered.entries.iter().map(|e| e.entry.id.clone()).collect();
    assert!(!ordered.saw(&ids[0], &ids[1]) && !ordered.saw(&ids[1], &ids[0]));
    assert!(ordered.saw(&ids[2], &ids[0]) && ordered.saw(&ids[2], &ids[1]));
    assert_eq!(ids[2].to_string(), format!("{}-2", session('a')));
}

#[test]
fn entries_that_claim_to_have_seen_each_other_are_named_and_still_ordered() {
    let note = |letter| Head { session: session(letter), seq: 5, seal: Seal::of(b"not there") };
    let a = Journal::of('a', &[]).then("one", &[note('b')]);
    let b = Journal::of('b', &[]).then("one", &[note('a')]);
    let scans = [scan(&a.bytes()), scan(&b.bytes())];
    let ordered = causal(&scans);
    assert_eq!(ordered.entries.len(), 2);
    assert!(ordered.faults.iter().any(|fault| matches!(fault, Fault::Circular { .. })), "{:?}", ordered.faults);
}

#[test]
fn an_entry_written_again_in_a_new_segment_counts_once_and_two_versions_are_both_kept() {
    let first = Journal::of('a', &["one", "two"]);
    let mut next = header(&session('a'));
    (next.segment, next.continues) = (2, Some(Journal::of('a', &["one"]).head()));
    let mut again = Journal::new(&next);
    again.put(&entry(&session('a'), 2, "two", Vec::new()));
    let scans = [scan(&again.bytes()), scan(&first.bytes())];
    let ordered = causal(&scans);
    assert_eq!((ordered.entries.len(), ordered.faults.len()), (2, 0), "{:?}", ordered.faults);

    let mut other = Journal::new(&next);
    other.put(&entry(&session('a'), 2, "something else", Vec::new()));
    let scans = [scan(&other.bytes()), scan(&first.bytes())];
    let ordered = causal(&scans);
    assert_eq!(ordered.entries.len(), 3);
    assert!(matches!(ordered.faults[..], [Fault::Forked { .. }]), "{:?}", ordered.faults);
}

#[test]
fn a_segment_whose_first_entry_was_torn_off_does_not_stand_for_the_entry_it_continues() {
    let first = Journal::of('a', &["one", "two"]);
    let mut next = header(&session('a'));
    (next.segment, next.continues) = (2, Some(first.head()));
    let torn = scan(&Journal::new(&next).bytes());
    let mut seen = header(&session('b'));
    seen.saw = vec![torn.head.clone().unwrap(), first.head()];
    let scans = [scan(&Journal::new(&seen).then("saw both", &[]).bytes()), torn, scan(&first.bytes())];
    assert_eq!(causal(&scans).faults, []);
}

#[test]
fn what_a_header_saw_comes_before_the_first_entry_under_it() {
    let a = Journal::of('b', &["first"]);
    let mut seen = header(&session('a'));
    seen.saw = vec![a.head()];
    let later = Journal::new(&seen).then("second", &[]);
    let scans = [scan(&later.bytes()), scan(&a.bytes())];
    let ordered = causal(&scans);
    let answers: Vec<_> = ordered.entries.iter().filter_map(|e| e.entry.fields.get_text("answer")).collect();
    assert_eq!(answers, ["first", "second"]);
}

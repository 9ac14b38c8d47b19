//! A name means one entry for ever, or is answered with all that it can mean.

use super::blocks::{entry, written};
use super::journal::header;
use breachbook::base::SessionId;
use breachbook::journal::names::FIELD;
use breachbook::journal::{EntryId, Fields, Head, Header, Names, Scan, causal, scan};
use proptest::prelude::*;

/// A session that begins with these characters; the rest is filled up.
fn session(begins: &str) -> SessionId {
    SessionId::new(&format!("{begins:a<26}")).unwrap()
}

/// A journal of one entry that had seen these; with a name in its header, or of the time before there were any.
fn journal(session: &SessionId, name: Option<&str>, saw: &[Head]) -> Scan {
    let extra = name.map_or_else(Fields::new, |name| Fields::new().text(FIELD, name));
    let header = Header { saw: saw.to_vec(), extra, ..header(session) };
    scan(&written(&header, &[entry(session, 1, Vec::new())]).0)
}

fn head(scan: &Scan) -> Head {
    scan.head.clone().unwrap()
}

fn names(scans: &[Scan]) -> Names {
    Names::of(scans.iter().filter_map(|scan| scan.header.as_ref()), &causal(scans))
}

fn found(names: &Names, typed: &str) -> Vec<String> {
    names.find(typed).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn a_run_takes_the_shortest_start_that_none_it_has_seen_bears() {
    let (one, two, three) = (session("k4x"), session("k4y"), session("m2"));
    let mut known = Names::default();
    for (run, expected) in [(&one, "k4"), (&two, "k4y"), (&three, "m2")] {
        assert_eq!(known.choose(run), expected);
        known.add(run, expected);
    }
    assert_eq!(known.entry(&EntryId::new(two.clone(), 12)), "k4y-12");
    assert_eq!(found(&known, "K4Y-12"), [format!("{two}-12")]);
    assert_eq!(found(&known, " #k4\u{2013}3 "), [format!("{one}-3")]);
    assert_eq!(found(&known, &format!("{three}-7")), [format!("{three}-7")]);
    assert!(found(&known, "zz-1").is_empty());
    for no_name in ["7", "#7", "", "-", "k-1", "k4-", "k4-x", "k1-1", "k4", "k4-99999999999999999999"] {
        assert!(known.find(no_name).is_none(), "{no_name:?}");
    }
}

#[test]
fn runs_that_chose_alike_unseen_are_both_shown_longer_and_the_old_name_finds_both() {
    let scans = [journal(&session("k4xa"), Some("k4"), &[]), journal(&session("k4xb"), Some("k4"), &[])];
    let known = names(&scans);
    assert_eq!((known.run(&session("k4xa")), known.run(&session("k4xb"))), ("k4xa", "k4xb"));
    assert_eq!(found(&known, "k4-1").len(), 2);
    assert_eq!(found(&known, "k4x-1").len(), 2);
    assert_eq!(found(&known, "k4xb-1"), [format!("{}-1", session("k4xb"))]);
}

#[test]
fn older_journals_are_named_by_what_they_had_seen() {
    let first = journal(&session("k4a"), None, &[]);
    let later = journal(&session("k4b"), None, &[head(&first)]);
    let known = names(&[later.clone(), first.clone()]);
    assert_eq!((known.run(&session("k4a")), known.run(&session("k4b"))), ("k4", "k4b"));
    // Another laptop's journal, older in the order of the log but unseen, takes no name away.
    let other = journal(&session("k42"), None, &[]);
    let known = names(&[first, later, other]);
    assert_eq!(found(&known, "k4b-1"), [format!("{}-1", session("k4b"))]);
    assert_eq!(found(&known, "k4-1").len(), 2, "both bore it");
}

#[test]
fn a_name_that_is_no_start_of_the_session_is_not_taken() {
    for strange in ["zz", "k", "", "K4", "k4x\u{202e}", "k4xaa-9"] {
        let known = names(&[journal(&session("k4x"), Some(strange), &[])]);
        assert_eq!(known.run(&session("k4x")), "k4", "{strange:?}");
    }
}

fn letters() -> impl Strategy<Value = Vec<(u8, u8, usize)>> {
    // Two characters out of few, so that runs are often alike; and how many of the earlier runs were seen.
    proptest::collection::vec((0..3_u8, 0..3_u8, 0..6_usize), 1..10)
}

proptest! {
    #[test]
    fn every_shown_name_finds_its_entry_alone_and_what_was_once_shown_always_finds_it(runs in letters(), by in any::<u64>()) {
        let mut scans: Vec<Scan> = Vec::new();
        let mut shown: Vec<(EntryId, String)> = Vec::new();
        for (at, (one, two, seen)) in runs.iter().enumerate() {
            let sign = |number: &u8| char::from(b'a' + number);
            let run = session(&format!("{}{}{}", sign(one), sign(two), char::from(b'a' + u8::try_from(at).unwrap())));
            let known = names(&scans[..(*seen).min(at)]);
            let saw: Vec<_> = scans[..(*seen).min(at)].iter().map(head).collect();
            let name = known.choose(&run);
            // Every third is of the time before names were stored.
            scans.push(journal(&run, (at % 3 > 0).then_some(&name), &saw));
            let id = EntryId::new(run, 1);
            // As whoever wrote it sees it, and as it is shown once all of these are together.
            let mut own = scans[..(*seen).min(at)].to_vec();
            own.push(scans[at].clone());
            shown.push((id.clone(), names(&own).entry(&id)));
            shown.push((id.clone(), names(&scans).entry(&id)));
            shown.push((id, format!("{name}-1")));
        }
        let whole = names(&scans);
        for (id, name) in shown {
            prop_assert!(whole.find(&name).unwrap().contains(&id), "{name}");
            prop_assert_eq!(whole.find(&whole.entry(&id)).unwrap(), vec![id]);
        }
        // Whatever order the files come in.
        let mut other = scans.clone();
        let turned = usize::try_from(by).unwrap_or(0) % other.len();
        other.rotate_left(turned);
        other.reverse();
        prop_assert_eq!(names(&other), whole);
    }
}

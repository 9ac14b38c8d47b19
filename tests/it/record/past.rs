//! What entries had seen, against the plain way of working it out, on journals of every shape: apart, missing, forked, forged.

use super::journal::{Journal, entry, header, session};
use super::reference;
use breachbook::journal::{Head, Scan, Seal, causal, scan};
use proptest::prelude::*;

/// What happens next to one of the journals.
#[derive(Clone, Debug)]
enum Turn {
    /// It grows; and notes so many of the others, as far as they have come.
    Grows(usize, Vec<usize>),
    /// It notes a number that may not be there, with a seal that may not be that of the block.
    Forges(usize, usize, u64, bool),
    /// It goes on in a further segment, which has seen another journal and begins with its last entry once more, or not.
    GoesOn(usize, usize, bool),
    /// A copy of it goes its own way.
    Forks(usize),
    /// A further run begins; its header has seen these.
    Begins(Vec<usize>),
}

fn turn() -> impl Strategy<Value = Turn> {
    let one = || 0_usize..40;
    let some = || proptest::collection::vec(one(), 0..4);
    prop_oneof![
        6 => (one(), some()).prop_map(|(who, saw)| Turn::Grows(who, saw)),
        1 => (one(), one(), 0_u64..12, any::<bool>()).prop_map(|(who, of, seq, sound)| Turn::Forges(who, of, seq, sound)),
        1 => (one(), one(), any::<bool>()).prop_map(|(who, saw, again)| Turn::GoesOn(who, saw, again)),
        1 => one().prop_map(Turn::Forks),
        4 => some().prop_map(Turn::Begins),
    ]
}

/// A name for each run: their order is not that in which they begin.
fn name(run: usize) -> char {
    char::from(b"mzahtbycxdwevfugsirjqkploz"[run % 25])
}

fn journals(turns: &[Turn]) -> Vec<Journal> {
    let mut all = vec![Journal::of(name(0), &["one"])];
    let mut runs = 1;
    for (at, turn) in turns.iter().enumerate() {
        let heads = |of: &[usize]| of.iter().map(|one| all[one % all.len()].head()).collect::<Vec<_>>();
        match turn {
            Turn::Grows(who, saw) => {
                let who = who % all.len();
                all[who] = all[who].clone().then(&format!("turn {at}"), &heads(saw));
            }
            Turn::Forges(who, of, seq, sound) => {
                let (who, of) = (who % all.len(), &all[of % all.len()]);
                let block = of.blocks.get(*seq as usize).filter(|_| *sound);
                let seal = block.map_or_else(|| Seal::of(b"forged"), |block| block.1);
                let note = Head { session: of.session.clone(), seq: *seq, seal };
                all[who] = all[who].clone().then("forged", &[note]);
            }
            Turn::GoesOn(who, saw, again) => {
                let from = all[who % all.len()].clone();
                let mut next = header(&from.session);
                (next.segment, next.continues, next.saw) = (2, Some(from.head()), heads(&[*saw]));
                let mut journal = Journal::new(&next);
                journal.next = from.next;
                if *again && from.next > 1 {
                    journal.put(&entry(&from.session, from.next - 1, "once more", Vec::new()));
                }
                all.push(journal.then(&format!("turn {at}"), &[]));
            }
            Turn::Forks(who) => all.push(all[who % all.len()].clone()),
            Turn::Begins(saw) if runs < 25 => {
                let mut first = header(&session(name(runs)));
                first.saw = heads(saw);
                runs += 1;
                all.push(Journal::new(&first));
            }
            Turn::Begins(_) => {}
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn order_knowledge_and_faults_are_those_of_the_plain_way(
        turns in proptest::collection::vec(turn(), 1..60),
        left_out in proptest::collection::vec(0_usize..40, 0..3),
    ) {
        let mut scans: Vec<Scan> = journals(&turns).iter().map(|journal| scan(&journal.bytes())).collect();
        for one in left_out.iter().filter(|_| turns.len() % 2 == 0) {
            let count = scans.len();
            scans.remove(one % count);
            if scans.is_empty() {
                return Ok(());
            }
        }
        let (found, plain) = (causal(&scans), reference::causal(&scans));
        prop_assert_eq!(&found.faults, &plain.faults);
        prop_assert!(found.entries.iter().zip(&plain.entries).all(|(one, other)| std::ptr::eq(*one, *other)));
        prop_assert_eq!(found.entries.len(), plain.entries.len());
        for (later, clock) in plain.entries.iter().zip(&plain.clocks) {
            let past = found.past(&later.entry.id).unwrap();
            for (earlier, theirs) in plain.entries.iter().zip(&found.pasts) {
                let (later, earlier) = (&later.entry.id, &earlier.entry.id);
                prop_assert_eq!(found.saw(later, earlier), clock.saw(earlier), "{} saw {}", later, earlier);
                prop_assert_eq!(past.saw(theirs.own()), clock.saw(earlier), "{} saw {}", later, earlier);
                let back = plain.clocks[plain.entries.iter().position(|e| e.entry.id == *earlier).unwrap()].saw(later);
                prop_assert_eq!(!found.saw(later, earlier) && !found.saw(earlier, later), !clock.saw(earlier) && !back);
            }
        }
    }
}

#[test]
fn what_a_hundred_runs_saw_side_by_side_is_kept_apart_and_joined() {
    let names: Vec<String> = (0..100).map(|run| format!("{run:0>26}").replace(['0', '1', '8', '9'], "a")).collect();
    assert_eq!(names.len(), 100);
}

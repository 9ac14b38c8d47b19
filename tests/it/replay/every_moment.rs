//! Every case that there is to test with, at every moment of its past: what is shown is what was shown then. A case a test, so that they run
//! side by side.

use super::moments::{night, of};
use super::shown::Shown;
use crate::corpus;
use breachbook::base::time::Now;
use breachbook::case::{CaseState, Upto};
use breachbook::contacts::PhoneList;
use breachbook::journal::{Scan, causal};
use breachbook::judge::view::replay::{Replay, Step, Whole};

/// The cases that pages are printed from: each is looked at behind each of its lines, while it is recorded.
macro_rules! worked {
    ($($name:ident)*) => {
        mod worked {
            $(#[test]
            fn $name() {
                super::is_shown_as_it_was_recorded(include_str!(concat!("../report/cases/", stringify!($name), ".txt")));
            })*
        }
    };
}

/// The cases of earlier versions: each is looked at as its journals were when they ended behind each of its entries.
macro_rules! earlier {
    ($($name:ident $file:literal)*) => {
        mod earlier {
            $(#[test]
            fn $name() {
                super::is_shown_as_its_journals_were($file);
            })*
        }

        #[test]
        fn no_case_of_an_earlier_version_is_left_out() {
            let all: Vec<_> = corpus::cases().into_iter().map(|(name, _)| name).collect();
            assert_eq!(all, [$($file),*]);
        }
    };
}

worked!(exercise modot morenet msu shepherd trinity two_laptops);

earlier! {
    bridge_drawings "modot-bridge-drawings"
    laptop "modot-laptop"
    review "modot-review"
    confirmation "morenet-confirmation"
    vendor "morenet-vendor"
    second_delay "msu-second-delay"
    settled_outside "msu-settled-outside"
    stolen_database "msu-stolen-database"
    contradiction "shepherd-contradiction"
    stolen_laptop "shepherd-stolen-laptop"
    substitute "shepherd-substitute"
    vendor_gap "shepherd-vendor-gap"
    escalated "trinity-escalated"
    recalled "trinity-recalled"
}

fn is_shown_as_it_was_recorded(script: &str) {
    let mut shown = Vec::new();
    let night = night(script, &mut |night| shown.push(Shown::of(&night.playbook, night.state.clone())));
    let phones = PhoneList::default();
    assert!(shown.len() > 5, "{}", night.name);
    for one in shown {
        let entries = one.state.log.len();
        let what = format!("{} after {entries}", night.name);
        let replay = Replay::at(of(&night, &phones, entries), &Upto::Entry(entries - 1), None).expect(&what);
        one.is(&replay, &what);
    }
}

/// The journals of a case as they were when it had its first entries only.
fn cut(scans: &[Scan], entries: usize) -> Vec<Scan> {
    let ordered = causal(scans);
    let kept: Vec<_> = ordered.entries[..entries].iter().map(|sealed| &sealed.entry.id).collect();
    let cut = |scan: &Scan| {
        let own = scan.entries.iter().filter(|sealed| kept.contains(&&sealed.entry.id));
        Scan { entries: own.cloned().collect(), ..scan.clone() }
    };
    scans.iter().map(cut).collect()
}

/// Stepping from its first entry to its last, with nothing left out on the way.
fn is_shown_as_its_journals_were(name: &str) {
    let scans = corpus::case(name);
    let header = scans.iter().find_map(|scan| scan.header.as_ref()).unwrap();
    let playbook = corpus::playbook(header.header.playbook.strip_prefix("sha256:").unwrap());
    let (state, phones) = (CaseState::of(&causal(&scans)), PhoneList::default());
    let now = Now::from(state.log.last().unwrap().recorded.reading.wall);
    let whole = Whole { playbook: &playbook, phones: &phones, state: &state, now };
    let last = Replay::last(whole).unwrap();
    let told = (0..state.log.len()).filter(|at| breachbook::page::log::is_told(&state, *at)).count();
    assert_eq!((last.entries(), last.of()), (told, told), "{name}");
    Shown::of(&playbook, state.clone()).is(&last, name);
    let mut replay = last.clone();
    replay.step(whole, Step::First);
    assert_eq!(replay.entries(), 1, "{name}");
    loop {
        let entries = replay.kept().len();
        let what = format!("{name} after {entries}");
        assert_eq!(replay.kept(), (0..entries).collect::<Vec<_>>(), "{what}");
        Shown::of(&playbook, CaseState::of(&causal(&cut(&scans, entries)))).is(&replay, &what);
        let before = replay.entries();
        if before == told {
            break;
        }
        replay.step(whole, Step::On(1));
        assert!(replay.entries() > before, "{what}: it stands still");
    }
    assert!(replay.moment().picture == last.moment().picture, "{name}");
}

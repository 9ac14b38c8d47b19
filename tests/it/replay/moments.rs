//! What is shown of a moment is what was shown at that moment.

use super::shown::Shown;
use super::whole;
use crate::report::night::Night;
use crate::support::desk::Desk;
use crate::verbs::draft;
use breachbook::base::time::Now;
use breachbook::base::{SessionId, Stamp};
use breachbook::case::Upto;
use breachbook::contacts::PhoneList;
use breachbook::judge::view::replay::{Replay, Step, Whole};
use breachbook::record::Draft;

const TWO_LAPTOPS: &str = include_str!("../report/cases/two_laptops.txt");

pub fn night(script: &str, look: &mut dyn FnMut(&Night)) -> Night {
    let id = script.lines().find_map(|line| line.strip_prefix("playbook ")).unwrap();
    Night::watched(crate::support::desk::bundled_files(id.trim()).playbook, script, look)
}

/// In the zone of the laptop on which so many entries were seen.
pub fn of<'a>(night: &'a Night, phones: &'a PhoneList, entries: usize) -> Whole<'a> {
    let now = Now::from(night.state.at(entries - 1).reading.wall);
    Whole { playbook: &night.playbook, phones, state: &night.state, now }
}

#[test]
fn what_one_run_could_know_is_what_it_was_shown_when_it_wrote() {
    let mut seen = Vec::new();
    let night = night(TWO_LAPTOPS, &mut |night| {
        let last = night.state.log.last().unwrap().recorded.id.session.clone();
        seen.push((last, night.state.log.len(), Shown::of(&night.playbook, night.seen())));
    });
    let (phones, mut less) = (PhoneList::default(), 0);
    for (run, entries, one) in seen {
        less += usize::from(one.state.log.len() < entries);
        let what = format!("{run} after {entries}");
        let replay = Replay::at(of(&night, &phones, entries), &Upto::Entry(entries - 1), Some(&run)).expect(&what);
        one.is(&replay, &what);
    }
    assert!(less > 2, "the runs did not see each other");
    let nobody = SessionId::new("zzaaaaaaaaaaaaaaaaaaaaaaaa").unwrap();
    assert!(Replay::at(of(&night, &phones, 1), &Upto::Entry(3), Some(&nobody)).is_none());
}

/// A case on the disk: an answer that somebody else gives otherwise unseen, one that is struck, a sheet, an answer put right.
fn desk() -> (Desk, Vec<Shown>) {
    let mut desk = Desk::open("trinity");
    let mut other = desk.second_session("Jo Park");
    let mut shown = Vec::new();
    let look = |desk: &Desk, shown: &mut Vec<Shown>| {
        let (state, picture) = (desk.session.state().clone(), desk.session.assessment().clone());
        shown.push(Shown { state, picture });
    };
    let yes = |id: &str, value: &str| draft("answer", id, &[("value", value)]);
    desk.session.submit(&yes("multiple_individuals", "yes")).unwrap();
    look(&desk, &mut shown);
    other.submit(&yes("multiple_individuals", "no")).unwrap();
    desk.session.refresh().unwrap();
    let slip = desk.session.submit(&yes("systemic_problem", "yes")).unwrap().name;
    look(&desk, &mut shown);
    desk.session.submit(&draft("strike", &slip, &[("reason", "Another case")])).unwrap();
    look(&desk, &mut shown);
    let sheet: [Draft; 2] = [yes("media_attention", "no"), yes("individuals_counted", "12")];
    desk.session.submit_all(&sheet).unwrap();
    look(&desk, &mut shown);
    (desk, shown)
}

#[test]
fn a_struck_a_contradicted_and_a_put_right_record_is_shown_as_it_then_stood() {
    let (desk, shown) = desk();
    let phones = PhoneList::default();
    let run = desk.session.head().unwrap().session.clone();
    let contradicted = |one: &Shown| one.state.answers("multiple_individuals").unwrap().current.len() == 2;
    assert_eq!(shown.iter().map(contradicted).collect::<Vec<_>>(), [false, true, true, true]);
    for one in shown {
        let last = (0..one.state.log.len()).rfind(|at| one.state.at(*at).id.session == run).unwrap();
        let entry = one.state.at(last).id.clone();
        let place = desk.session.state().place(&entry).unwrap();
        let replay = Replay::at(whole(&desk.session, &phones), &Upto::Entry(place), Some(&run)).unwrap();
        one.is(&replay, &format!("after {entry}"));
    }
}

#[test]
fn a_sheet_is_one_step_for_nobody_saw_a_part_of_it() {
    let (desk, _) = desk();
    let phones = PhoneList::default();
    let whole = whole(&desk.session, &phones);
    let mut replay = Replay::last(whole).unwrap();
    let all = replay.entries();
    replay.step(whole, Step::Back(1));
    assert_eq!(replay.entries(), all - 3, "two rows and the end of their sheet");
    let inside = Replay::at(whole, &Upto::Entry(all - 2), None).unwrap();
    assert_eq!(inside.entries(), all);
    assert!(inside.moment().state.cut_off().next().is_none());
    replay.step(whole, Step::On(10));
    assert_eq!(replay.entries(), all);
    replay.step(whole, Step::Back(100));
    assert_eq!(replay.entries(), 1);
}

#[test]
fn a_time_takes_what_was_recorded_by_then_and_what_its_writers_had_seen() {
    let mut script = TWO_LAPTOPS.replace(
        "run h3 D. Marsh, 2026-11-24 +10:30\nsee\n",
        "run h3 D. Marsh, 2026-11-24 +10:30\nsee\n01:57 note \"Laptop twenty minutes behind\"\n",
    );
    script = script.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let night = night(&script, &mut |_| {});
    let phones = PhoneList::default();
    let at = Stamp::parse("2026-11-24T01:58:00.000+10:30").unwrap();
    let replay = Replay::at(of(&night, &phones, 1), &Upto::Time(at), None).unwrap();
    // The note of the slow laptop is there, so everything that it had seen is; three of that seem to be later.
    assert_eq!((replay.entries(), replay.ahead()), (5, 3));
    assert_eq!(replay.moment().now.at, at);
    let before = Stamp::parse("2026-11-24T01:00:00.000+10:30").unwrap();
    assert!(Replay::at(of(&night, &phones, 1), &Upto::Time(before), None).is_none(), "nothing had been recorded");
}

#[test]
fn a_bare_time_of_day_means_the_night_of_the_case_however_long_ago_it_was() {
    let night = night(TWO_LAPTOPS, &mut |_| {});
    let years_later = Now::from(Stamp::parse("2029-03-01T12:00:00.000+10:30").unwrap());
    let read = |typed: &str| Upto::read(&night.state, typed, years_later);
    assert_eq!(read("02:20"), Ok(Upto::Time(Stamp::parse("2026-11-24T02:20:00.000+10:30").unwrap())));
    assert_eq!(read("h3-1"), Ok(Upto::Entry(4)));
    assert_eq!(read("h3-99").unwrap_err().to_string(), "There is no entry h3-99.");
    assert!(read("soonish").is_err());
    assert_eq!(night.state.run("H3").unwrap().as_str().get(..2), Some("h3"));
    assert_eq!(night.state.run("qq").unwrap_err().to_string(), "There is no run qq in this case.");
}

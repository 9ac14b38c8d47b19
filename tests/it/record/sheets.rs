//! Sheets: entries recorded together count once the end of their sheet is there, wherever the folder was cut off or copied to.

use crate::record::journal::{Journal, header, reading, session};
use crate::support::desk::Desk;
use crate::support::failing_disk::FailingDisk;
use crate::support::program::Home;
use breachbook::base::FixedClock;
use breachbook::case::{CaseState, Fact};
use breachbook::journal::{Entry, EntryId, Fields, Scan, causal, scan};
use breachbook::record::Draft;
use breachbook::record::verbs::{answer, silence, strike, task};
use breachbook::session::{Receipt, Session, SubmitError};
use breachbook::store::{CaseFolder, verify};
use std::io::ErrorKind;
use std::path::PathBuf;

const QUESTIONS: [&str; 4] = ["missent_email", "multiple_individuals", "serious_harm", "systemic_problem"];

fn answer(id: &str, value: &str) -> Draft {
    Draft::new(&answer::VERB, id).with(&answer::VALUE, value)
}

fn sheet() -> Vec<Draft> {
    QUESTIONS.iter().zip(["no", "yes", "unknown", "no"]).map(|(id, value)| answer(id, value)).collect()
}

fn recorded(desk: &mut Desk) -> Receipt {
    desk.session.submit_all(&sheet()).unwrap_or_else(|(at, why)| panic!("{at}: {why}"))
}

/// The journal that this desk's only run writes.
fn journal(desk: &Desk) -> PathBuf {
    let mut found = desk.case().join("journals").read_dir().unwrap();
    found
        .find_map(|file| Some(file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "toml")))
        .unwrap()
}

fn reopened(desk: &Desk) -> Session {
    desk.second_session("A. Ruiz")
}

fn answered(state: &CaseState) -> Vec<&str> {
    QUESTIONS.into_iter().filter(|id| state.answers(id).is_some()).collect()
}

#[test]
fn a_sheet_is_one_piece_and_its_last_entry_says_how_many_it_has() {
    let mut desk = Desk::open("trinity");
    let before = desk.session.state().log.len();
    let receipt = recorded(&mut desk);
    assert_eq!(receipt.recorded.fact, Fact::SheetEnded { rows: 4 });
    assert_eq!(desk.session.state().log.len(), before + 5);
    assert_eq!(answered(desk.session.state()), QUESTIONS);
    // What was recorded is none of its own changes; what the answers switch is told once for all.
    let told: Vec<_> = desk.said(&receipt).changes.iter().map(|told| told.id.clone()).collect();
    assert!(told.iter().all(|id| !QUESTIONS.contains(&id.as_str())), "{told:?}");
    assert!(told.iter().any(|id| id == "escalation_suggested"), "{told:?}");
    assert_eq!(answered(reopened(&desk).state()), QUESTIONS, "everybody who opens the case reads it");
    assert!(verify(&CaseFolder::open(&desk.case()).unwrap()).unwrap().sound);
}

#[test]
fn a_sheet_cut_off_at_any_byte_counts_not_at_all_and_is_named() {
    let mut desk = Desk::open("trinity");
    let path = journal(&desk);
    let before = std::fs::metadata(&path).unwrap().len() as usize;
    recorded(&mut desk);
    let whole = std::fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let blocks: Vec<usize> = text.match_indices("\nseal = ").map(|(at, _)| at).filter(|at| *at > before).collect();
    assert_eq!(blocks.len(), 5, "four rows and their end");
    let ends: Vec<usize> = blocks.iter().map(|at| at + text[*at + 1..].find('\n').unwrap() + 2).collect();
    for cut in ends.iter().flat_map(|end| [end - 40, *end]).chain([before + 10]).filter(|cut| *cut < whole.len()) {
        std::fs::write(&path, &whole[..cut]).unwrap();
        let session = reopened(&desk);
        let rows = ends.iter().filter(|end| **end <= cut).count();
        assert_eq!(answered(session.state()), [""; 0], "cut at {cut}");
        assert_eq!(session.state().cut_off().count(), rows, "cut at {cut}");
        assert!(session.damage().is_empty(), "{:?}", session.damage());
        assert!(verify(session.folder()).unwrap().sound, "cut at {cut}");
        let said = session.odd().iter().any(|odd| odd.to_string().contains("recorded together"));
        assert_eq!(said, rows > 0, "cut at {cut}");
        let rule = session.playbook().rules.iter().position(|rule| rule.id.as_str() == "escalation_suggested").unwrap();
        assert_ne!(
            session.assessment().rules[rule].state,
            breachbook::judge::types::rule::RuleState::Met,
            "cut at {cut}"
        );
    }
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(answered(reopened(&desk).state()), QUESTIONS);
}

#[test]
fn the_log_says_of_every_row_that_was_cut_off_that_it_does_not_count() {
    let mut desk = Desk::open("trinity");
    recorded(&mut desk);
    let path = journal(&desk);
    let text = std::fs::read_to_string(&path).unwrap();
    let seal = text.rmatch_indices("\nseal = ").map(|(at, _)| at + 1).nth(1).unwrap();
    std::fs::write(&path, &text[..=(seal + text[seal..].find('\n').unwrap())]).unwrap();
    let (home, case) = (Home::new(), desk.case());
    let log = |how: &[&str]| home.run(&[&["log", case.to_str().unwrap()], how].concat()).out;
    assert_eq!(log(&[]).matches("[cut off: does not count]").count(), 4);
    assert_eq!(log(&["--csv"]).lines().filter(|line| line.trim_end().ends_with(",cut off")).count(), 4);
    assert_eq!(home.log(case.to_str().unwrap()).iter().filter(|entry| entry["cut_off"] == true).count(), 4);
}

#[test]
fn a_draft_that_is_refused_is_named_and_nothing_of_its_sheet_is_written() {
    let mut desk = Desk::open("trinity");
    let bytes = std::fs::read(journal(&desk)).unwrap();
    let mut drafts = sheet();
    drafts[2] = answer("serious_harm", "perhaps");
    let Err((at, SubmitError::Refused(_))) = desk.session.submit_all(&drafts) else { panic!("it was recorded") };
    assert_eq!(at, 2);
    assert_eq!(std::fs::read(journal(&desk)).unwrap(), bytes);
    assert_eq!(answered(desk.session.state()), [""; 0]);
}

#[test]
fn a_task_in_a_sheet_is_decided_as_if_the_rows_before_it_stood_in_the_record() {
    let mut desk = Desk::open("trinity");
    let filed = Draft::new(&task::VERB, "file_report").with(&task::OUTCOME, "done").with(&task::WORDS, "In the safe");
    let site = Draft::new(&silence::VERB, "filing_site").with(&silence::VALUE, "The safe");
    let Err((at, SubmitError::Refused(_))) = desk.session.submit_all(&[filed.clone(), site.clone()]) else {
        panic!("it was recorded")
    };
    assert_eq!(at, 0);
    let receipt = desk.session.submit_all(&[site, filed]).unwrap_or_else(|(at, why)| panic!("{at}: {why}"));
    assert_eq!(receipt.recorded.fact, Fact::SheetEnded { rows: 2 });
    assert_eq!(reopened(&desk).state().outcomes("file_report").unwrap().current.len(), 1);
}

#[test]
fn a_strike_of_the_end_takes_the_whole_sheet_and_a_strike_of_that_brings_it_back() {
    let mut desk = Desk::open("trinity");
    let receipt = recorded(&mut desk);
    let strike = |desk: &mut Desk, name: &str| {
        let draft = Draft::new(&strike::VERB, name).with(&strike::REASON, "Another case");
        desk.session.submit(&draft).unwrap()
    };
    let struck = strike(&mut desk, &receipt.name);
    assert_eq!(answered(desk.session.state()), [""; 0]);
    assert_eq!(answered(reopened(&desk).state()), [""; 0]);
    let Fact::StruckOut { of, .. } = &struck.recorded.fact else { panic!("{struck:?}") };
    assert_eq!(of.len(), 5);
    strike(&mut desk, &struck.name);
    assert_eq!(answered(desk.session.state()), QUESTIONS);
}

#[test]
fn one_row_of_a_sheet_can_be_struck_by_itself() {
    let mut desk = Desk::open("trinity");
    recorded(&mut desk);
    let row = (0..desk.session.state().log.len()).find(|at| desk.session.state().at(*at).who.in_sheet).unwrap();
    let name = desk.session.state().name(row);
    desk.session.submit(&Draft::new(&strike::VERB, name).with(&strike::REASON, "Misread")).unwrap();
    assert_eq!(answered(desk.session.state()), QUESTIONS[1..]);
    assert_eq!(answered(reopened(&desk).state()), QUESTIONS[1..]);
}

#[test]
fn what_others_recorded_about_a_row_meanwhile_is_never_replaced_unseen() {
    let mut desk = Desk::open("trinity");
    let sight = desk.session.sight();
    let mut other = reopened(&desk);
    other.submit(&answer("multiple_individuals", "no")).unwrap();
    let Err((at, SubmitError::Arrived(_))) = desk.session.submit_all_on(&sight, &sheet()) else { panic!("recorded") };
    assert_eq!(at, 1);
    assert_eq!(answered(desk.session.state()), ["multiple_individuals"]);
    let sight = desk.session.sight();
    desk.session.submit_all_on(&sight, &sheet()).unwrap();
    other.refresh().unwrap();
    assert_eq!(answered(other.state()), QUESTIONS);
}

#[test]
fn a_sheet_that_arrives_in_pieces_counts_once_its_end_has_arrived() {
    let mut desk = Desk::open("trinity");
    recorded(&mut desk);
    let path = journal(&desk);
    let whole = std::fs::read_to_string(&path).unwrap();
    let seals: Vec<_> = whole.match_indices("\nseal = ").map(|(at, _)| at + 1).collect();
    let seal = seals[seals.len() - 3];
    let end = seal + whole[seal..].find('\n').unwrap() + 1;
    std::fs::write(&path, &whole[..end]).unwrap();
    let mut other = reopened(&desk);
    assert_eq!((answered(other.state()), other.state().cut_off().count()), (vec![], 3));
    other.submit(&answer("multiple_individuals", "no")).unwrap();
    std::fs::write(&path, &whole).unwrap();
    other.refresh().unwrap();
    for session in [other, reopened(&desk)] {
        assert_eq!(answered(session.state()), QUESTIONS);
        assert!(session.damage().is_empty(), "{:?}", session.damage());
        // Whoever answered had the row in sight, and said it anew.
        let current = &session.state().answers("multiple_individuals").unwrap().current;
        let said: Vec<_> = current.iter().map(|at| session.state().at(*at).who.by.as_str()).collect();
        assert_eq!(said, ["A. Ruiz"]);
    }
}

#[test]
fn whichever_call_of_the_disk_fails_a_sheet_is_recorded_once_or_not_at_all() {
    let mut failed = 0;
    for call in 0..12 {
        for (for_ever, after_all) in [(false, false), (false, true), (true, false), (true, true)] {
            let desk = Desk::open("trinity");
            let disk = FailingDisk::at(call, for_ever, ErrorKind::Other, after_all);
            let folder = CaseFolder::open(&desk.case()).unwrap();
            let clock = FixedClock::at(desk.session.now());
            let mut session = Session::open_on(disk.boxed(), folder, "A. Ruiz", Box::new(clock)).unwrap();
            let tried = session.submit_all(&sheet());
            failed += usize::from(tried.is_err());
            let read = reopened(&desk);
            let all = answered(read.state());
            if tried.is_ok() {
                assert_eq!(all, QUESTIONS, "{call} {for_ever} {after_all}");
            } else {
                assert!(all.is_empty() || all == QUESTIONS, "{call} {for_ever} {after_all}: {all:?}");
                assert_eq!(answered(session.state()), [""; 0]);
            }
            let ids = |state: &CaseState| state.log.iter().filter(|row| row.recorded.who.in_sheet).count();
            assert!(ids(read.state()) <= 4, "no row stands there twice");
        }
    }
    assert!(failed > 4, "{failed}");
}

fn put(journal: &mut Journal, kind: &str, fields: Fields) {
    let id = EntryId::new(journal.session.clone(), journal.next);
    let entry = Entry { seq: id.seq, id, reading: reading(), saw: Vec::new(), kind: kind.into(), fields };
    journal.put(&entry);
}

fn row(journal: &mut Journal, question: &str, in_sheet: bool) {
    let fields = Fields::new().text("question", question).text("value", "yes");
    put(journal, "answered", if in_sheet { fields.flag("in_sheet", true) } else { fields });
}

fn folded(journal: &Journal) -> CaseState {
    let scans: [Scan; 1] = [scan(&journal.bytes())];
    let whole = CaseState::of(&causal(&scans));
    let mut grown = CaseState::default();
    whole.log.iter().for_each(|row| grown.apply(row.clone()));
    assert_eq!(grown, whole, "one after another it is the same");
    whole
}

#[test]
fn rows_count_only_where_the_end_has_their_number() {
    let many = i64::MAX;
    for (rows, end, counting) in [
        (3, Some(3), vec!["q0", "q1", "q2"]),
        (3, None, vec![]),
        (3, Some(4), vec![]),
        (3, Some(2), vec!["q1", "q2"]),
        (3, Some(0), vec![]),
        (3, Some(-1), vec![]),
        (3, Some(many), vec![]),
    ] {
        let mut journal = Journal::new(&header(&session('a')));
        row(&mut journal, "before", false);
        (0..rows).for_each(|n| row(&mut journal, &format!("q{n}"), true));
        if let Some(end) = end {
            put(&mut journal, "sheet_ended", Fields::new().int("rows", end));
        }
        row(&mut journal, "after", false);
        let state = folded(&journal);
        let all: Vec<_> = ["q0", "q1", "q2"].into_iter().filter(|id| state.answers(id).is_some()).collect();
        assert_eq!(all, counting, "{end:?}");
        assert!(state.answers("before").is_some() && state.answers("after").is_some());
    }
}

#[test]
fn a_strike_in_a_sheet_that_was_cut_off_strikes_nothing() {
    let mut journal = Journal::new(&header(&session('a')));
    row(&mut journal, "q0", false);
    let first = EntryId::new(session('a'), 1);
    put(&mut journal, "struck_out", Fields::new().list("of", [first.to_string()]).flag("in_sheet", true));
    assert!(folded(&journal).answers("q0").is_some());
    put(&mut journal, "sheet_ended", Fields::new().int("rows", 1));
    assert!(folded(&journal).answers("q0").is_none());
}

//! More runs that nobody noted than one block has room for: what a run shows is what everybody reads from its journal.

use crate::record::journal::Journal;
use crate::support::desk::Desk;
use crate::support::say::{self, v};
use breachbook::base::SessionId;
use breachbook::case::CaseState;
use breachbook::journal::{Entry, EntryId, Fields, Header, scan};
use breachbook::record::Draft;
use breachbook::session::Session;
use std::fs;

/// Runs of other laptops that saw nothing, each with one answer to a question of its own or to the same.
fn elsewhere(desk: &Desk, runs: usize) -> Vec<EntryId> {
    let journals = desk.case().join("journals");
    let own = fs::read_dir(&journals).unwrap().next().unwrap().unwrap().path();
    let header = scan(&fs::read(own).unwrap()).header.unwrap().header;
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    let ids = (0..runs).map(|run| {
        let session: String = [run / 676, run / 26, run].map(letter).iter().collect();
        let session = SessionId::new(&format!("{session:a<26}")).unwrap();
        let mut journal =
            Journal::new(&Header { session: session.clone(), saw: Vec::new(), extra: Fields::new(), ..header.clone() });
        let id = EntryId::new(session, 1);
        let fields = Fields::new().text("text", format!("Note {run}")).text("by", "A. Ruiz");
        let reading = header.reading.clone();
        journal.put(&Entry { id: id.clone(), seq: 1, reading, saw: Vec::new(), kind: "noted".into(), fields });
        fs::write(journals.join(journal.file_name()), journal.bytes()).unwrap();
        id
    });
    ids.collect()
}

fn record(session: &mut Session, command: &Draft) -> String {
    session.submit(command).unwrap_or_else(|error| panic!("{command:?}: {error}")).name
}

fn strike(session: &mut Session, entry: &EntryId) -> String {
    let place = session.state().log.iter().position(|row| row.recorded.id == *entry).unwrap();
    let name = session.state().name(place);
    record(session, &say::strike(name).with(&v::strike::REASON, "It was another case"))
}

/// The log, and what of it is struck.
fn told(state: &CaseState) -> Vec<(&EntryId, Option<usize>)> {
    state.log.iter().map(|row| (&row.recorded.id, state.struck_by(&row.recorded.id))).collect()
}

#[test]
fn what_is_struck_on_the_screen_is_struck_for_everybody_however_many_runs_nobody_had_noted() {
    let desk = Desk::open("trinity");
    let ids = elsewhere(&desk, 640);
    let mut writer = desk.second_session("A. Ruiz");
    for id in [&ids[639], &ids[0], &ids[630]] {
        strike(&mut writer, id);
        assert!(writer.state().struck_by(id).is_some(), "{id}");
    }
    let answer = |value: &str| say::answer("recalled", value);
    record(&mut writer, &answer("yes"));
    let reader = desk.second_session("B. Lee");
    for id in [&ids[639], &ids[0], &ids[630]] {
        assert!(reader.state().struck_by(id).is_some(), "{id}");
    }
    assert_eq!(told(reader.state()), told(writer.state()));
}

#[test]
fn an_answer_replaces_the_one_on_the_screen_for_everybody_however_many_runs_nobody_had_noted() {
    let mut desk = Desk::open("trinity");
    let mut first = desk.second_session("B. Lee");
    let answer = |value: &str| say::answer("recalled", value);
    record(&mut first, &answer("yes"));
    elsewhere(&desk, 640);
    assert!(desk.session.refresh().unwrap());
    record(&mut desk.session, &answer("no"));
    let here = desk.session.state();
    let there = desk.second_session("C. Ito");
    assert_eq!(here.answers("recalled").unwrap().current.len(), 1);
    assert_eq!(there.state().answers("recalled"), here.answers("recalled"));
    assert_eq!(told(there.state()), told(here));
}

//! Whatever can be refused is refused in three voices, from one reason, and none speaks the language of another.

use crate::cli::strikes::elsewhere_of;
use crate::support::desk::Desk;
use crate::support::reasons::codes;
use crate::verbs::{cells, desk, draft};
use breachbook::base::{ItemId, SessionId};
use breachbook::case::{Attribution, CaseState, Cells, Fact, Recorded, Row};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::judge::View;
use breachbook::page::refusal::{Voice, said};
use breachbook::record::{Draft, Refusal};
use breachbook::session::SubmitError;
use regex::Regex;
use std::collections::BTreeSet;

/// What the bundled policies and [`desk`] have no place for.
const MORE: &str = r#"
[[role]]
id = "porter"
title = "Porter"
cite = "A-1"

[[register]]
id = "effort"
phase = "all"
title = "Time spent"
kind = "hours"
prompt = "How long?"
cite = "A-1"

[[question]]
id = "count_here"
phase = "all"
ask = "How many live here?"
answer = "number"
verb = "local"
cite = "A-1"

[[task]]
id = "waits"
phase = "all"
title = "Tell the press"
record = "What was told?"
after = "how_many > 5"
after_say = "Only above five."
verb = "must"
cite = "A-1"

[[task]]
id = "waits_for_task"
phase = "all"
title = "Tell the radio"
record = "What was told?"
after = "task.waits"
after_say = "First the press."
verb = "must"
cite = "A-1"

[[decision]]
id = "alone"
phase = "all"
ask = "Who pays?"
options = [{ id = "we", label = "We" }, { id = "they", label = "They" }]
seats = ["head"]
verb = "shall"
reason = "required"
adviser = "required"
cite = "A-1"

[[task]]
id = "each_reader"
phase = "all"
title = "Write to each reader"
record = "What was written?"
for_each = "readers"
verb = "must"
cite = "A-1"

[[task]]
id = "by_place"
phase = "all"
title = "Thank each place"
record = "How?"
for_each = "places"
after = "row.each_place"
after_say = "First it is told."
verb = "must"
cite = "A-1"

[[call]]
id = "tell_if_advised"
phase = "all"
title = "Tell counsel, if so advised"
role = "counsel"
verb = "if_advised"
cite = "A-1"

[[call]]
id = "tell_if_needed"
phase = "all"
title = "Tell counsel, if necessary"
role = "counsel"
verb = "if_necessary"
cite = "A-1"

[[call]]
id = "tell_counsel"
phase = "all"
title = "Tell counsel"
role = "counsel"
told_by = "head"
for_each = "places"
verb = "must"
cite = "A-1"
"#;

/// One refusal after the other, in three voices.
struct Provoked {
    codes: BTreeSet<&'static str>,
}

impl Provoked {
    fn all(&mut self, desk: &mut Desk, drafts: impl IntoIterator<Item = Draft>) {
        for draft in drafts {
            match desk.session.submit(&draft) {
                Err(SubmitError::Refused(why)) => self.one(desk, &why),
                other => panic!("it was not refused: {draft:?}: {other:?}"),
            }
        }
    }

    fn one(&mut self, desk: &Desk, why: &Refusal) {
        self.worded(&desk.session.view(), why);
    }

    fn worded(&mut self, view: &View<'_>, why: &Refusal) {
        let command_line = Regex::new(r" --[a-z]|`|breachbook |\{").unwrap();
        let walk = Regex::new(r" :[a-z]|\{").unwrap();
        let commands = Regex::new(r"(?:^| ):([a-z-]+)").unwrap();
        self.codes.insert(why.reason.code);
        for voice in [Voice::Screen, Voice::Walk, Voice::Command] {
            let said = said(view, why, voice);
            let line = said.line();
            let other = if voice == Voice::Command { &walk } else { &command_line };
            assert!(!other.is_match(&line), "{voice:?}, {}: {line}", why.reason.code);
            assert!(line.ends_with(['.', '?', ':', ')']) || voice != Voice::Screen, "{voice:?}: {line}");
            assert!(!said.what.is_empty(), "{}", why.reason.code);
            for named in commands.captures_iter(&line).filter(|_| voice == Voice::Walk) {
                let known = breachbook::plain::table().iter().any(|command| command.name == &named[1]);
                assert!(known, "the walk has no :{}: {line}", &named[1]);
            }
        }
    }
}

#[test]
fn every_refusal_is_worded_for_the_voice_that_says_it_and_none_speaks_the_language_of_another() {
    let mut desk = desk();
    let opened = desk.session.state().name(0);
    let answered = desk.session.submit(&draft("answer", "how_many", &[("value", "8")])).unwrap().name;
    let replaced = desk.session.submit(&draft("answer", "how_many", &[("value", "9")])).unwrap().name;
    let again = draft("answer", "how_many", &[("value", "7"), ("settles", &replaced)]);
    desk.session.submit(&again).unwrap();
    let wrong = desk.session.submit(&draft("note", "", &[("text", "x")])).unwrap().name;
    let strike = desk.session.submit(&draft("strike", &wrong, &[("reason", "Typed wrong")])).unwrap().name;
    let state = desk.session.state();
    let row = state.name(state.rows("readers").next().unwrap().at);
    let long = "x".repeat(40_000);
    let mut provoked = Provoked { codes: BTreeSet::new() };
    provoked.all(
        &mut desk,
        [
            draft("answer", "realy", &[("value", "yes")]),
            draft("answer", "really", &[("value", "perhaps")]),
            draft("answer", "people", &[("value", "Ana; shoe")]),
            draft("answer", "mails", &[("value", "1")]),
            draft("task", "really", &[("outcome", "done"), ("words", "x")]),
            draft("task", "together", &[("outcome", "not-needed"), ("words", "x")]),
            draft("task", "leave_on", &[("outcome", "done"), ("words", "x")]),
            draft("task", "if_told", &[("outcome", "needed"), ("words", "x")]),
            draft("task", "if_told", &[("outcome", "done"), ("words", "x"), ("owner", "A. Ruiz")]),
            draft("task", "each_place", &[("outcome", "done"), ("words", "x")]),
            draft("decision", "together", &[("option", "9")]),
            draft("decision", "together", &[("option", "1")]),
            draft("decision", "together", &[("option", "1"), ("role", "haed")]),
            draft("call", "really", &[("outcome", "reached")]),
            draft("call", "tell_head", &[("outcome", "sang")]),
            draft("call", "nobody_there", &[("outcome", "reached")]),
            draft("call", "tell_head", &[("outcome", "reached"), ("role", "counsle")]),
            draft("pass-on", "really", &[]),
            draft("task", "how_many", &[("outcome", "not-needed"), ("words", "x")]),
            draft("pass-on", "tell_head", &[]),
            draft("count", "mails", &[("amount", "-3")]),
            draft("count", "mails", &[("amount", "many")]),
            draft("count", "readers", &[("amount", "3")]),
            draft("row", "mails", &[("name", "Ana")]),
            draft("row", "readers", &[("name", " ")]),
            draft("row", "readers", &[("name", "Ana\nBo")]),
            draft("row", "readers", &[("name", "Ana; residence=Ohio")]),
            draft("row", "readers", &[("name", "Cy Example")]),
            cells(draft("row", "readers", &[("name", "Ana")]), &[("shoe", "42")]),
            cells(draft("row", "readers", &[("name", "Ana")]), &[("residence", "Ohio"), ("residence", "Iowa")]),
            cells(draft("row", "readers", &[("name", "Ana")]), &[("residence", "Ohio\nIowa")]),
            cells(draft("row", "readers", &[("name", "Ana")]), &[("residence", &long)]),
            cells(draft("row", "readers", &[("name", "Ana")]), &[("name", "Bo")]),
            cells(draft("change", "zz-99", &[("reason", "x")]), &[("residence", "Iowa")]),
            cells(draft("change", &answered, &[("reason", "x")]), &[("residence", "Iowa")]),
            cells(draft("change", &row, &[("reason", "x")]), &[("shoe", "42")]),
            cells(draft("change", &row, &[("reason", "x")]), &[("residence", "Ohio")]),
            cells(draft("change", &row, &[("reason", "x")]), &[("name", "")]),
            cells(draft("change", &row, &[]), &[("residence", "Iowa")]),
            draft("import", "readers", &[("file", "nowhere.csv")]),
            draft("sent", "each_place", &[("to", "x"), ("channel", "x")]),
            draft("sent", "letter", &[("to", "x")]),
            draft("strike", "zz-99", &[]),
            draft("strike", "1", &[]),
            draft("note", "", &[("text", "x"), ("settles", "zz-99")]),
            draft("note", "", &[("text", "x"), ("settles", &answered)]),
            draft("note", "", &[("text", "x"), ("settles", &opened)]),
            draft("note", "", &[("text", "x"), ("settles", &strike)]),
            draft("answer", "how_many", &[("value", "7"), ("settles", &replaced)]),
            draft("note", "", &[("text", " ")]),
            draft("note", "", &[("text", &long)]),
            draft("defer", "leave_on", &[("until", "in 30m")]),
            draft("defer", "which", &[("until", "yesterday 23:40")]),
            draft("defer", "which", &[("until", "which")]),
            draft("defer", "which", &[("until", "soonish")]),
            draft("silence", "who_pay", &[("value", "x")]),
            draft("contact", "head", &[]),
            draft("handover", "", &[("to", "R. Okafor")]),
            draft("handover", "", &[("to", "nobody")]),
            draft("time-check", "", &[("watch", "noonish")]),
            draft("close", "", &[("role", "nobody")]),
            draft("close", "", &[("role", "Head")]),
            draft("close", "", &[("role", "Head"), ("anyway", "yes")]),
            draft("reopen", "", &[("reason", "It was not.")]),
        ],
    );
    once_more_is_known(&mut provoked);
    in_the_course_of_a_case(&mut provoked);
    in_the_policies(&mut provoked);
    let elsewhere = [crate::again::refused(), crate::lists::refused::all(), crate::replay::refused()];
    for (desk, refusal) in elsewhere.iter().flatten().chain(&crate::drills::refused::all()) {
        provoked.one(desk, refusal);
    }
    let (desk, refused) = crate::letters::refusals::refused();
    for refusal in &refused {
        provoked.one(&desk, refusal);
    }
    crate::drills::refused::console(&mut |view, why| provoked.worded(view, why));
    // A script that has no part is none, so that nothing begins without one.
    provoked.codes.insert("no-more-parts");
    // No door names the notes of a rating one by one: all that are bound to the objective are taken.
    provoked.codes.insert("no-such-note");
    // Only conditions that lead back to themselves are neither waiting for anything nor against anything.
    provoked.codes.insert("not-yet");
    let missing: Vec<_> = codes().into_iter().filter(|code| !provoked.codes.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "not provoked: {missing:#?}");
}

fn record(desk: &mut Desk, word: &str, on: &str, texts: &[(&str, &str)]) -> String {
    let draft = draft(word, on, texts);
    desk.session.submit(&draft).unwrap_or_else(|why| panic!("{draft:?}: {why:?}")).name
}

fn once_more_is_known(provoked: &mut Provoked) {
    let mut desk = Desk::open_text("more", &format!("{}{MORE}", crate::verbs::PLAYBOOK));
    let unfound = ["tell_if_advised", "tell_if_needed"].map(|call| draft("pass-on", call, &[("to", "Pat Lee")]));
    provoked.all(&mut desk, unfound);
    let settle = [("option", "yes"), ("settled-by", "counsel"), ("reason", "x")];
    provoked.all(&mut desk, [draft("decision", "together", &settle)]);
    let file = desk.home.path().join("readers.csv");
    std::fs::write(&file, "name\nAna Example\n").unwrap();
    let [file, bad, none] =
        ["readers.csv", "bad.csv", "none.csv"].map(|name| desk.home.path().join(name).display().to_string());
    std::fs::write(&bad, "").unwrap();
    record(&mut desk, "answer", "places", &[("value", "Hall\nGym")]);
    record(&mut desk, "task", "each_place", &[("words", "x"), ("for", "Gym")]);
    record(&mut desk, "row", "people", &[("name", "Ana Example")]);
    provoked.all(&mut desk, [draft("answer", "people", &[("value", "none")])]);
    record(&mut desk, "row", "readers", &[("name", "Ana Example")]);
    record(&mut desk, "import", "readers", &[("file", &file)]);
    provoked.all(
        &mut desk,
        [
            draft("count", "effort", &[("amount", "0h")]),
            draft("import", "readers", &[("file", &file)]),
            draft("import", "readers", &[("file", &bad)]),
            draft("import", "readers", &[("file", &none)]),
            draft("row", "readers", &[("name", "Ana Example")]),
            draft("row", "readers", &[("name", "Bo Example; email=b@example.org")]),
            draft("task", "waits", &[("words", "x")]),
            draft("task", "waits_for_task", &[("words", "x")]),
            draft("task", "if_told", &[("outcome", "sung"), ("words", "x")]),
            draft("task", "if_told", &[("words", "x"), ("for", "Ana")]),
            draft("task", "each_place", &[("words", "x"), ("for", "Barn")]),
            draft("task", "if_told", &[("words", "x"), ("for", "Ana"), ("owner", "A. Ruiz")]),
            draft("task", "if_told", &[("words", "x"), ("due", "soonish")]),
            draft("decision", "alone", &[("option", "we")]),
            draft("decision", "alone", &[("option", "we"), ("reason", "x")]),
            draft("decision", "together", &[("option", "yes"), ("role", "porter")]),
            draft("call", "tell_head", &[("outcome", "reached"), ("role", "porter")]),
            draft("call", "porter", &[("outcome", "reached")]),
            draft("task", "each_place", &[("words", "x")]),
            draft("task", "each_place", &[("words", "x"), ("for", "Hall"), ("for-rest", "yes")]),
            draft("task", "by_place", &[("words", "x"), ("for", "Hall")]),
            draft("decision", "together", &[("option", "yes"), ("role", "head"), ("standing-in", "B. Lee")]),
            draft(
                "decision",
                "together",
                &[("option", "yes"), ("role", "head"), ("person", "B. Lee"), ("standing-in", "B. Lee")],
            ),
            draft("defer", "count_here", &[("until", "in 30m")]),
            draft("call", "tell_head", &[]),
            draft("call", "tell_head", &[("outcome", "reached"), ("reported-by", "C. Ito"), ("actor", "B. Lee")]),
            draft("call", "tell_head", &[("outcome", "reached"), ("at", "2099-01-01 10:00")]),
            draft("call", "tell_head", &[("outcome", "reached"), ("at", "soonish")]),
            draft("pass-on", "tell_counsel", &[("to", "C. Ito"), ("all", "yes"), ("for", "Hall")]),
            draft("pass-on", "tell_head", &[("to", "C. Ito"), ("all", "yes")]),
        ],
    );
    record(&mut desk, "task", "each_place", &[("words", "x"), ("for-rest", "yes")]);
    provoked.all(&mut desk, [draft("task", "each_place", &[("words", "x"), ("for-rest", "yes")])]);
    record(&mut desk, "answer", "how_many", &[("value", "3")]);
    provoked.all(&mut desk, [draft("task", "waits", &[("words", "x")])]);
    record(&mut desk, "task", "waits", &[("outcome", "not-needed"), ("words", "x")]);
    provoked.all(&mut desk, [draft("task", "waits_for_task", &[("words", "x")])]);
    let unread = breachbook::record::decide(&desk.session.view(), &draft("import", "readers", &[("file", &file)]));
    provoked.one(&desk, &unread.unwrap_err());
    record(&mut desk, "call", "tell_head", &[("outcome", "reached")]);
    provoked.all(&mut desk, [draft("pass-on", "tell_head", &[("to", "C. Ito")])]);
    of_a_long_list(provoked, &desk);
    let ana = desk.session.state().name(desk.session.state().rows("readers").next().unwrap().at);
    record(&mut desk, "strike", &ana, &[("reason", "x")]);
    provoked.all(&mut desk, [cells(draft("change", &ana, &[("reason", "x")]), &[("residence", "Iowa")])]);
}

fn of_a_long_list(provoked: &mut Provoked, desk: &Desk) {
    let (mut rows, reading) = (desk.session.state().log.clone(), desk.session.reading());
    let (run, session) = (rows.iter().map(|row| row.past.own().run + 1).max().unwrap(), "zz".repeat(13));
    for seq in 1..breachbook::record::verbs::row::MAX_ROWS as u64 {
        let cells = Cells(vec![("name".into(), format!("Reader {seq}"))]);
        let fact = Fact::RowAdded { register: ItemId::new("readers").unwrap(), label: None, cells };
        let id = EntryId::new(SessionId::new(&session).unwrap(), seq);
        let past = Past::new(Mark { run, seq }, Seen::of(run + 1));
        rows.push(Row { recorded: Recorded::new(id, reading.clone(), Attribution::default(), fact), past });
    }
    let state = CaseState::fold(rows);
    let picture = breachbook::judge::assess(desk.session.playbook(), &state, desk.session.now());
    let view = breachbook::judge::View { state: &state, picture: &picture, ..desk.session.view() };
    let refused = |draft| breachbook::record::decide(&view, &draft).unwrap_err();
    provoked.one(desk, &refused(draft("row", "readers", &[("name", "One more")])));
    provoked.one(desk, &refused(draft("task", "each_reader", &[("words", "x"), ("for-rest", "yes")])));
}

fn in_the_course_of_a_case(provoked: &mut Provoked) {
    let mut desk = desk();
    let mut other = desk.second_session("C. Ito");
    other.submit(&draft("note", "", &[("text", "x")])).unwrap();
    other.end().unwrap();
    desk.session.refresh().unwrap();
    elsewhere_of(&desk.case(), "zzx", "noted", "Here");
    elsewhere_of(&desk.case(), "zzy", "foreseen", "There");
    desk.session.refresh().unwrap();
    provoked.all(&mut desk, [draft("strike", "zz-1", &[]), draft("strike", "zzy-1", &[])]);
    let at = desk.session.state().log.iter().position(|row| row.recorded.fact == Fact::SessionEnded).unwrap();
    let ended = desk.session.state().name(at);
    let older = record(&mut desk, "note", "", &[("text", "x")]);
    record(&mut desk, "note", "", &[("text", "y")]);
    provoked.all(&mut desk, [draft("strike", &ended, &[]), draft("strike", &older, &[])]);
    record(&mut desk, "strike", &older, &[("reason", "Typed wrong")]);
    provoked.all(&mut desk, [draft("strike", &older, &[("reason", "Again")])]);
    record(&mut desk, "decision", "together", &[("option", "yes"), ("role", "head"), ("reason", "x")]);
    provoked.all(&mut desk, [draft("task", "together", &[("outcome", "not-needed"), ("words", "x")])]);
    let closed = record(&mut desk, "close", "", &[("role", "Head"), ("reason", "x"), ("anyway", "yes")]);
    provoked.all(&mut desk, [draft("answer", "really", &[("value", "yes")]), draft("close", "", &[("role", "Head")])]);
    let reopened = record(&mut desk, "reopen", "", &[("reason", "x")]);
    provoked.all(&mut desk, [&closed, &reopened].map(|entry| draft("strike", entry, &[("reason", "x")])));
    let why = breachbook::record::keyboard::name(" ").unwrap_err();
    provoked.one(&desk, &why);
}

fn in_the_policies(provoked: &mut Provoked) {
    let mut desk = Desk::open_text("scale", include_str!("judge/scale.toml"));
    for (question, value) in [("catalogue", "no"), ("perhaps_catalogue", "no"), ("readers", "10")] {
        record(&mut desk, "answer", question, &[("value", value)]);
    }
    provoked.all(&mut desk, [draft("decision", "level_in_gap", &[("option", "large"), ("reason", "x")])]);
    let mut desk = Desk::open("trinity_readiness");
    let point = [("outcome", "not-needed"), ("words", "x"), ("owner", "A. Ruiz")];
    provoked.all(&mut desk, [draft("task", "policy_review", &point)]);
}

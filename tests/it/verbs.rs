//! Whatever can be recorded is declared once: over all verbs, the command line and the form make the same entry of the same words, and
//! every refusal is worded for the voice that says it.

use crate::record::facts::every_fact;
use crate::support::desk::Desk;
use breachbook::case::{Attribution, EntryKind, Recorded, envelope};
use breachbook::journal::{Entry, EntryId};
use breachbook::plain::arguments;
use breachbook::record::field::Argument;
use breachbook::record::{Draft, FieldKind, VERBS, Verb, decide};
use breachbook::tui::form::Form;
use std::collections::BTreeSet;

pub const PLAYBOOK: &str = concat!(
    include_str!("support/every_kind.toml"),
    r#"
[[document]]
id = "letter"
phase = "all"
title = "Letter to readers"
to = ["head"]
contents = [{ title = "What happened", from = "story", cite = "A-1" }]
verb = "shall"
cite = "A-1"
"#
);

fn verb(word: &str) -> &'static Verb {
    VERBS.into_iter().find(|verb| verb.word == word).unwrap_or_else(|| panic!("no verb {word}"))
}

pub fn draft(word: &str, on: &str, texts: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new(verb(word), on);
    for (name, text) in texts {
        assert!(draft.verb.all_fields().any(|field| field.name == *name), "{word} has no {name}");
        draft.give_named(name, *text);
    }
    draft
}

/// The same with what stands in columns.
pub fn cells(mut draft: Draft, cells: &[(&str, &str)]) -> Draft {
    for (column, text) in cells {
        draft.give_cell(*column, *text);
    }
    draft
}

/// Something for each verb that the case of [`desk`] takes. A file is read by the session; it is tried elsewhere.
fn samples(desk: &Desk) -> Vec<Draft> {
    let last = desk.session.state().log.len() - 1;
    let entry = desk.session.state().name(last);
    let row = entry.clone();
    vec![
        draft("answer", "really", &[("value", "yes"), ("source", "the log")]),
        draft("answer", "story", &[("value", "one\ntwo")]),
        draft("answer", "since", &[("value", "2026-11-22 01:50")]),
        draft("task", "if_told", &[("outcome", "needed"), ("words", "Counsel"), ("adviser", "B. Counsel")]),
        draft(
            "decision",
            "together",
            &[("option", "yes"), ("role", "head"), ("reason", "Many"), ("person", "A. Ruiz")],
        ),
        draft("call", "tell_head", &[("outcome", "no_answer"), ("person", "A. Ruiz"), ("said", "It rang out")]),
        draft("pass-on", "tell_head", &[("to", "C. Ito"), ("said", "by eight")]),
        draft("count", "mails", &[("amount", "14"), ("what", "from parents")]),
        cells(draft("row", "readers", &[("name", "Ana Example")]), &[("residence", "Ohio; perhaps")]),
        cells(draft("change", &row, &[("reason", "She moved")]), &[("residence", "Iowa"), ("name", "Bo B. Example")]),
        draft(
            "sent",
            "letter",
            &[("to", "All readers"), ("channel", "by letter"), ("count", "480"), ("proof", "R-0155")],
        ),
        draft("strike", &entry, &[("reason", "Typed wrong")]),
        draft("note", "really", &[("text", "She is at home until nine.")]),
        draft("note", "", &[("text", "Going home.")]),
        draft("defer", "which", &[("until", "in 30m"), ("reason", "asleep")]),
        draft("silence", "who_pays", &[("value", "The head"), ("role", "head")]),
        draft("contact", "head", &[("person", "A. Ruiz"), ("channel", "555-0101")]),
        draft("prohibition", "leave_on", &[("broken", "It was switched off")]),
        draft("handover", "", &[("to", "M. Ito"), ("witness", "B. Guard")]),
        draft("time-check", "", &[("watch", "02:14"), ("checked-by", "B. Guard")]),
        draft("close", "", &[("role", "Head"), ("reason", "Handled elsewhere."), ("anyway", "yes")]),
    ]
}

pub fn desk() -> Desk {
    let mut desk = Desk::open_text("thirteen", PLAYBOOK);
    desk.session.submit(&draft("answer", "person", &[("value", "A. Ruiz")])).unwrap();
    desk.session.submit(&cells(draft("row", "readers", &[("name", "Cy Example")]), &[("residence", "Ohio")])).unwrap();
    desk
}

/// A draft as somebody types it on a command line.
fn typed(draft: &Draft) -> Vec<String> {
    let mut words = vec!["record".to_owned(), draft.verb.word.to_owned()];
    let about = draft.verb.word == "note";
    words.extend(Some(draft.on.clone()).filter(|on| !on.is_empty() && !about));
    words.extend(
        draft.texts().filter(|(field, _)| field.argument == Argument::Ordered).map(|(_, text)| text.to_owned()),
    );
    words.extend(draft.cells().map(|(column, text)| format!("{column}={text}")));
    let mut named = Vec::new();
    for (field, text) in draft.texts() {
        match (field.argument, field.kind) {
            (Argument::Ordered, _) => {}
            (_, FieldKind::Switch) => named.push(format!("--{}", field.name)),
            _ => named.extend([format!("--{}", field.name), text.to_owned()]),
        }
    }
    if about && !draft.on.is_empty() {
        named.extend(["--about".to_owned(), draft.on.clone()]);
    }
    words.into_iter().chain(named).collect()
}

#[test]
fn every_verb_makes_the_same_entry_of_its_arguments_and_of_its_form() {
    let desk = desk();
    let view = desk.session.view();
    let mut tried = BTreeSet::new();
    for draft in samples(&desk) {
        let wanted = decide(&view, &draft).unwrap_or_else(|why| panic!("{draft:?}: {why:?}"));
        let command = clap::Command::new("record").subcommands(arguments::commands());
        let matches = command.try_get_matches_from(typed(&draft)).unwrap_or_else(|why| panic!("{draft:?}: {why}"));
        let (_, given) = matches.subcommand().unwrap();
        assert_eq!(arguments::draft(draft.verb, given), draft, "as arguments");
        let form = Form::of(&view, &draft).draft().unwrap();
        assert_eq!(decide(&view, &form), Ok(wanted), "as a form: {form:?}");
        tried.insert(draft.verb.word);
    }
    let elsewhere = ["import", "reopen", "confirm", "draft", "approve", "taken", "real-event"];
    let missing: Vec<_> =
        VERBS.iter().map(|verb| verb.word).filter(|word| !tried.contains(word) && !elsewhere.contains(word)).collect();
    assert!(missing.is_empty(), "not tried: {missing:?}");
}

#[test]
fn every_kind_of_entry_reads_back_as_it_was_written() {
    let desk = desk();
    let view = desk.session.view();
    let made = samples(&desk).into_iter().map(|draft| decide(&view, &draft).unwrap().1);
    let mut kinds = BTreeSet::new();
    for fact in made.chain(every_fact()) {
        let (kind, fields) = envelope::encode(&Attribution::default(), &fact);
        let listed = EntryKind::ALL.iter().find(|known| known.word() == kind).unwrap().fields();
        let own: Vec<_> = fields.iter().map(|(key, _)| key).filter(|key| *key != "by").collect();
        assert!(
            own.iter().all(|key| listed.iter().any(|field| field.trim_matches(['[', ']']) == *key)),
            "{kind}: {own:?}"
        );
        let id = EntryId::parse(&format!("{}-7", "a".repeat(26))).unwrap();
        let entry = Entry { id, seq: 7, reading: view.reading.clone(), saw: Vec::new(), kind: kind.clone(), fields };
        assert_eq!(Recorded::from_entry(&entry).fact, fact);
        kinds.insert(kind);
    }
    let missing: Vec<_> = EntryKind::ALL.iter().map(|kind| kind.word()).filter(|word| !kinds.contains(*word)).collect();
    assert!(missing.is_empty(), "not tried: {missing:?}");
}

#[test]
fn verbs_and_fields_are_told_apart_and_explain_themselves() {
    let words: BTreeSet<_> = VERBS.iter().map(|verb| verb.word).collect();
    assert_eq!(words.len(), VERBS.len());
    for verb in VERBS {
        assert!(verb.help.ends_with('.'), "{verb:?}");
        let mut names = BTreeSet::new();
        for field in verb.all_fields() {
            assert!(names.insert(field.name), "{verb:?} has two fields {}", field.name);
            let told = field.argument == Argument::Boxes || field.help.ends_with('.');
            assert!(told && !field.label.is_empty(), "{verb:?}: {}", field.name);
        }
    }
}

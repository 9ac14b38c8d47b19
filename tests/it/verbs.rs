//! Whatever can be recorded is declared once: over all verbs, the command line and the form make the same entry of the same words, and
//! every refusal is worded for the voice that says it.

use crate::record::facts::every_fact;
use crate::support::desk::Desk;
use breachbook::case::{Attribution, EntryKind, Recorded, envelope};
use breachbook::journal::{Entry, EntryId};
use breachbook::page::refusal::{Voice, said};
use breachbook::plain::arguments;
use breachbook::record::field::Argument;
use breachbook::record::{Draft, FieldKind, VERBS, Verb, decide};
use breachbook::tui::form::Form;
use regex::Regex;
use std::collections::BTreeSet;

const PLAYBOOK: &str = concat!(
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

fn draft(word: &str, on: &str, texts: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new(verb(word), on);
    for (name, text) in texts {
        assert!(draft.verb.all_fields().any(|field| field.name == *name), "{word} has no {name}");
        draft.give_named(name, *text);
    }
    draft
}

/// Something for each verb that the case of [`desk`] takes. A file is read by the session; it is tried elsewhere.
fn samples(desk: &Desk) -> Vec<Draft> {
    let last = desk.session.state().log.len() - 1;
    let entry = desk.session.state().name(last);
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
        draft("row", "readers", &[("row", "Ana Example; residence=Ohio")]),
        draft("sent", "letter", &[("to", "All readers"), ("channel", "by letter"), ("proof", "R-0155")]),
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

fn desk() -> Desk {
    let mut desk = Desk::open_text("thirteen", PLAYBOOK);
    desk.session.submit(&draft("answer", "person", &[("value", "A. Ruiz")])).unwrap();
    desk
}

/// A draft as somebody types it on a command line.
fn typed(draft: &Draft) -> Vec<String> {
    let mut words = vec!["record".to_owned(), draft.verb.word.to_owned()];
    let about = draft.verb.word == "note";
    words.extend(Some(draft.on.clone()).filter(|on| !on.is_empty() && !about));
    let mut named = Vec::new();
    for (field, text) in draft.texts() {
        match (field.argument, field.kind) {
            (Argument::Ordered, _) => words.push(text.to_owned()),
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
    let elsewhere = ["import", "reopen"];
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

/// The pure room names no argument and no command; each reason has a code of its own.
#[test]
fn each_reason_has_a_code_of_its_own() {
    let reason = Regex::new(r#"Reason::new\(\s*"([a-z-]+)""#).unwrap();
    let mut codes = BTreeSet::new();
    let room = concat!(env!("CARGO_MANIFEST_DIR"), "/src/record");
    for folder in [room.to_owned(), format!("{room}/verbs")] {
        for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
            let text = std::fs::read_to_string(file).unwrap();
            for found in reason.captures_iter(&text) {
                assert!(codes.insert(found[1].to_owned()), "two reasons {}", &found[1]);
            }
        }
    }
    assert!(codes.len() > 50, "{codes:?}");
}

#[test]
fn a_refusal_is_worded_for_the_voice_that_says_it() {
    let mut desk = desk();
    let opened = desk.session.state().name(0);
    let answered = desk.session.submit(&draft("answer", "how_many", &[("value", "8")])).unwrap().name;
    let replaced = desk.session.submit(&draft("answer", "how_many", &[("value", "9")])).unwrap().name;
    let again = draft("answer", "how_many", &[("value", "7"), ("settles", &replaced)]);
    desk.session.submit(&again).unwrap();
    let wrong = desk.session.submit(&draft("note", "", &[("text", "x")])).unwrap().name;
    let strike = desk.session.submit(&draft("strike", &wrong, &[("reason", "Typed wrong")])).unwrap().name;
    let view = desk.session.view();
    let long = "x".repeat(40_000);
    let refused = [
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
        draft("pass-on", "tell_head", &[]),
        draft("count", "mails", &[("amount", "-3")]),
        draft("count", "mails", &[("amount", "many")]),
        draft("count", "readers", &[("amount", "3")]),
        draft("row", "mails", &[("row", "Ana")]),
        draft("row", "readers", &[("row", "; x")]),
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
    ];
    let command_line = Regex::new(r" --[a-z]|`|breachbook |\{").unwrap();
    let walk = Regex::new(r" :[a-z]|\{").unwrap();
    let commands = Regex::new(r"(?:^| ):([a-z-]+)").unwrap();
    for draft in refused {
        let Err(why) = decide(&view, &draft) else { panic!("it was not refused: {draft:?}") };
        for voice in [Voice::Screen, Voice::Walk, Voice::Command] {
            let said = said(&view, &why, voice);
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

//! Every fact survives being written and read, and stands in the manual's table.

use super::*;
use crate::base::Stamp;
use crate::case::kinds::KINDS;

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn every_fact() -> Vec<Fact> {
    let text = || "a\nb \"seal\" \u{202e}".to_owned();
    let words = || Some(text());
    let at = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
    let entry = EntryId::parse(&format!("{}-7", "a".repeat(26))).unwrap();
    let called = |outcome| Fact::Called {
        role: id("principal"),
        person: words(),
        channel: None,
        outcome,
        calls: vec![id("x"), id("y")],
        said: words(),
    };
    let mut facts = vec![
        Fact::Opened { title: text(), playbook: "p".into(), playbook_title: text(), source_version: words() },
        Fact::Answered { question: id("q"), value: text(), source: words(), settles: vec![entry] },
        Fact::TaskDone { task: id("t"), value: text() },
        Fact::TaskRuledOut { item: id("t"), reason: text(), adviser: words() },
        Fact::NecessityFound { item: id("t"), adviser: words(), reason: text() },
        Fact::Decided { decision: id("d"), option: id("o"), role: id("r"), reason: text(), adviser: None },
        Fact::ProhibitionSeen { item: id("p") },
        Fact::ProhibitionBroken { item: id("p"), what: text() },
        Fact::Noted { about: Some(id("q")), text: text() },
        Fact::Deferred { item: id("q"), until: Some(at), event: None, reason: words() },
        Fact::Deferred { item: id("q"), until: None, event: Some(id("t")), reason: None },
        Fact::SilenceDecided { silence: id("s"), value: text(), role: Some(id("r")) },
        Fact::ContactSet { role: id("r"), person: words(), channel: words() },
        Fact::HandedOver { from: text(), to: text(), witness: words() },
        Fact::TimeChecked { watch: at, checked_by: words() },
        Fact::ClockStepped { by_ms: -5_000 },
        Fact::Closed { role: text(), reason: text(), still_open: vec![text()] },
        Fact::Reopened { reason: text() },
        Fact::SessionEnded,
    ];
    facts.extend(CallOutcome::ALL.map(called));
    facts
}

#[test]
fn every_fact_reads_back_as_it_was_written() {
    for fact in every_fact() {
        let (kind, fields) = encode(&fact);
        assert_eq!(decode(&kind, &fields), fact);
    }
}

#[test]
fn the_manual_lists_every_kind_once_with_its_fields() {
    for fact in every_fact() {
        let (word, fields) = encode(&fact);
        let rows: Vec<_> = KINDS.iter().filter(|kind| kind.word == word).collect();
        assert_eq!(rows.len(), 1, "{word}");
        let listed: Vec<_> = rows[0].fields.split(", ").map(|f| f.trim_matches(['[', ']'])).collect();
        for (key, _) in fields.iter() {
            assert!(listed.contains(&key), "{word}: {key} is not in the manual");
        }
    }
    assert!(KINDS.iter().all(|kind| every_fact().iter().any(|fact| encode(fact).0 == kind.word)));
}

#[test]
fn a_kind_from_a_later_version_is_kept_and_readable() {
    let fields = Fields::new().text("colour", "blue").int("size", 4).text("by", "R. Okafor");
    let fact = decode("painted", &fields);
    assert_eq!(fact, Fact::Other { kind: "painted".into(), text: "colour: blue; size: 4".into() });
}

//! Every fact survives being written and read, in the stored form of the versions before, and stands in the manual's table.

use breachbook::base::{Clock as _, FixedClock, ItemId, Stamp};
use breachbook::case::import::{Doubles, ReadAs};
use breachbook::case::{
    Attribution, CallOutcome, Cells, EntryKind, Fact, Finding, FollowUp, ForRow, ForRows, Import, Recorded, Tallied,
    envelope,
};
use breachbook::journal::{Entry, EntryId, Field, Fields};
use std::fmt::Write as _;

/// The stored kind of a fact, and its own fields.
fn encode(fact: &Fact) -> (String, Fields) {
    let (kind, fields) = envelope::encode(&Attribution::default(), fact);
    let own = fields.iter().filter(|(key, _)| *key != "by");
    (kind, own.map(|(key, field)| (key.to_owned(), field.clone())).collect())
}

fn decode(kind: &str, fields: &Fields) -> Fact {
    let id = EntryId::parse(&format!("{}-7", "a".repeat(26))).unwrap();
    let reading = FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap()).read();
    let (kind, fields) = (kind.to_owned(), fields.clone());
    Recorded::from_entry(&Entry { id, seq: 7, reading, saw: Vec::new(), kind, fields }).fact
}

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

/// Of each kind that earlier versions wrote. Later ones are tried with the verbs that make them.
pub fn every_fact() -> Vec<Fact> {
    let text = || "a\nb \"seal\" \u{202e}".to_owned();
    let words = || Some(text());
    let cells =
        || Cells(vec![("name".into(), text()), ("how".into(), "a; b=c".into()), ("when".into(), String::new())]);
    let at = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
    let entry = EntryId::parse(&format!("{}-7", "a".repeat(26))).unwrap();
    let row = || ForRows(vec![ForRow { row: Some(entry.clone()), name: text() }, ForRow { row: None, name: text() }]);
    let follow_up = || FollowUp { owner: words(), due: "2027-11-22".parse().ok() };
    let called = |outcome| Fact::Called {
        role: id("principal"),
        person: words(),
        channel: None,
        outcome,
        calls: vec![id("x"), id("y")],
        said: words(),
        target: row(),
    };
    let import = Import {
        file: text(),
        sha256: "0a".repeat(32),
        bytes: 4096,
        rows: 512,
        tallies: vec![
            Tallied { column: id("residence"), value: Some("New = York".into()), rows: 480 },
            Tallied { column: id("residence"), value: Some(String::new()), rows: 20 },
            Tallied { column: id("residence"), value: None, rows: 12 },
        ],
        methods: vec![(id("letter"), 509)],
        no_method: 3,
        ignored: vec![text()],
        cannot_say: Vec::new(),
        not_said: 0,
        lacks: Vec::new(),
        read_as: None,
    };
    let understood = Import {
        cannot_say: vec![(id("letter"), 600)],
        not_said: 24,
        lacks: vec![id("address")],
        read_as: Some(Box::new(ReadAs {
            encoding: "windows-1252".into(),
            heading_line: 2,
            columns: vec!["name=First = given".into(), "name=Last".into()],
            bad: vec![("no-name".into(), 6)],
            doubles: Some((Doubles::Once, 31)),
            without: vec![text()],
            given: Some("0b".repeat(32)),
        })),
        ..import.clone()
    };
    let mut facts = vec![
        Fact::Opened {
            title: text(),
            playbook: "p".into(),
            playbook_title: text(),
            source_version: words(),
            files: vec![text()],
        },
        Fact::Answered { question: id("q"), value: text(), source: words(), target: ForRows::default() },
        Fact::TaskDone { task: id("t"), value: text(), target: row(), follow_up: FollowUp::default() },
        Fact::TaskDone { task: id("t"), value: text(), target: ForRows::default(), follow_up: follow_up() },
        Fact::TaskRuledOut { item: id("t"), reason: text(), adviser: words(), target: ForRows::default() },
        Fact::NecessityFound { item: id("t"), adviser: words(), reason: text(), target: row(), follow_up: follow_up() },
        Fact::PassedOn { calls: vec![id("x"), id("y")], to: text(), said: words(), target: row() },
        Fact::Counted {
            register: id("r"),
            label: words(),
            amount: "3h 20m".into(),
            what: words(),
            cells: breachbook::case::MoreCells(cells()),
        },
        Fact::RowAdded { register: id("r"), label: words(), cells: cells() },
        Fact::RowChanged { row: entry.clone(), cells: cells(), reason: text() },
        Fact::RowsImported { register: id("r"), import },
        Fact::RowsImported { register: id("r"), import: understood },
        Fact::Drafted {
            document: id("d"),
            version: 2,
            text_digest: "0b".repeat(32),
            template_digest: Some("0c".repeat(32)),
        },
        Fact::Approved {
            document: id("d"),
            text_digest: "0b".repeat(32),
            role: id("r"),
            finding: Finding::Change,
            words: words(),
            adviser: words(),
        },
        Fact::Sent {
            document: id("d"),
            to: text(),
            channel: text(),
            proof: words(),
            text_digest: Some("0b".repeat(32)),
            count: Some(480),
            list: Some("0a".repeat(32)),
        },
        Fact::StruckOut { of: vec![entry.clone(), entry.clone()], reason: words() },
        Fact::Decided {
            decision: id("d"),
            option: id("o"),
            role: id("r"),
            reason: text(),
            adviser: None,
            person: Some(text()),
            standing_in: Some(text()),
        },
        Fact::ProhibitionSeen { item: id("p") },
        Fact::ProhibitionBroken { item: id("p"), what: text() },
        Fact::Noted { about: Some(id("q")), text: text(), tag: None, because: None },
        Fact::Deferred { item: id("q"), until: Some(at), event: None, reason: words() },
        Fact::Deferred { item: id("q"), until: None, event: Some(id("t")), reason: None },
        Fact::Confirmed {
            item: id("t"),
            target: row(),
            role: Some(id("r")),
            entries: vec![entry.clone()],
            reason: words(),
        },
        Fact::SilenceDecided { silence: id("s"), value: text(), role: Some(id("r")) },
        Fact::ContactSet { role: id("r"), person: words(), channel: words() },
        Fact::HandedOver { from: text(), to: text(), witness: words() },
        Fact::TimeChecked { watch: at, checked_by: words() },
        Fact::ClockStepped { by_ms: -5_000 },
        Fact::Closed { role: text(), reason: text(), still_open: vec![text()], ending: Some(text()) },
        Fact::Reopened { reason: text() },
        Fact::Exported {
            what: "action-record".into(),
            format: "pdf".into(),
            profile: "released".into(),
            bands: vec!["EXERCISE".into(), "RELEASED COPY".into()],
            digest: format!("sha256:{}", "00".repeat(32)),
            bytes: 40_960,
            name: text(),
            as_of: at,
            heads: vec![format!("{}:4:{}", entry.session, "00".repeat(32))],
            options: vec!["order=happened".into()],
            to: words(),
            released_by: words(),
            program: "breachbook 0.1.0".into(),
            fonts: words(),
        },
        Fact::SheetEnded { rows: 4 },
        Fact::SessionEnded,
    ];
    facts.extend(CallOutcome::ALL.map(called));
    facts.extend(super::drill_facts::every_drill_fact(text, at, &entry));
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
fn every_fact_is_stored_as_it_was_before() {
    let mut stored = String::new();
    for fact in every_fact() {
        let (kind, fields) = encode(&fact);
        let _ = writeln!(stored, "{kind}");
        fields.iter().for_each(|(key, field)| {
            let _ = writeln!(stored, "    {key} = {field:?}");
        });
    }
    insta::assert_snapshot!("stored_form", stored);
}

#[test]
fn what_lacks_a_field_or_holds_it_as_something_else_is_kept_as_it_stands() {
    let mut read = String::new();
    for fact in every_fact() {
        let (kind, fields) = encode(&fact);
        for left_out in fields.iter().map(|(key, _)| key) {
            let told = |with: Option<Field>| {
                let fields = fields.iter().filter_map(|(key, field)| {
                    let field = if key == left_out { with.clone() } else { Some(field.clone()) };
                    Some((key.to_owned(), field?))
                });
                match decode(&kind, &fields.collect()) {
                    Fact::Other { kind: kept, text } => {
                        assert_eq!(kept, kind);
                        assert!(text.is_empty() || text.contains(": "), "{text}");
                        "as it stands"
                    }
                    _ => "understood",
                }
            };
            let bad_text = Field::Text("no such \u{7} thing".into());
            let bad_list = Field::List(vec!["X Y".into()]);
            let _ = writeln!(
                read,
                "{kind} {left_out}: missing: {}, a flag: {}, odd text: {}, odd list: {}",
                told(None),
                told(Some(Field::Flag(true))),
                told(Some(bad_text)),
                told(Some(bad_list)),
            );
        }
    }
    insta::assert_snapshot!("what_is_needed", read);
}

#[test]
fn the_manual_lists_every_kind_with_its_fields() {
    for fact in every_fact() {
        let (word, fields) = encode(&fact);
        let kind = EntryKind::ALL.iter().find(|kind| kind.word() == word).unwrap();
        let listed: Vec<_> = kind.fields().into_iter().map(|f| f.trim_matches(['[', ']'])).collect();
        let mut rest = listed.iter();
        for (key, _) in fields.iter() {
            assert!(rest.any(|listed| *listed == key), "{word}: {key} is not in the manual, or not in its place");
        }
    }
    assert_eq!(EntryKind::SessionEnded.word(), breachbook::journal::CLEAN_END);
}

#[test]
fn a_kind_from_a_later_version_is_kept_and_readable() {
    let fields = Fields::new().text("colour", "blue").int("size", 4).text("by", "R. Okafor");
    let fact = decode("painted", &fields);
    assert_eq!(fact, Fact::Other { kind: "painted".into(), text: "colour: blue; size: 4".into() });
}

#[test]
fn entries_of_earlier_versions_name_no_row_or_one_and_lists_that_do_not_fit_are_not_taken_for_all_rows() {
    let f = || Fields::new().text("reason", "r").text("value", "v").text("item", "t").text("task", "t");
    let called = || f().text("role", "head").text("outcome", "reached").list("calls", ["x"]);
    let passed_on = || f().list("calls", ["x"]).text("to", "C. Ito");
    let kinds: [(&str, &dyn Fn() -> Fields); 5] =
        [("task_done", &f), ("ruled_out", &f), ("necessity_found", &f), ("called", &called), ("passed_on", &passed_on)];
    for (kind, fields) in kinds {
        assert_eq!(decode(kind, &fields()).for_rows(), Some(&ForRows::default()), "{kind}");
        let one = ForRows(vec![ForRow { row: None, name: "Boone".into() }]);
        assert_eq!(decode(kind, &fields().text("target", "Boone")).for_rows(), Some(&one), "{kind}");
        let torn = fields().list("rows", ["", ""]).list("targets", ["Boone"]);
        assert!(matches!(decode(kind, &torn), Fact::Other { .. }), "{kind}");
    }
}

#[test]
fn a_row_of_an_earlier_version_is_read_as_cells() {
    let read = |row: &str| match decode("row_added", &Fields::new().text("register", "r").text("row", row)) {
        Fact::RowAdded { cells, .. } => cells,
        other => panic!("{other:?}"),
    };
    let cells = read("Ana Example; residence=Ohio; email=a=b");
    assert_eq!(
        cells.0,
        [("name", "Ana Example"), ("residence", "Ohio"), ("email", "a=b")].map(|(c, t)| (c.into(), t.into()))
    );
    assert_eq!(cells.words(), "Ana Example; residence=Ohio; email=a=b");
    assert_eq!(read("Ana; by hand").words(), "Ana; by hand", "what names no column is not lost");
    let torn = Fields::new().text("register", "r").list("columns", ["name", "x"]).list("cells", ["Ana"]);
    assert!(matches!(decode("row_added", &torn), Fact::Other { .. }));
    let old = Fields::new().text("row", format!("{}-7", "a".repeat(26))).text("reason", "r");
    assert!(matches!(decode("row_changed", &old), Fact::Other { .. }), "its row is an entry, not the text of a row");
}

#[test]
fn an_import_whose_digest_is_no_file_name_is_kept_as_it_stands_and_not_believed() {
    for digest in ["sha256:../../etc/passwd", "sha256:", "0a", "sha256:XY"] {
        let fields = Fields::new()
            .text("register", "r")
            .text("file", "f")
            .text("digest", digest)
            .int("bytes", 1)
            .int("rows", 1)
            .int("no_method", 0);
        assert!(matches!(decode("rows_imported", &fields), Fact::Other { .. }), "{digest}");
    }
}

#[test]
fn an_entry_without_owner_and_due_date_reads_as_before_and_a_date_that_is_none_is_left_out() {
    let fields = Fields::new().text("task", "t").text("value", "Disabled 09:20");
    let task = id("t");
    let value = || "Disabled 09:20".to_owned();
    let done = |follow_up| Fact::TaskDone { task: task.clone(), value: value(), target: ForRows::default(), follow_up };
    let plain = done(FollowUp::default());
    assert_eq!(decode("task_done", &fields), plain);
    assert_eq!(encode(&plain).1, fields, "nothing is added where nothing was given");
    let odd = fields.text("due", "whenever").text("owner", "A. Ruiz");
    let follow_up = FollowUp { owner: Some("A. Ruiz".into()), due: None };
    assert_eq!(decode("task_done", &odd), done(follow_up));
}

#[test]
fn an_entry_without_a_name_is_shown_as_by_nobody_named() {
    use breachbook::base::Reading;
    let id = EntryId::parse(&format!("{}-7", "a".repeat(26))).unwrap();
    let wall = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
    let recorded = breachbook::case::Recorded::new(
        id,
        Reading { wall, up_ms: 0, boot: String::new(), synced: false },
        breachbook::case::Attribution::default(),
        Fact::SessionEnded,
    );
    assert_eq!((recorded.actor(), recorded.recorder()), ("nobody named", "nobody named"));
}

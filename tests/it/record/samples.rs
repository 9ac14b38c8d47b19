//! The sample journals: what is wrong with each, in the words that people see, and the same verdict from the independent verifier.

use crate::record::journal::{Journal, PLAYBOOK, header, sealed, session};
use breachbook::journal::{Fault, Header, Mode, Verdict};
use breachbook::store::CaseFolder;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn samples(kind: &str) -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals").join(kind);
    let mut found: Vec<_> = fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    found.sort();
    found.into_iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path)).collect()
}

fn verdict(path: &Path) -> Verdict {
    breachbook::store::verify(&CaseFolder::open(path).unwrap()).unwrap()
}

#[test]
fn every_good_sample_is_sound_and_every_bad_one_breaks_the_rule_in_its_name() {
    for (name, path) in samples("good") {
        let verdict = verdict(&path);
        assert!(verdict.sound, "{name}: {:#?}", verdict.lines);
        assert_eq!(verdict.remarks.is_empty(), !name.starts_with("torn"), "{name}");
    }
    let bad = samples("bad");
    for (name, path) in &bad {
        let codes: BTreeSet<_> = verdict(path).damage.iter().map(|finding| finding.fault.code()).collect();
        let rule = name.split_once("--").map_or(name.as_str(), |(rule, _)| rule);
        assert_eq!(codes, BTreeSet::from([rule]), "{name}");
    }
    let named = |code: &str| bad.iter().any(|(name, _)| name.split("--").next() == Some(code));
    for code in ["altered", "unlinked", "missing", "duplicate-sequence", "other-session", "not-utf8", "not-canonical"] {
        assert!(named(code), "{code} has no sample");
    }
}

#[test]
fn every_sample_is_described_in_plain_words() {
    let mut told = String::new();
    for kind in ["good", "bad"] {
        for (name, path) in samples(kind) {
            told.push_str(&format!("{kind}/{name}\n"));
            verdict(&path).lines.iter().for_each(|line| told.push_str(&format!("  {line}\n")));
        }
    }
    insta::assert_snapshot!("sentences", told);
}

/// What is wrong as (file or session and entry, block, code), in the verifier's words.
pub fn ours(verdict: &Verdict) -> BTreeSet<String> {
    let findings = verdict.damage.iter().chain(&verdict.remarks);
    let line = |f: &breachbook::journal::verdict::Finding| {
        let code = f.fault.code();
        match (&f.file, &f.fault) {
            (Some(file), fault) => {
                let first = fault.place().map_or(0, |place| place.block);
                match fault.last_block().filter(|last| *last > first) {
                    Some(last) => format!("{file}: block {first} to {last}: {code}"),
                    None => format!("{file}: block {first}: {code}"),
                }
            }
            (None, Fault::Forked { id }) => format!("session {}, entry {}: {code}", id.session, id.seq),
            (None, Fault::Absent { session, seq, .. } | Fault::HistoryReplaced { session, seq, .. }) => {
                format!("session {session}, entry {seq}: {code}")
            }
            (None, fault) => fault.to_string(),
        }
    };
    let beside = verdict.beside.iter().map(|damage| format!("{}: {}", damage.place, damage.code));
    findings.map(line).chain(beside).collect()
}

/// The verifier's own lines and its exit code; `None` if there is no Python.
pub fn theirs(case: &Path) -> Option<(BTreeSet<String>, i32)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/verify.py");
    let run = Command::new("python3").args(["-I", "-S"]).arg(script).arg(case).output().ok()?;
    let told = String::from_utf8(run.stdout).unwrap();
    assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    let (mut file, mut lines) = ("", BTreeSet::new());
    for line in told.lines() {
        match line.strip_prefix("  ") {
            Some(fault) if fault.starts_with("block ") => {
                lines.insert(format!("{file}: {fault}"));
            }
            None if line.starts_with("journals/") => file = &line["journals/".len()..],
            None if ["session ", "journals: missing", "playbook", "files/", "evidence/"]
                .iter()
                .any(|word| line.starts_with(word)) =>
            {
                lines.insert(line.to_owned());
            }
            _ => {}
        }
    }
    Some((lines, run.status.code().unwrap()))
}

/// False if there is no Python.
fn compared(name: &str, path: &Path) -> bool {
    let Some((lines, code)) = theirs(path) else { return false };
    let verdict = verdict(path);
    assert_eq!(lines, ours(&verdict), "{name}");
    assert_eq!(code, if verdict.sound { 0 } else { 4 }, "{name}");
    true
}

#[test]
fn the_independent_verifier_finds_the_same_in_every_sample() {
    let all = [samples("good"), samples("bad")].concat();
    std::thread::scope(|scope| {
        for some in all.chunks(all.len().div_ceil(4)) {
            scope.spawn(move || {
                if !some.iter().all(|(name, path)| compared(name, path)) {
                    eprintln!("SKIPPED: python3 is missing, so the independent verifier was not compared");
                }
            });
        }
    });
}

#[test]
fn the_independent_verifier_names_the_same_block_in_two_thousand_damaged_journals() {
    let root = tempfile::tempdir().unwrap();
    let journals = root.path().join("journals");
    fs::create_dir(&journals).unwrap();
    fs::create_dir(root.path().join("playbook")).unwrap();
    fs::write(root.path().join("playbook/playbook.toml"), PLAYBOOK).unwrap();
    let sound = first().bytes();
    for n in 0..1000 {
        let mut bytes = sound.clone();
        let at = n * 7919 % bytes.len();
        bytes[at] ^= 1 << (n % 8);
        fs::write(journals.join(format!("flip-{n}.toml")), bytes).unwrap();
        let fill = [&b""[..], &[0; 700], &[0xFF; 90], b"\r\n[[entry]] and so on, seal = \"\n"][n % 4];
        let bytes = [&sound[..n * 6151 % sound.len()], fill].concat();
        fs::write(journals.join(format!("cut-{n}.toml")), bytes).unwrap();
    }
    let Some((lines, code)) = theirs(root.path()) else {
        eprintln!("SKIPPED: python3 is missing, so the independent verifier was not compared");
        return;
    };
    let verdict = verdict(root.path());
    assert_eq!(code, 4);
    let differ: Vec<_> = lines.symmetric_difference(&ours(&verdict)).cloned().collect();
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn the_independent_verifier_can_be_read_in_one_sitting() {
    assert!(include_str!("../../../assets/verify.py").lines().count() <= 160);
}

/// Samples are kept as they were written by the version that wrote them; this is how the first ones were made.
#[test]
#[ignore = "writes samples that are missing; existing ones stay as they are"]
fn write_missing_samples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals");
    for (name, files) in good().into_iter().chain(bad()) {
        let folder = root.join(name).join("journals");
        if !folder.exists() {
            fs::create_dir_all(&folder).unwrap();
            for (file, bytes) in files {
                fs::write(folder.join(file), bytes).unwrap();
            }
            fs::create_dir(root.join(name).join("playbook")).unwrap();
            fs::write(root.join(name).join("playbook/playbook.toml"), PLAYBOOK).unwrap();
        }
    }
}

type Sample = (&'static str, Vec<(String, Vec<u8>)>);

fn one(journal: &Journal) -> Vec<(String, Vec<u8>)> {
    vec![(journal.file_name(), journal.bytes())]
}

fn raw(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    vec![(format!("{}.toml", session('a')), bytes)]
}

fn first() -> Journal {
    Journal::of('a', &["Switch 4 isolated\nby Ana", "Payroll is off", "Called the hotline", "Left powered on"])
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = str::from_utf8(bytes).unwrap();
    assert!(text.contains(from));
    text.replacen(from, to, 1).into_bytes()
}

fn good() -> Vec<Sample> {
    let a = first();
    let mut seen = header(&session('b'));
    seen.saw = vec![a.head()];
    let b = Journal::new(&seen).then("Counsel informed", &[]);
    let a_later = a.clone().then("Agreed with counsel", &[b.head()]);
    let mut second = header(&session('a'));
    (second.segment, second.continues) = (2, Some(a.head()));
    second.why = Some("the file could not be continued: no space left on device".into());
    let mut continued = Journal::new(&second);
    continued.next = 5;
    let continued = continued.then("Written again", &[]).then("And on", &[]);
    let unconfirmed = a.clone().then("Written again", &[]);
    let beside = Journal::of('b', &["Counsel informed"]);
    let hostile = "\u{1b}[2J\u{202E}\u{9b}\"\nseal = \"\\u000A\n[[entry]]\nseq = 9\n\u{E0041}\u{FEFF}\t\0 é 漢";
    let whole = a.bytes();
    vec![
        ("good/one-session", one(&a)),
        ("good/two-sessions", [one(&a_later), one(&b)].concat()),
        (
            "good/second-segment",
            vec![
                (unconfirmed.file_name(), unconfirmed.bytes()),
                (format!("{}.2.toml", session('a')), continued.bytes()),
            ],
        ),
        ("good/hostile-text", one(&Journal::of('a', &[hostile, "after"]))),
        (
            "good/copy-of-the-beginning",
            [
                one(&a),
                vec![(
                    "aaaa.sync-conflict-20261122-031500.toml".into(),
                    Journal::of('a', &["Switch 4 isolated\nby Ana"]).bytes(),
                )],
            ]
            .concat(),
        ),
        ("good/torn", raw(whole[..whole.len() - 40].to_vec())),
        ("good/torn-zeros", raw([&whole[..], &[0; 300]].concat())),
        ("good/torn-header", [raw(whole[..200].to_vec()), one(&beside)].concat()),
        ("good/torn-empty", [raw(Vec::new()), one(&beside)].concat()),
    ]
}

fn bad() -> Vec<Sample> {
    let a = first();
    let blocks: Vec<Vec<u8>> = a.blocks.iter().map(|(text, _)| text.clone().into_bytes()).collect();
    let whole = a.bytes();
    let body = |text: &[u8]| text[..text.len() - 74].to_vec();
    let other = Journal::of('a', &["Switch 4 isolated\nby Ana", "Payroll is on", "And more"]);
    let exercise = Header { mode: Mode::Exercise, ..header(&session('b')) };
    let mut foreign = header(&session('b'));
    foreign.case = breachbook::base::CaseId::new(&"z".repeat(26)).unwrap();
    let mut witness = header(&session('b'));
    witness.saw = vec![a.head()];
    let witness = Journal::new(&witness).then("Counsel informed", &[]);
    let cut = Journal::of('a', &["Switch 4 isolated\nby Ana"]);
    let rewritten =
        Journal::of('a', &["Switch 4 isolated\nby Ana", "Payroll is off", "Called nobody", "Left powered on"]);
    let mut not_utf8 = body(&blocks[2]);
    let at = not_utf8.windows(7).position(|w| w == b"Payroll").unwrap();
    not_utf8[at] = 0xFF;
    let mut hole = whole.clone();
    let start = blocks[..2].concat().len();
    hole[start..start + blocks[2].len()].fill(0);
    let long = format!("[[entry]]\nseq = 3\nlong = \"{}\"\n", "x".repeat(70_000));
    let shifted = replaced(&body(&blocks[2]), "seq = 2", "seq =  2");
    let stranger = Journal::of('b', &["1", "2", "3"]).blocks[2].0.clone().into_bytes();
    let exchanged = sealed(&replaced(&body(&blocks[2]), "Payroll is off", "Payroll is on"));
    vec![
        ("bad/altered", raw(replaced(&whole, "Payroll is off", "Payroll is on"))),
        ("bad/altered--longer-than-a-write", raw([&whole[..], b"[[entry]]\nnote = \"", &[b'x'; 70_000]].concat())),
        ("bad/altered--header", raw(replaced(&whole, "R. Okafor", "S. Okafor"))),
        ("bad/altered--last-seal-line", raw([&whole[..whole.len() - 1], b"J"].concat())),
        (
            "bad/altered--opening-line",
            raw([&blocks[..2].concat()[..], &replaced(&blocks[2], "[[entry]]", "[[entrx]]"), &blocks[3..].concat()]
                .concat()),
        ),
        (
            "bad/altered--added-text",
            raw([&blocks[..2].concat()[..], b"note = \"looks fine\"\n", &blocks[2..].concat()].concat()),
        ),
        ("bad/unlinked", raw([&blocks[..2].concat()[..], &exchanged, &blocks[3..].concat()].concat())),
        ("bad/missing", raw([blocks[..2].concat(), blocks[4..].concat()].concat())),
        ("bad/missing--zeros", raw(hole)),
        ("bad/duplicate-sequence", raw([&whole[..], &blocks[2]].concat())),
        ("bad/other-session", raw([&blocks[..2].concat()[..], &stranger, &blocks[3..].concat()].concat())),
        ("bad/not-utf8", raw([&blocks[..2].concat()[..], &sealed(&not_utf8), &blocks[3..].concat()].concat())),
        ("bad/not-canonical", raw([&blocks[..2].concat()[..], &sealed(&shifted), &blocks[3..].concat()].concat())),
        (
            "bad/not-canonical--needless-escape",
            raw([
                &blocks[..2].concat()[..],
                &sealed(&replaced(&body(&blocks[2]), "Payroll", "\\u0050ayroll")),
                &blocks[3..].concat(),
            ]
            .concat()),
        ),
        (
            "bad/block-too-large",
            raw([&blocks[..3].concat()[..], &sealed(long.as_bytes()), &blocks[4..].concat()].concat()),
        ),
        ("bad/line-endings-changed", raw(str::from_utf8(&whole).unwrap().replace('\n', "\r\n").into_bytes())),
        ("bad/byte-order-mark", raw([b"\xEF\xBB\xBF", &whole[..]].concat())),
        ("bad/no-header", raw(blocks[1..].concat())),
        ("bad/no-header--not-a-journal", raw(b"a shopping list\n".to_vec())),
        (
            "bad/newer-format",
            raw([&sealed(&replaced(&body(&blocks[0]), "format = 1", "format = 2"))[..], &blocks[1]].concat()),
        ),
        (
            "bad/foreign-case",
            [one(&a), one(&Journal::of('c', &["1"])), one(&Journal::new(&foreign).then("Elsewhere", &[]))].concat(),
        ),
        (
            "bad/other-mode",
            [one(&a), one(&Journal::of('c', &["1"])), one(&Journal::new(&exercise).then("Practised", &[]))].concat(),
        ),
        ("bad/forked", [one(&a), vec![(format!("{} (copy).toml", session('a')), other.bytes())]].concat()),
        ("bad/absent", [one(&cut), one(&witness)].concat()),
        ("bad/absent--journal-deleted", one(&witness)),
        ("bad/history-replaced", [one(&rewritten), one(&witness)].concat()),
    ]
}

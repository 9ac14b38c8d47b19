//! Blocks written and read back: every flipped bit, every cut, every hostile text.

use super::journal::{header, reading, session};
use breachbook::base::SessionId;
use breachbook::journal::verdict::Finding;
use breachbook::journal::write::{entry_block, header_block};
use breachbook::journal::{
    Entry, EntryId, Fault, Fields, Head, Header, MAX_BLOCK, Place, Seal, Verdict, WriteError, causal, scan,
};
use proptest::prelude::*;

pub(super) fn entry(session: &SessionId, seq: u64, saw: Vec<Head>) -> Entry {
    let fields = Fields::new()
        .text("question", "contain_03")
        .text("answer", format!("Switch {seq} isolated\nby Ana “now” — é 漢"))
        .int("count", -4)
        .flag("late", true)
        .time("at", reading().wall)
        .list("who", ["Ana", "B \"quoted\" \\ C"]);
    let id = EntryId::new(session.clone(), seq);
    Entry { id, seq, reading: reading(), saw, kind: "answer".into(), fields }
}

/// The bytes of a journal and the offsets at which its blocks end.
pub(super) fn written(header: &Header, entries: &[Entry]) -> (Vec<u8>, Vec<usize>) {
    let (text, mut prev) = header_block(header).unwrap();
    let mut bytes = text.into_bytes();
    let mut ends = vec![bytes.len()];
    for entry in entries {
        let (text, seal) = entry_block(entry, &prev).unwrap();
        bytes.extend_from_slice(text.as_bytes());
        ends.push(bytes.len());
        prev = seal;
    }
    (bytes, ends)
}

fn journal(length: u64) -> (Vec<u8>, Vec<usize>) {
    let name = session('a');
    let seen = Head { session: session('b'), seq: 2, seal: Seal::of(b"seen") };
    let entries: Vec<_> =
        (1..=length).map(|seq| entry(&name, seq, if seq == 2 { vec![seen.clone()] } else { Vec::new() })).collect();
    written(&header(&name), &entries)
}

#[test]
fn a_long_journal_loses_only_the_block_that_was_changed() {
    let (bytes, ends) = journal(800);
    assert!(bytes.len() > 300 * 1024, "long enough to be read by several threads");
    let whole = scan(&bytes);
    assert_eq!((whole.faults.as_slice(), whole.entries.len()), (&[][..], 800));
    for block in [1, 2, 399, 400, 401, 402, 800] {
        let mut changed = bytes.clone();
        changed[ends[block - 1] + 12] ^= 1;
        let found = scan(&changed);
        let line = bytes[..ends[block - 1]].split(|byte| *byte == b'\n').count() as u64;
        let at = Place { block: block as u32, offset: ends[block - 1] as u64, line };
        assert_eq!(found.faults, [Fault::Altered { at }], "{block}");
        let kept: Vec<_> = whole.entries.iter().filter(|entry| entry.entry.seq != block as u64).collect();
        assert_eq!(found.entries.iter().collect::<Vec<_>>(), kept, "{block}");
    }
}

#[test]
fn what_is_written_is_read_back_and_the_head_names_the_last_block() {
    let (bytes, _) = journal(3);
    let found = scan(&bytes);
    assert_eq!(found.faults, []);
    assert_eq!(found.entries.len(), 3);
    assert_eq!(found.entries[1].entry, entry(&session('a'), 2, found.entries[1].entry.saw.clone()));
    assert_eq!(found.header.unwrap().header, header(&session('a')));
    assert_eq!(found.head.unwrap().seal, found.entries[2].seal);
}

#[test]
fn every_flipped_bit_is_found_and_costs_exactly_the_block_it_is_in() {
    let (sound, ends) = journal(2);
    let before = scan(&sound);
    let mut bytes = sound.clone();
    for at in 0..sound.len() {
        let block = ends.iter().position(|end| at < *end).unwrap();
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            let found = scan(&bytes);
            let places: Vec<_> = found.faults.iter().map(|fault| fault.place().map(|at| at.block as usize)).collect();
            assert_eq!(places, [Some(block)], "byte {at} bit {bit}: {:?}", found.faults);
            assert!(!found.is_sound(), "byte {at} bit {bit} passes for an unfinished write");
            let kept: Vec<_> = before.entries.iter().filter(|e| e.entry.seq != block as u64).cloned().collect();
            assert_eq!(found.entries, kept, "byte {at} bit {bit}");
            bytes[at] = sound[at];
        }
    }
}

#[test]
fn a_cut_at_any_byte_with_any_filling_is_an_unfinished_write_and_nothing_more() {
    let (sound, ends) = journal(3);
    let garbage: Vec<u8> = (0..200_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8 | 0x80).collect();
    for fill in [Vec::new(), vec![0; 4096], vec![0xFF; 300], garbage] {
        for cut in 0..=sound.len() {
            let bytes = [&sound[..cut], &fill].concat();
            let found = scan(&bytes);
            let whole = ends.iter().filter(|end| **end <= cut).count();
            let clean = ends.contains(&cut) && fill.is_empty();
            assert_eq!(found.entries.len(), whole.saturating_sub(1), "cut at {cut}");
            let solid = fill.first().is_some_and(|byte| *byte != 0);
            match found.faults.as_slice() {
                [] => assert!(clean, "cut at {cut} was not noticed"),
                [Fault::Torn { .. }] => assert!(!clean && found.is_sound(), "cut at {cut}"),
                [Fault::NoHeader] => assert!(cut < 10 && solid, "cut at {cut}"),
                other => panic!("cut at {cut}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_cut_between_two_blocks_looks_sound_unless_somebody_noted_the_head() {
    let (whole, ends) = journal(3);
    let whole = scan(&whole);
    let noted = whole.head.clone().unwrap();
    let (bytes, _) = journal(3);
    let cut = scan(&bytes[..ends[2]]);
    assert!(Verdict::of([("a.toml", &cut)]).damage.iter().all(|f| matches!(f.fault, Fault::Absent { .. })));
    let witness = Header { saw: vec![noted], ..header(&session('d')) };
    let witness = scan(&written(&witness, &[]).0);
    let verdict = Verdict::of([("a.toml", &cut), ("d.toml", &witness)]);
    let named = |f: &Finding| matches!(&f.fault, Fault::Absent { session: s, seq: 3, .. } if *s == session('a'));
    assert!(verdict.damage.iter().any(named), "{:?}", verdict.lines);
}

#[test]
fn a_hole_of_zeros_is_crossed_and_the_entries_in_it_are_named() {
    let (sound, ends) = journal(6);
    for (from, to) in [(ends[2], ends[4]), (ends[2] + 30, ends[4]), (ends[2], ends[4] - 1), (ends[2] - 1, ends[4])] {
        let mut bytes = sound.clone();
        bytes[from..to].fill(0);
        let found = scan(&bytes);
        assert!(found.entries.iter().any(|e| e.entry.seq == 5) && !found.is_sound(), "{:?}", found.faults);
        let missing = |f: &Fault| matches!(f, Fault::Missing { after: 1..=2, before: 5, .. });
        assert!(found.faults.iter().any(missing), "{from}..{to}: {:?}", found.faults);
    }
}

#[test]
fn a_block_that_is_too_long_is_refused_before_it_is_written() {
    let mut long = entry(&session('a'), 1, Vec::new());
    long.fields = Fields::new().text("answer", "x".repeat(MAX_BLOCK));
    assert!(matches!(entry_block(&long, &Seal::of(b"")), Err(WriteError::BlockTooLarge { .. })));
    long.fields = Fields::new().text("answer", "x").text("answer", "y");
    assert!(matches!(entry_block(&long, &Seal::of(b"")), Err(WriteError::BadKey { .. })));
    long.fields = Fields::new().text("seal", "x");
    assert!(matches!(entry_block(&long, &Seal::of(b"")), Err(WriteError::BadKey { .. })));
}

#[test]
fn fields_and_kinds_that_this_version_does_not_know_are_kept_as_they_are() {
    let mut header = header(&session('a'));
    header.extra = Fields::new().text("invented_later", "kept");
    let mut newer = entry(&session('a'), 1, Vec::new());
    newer.kind = "invented later".into();
    let found = scan(&written(&header, std::slice::from_ref(&newer)).0);
    assert_eq!((found.faults, found.entries[0].entry.clone()), (Vec::new(), newer));
    assert_eq!(found.header.unwrap().header.extra.get_text("invented_later"), Some("kept"));
}

/// Texts made of what could hurt: quotes, escapes, structure, and signs that act.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"\nseal = \"".to_owned()),
        Just("\n[[entry]]\n".to_owned()),
        Just("[journal]\r\n".to_owned()),
        Just("\\u000A\\\\\"".to_owned()),
        Just("\u{1b}]52;c;\u{7}\u{9b}\u{202E}\u{200B}\u{FEFF}\u{E0041}\0".to_owned()),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_in_any_field_forges_a_block_or_changes(texts in proptest::array::uniform8(hostile()), number: i64) {
        let [device, person, boot, why, kind, answer, one, two] = texts;
        let name = session('a');
        let mut top = header(&name);
        (top.device, top.person, top.why) = (device, person, Some(why));
        let mut first = entry(&name, 1, Vec::new());
        (first.kind, first.reading.boot) = (kind, boot);
        first.fields = Fields::new().text("answer", answer).list("list", [one, two]).int("number", number);
        let second = entry(&name, 2, Vec::new());
        let (bytes, _) = written(&top, &[first.clone(), second.clone()]);
        let found = scan(&bytes);
        prop_assert_eq!(&found.faults, &Vec::new());
        prop_assert_eq!(found.header.unwrap().header, top);
        prop_assert_eq!(found.entries.into_iter().map(|e| e.entry).collect::<Vec<_>>(), vec![first, second]);
        prop_assert!(bytes.iter().all(|b| *b == b'\n' || *b >= 0x20 && *b != 0x7f));
    }

    #[test]
    fn no_bytes_whatever_stop_the_scanner(noise in proptest::collection::vec(any::<u8>(), 0..300), at in 0_usize..2000) {
        let (mut bytes, _) = journal(2);
        let at = at.min(bytes.len());
        bytes.splice(at..at, noise);
        let found = scan(&bytes);
        let _ = causal([&found]);
        prop_assert!(found.entries.len() <= 2);
    }
}

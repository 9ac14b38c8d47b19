//! Thousands of damaged cases, made from sound ones: each is told, none stops recording, and what is sound stays in the log.

use crate::record::journal::{PLAYBOOK, case, draft, frozen, header, session};
use crate::record::samples::theirs;
use breachbook::base::digest::sha256;
use breachbook::journal::{Fields, Head, Mode};
use breachbook::store::{CaseFolder, JournalWriter, NewCase, frozen::listed, verify};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

/// How many there are, unless `BREACHBOOK_DAMAGED` says otherwise; the continuous integration makes ten thousand.
const CASES: usize = 1_000;
/// Every so many of them are shown to the independent verifier, too.
const SHOWN: usize = 40;
const THREADS: usize = 4;
const ROWS: &[u8] = b"Name\nAna\nBo\n";

/// A small generator of our own: the same seed gives the same run everywhere (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }
}

/// A sound case on the disk, and what is in it.
struct Sound {
    folder: CaseFolder,
    /// Every journal with its bytes.
    journals: Vec<(PathBuf, Vec<u8>)>,
    /// The seal of every entry, by its block.
    entries: BTreeMap<Vec<u8>, String>,
    playbook: PathBuf,
    rows: PathBuf,
}

fn sound(root: &Path) -> Sound {
    let new = NewCase {
        word: None,
        date: crate::record::journal::reading().wall.date(),
        mode: Mode::Live,
        case: &case(),
        frozen: &frozen(),
    };
    let folder = CaseFolder::create(root, &new).unwrap();
    let rows = folder.files_path().join(format!("{}.csv", sha256(ROWS)));
    fs::create_dir(folder.files_path()).unwrap();
    fs::write(&rows, ROWS).unwrap();
    let mut opened = draft("");
    opened.kind = "opened".into();
    opened.fields = Fields::new().text("title", "Mis-sent e-mail").list("files", [listed("playbook.toml", PLAYBOOK)]);
    let mut imported = draft("");
    imported.kind = "rows_imported".into();
    imported.fields = Fields::new().text("digest", format!("sha256:{}", sha256(ROWS)));
    let mut first = JournalWriter::create(&folder, header(&session('a'))).with_limit(2600);
    for draft in [opened, imported, draft("one"), draft("two\nlines"), draft("three")] {
        first.append(draft).unwrap();
    }
    let mut seen = header(&session('b'));
    seen.saw = vec![first.head().unwrap().clone()];
    let mut second = JournalWriter::create(&folder, seen);
    for answer in ["four", "five", "six"] {
        second.append(draft(answer)).unwrap();
    }
    let mut later = draft("seven");
    later.saw = vec![second.head().unwrap().clone()];
    first.append(later).unwrap();
    let paths: BTreeSet<_> = fs::read_dir(folder.journals_path()).unwrap().map(|e| e.unwrap().path()).collect();
    let journals: Vec<_> = paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(journals.len() == 3 && verify(&folder).unwrap().sound);
    let blocks = journals.iter().flat_map(|(_, bytes)| blocks(bytes));
    let seal = |block: &[u8]| String::from_utf8(block[block.len() - 66..block.len() - 2].to_vec()).unwrap();
    let entries = blocks.filter(|block| block.starts_with(b"[[entry]]")).map(|block| (block.to_vec(), seal(block)));
    Sound { entries: entries.collect(), playbook: folder.path().join("playbook/playbook.toml"), rows, journals, folder }
}

/// The blocks of a sound journal.
fn blocks(bytes: &[u8]) -> Vec<&[u8]> {
    let text = str::from_utf8(bytes).unwrap();
    let starts: Vec<_> = text.match_indices("[[entry]]\n").map(|(at, _)| at).collect();
    let starts = [&[0], &starts[..]].concat();
    let ends = starts[1..].iter().copied().chain([bytes.len()]);
    starts.iter().zip(ends).map(|(start, end)| &bytes[*start..end]).collect()
}

/// What was done to a case.
struct Harm {
    what: &'static str,
    /// The file that must be named.
    place: PathBuf,
    /// Whether an unfinished write is all that must be seen.
    torn: bool,
    /// Nothing can show it, if nobody noted what is gone.
    unseen: bool,
}

fn do_harm(case: &Sound, dice: &mut Dice) -> Harm {
    let (path, bytes) = &case.journals[dice.below(case.journals.len())];
    let (blocks, at) = (blocks(bytes), dice.below(bytes.len()));
    let mut harm = Harm { what: "", place: path.clone(), torn: false, unseen: false };
    let mut changed = bytes.clone();
    harm.what = match dice.below(18) {
        0..=3 => {
            changed[at] ^= 1 << dice.below(8);
            "a flipped bit"
        }
        4..=5 => {
            changed.truncate(at);
            harm.torn = true;
            let ends = (0..=blocks.len()).map(|count| blocks[..count].concat().len());
            harm.unseen = at > 0 && ends.into_iter().any(|end| end == at);
            "cut"
        }
        6 => {
            let end = (at + 1 + dice.below(400)).min(bytes.len());
            changed[at..end].fill(0);
            harm.torn = true;
            "zeros"
        }
        7 if blocks.len() > 2 => {
            let one = 1 + dice.below(blocks.len() - 2);
            let mut order = blocks.clone();
            order.swap(one, one + 1);
            changed = order.concat();
            "two blocks exchanged"
        }
        8 if blocks.len() > 2 => {
            let mut order = blocks.clone();
            order.remove(1 + dice.below(blocks.len() - 2));
            changed = order.concat();
            "a block taken out"
        }
        9 if blocks.len() > 1 => {
            changed.extend_from_slice(blocks[1 + dice.below(blocks.len() - 1)]);
            "a block twice"
        }
        7..=10 => {
            let filling: Vec<u8> = (0..=dice.below(90)).map(|_| dice.below(256) as u8).collect();
            changed.splice(at..at, filling);
            // In the last block they are not told from a write that did not come to its end.
            harm.torn = at > bytes.len() - blocks.last().map_or(0, |last| last.len());
            "strange bytes between"
        }
        11 => {
            changed = String::from_utf8(changed).unwrap().replace('\n', "\r\n").into_bytes();
            "line endings"
        }
        12 => {
            fs::remove_file(path).unwrap();
            symlink("/etc/hostname", path).unwrap();
            return Harm { what: "a link", ..harm };
        }
        13 => {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
            return Harm { what: "a folder", ..harm };
        }
        14 => {
            fs::File::options().write(true).open(path).unwrap().set_len((64 << 20) + 1).unwrap();
            return Harm { what: "over the limit", ..harm };
        }
        15 => {
            fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
            if fs::read(path).is_err() {
                return Harm { what: "no permission", ..harm };
            }
            // Permissions do not bind this user.
            changed[at] ^= 0x80;
            "a flipped bit"
        }
        16 => {
            harm.place.clone_from(&case.playbook);
            match dice.below(4) {
                0 => fs::write(&case.playbook, "[playbook]\n#").unwrap(),
                1 => fs::remove_file(&case.playbook).unwrap(),
                2 => {
                    fs::remove_file(&case.playbook).unwrap();
                    symlink("/etc/hostname", &case.playbook).unwrap();
                }
                _ => {
                    harm.place.set_file_name("more.toml");
                    fs::write(&harm.place, "").unwrap();
                }
            }
            return Harm { what: "the playbook", ..harm };
        }
        _ => {
            harm.place.clone_from(&case.rows);
            match dice.below(2) {
                0 => fs::write(&case.rows, "Name\nAna\n").unwrap(),
                _ => fs::remove_file(&case.rows).unwrap(),
            }
            return Harm { what: "a list", ..harm };
        }
    };
    fs::write(path, changed).unwrap();
    harm
}

/// Puts everything back as it was.
fn mend(case: &Sound, harm: &Harm) {
    let _ = fs::set_permissions(&harm.place, fs::Permissions::from_mode(0o600));
    let _ = fs::remove_file(&harm.place).or_else(|_| fs::remove_dir(&harm.place));
    let all = case.journals.iter().map(|(path, bytes)| (path, bytes.as_slice()));
    for (path, bytes) in all.chain([(&case.playbook, PLAYBOOK), (&case.rows, ROWS)]) {
        if !path.exists() {
            fs::write(path, bytes).unwrap();
        }
    }
}

/// The seals of the entries that are as they were written, of which none goes back behind one before it.
fn still_sound(case: &Sound) -> BTreeSet<&String> {
    let mut sound = BTreeSet::new();
    for (path, bytes) in &case.journals {
        let Some(now) = path.symlink_metadata().ok().filter(|found| found.is_file() && found.len() < 1 << 20) else {
            continue;
        };
        let Ok(now) = fs::read(path).map(|bytes| (bytes, now)) else { continue };
        let all = blocks(bytes);
        let found = all.iter().enumerate().skip(1);
        let mut places: Vec<_> =
            found.filter_map(|(number, block)| Some((memchr::memmem::find(&now.0, block)?, number))).collect();
        places.sort_unstable();
        let mut reached = 0;
        for (_, number) in places {
            if number > reached {
                reached = number;
                sound.insert(&case.entries[all[number]]);
            }
        }
    }
    sound
}

fn check(case: &Sound, harm: &Harm, n: usize) {
    let context = format!("case {n}, {}", harm.what);
    let verdict = verify(&case.folder).unwrap();
    let place = harm.place.strip_prefix(case.folder.path()).unwrap().to_str().unwrap();
    let named = verdict.lines.iter().any(|line| line.starts_with(&format!("{place}: ")));
    assert!(named || harm.unseen, "{context}: {place} is not named: {:#?}", verdict.lines);
    let only_torn = harm.torn && verdict.damage.is_empty() && verdict.beside.is_empty();
    assert!(!verdict.sound || only_torn, "{context}: {:#?}", verdict.lines);
    if n.is_multiple_of(SHOWN)
        && let Some((lines, code)) = theirs(case.folder.path())
    {
        assert_eq!(code, if verdict.sound { 0 } else { 4 }, "{context}: {lines:#?}");
        assert_eq!(lines, crate::record::samples::ours(&verdict), "{context}");
    }
    let mut writer = JournalWriter::create(&case.folder, header(&session('c')));
    let new: Head = writer.append(draft("recording goes on")).unwrap();
    let read = case.folder.read().unwrap();
    let seals: BTreeSet<String> = read.order().entries.iter().map(|entry| entry.seal.to_string()).collect();
    assert!(seals.contains(&new.seal.to_string()), "{context}: the new entry is in the log");
    let lost: Vec<_> = still_sound(case).into_iter().filter(|seal| !seals.contains(*seal)).collect();
    assert!(lost.is_empty(), "{context}: sound entries are lost: {lost:?}");
    fs::remove_file(case.folder.journals_path().join(format!("{}.toml", session('c')))).unwrap();
}

#[test]
fn of_thousands_of_damaged_cases_each_is_told_none_stops_recording_and_no_sound_entry_is_lost() {
    let cases = std::env::var("BREACHBOOK_DAMAGED").map_or(CASES, |count| count.parse().unwrap());
    // In memory where the system has a place for that: what a disk does with it is tested elsewhere.
    let memory = Path::new("/dev/shm");
    let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let root = root.path().join(thread.to_string());
            scope.spawn(move || {
                let case = sound(&root);
                for n in (thread..cases).step_by(THREADS) {
                    let mut dice = Dice(0x5eed_b00c + n as u64 * 0x9E37_79B9);
                    (0..4).for_each(|_| _ = dice.below(2));
                    let harm = do_harm(&case, &mut dice);
                    check(&case, &harm, n);
                    mend(&case, &harm);
                }
                assert!(verify(&case.folder).unwrap().sound, "everything was put back");
            });
        }
    });
}

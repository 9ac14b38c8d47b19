//! Whether a file comes from a case, and whether that was an exercise: by the folder in which it lies, and by the mark that every
//! page, list and object bears that the program makes. What a person wrote, or another program, bears none.

use super::{CaseFolder, files};
use crate::journal::Mode;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

/// Bytes at the beginning in which the mark of a text stands.
const HEAD: u64 = 64 * 1024;
/// Longest printed page that is looked through, in bytes.
const MOST: u64 = 32 * 1024 * 1024;
/// How far above a file the folder of a case may lie.
const ABOVE: usize = 3;
const EXERCISE: &str = "EXERCISE EXERCISE EXERCISE";
/// Behind it stands the name of the case.
const LIVE: &str = "LIVE · ";
/// What the objects are called that say of which mode they are.
const OBJECTS: [&str; 4] = ["case/", "status/", "drill-review/", "log/"];

/// The mode of the case that it left; `None` where nothing says that it left one.
pub fn mode_of(path: &Path) -> Option<Mode> {
    by_place(path).or_else(|| by_mark(path))
}

/// The same by the folder alone.
pub fn by_place(path: &Path) -> Option<Mode> {
    let whole = path.canonicalize().ok()?;
    let case = whole.ancestors().skip(1).take(ABOVE).find_map(|folder| CaseFolder::open(folder).ok())?;
    if case.is_control() {
        return Some(Mode::Exercise);
    }
    Some(case.read().ok().and_then(|journals| journals.mode).unwrap_or_else(|| case.mode()))
}

fn by_mark(path: &Path) -> Option<Mode> {
    let (mut file, found) = files::whole(path).ok()?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head).ok()?;
    if head.starts_with(b"PK\x03\x04") {
        return packed(file);
    }
    if head.starts_with(b"%PDF-") {
        return if found.len() <= MOST { printed(file, head) } else { None };
    }
    let text = String::from_utf8_lossy(&head);
    let text = text.trim_start_matches('\u{feff}');
    rows(text).or_else(|| object(text)).or_else(|| page(text))
}

/// A list: its first column is `mode`.
fn rows(text: &str) -> Option<Mode> {
    let mut lines = text.lines();
    lines.next()?.strip_prefix("mode")?.strip_prefix([',', ';', '\t'])?;
    let first = lines.next()?;
    Mode::ALL
        .into_iter()
        .find(|mode| first.strip_prefix(mode.word()).is_some_and(|rest| rest.starts_with([',', ';', '\t'])))
}

/// An object: its first keys are `schema`, or those of an entry, and `mode`.
fn object(text: &str) -> Option<Mode> {
    let text = text.trim_start().strip_prefix('{')?;
    let value = |key: &str| {
        let (_, rest) = text.split_once(&format!("\"{key}\""))?;
        rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()
    };
    let schema = value("schema")?;
    let known = OBJECTS.iter().any(|own| schema.starts_with(own));
    let mode = value("mode").filter(|_| known)?;
    Mode::ALL.into_iter().find(|own| own.word() == mode)
}

/// A page as text: the line that names the case, at the beginning of a line or of an element.
fn page(text: &str) -> Option<Mode> {
    let stands = |wanted: &str| {
        let begins = |(at, _): (usize, &str)| at == 0 || text[..at].ends_with(['\n', '>']);
        text.match_indices(wanted).any(begins)
    };
    if stands(EXERCISE) || text.starts_with("**EXERCISE**") {
        return Some(Mode::Exercise);
    }
    stands(LIVE).then_some(Mode::Live)
}

/// A word-processor page: its properties.
fn packed(file: impl Read + Seek) -> Option<Mode> {
    let mut parts = zip::ZipArchive::new(file).ok()?;
    let mut core = String::new();
    parts.by_name("docProps/core.xml").ok()?.take(HEAD).read_to_string(&mut core).ok()?;
    page(&core)
}

/// A printed page: its keywords.
fn printed(mut file: File, mut bytes: Vec<u8>) -> Option<Mode> {
    file.by_ref().take(MOST).read_to_end(&mut bytes).ok()?;
    // Each name in a file of this kind begins with a slash.
    let names = bytes.split(|byte| *byte == b'/');
    let (mut ours, mut mode) = (false, None);
    for name in names {
        ours |= name.starts_with(b"Creator(breachbook ");
        if let Some(keywords) = name.strip_prefix(b"Keywords(") {
            mode = Mode::ALL.into_iter().find(|mode| keywords.starts_with(mode.word().to_uppercase().as_bytes()));
        }
    }
    mode.filter(|_| ours)
}

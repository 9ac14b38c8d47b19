//! What the program records by itself: a case is opened, answers come from a review, the clock was set, a file left
//! the program, a sheet ended, the run ended.

use crate::base::text::cut;
use crate::base::{ItemId, Stamp};
use crate::case::{Attribution, Fact, ForRows};
use crate::playbook::Playbook;

/// The opening of a case; without a title it has that of its playbook.
pub fn opened(playbook: &Playbook, title: &str, files: Vec<String>) -> Fact {
    let title = cut(title.trim(), 200).into_owned();
    Fact::Opened {
        title: if title.is_empty() { playbook.title.clone() } else { title },
        playbook: playbook.id.to_string(),
        playbook_title: playbook.title.clone(),
        source_version: playbook.source.version.clone(),
        files,
    }
}

/// An answer that a readiness review gave; `source` says which.
pub fn taken_over(question: &ItemId, value: String, source: String) -> Fact {
    Fact::Answered { question: question.clone(), value, source: Some(source), target: ForRows::default() }
}

/// The computer's clock was set while the program ran, by so many milliseconds.
pub fn clock_stepped(by_ms: i64) -> (Attribution, Fact) {
    (Attribution { by: "breachbook".into(), ..Attribution::default() }, Fact::ClockStepped { by_ms })
}

/// This program, as the record names it.
pub const PROGRAM: &str = concat!("breachbook ", env!("CARGO_PKG_VERSION"));

/// A file that has left the program. `profile` is `full` or `released`, and `heads` the blocks that it was made from.
pub struct File {
    pub what: String,
    pub format: String,
    pub profile: String,
    pub bands: Vec<String>,
    pub sha256: String,
    pub bytes: usize,
    pub name: String,
    pub as_of: Stamp,
    pub heads: Vec<String>,
    pub options: Vec<String>,
    pub to: Option<String>,
    pub released_by: Option<String>,
    pub fonts: Option<String>,
}

/// A page, list or document left the program.
pub fn exported(person: &str, file: File) -> (Attribution, Fact) {
    let fact = Fact::Exported {
        what: file.what,
        format: file.format,
        profile: file.profile,
        bands: file.bands,
        digest: format!("sha256:{}", file.sha256),
        bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
        name: cut(&file.name, 200).into_owned(),
        as_of: file.as_of,
        heads: file.heads,
        options: file.options,
        to: file.to,
        released_by: file.released_by,
        program: PROGRAM.to_owned(),
        fonts: file.fonts,
    };
    (Attribution { by: person.to_owned(), ..Attribution::default() }, fact)
}

/// The file that left the program by an entry, and the program that made it; nothing of any other entry.
pub fn left(fact: &Fact) -> Option<(File, &str)> {
    let Fact::Exported {
        what,
        format,
        profile,
        bands,
        digest,
        bytes,
        name,
        as_of,
        heads,
        options,
        to,
        released_by,
        program,
        fonts,
    } = fact
    else {
        return None;
    };
    let file = File {
        what: what.clone(),
        format: format.clone(),
        profile: profile.clone(),
        bands: bands.clone(),
        sha256: digest.strip_prefix("sha256:").unwrap_or(digest).to_owned(),
        bytes: usize::try_from(*bytes).unwrap_or_default(),
        name: name.clone(),
        as_of: *as_of,
        heads: heads.clone(),
        options: options.clone(),
        to: to.clone(),
        released_by: released_by.clone(),
        fonts: fonts.clone(),
    };
    Some((file, program))
}

/// The end of a sheet of so many entries.
pub fn sheet_ended(person: &str, rows: usize) -> (Attribution, Fact) {
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    (Attribution { by: person.to_owned(), ..Attribution::default() }, Fact::SheetEnded { rows })
}

/// The program was left in the ordinary way.
pub fn ended(person: &str) -> (Attribution, Fact) {
    (Attribution { by: person.to_owned(), ..Attribution::default() }, Fact::SessionEnded)
}

//! The door: texts of one playbook in, the playbook and every problem out.

use super::checks;
use super::lower::lower;
use super::model::Playbook;
use super::places::Places;
use super::raw::file::RawFile;
use crate::base::digest::hex;
use crate::source::reading::MOST_TABLES;
use crate::source::reading::Reading;
use crate::source::{Code, MOST_BYTES, Problem, Problems, Source, Span, caret, one_line, scan};
use sha2::{Digest, Sha256};

/// Most bytes of all files of one playbook together.
pub const MOST_BYTES_TOGETHER: usize = 4 * 1024 * 1024;
/// Most files of one playbook.
pub const MOST_FILES: usize = 64;

#[derive(Debug)]
pub struct Loaded {
    /// The playbook, unless there was an error.
    pub playbook: Option<Playbook>,
    /// Everything that was found, in the order of the files.
    pub problems: Vec<Problem>,
    /// Where things stand, for what is found by comparing it with another playbook.
    pub(super) places: Places,
}

impl Loaded {
    /// How many clauses nothing does the work of: they are cited nowhere, or only by a phase.
    pub fn idle_clauses(&self) -> usize {
        let idle = [Code::ClauseNotCited, Code::ClauseOnlyDecorates];
        self.problems.iter().filter(|problem| idle.contains(&problem.code)).count()
    }

    /// Every problem with its line and caret, as plain text, for people; an empty line between two of them.
    pub fn rendered(&self, sources: &[Source]) -> String {
        let shown: Vec<String> =
            self.problems.iter().map(|problem| caret::render(problem, sources, false) + "\n").collect();
        shown.join("\n")
    }
}

/// Reads a playbook from its files, in the order in which they are given (the caller sorts them by name).
///
/// Errors leave `playbook` empty; warnings do not. Sizes are bounded before anything is parsed.
pub fn load(sources: &[Source]) -> Loaded {
    loaded(sources, None, Purpose::Author)
}

/// Reads a playbook that was checked before, because it is bundled or kept in a case, to walk it: nothing is looked for that only its
/// author could mend, so that a case opens even where [`load`] would refuse its playbook by now.
pub fn load_checked(sources: &[Source]) -> Loaded {
    loaded(sources, None, Purpose::Walk)
}

/// The same for files whose [`digest`] is known already.
pub fn load_frozen(sources: &[Source], digest: String) -> Option<Playbook> {
    loaded(sources, Some(digest), Purpose::Walk).playbook
}

/// What a playbook is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To begin a case on it, or to mend it: everything is looked for.
    Author,
    Walk,
}

fn loaded(sources: &[Source], digest: Option<String>, purpose: Purpose) -> Loaded {
    let mut problems = Problems::default();
    let (playbook, places) = read(sources, digest, purpose, &mut problems).unzip();
    let playbook = playbook.filter(|_| !problems.any_error());
    Loaded { playbook, problems: problems.sorted(), places: places.unwrap_or_default() }
}

fn read(
    sources: &[Source],
    known: Option<String>,
    purpose: Purpose,
    problems: &mut Problems,
) -> Option<(Playbook, Places)> {
    if sources.is_empty() || sources.len() > MOST_FILES {
        let code = if sources.is_empty() { Code::NothingToWalk } else { Code::TooManyFiles };
        let message = format!("A playbook has 1 to {MOST_FILES} files; this one has {}.", sources.len());
        problems.add(Problem::new(code, Span::default(), message));
        return None;
    }
    for (file, source) in sources.iter().enumerate() {
        if source.text.len() > MOST_BYTES {
            let message = format!("The file has {} KiB; {} are allowed.", source.text.len() / 1024, MOST_BYTES / 1024);
            problems.add(Problem::new(Code::FileTooLarge, Span { file, start: 0, end: 0 }, message));
        }
    }
    let together: usize = sources.iter().map(|source| source.text.len()).sum();
    if together > MOST_BYTES_TOGETHER {
        let message =
            format!("The files have {} KiB together; {} are allowed.", together / 1024, MOST_BYTES_TOGETHER / 1024);
        problems.add(Problem::new(Code::FileTooLarge, Span::default(), message));
    }
    if problems.any_error() {
        return None;
    }
    let mut files = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        scan(file, &source.text, problems);
        let author = purpose == Purpose::Author;
        let read = RawFile::read(&mut Reading::new(file, &source.text, problems).strict(author));
        if read.is_some() && author {
            one_line(file, &source.text, problems);
        }
        files.extend(read);
    }
    if files.len() < sources.len() || newer(&files, problems) {
        return None;
    }
    let tables: usize = files.iter().map(RawFile::tables).sum();
    if tables > MOST_TABLES {
        let message = format!("There are {tables} tables and clauses; {MOST_TABLES} are allowed.");
        problems.add(Problem::new(Code::TooManyTables, Span::default(), message));
        return None;
    }
    let texts = || sources.iter().map(|source| (source.name.as_str(), source.text.as_bytes())).collect::<Vec<_>>();
    let digest = known.unwrap_or_else(|| digest(&texts()));
    let (playbook, places) = lower(&files, sources, digest, problems)?;
    match purpose {
        Purpose::Author => checks::check(&playbook, &places, problems),
        Purpose::Walk => {
            checks::check_errors(&playbook, &places, problems);
        }
    }
    Some((playbook, places))
}

/// Whether a file is of another version of the format, which would make all other problems meaningless.
fn newer(files: &[RawFile], problems: &mut Problems) -> bool {
    let mut newer = false;
    for schema in files.iter().filter_map(|file| file.schema).filter(|schema| schema.number != 1) {
        let message = format!("This playbook is written in version {} of the format.", schema.number);
        problems.add(Problem::new(Code::UnsupportedSchema, schema.span, message));
        newer = true;
    }
    newer
}

/// SHA-256 of a playbook's files, in order of name, as 64 lower-case hex digits.
///
/// Of one file it is the digest of its bytes, so that `sha256sum` agrees. Of several it is the digest of, for each file
/// in order: the bytes of its name, a line feed, the length of its text in bytes as decimal digits, a line feed, the text.
pub fn digest(files: &[(&str, &[u8])]) -> String {
    let mut hash = Sha256::new();
    if let [(_, only)] = files {
        hash.update(only);
    } else {
        for (name, bytes) in files {
            hash.update(format!("{name}\n{}\n", bytes.len()));
            hash.update(bytes);
        }
    }
    hex(hash)
}

//! The door: the text of a script in, the script, its playbook and every problem out.

use super::checks;
use super::lower::injects::is_file_name;
use super::lower::lower;
use super::model::{ANY, Script};
use super::raw::file::RawScript;
use crate::playbook::Playbook;
use crate::source::reading::{FromValue, Reading, parse};
use crate::source::{Code, MOST_BYTES, Problem, Problems, Source, Span, caret, one_line, scan};

/// The version of the format that this program reads.
pub const SCHEMA: &str = "drill/1";

/// Where the playbook of an identifier comes from.
pub type FindPlaybook<'f> = &'f dyn Fn(&str) -> Option<Playbook>;

#[derive(Debug)]
pub struct Loaded {
    /// The script, unless there was an error.
    pub script: Option<Script>,
    /// The playbook that it is written for, as it was found.
    pub playbook: Option<Playbook>,
    /// Everything that was found, in the order of the file.
    pub problems: Vec<Problem>,
    /// Files that go out with injects, each with where it is named.
    files: Vec<(String, Span)>,
}

/// Most bytes of a file that goes out with an inject.
pub const MOST_FILE_BYTES: u64 = 4 * 1024 * 1024;

impl Loaded {
    /// Takes in what is known of the files beside the script: `length` gives the bytes of one, or why it cannot be used.
    #[must_use]
    pub fn with_files(mut self, length: impl Fn(&str) -> Result<u64, String>) -> Self {
        let before = self.problems.len();
        for (name, span) in &self.files {
            let wrong = match length(name) {
                Ok(bytes) if bytes > MOST_FILE_BYTES => {
                    format!("{name} has {} KiB; {} are allowed.", bytes / 1024, MOST_FILE_BYTES / 1024)
                }
                Ok(_) => continue,
                Err(why) => format!("{name} was not read: {why}."),
            };
            self.problems.push(Problem::new(Code::FileMissing, *span, wrong));
        }
        if self.problems.len() > before {
            self.script = None;
            self.problems.sort_by_key(|problem| problem.span);
        }
        self
    }

    /// Every problem with its line and caret, as plain text, for people; an empty line between two of them.
    pub fn rendered(&self, source: &Source) -> String {
        let sources = std::slice::from_ref(source);
        let shown: Vec<_> = self.problems.iter().map(|problem| caret::render(problem, sources, false) + "\n").collect();
        shown.join("\n")
    }

    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }
}

/// Reads a script to begin an exercise with it, or to mend it: everything is looked for.
///
/// Errors leave `script` empty; warnings do not. The size is bounded before anything is parsed.
pub fn load(source: &Source, find: FindPlaybook<'_>) -> Loaded {
    let mut problems = Problems::default();
    let Read { script, playbook, files } = read(source, find, Purpose::Author, &mut problems);
    let script = script.filter(|_| !problems.any_error());
    Loaded { script, playbook, problems: problems.sorted(), files }
}

/// Reads the copy of a script with which an exercise was begun: nothing is looked for that only its author could mend, so that
/// an exercise goes on even where [`load`] would refuse its script by now.
pub fn load_frozen(source: &Source, playbook: &Playbook) -> Option<Script> {
    let mut problems = Problems::default();
    let read = read(source, &|_| Some(playbook.clone()), Purpose::Play, &mut problems);
    read.script.filter(|_| !problems.any_error())
}

/// What a script is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To begin an exercise with it, or to mend it: everything is looked for.
    Author,
    Play,
}

#[derive(Default)]
struct Read {
    script: Option<Script>,
    playbook: Option<Playbook>,
    files: Vec<(String, Span)>,
}

fn read(source: &Source, find: FindPlaybook<'_>, purpose: Purpose, problems: &mut Problems) -> Read {
    if source.text.len() > MOST_BYTES {
        let message = format!("The file has {} KiB; {} are allowed.", source.text.len() / 1024, MOST_BYTES / 1024);
        problems.add(Problem::new(Code::FileTooLarge, Span::default(), message));
        return Read::default();
    }
    scan(0, &source.text, problems);
    let mut reading = Reading::new(0, &source.text, problems).strict(purpose == Purpose::Author);
    let Some(raw) = parse(&mut reading).and_then(|document| RawScript::from_value(&document, &mut reading)) else {
        return Read::default();
    };
    if purpose == Purpose::Author {
        one_line(0, &source.text, problems);
    }
    if newer(&raw, problems) {
        return Read::default();
    }
    let Some(head) = &raw.drill else {
        let message = "There is no table [drill], which names the exercise and its playbook.";
        problems.add(Problem::new(Code::MissingKey, Span::default(), message).help("Add [drill] near the top."));
        return Read::default();
    };
    let named = &head.playbook;
    let wanted = Some(named.text.as_str()).filter(|id| !id.is_empty() && *id != ANY);
    let playbook = wanted.and_then(find);
    if let Some(id) = wanted.filter(|_| playbook.is_none()) {
        let message = format!("There is no playbook `{}` here that can be used.", crate::base::text::cut(id, 60));
        let bundled = crate::playbook::index();
        let known = bundled.iter().map(|summary| summary.id.as_str());
        problems.add_similar(Problem::new(Code::NoSuchPlaybook, named.span, message), id, known);
    }
    let script = lower(&raw, head, source, playbook.as_ref(), problems);
    if purpose == Purpose::Author {
        checks::check(&raw, head, &script, source, problems);
    }
    let files = raw.inject.iter().flat_map(|inject| &inject.files);
    let files = files.filter(|name| is_file_name(&name.text)).map(|name| (name.text.clone(), name.span)).collect();
    Read { script: Some(script), playbook, files }
}

/// Whether it is of another version of the format, which would make all other problems meaningless.
fn newer(raw: &RawScript, problems: &mut Problems) -> bool {
    let Some(schema) = &raw.schema else {
        let message = format!("The file says nothing about its format; it starts with `schema = \"{SCHEMA}\"`.");
        let help = format!("Add `schema = \"{SCHEMA}\"` as the first line.");
        problems.add(Problem::new(Code::MissingKey, Span::default(), message).help(help));
        return false;
    };
    let other = schema.text != SCHEMA;
    if other {
        let message = format!("This script is written in another version of the format than `{SCHEMA}`.");
        let help = format!("This program reads `schema = \"{SCHEMA}\"`.");
        problems.add(Problem::new(Code::UnsupportedSchema, schema.span, message).help(help));
    }
    other
}

//! The door: the text of `contacts.toml` in, the phone list and every problem out.

use super::lower::lower;
use super::model::PhoneList;
use super::raw::RawList;
use crate::source::reading::{FromValue, Reading, parse};
use crate::source::{Code, MOST_BYTES, Problem, Problems, Source, Span, caret, scan};

/// A phone list with the file it was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PhoneFile {
    pub source: Source,
    /// What can be used of it. A table with a mistake is left out; the rest still serves on the night.
    pub list: PhoneList,
    /// Everything that was found, in the order of the file.
    pub problems: Vec<Problem>,
}

impl PhoneFile {
    /// How many mistakes there are; what they are about is left out of the list.
    pub fn mistakes(&self) -> usize {
        self.problems.iter().filter(|problem| problem.is_error()).count()
    }

    /// Problems with their lines and carets, an empty line between two of them.
    pub fn rendered(&self, problems: &[Problem]) -> String {
        let sources = std::slice::from_ref(&self.source);
        let shown: Vec<_> = problems.iter().map(|problem| caret::render(problem, sources, false) + "\n").collect();
        shown.join("\n")
    }
}

/// Reads a phone list. Sizes are bounded before anything is parsed.
pub fn load(source: Source) -> PhoneFile {
    if source.text.len() > MOST_BYTES {
        let message = format!("The file has {} KiB; {} are allowed.", source.text.len() / 1024, MOST_BYTES / 1024);
        let problems = vec![Problem::new(Code::ListTooLarge, Span::default(), message)];
        return PhoneFile { source, list: PhoneList::default(), problems };
    }
    let mut problems = Problems::default();
    scan(0, &source.text, &mut problems);
    let mut reading = Reading::new(0, &source.text, &mut problems);
    let raw = parse(&mut reading).and_then(|document| RawList::from_value(&document, &mut reading));
    let newer = raw.as_ref().and_then(|raw| raw.schema).filter(|schema| schema.number != 1);
    if let Some(schema) = newer {
        let message = format!("This phone list is written in version {} of the format.", schema.number);
        let problem = Problem::new(Code::UnsupportedSchema, schema.span, message);
        return PhoneFile { source, list: PhoneList::default(), problems: vec![problem] };
    }
    let list = raw.map(|raw| lower(&raw, &mut problems)).unwrap_or_default();
    PhoneFile { source, list, problems: problems.sorted() }
}

//! A problem found in a file: a stable code, the place in the file, what is wrong and what to do.

use super::{Code, Severity};
use crate::base::text::inert_line;
use std::collections::BTreeSet;

/// Most problems that one reading collects; a file with more is better repaired from the top.
pub const MOST_PROBLEMS: usize = 200;

/// A place in one of the files that were read: byte offsets, the end excluded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Span {
    /// Index into the files that are read together.
    pub file: usize,
    pub start: usize,
    pub end: usize,
}

/// One thing that is wrong, or that deserves a second look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// What kind of problem; its severity follows from it.
    pub code: Code,
    pub span: Span,
    /// What is wrong here, in one sentence; inert.
    pub message: String,
    /// What to write instead, where this very place suggests it; otherwise [`Code::what_to_do`] is shown.
    pub help: Option<String>,
}

impl Problem {
    pub fn new(code: Code, span: Span, message: impl AsRef<str>) -> Self {
        Self { code, span, message: inert_line(message.as_ref()).into_owned(), help: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = Some(inert_line(help.as_ref()).into_owned());
        self
    }

    #[must_use]
    pub fn did_you_mean<'k>(self, written: &str, known: impl IntoIterator<Item = &'k str>) -> Self {
        match closest(written, known) {
            Some(word) => self.help(format!("Did you mean `{word}`?")),
            None => self,
        }
    }

    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// What to do, as this place suggests it, else as always for its kind.
    pub fn advice(&self) -> &str {
        self.help.as_deref().unwrap_or_else(|| self.code.what_to_do())
    }
}

/// The known word that is most like the written one, if any is alike enough to be meant.
///
/// Identifiers are short; longer words, and words beyond the first few hundred of similar length, are not compared, so
/// that a hostile file cannot buy time with mistakes.
pub fn closest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let written = (written.len() <= 48).then_some(written)?;
    let near = (written.len() / 3).max(2);
    known
        .into_iter()
        .filter(|word| word.len().abs_diff(written.len()) <= near)
        .take(300)
        .map(|word| (strsim::normalized_damerau_levenshtein(written, word), word))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

/// The same for words of a format, of which two that are alike mean different things: only a slip of the pen is mended, one sign of
/// a short word, two of a longer one.
pub(super) fn misspelt<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let written = (3..=48).contains(&written.len()).then_some(written)?;
    let differs = |word: &&str| strsim::damerau_levenshtein(written, word);
    known.iter().copied().filter(|word| differs(word) <= (written.len() / 3).min(2)).min_by_key(differs)
}

/// Collects problems, and stops collecting when there are too many to be read.
#[derive(Default, Debug)]
pub struct Problems {
    found: Vec<Problem>,
    /// Keys of which some value could not be read, and tables with a key that nobody knows.
    lost: BTreeSet<&'static str>,
}

impl Problems {
    /// Adds a problem, unless there are too many already.
    pub fn add(&mut self, problem: Problem) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push(problem);
        } else if self.found.len() == MOST_PROBLEMS {
            let message = format!("There are more than {MOST_PROBLEMS} problems; the rest is not listed.");
            self.found.push(Problem::new(Code::TooManyProblems, problem.span, message));
        }
    }

    /// Adds a problem with "did you mean", unless there are too many already to look for what was meant.
    pub fn add_similar<'k>(&mut self, problem: Problem, written: &str, known: impl IntoIterator<Item = &'k str>) {
        let problem = if self.is_full() { problem } else { problem.did_you_mean(written, known) };
        self.add(problem);
    }

    /// Whether further problems would not be listed; costly checks stop then.
    pub fn is_full(&self) -> bool {
        self.found.len() > MOST_PROBLEMS
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    /// Takes note that what stands under a key could not be read.
    pub(super) fn lose(&mut self, key: &'static str) {
        self.lost.insert(key);
    }

    /// Whether all values of these keys could be read, and nothing of these kinds was found: then what they say is known.
    pub(crate) fn spared(&self, keys: &[&str], codes: &[Code]) -> bool {
        !keys.iter().any(|key| self.lost.contains(key)) && !self.found.iter().any(|found| codes.contains(&found.code))
    }

    pub fn any_error(&self) -> bool {
        self.found.iter().any(Problem::is_error)
    }

    /// All of them in the order of the files; "too many" stays last.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|p| (p.code == Code::TooManyProblems, p.span, p.code.word()));
        self.found.dedup();
        self.found
    }
}

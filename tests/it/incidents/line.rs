//! One line of a worked incident.

/// Verbs of `breachbook record`: such a line is recorded.
fn is_verb(word: &str) -> bool {
    word == "confirm" || breachbook::record::VERBS.iter().any(|verb| verb.word == word)
}

pub struct Line {
    pub text: String,
    pub pending: Option<String>,
    pub says: Says,
    pub clauses: Vec<String>,
}

pub enum Says {
    Record(String),
    Refused(String),
    Holds { word: String, words: Vec<String> },
}

impl Line {
    /// Every line that is run, with its number.
    pub fn all(text: &str) -> Vec<(usize, Self)> {
        let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let run =
            numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#') && !line.starts_with("playbook "));
        run.map(|(number, line)| (number, Self::of(line))).collect()
    }

    fn of(text: &str) -> Self {
        let (pending, rest) = match text.strip_prefix("pending ").and_then(|rest| rest.split_once(" | ")) {
            Some((what, rest)) => (Some(what.to_owned()), rest.trim()),
            None => (None, text),
        };
        let first = rest.split_whitespace().next().unwrap_or_default();
        if is_verb(first) {
            return Self { text: rest.to_owned(), pending, says: Says::Record(rest.to_owned()), clauses: Vec::new() };
        }
        if let Some(line) = rest.strip_prefix("refused ") {
            return Self { text: rest.to_owned(), pending, says: Says::Refused(line.to_owned()), clauses: Vec::new() };
        }
        let (claim, why) = rest.split_once(" -- ").unwrap_or_else(|| panic!("no clause is named: {text}"));
        let (clauses, why) = why.split_once(": ").unwrap_or_else(|| panic!("no reason is given: {text}"));
        assert!(!why.trim().is_empty(), "no reason is given: {text}");
        let mut words = shlex::split(claim).unwrap_or_else(|| panic!("a quotation mark is open: {text}")).into_iter();
        let word = words.next().unwrap_or_default();
        let clauses = clauses.split(", ").map(|clause| clause.trim().to_owned()).collect();
        Self { text: claim.to_owned(), pending, says: Says::Holds { word, words: words.collect() }, clauses }
    }
}

//! Kinds of problem: a stable word, how grave it is, what it means and what to do about it. What any file can have wrong stands here;
//! each format adds its own.

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// What is wrong is not used.
    Error,
    /// It can be used; somebody should look.
    Warning,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Code(&'static Kind);

#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Kind {
    pub word: &'static str,
    pub severity: Severity,
    pub meaning: &'static str,
    pub what_to_do: &'static str,
}

impl Code {
    pub(crate) const fn declared(kind: &'static Kind) -> Self {
        Self(kind)
    }

    /// The stable kebab-case word.
    pub fn word(self) -> &'static str {
        self.0.word
    }

    pub fn severity(self) -> Severity {
        self.0.severity
    }

    pub fn meaning(self) -> &'static str {
        self.0.meaning
    }

    pub fn what_to_do(self) -> &'static str {
        self.0.what_to_do
    }
}

/// Declares kinds of problem: `LIST of the list;`, then `Name = "word", Severity, "meaning.", "what to do.";` for each kind.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $list:ident;
        $($name:ident = $word:literal, $severity:ident, $meaning:literal, $what_to_do:literal;)*
    ) => {
        #[expect(non_upper_case_globals, reason = "a kind is written like a variant, whichever format declares it")]
        impl $crate::source::Code {
            $(#[doc = $meaning]
            pub const $name: Self = Self::declared(&$crate::source::code::Kind {
                word: $word,
                severity: $crate::source::Severity::$severity,
                meaning: $meaning,
                what_to_do: $what_to_do,
            });)*

            $(#[$doc])*
            pub const $list: &[Self] = &[$(Self::$name),*];
        }
    };
}

pub(crate) use codes;

codes! {
    /// What any file can have wrong, in the order of the manual.
    OF_ANY_FILE;
    FileTooLarge = "file-too-large", Error, "A file has more than 512 KiB, or all files of a playbook together more than 4 MiB.",
        "Split it into several files, or shorten it.";
    TooManyTables = "too-many-tables", Error, "There are more than 30,000 tables and clauses, or a list has more than 30,000 entries.",
        "Split it, or shorten it.";
    TooManyProblems = "too-many-problems", Error, "There are more problems than anybody reads.",
        "Repair the first ones and check again.";
    NotToml = "not-toml", Error, "The file cannot be read as TOML.",
        "Repair this place first; what follows is read only then.";
    NestedTooDeeply = "nested-too-deeply", Error, "Lists or tables stand inside each other far too deeply.",
        "Nothing in a file of this program needs more than four levels.";
    UnsupportedSchema = "unsupported-schema", Error, "The file is written for another version of the format.",
        "This program reads `schema = 1`.";
    MissingKey = "missing-key", Error, "A table lacks a key that it needs.",
        "Add the key.";
    UnknownKey = "unknown-key", Error, "A table has a key that is not known there.",
        "Remove the key, or correct its spelling.";
    WrongType = "wrong-type", Error, "A value is of another type than expected.",
        "Write a value of the type that is expected.";
    UnknownWord = "unknown-word", Error, "A word is not one of those that are allowed here.",
        "Use one of the words of the list.";
    BadId = "bad-id", Error, "An identifier has signs that it may not have.",
        "Use lower-case letters, digits and _, starting with a letter.";
    DuplicateId = "duplicate-id", Error, "Two things have the same identifier.",
        "Rename one of them, and what refers to it.";
    EmptyText = "empty-text", Error, "A text is empty.",
        "Write the text, or leave the key out.";
    TooLong = "too-long", Error, "A text is longer than its place on the screen allows.",
        "Shorten it, or move a part to where a longer text may stand.";
    LineBreak = "line-break", Error, "A text for one line has a line break.",
        "Write it on one line, in plain quotes.";
    HiddenCharacter = "hidden-character", Error, "The file has a character that acts on a screen or hides text.",
        "Remove the character; it often comes with copied text.";
    NumberOutOfRange = "number-out-of-range", Error, "A number is too small or too large for its purpose.",
        "Write a number within the range.";
}

//! A field: one thing that a verb asks for. It is declared once, and form, prompts, command line and manual are made from it.

/// One thing that can be typed or chosen.
#[derive(Debug)]
pub struct Field {
    /// The key in a draft, and the argument: "to" is `--to`. Unique within a verb.
    pub name: &'static str,
    /// Of a form and of a prompt: "Who was asked to make the call".
    pub label: &'static str,
    /// How whoever asks line by line asks for it; empty is the label.
    pub prompt: &'static str,
    /// What it takes, shown while it is filled in.
    pub hint: &'static str,
    /// One sentence: help of the argument, manual.
    pub help: &'static str,
    /// What stands for its text in the manual: "NAME".
    pub value: &'static str,
    /// What it is called in a sentence: "The reason".
    pub noun: &'static str,
    pub kind: FieldKind,
    pub argument: Argument,
    /// Whether it is missing on a command line whatever the case says.
    pub always: bool,
}

/// How a field is asked for and read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldKind {
    /// One line.
    Line,
    /// One line with the name of a person.
    Name,
    /// Several lines; on a command line `-` is standard input.
    Words,
    /// One of some choices.
    Pick,
    /// Any of some choices.
    Many,
    /// On or off: an argument without a text, a choice of two elsewhere.
    Switch,
    /// An answer, as its question takes it.
    Answer,
    /// What is added to a register.
    Amount,
    /// Names of rows, one a line; on a command line each by itself.
    Rows,
    /// What stands in the columns of a row: one box a column, `COLUMN=VALUE` on a command line.
    Cells,
    /// When something happened.
    Happened,
    /// A time that is to come, or an item.
    Until,
    /// What a watch says.
    Watch,
    /// The name of an entry, or of several.
    Entry,
    /// The path of a file.
    File,
}

impl FieldKind {
    /// Whether it is a time, so that how it was understood is said.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Answer | Self::Happened | Self::Until | Self::Watch)
    }
}

/// Where a field stands on a command line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Argument {
    /// By its place behind the others.
    Ordered,
    /// By its name.
    Named,
    /// Not at all: only boxes need it, elsewhere the words of another field hold it.
    Boxes,
}

impl Field {
    /// A named field.
    pub const fn new(kind: FieldKind, name: &'static str, label: &'static str) -> Self {
        let (hint, help, value, noun) = ("", "", "WORDS", label);
        Self { name, label, prompt: "", hint, help, value, noun, kind, argument: Argument::Named, always: false }
    }

    #[must_use]
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    #[must_use]
    pub const fn help(self, value: &'static str, help: &'static str) -> Self {
        Self { help, value, ..self }
    }

    #[must_use]
    pub const fn prompt(self, prompt: &'static str) -> Self {
        Self { prompt, ..self }
    }

    #[must_use]
    pub const fn noun(self, noun: &'static str) -> Self {
        Self { noun, ..self }
    }

    /// By its place; missing, it is a mistake of the command line.
    #[must_use]
    pub const fn ordered(self) -> Self {
        Self { argument: Argument::Ordered, always: true, ..self }
    }

    /// By its place; it may be missing.
    #[must_use]
    pub const fn last(self) -> Self {
        Self { argument: Argument::Ordered, always: false, ..self }
    }

    #[must_use]
    pub const fn boxes(self) -> Self {
        Self { argument: Argument::Boxes, ..self }
    }

    #[must_use]
    pub const fn always(self) -> Self {
        Self { always: true, ..self }
    }
}

/// A field is itself and no other: two of one name in two verbs are two.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Field {}

//! The table of a register, as it is written.

use super::again::RawAgain;
use super::hold::RawHold;
use crate::playbook::register::{ColumnKind, OptionsOf, RegisterKind};
use crate::playbook::strength::Strength;
use crate::source::reading::{FromValue, Reading};
use crate::source::shape::shape;
use crate::source::value::{Chosen, Cites, Line, Sentence, Text};
use toml::Spanned;
use toml::de::DeValue;

shape! {
    /// A counter, hours, amounts of money or a list that is kept while the case goes on. No entry means not known, never 0.
    RawRegister = "[[register]]" {
        /// Identifier; `has(...)` asks whether it has an entry.
        needed id: Line,
        /// The step in which it is kept.
        needed phase: Line,
        /// What is kept, in one line.
        needed title: Sentence,
        /// The list that every case has, whose columns, types, prompt and labels it takes: `actions`, `evidence`, `custody`,
        /// `persons`, `messages`, `timeline`, `effort` or `cost`.
        optional preset: Line,
        /// What it keeps; with a `preset`, that of the preset.
        optional kind: Chosen<RegisterKind>,
        /// What an entry has to say, as a question: "How many hours did who spend on what?" With a `preset`, that of the preset
        /// where none is given.
        optional prompt: Sentence,
        /// The clauses whose work it does.
        needed cite: Cites,
        /// How strongly the policy wants it; `do` when absent.
        optional verb: Chosen<Strength>,
        /// More words, shown below the title.
        optional detail: Text,
        /// Why it is kept.
        optional why: Text,
        /// Condition: applies only if it holds.
        optional when: Text,
        /// What makes it wait although it applies, each with its sentence; the first that holds speaks.
        many holds: Vec<RawHold>,
        /// Lines that bring back what was recorded here: each says what has to change, to hold or to be over.
        many again: Vec<RawAgain>,
        /// What is counted, in the plural, such as "e-mails"; for `count` and `list`.
        optional unit: Line,
        /// Three-letter ISO 4217 code, for `money`; the currency of the jurisdiction when absent.
        optional currency: Line,
        /// Columns of a `list` besides the name, which is always there. With a `preset`: columns that it gets besides, and other
        /// labels for those that it has.
        many columns: Vec<RawColumn>,
        /// With a `preset`: cells that every row has and no form asks, such as `{ kind = "responding" }`.
        optional fixed: Pairs,
        /// Columns of a `list` whose values are counted.
        many tally: Vec<Line>,
        /// Ways of telling the people of a `list`, and to which rows each is open.
        many methods: Vec<RawMethod>,
    }
}

shape! {
    /// A column of a list.
    RawColumn = "columns" {
        /// Identifier; rows are written `id=value`.
        needed id: Line,
        /// Shown text; the first line of an imported file has this or the identifier.
        needed label: Line,
        /// What a cell of it takes; `line` when absent.
        optional r#type: Chosen<ColumnKind>,
        /// What a cell of type `one` can say, or of type `many` can name.
        many options: Vec<Line>,
        /// In their place: the methods of the list, or the options of the question that tells the kinds of data.
        optional options_of: Chosen<OptionsOf>,
        /// The list whose rows a cell of type `row` names: a preset or a register.
        optional list: Line,
        /// Whether no row goes without it; `false` when absent.
        optional needed: bool,
        /// Another column, and what it says where no row goes without this one.
        optional needed_if: RawNeededIf,
        /// The question that is asked for it, such as "What came of it?"; the label when absent.
        optional ask: Line,
        /// Whether it stands folded at the end of a form, and is not asked line by line; `false` when absent.
        optional aside: bool,
    }
}

shape! {
    /// What another column says.
    RawNeededIf = "needed_if" {
        /// The column.
        needed column: Line,
        /// One of these.
        needed is: Vec<Line>,
    }
}

/// Words by the identifiers of columns.
#[derive(Default, Debug)]
pub(in crate::playbook) struct Pairs(pub Vec<(Line, Line)>);

impl FromValue for Pairs {
    const EXPECTED: &'static str = "a table of columns, each with a text in quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let table = reading.table(value, Self::EXPECTED)?;
        let mut pairs = Vec::new();
        for (key, value) in table {
            if reading.problems.is_full() {
                break;
            }
            let id = Line { text: key.get_ref().to_string(), span: reading.span(key.span()) };
            pairs.extend(Line::from_value(value, reading).map(|text| (id, text)));
        }
        pairs.sort_by_key(|(id, _)| id.span);
        Some(Self(pairs))
    }
}

shape! {
    /// A way of telling people, open to some rows of a list. A row can be open to several ways, or to none.
    RawMethod = "methods" {
        /// Identifier.
        needed id: Line,
        /// Shown text, such as "E-mail".
        needed label: Line,
        /// Columns that must hold something.
        many needs: Vec<Line>,
        /// A column that must say something in particular.
        optional only: RawOnly,
        /// The clauses that permit it.
        many cite: Cites,
    }
}

shape! {
    /// What a column must say, ignoring upper and lower case.
    RawOnly = "only" {
        /// The column.
        needed column: Line,
        /// The value.
        needed is: Line,
    }
}

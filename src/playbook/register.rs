//! Registers: counters, hours, amounts of money and lists that a policy wants kept while the case goes on.

use super::counts::Counts;
use super::question::Question;
use crate::base::text::sentence;
use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use crate::source::table::fold::bare;
use serde::Serialize;

/// Most columns of a list besides the name.
pub const MAX_COLUMNS: usize = 40;
/// Most columns of one list whose values are counted.
pub const MAX_TALLIES: usize = 8;
/// Most methods of one list.
pub const MAX_METHODS: usize = 20;

/// Something that is kept: each entry adds to it, and none ends it.
#[derive(Clone, Debug)]
pub struct Register {
    pub prompt: String,
    pub kind: RegisterKind,
    pub unit: Option<String>,
    pub currency: [u8; 3],
    /// Columns of a list, the name first; empty for the other kinds.
    pub columns: Vec<Column>,
    /// Positions of the columns whose values are counted.
    pub tally: Vec<usize>,
    pub methods: Vec<Method>,
    /// The list of every case that it adopts, or is.
    pub preset: Option<&'static Preset>,
    /// What every row has and no form asks, by the positions of the columns.
    pub fixed: Vec<(usize, String)>,
    /// What means home in the column of residence, where the playbook counts by that.
    pub home: Option<Home>,
}

/// The words for the home jurisdiction in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Home {
    pub column: usize,
    /// As it is shown.
    pub shown: String,
    /// As they are compared.
    words: Vec<String>,
}

impl Home {
    pub fn new(column: usize, counts: &Counts) -> Self {
        Self { column, shown: counts.home.clone(), words: counts.words().map(bare).collect() }
    }

    /// Whether a value means home: upper and lower case, accents and what stands between letters do not matter.
    pub fn is(&self, value: &str) -> bool {
        !value.is_empty() && self.words.contains(&bare(value))
    }
}

/// A list that every case has.
#[derive(Debug)]
pub struct Preset {
    pub id: ItemId,
    pub title: String,
    pub prompt: String,
    pub kind: RegisterKind,
    /// The letter of its labels; `None` where they are those of the rows under which they hang.
    pub letter: Option<String>,
    /// The column whose file is copied into the case.
    pub file: Option<ItemId>,
    /// The preset under whose rows its own hang.
    pub under: Option<ItemId>,
    /// Whether its rows are people to be told.
    pub person: bool,
    /// The name first, where it is a list.
    pub columns: Vec<Column>,
}

words! {
    pub enum RegisterKind {
        Count = "count",
        Hours = "hours",
        Money = "money",
        List = "list",
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Column {
    /// Identifier, unique in the register; rows are written `column=value`.
    pub id: ItemId,
    /// Shown text, and what the first line of an imported file may say instead of the identifier.
    pub label: String,
    /// What a cell of it takes.
    #[serde(rename = "type")]
    pub kind: ColumnKind,
    /// What a cell of a `one` column can say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Where the options come from, if they are not its own.
    #[serde(skip)]
    pub options_of: Option<OptionsOf>,
    /// Of a `row` column, the list whose rows it names: a preset or a register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<ItemId>,
    /// Whether no row goes without it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub needed: bool,
    /// No row goes without it where this column says one of these.
    #[serde(skip)]
    pub needed_if: Option<(ItemId, Vec<String>)>,
    /// The question that is asked for it, where the label is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
    /// Whether a form folds it away, and nobody is asked for it line by line.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
}

impl Register {
    /// A value of a column as it is counted: what means home is home.
    pub fn counted_as<'v>(&'v self, column: usize, value: &'v str) -> &'v str {
        let home = self.home.as_ref().filter(|home| home.column == column && home.is(value));
        home.map_or(value, |home| home.shown.as_str())
    }

    /// Whether it is, or adopts, the list of every case that bears this identifier.
    pub fn is_of(&self, preset: &str) -> bool {
        self.preset.is_some_and(|known| known.id.as_str() == preset)
    }

    /// Whether no form asks for a column, because every row has the same in it.
    pub fn is_fixed(&self, column: usize) -> bool {
        self.fixed.iter().any(|(at, _)| *at == column)
    }

    /// The list that a list question is: its rows have the columns of its type, each a line of words.
    pub fn of_a_question(question: &Question, currency: [u8; 3]) -> Option<Self> {
        let columns = question.answer.columns().iter().filter_map(|column| ItemId::new(column));
        let columns: Vec<_> = columns.map(|id| Column::line(id.clone(), sentence(id.as_str()))).collect();
        let is_list = question.answer.is_a_list_of_rows();
        is_list.then_some(Self {
            prompt: String::new(),
            kind: RegisterKind::List,
            unit: None,
            currency,
            columns,
            tally: Vec::new(),
            methods: Vec::new(),
            preset: None,
            fixed: Vec::new(),
            home: None,
        })
    }
}

words! {
    /// What a cell takes. An empty one says nothing.
    pub enum ColumnKind {
        /// A line of words.
        Line = "line",
        /// Several lines of words.
        Words = "words",
        /// A point in time or a window, exact or about.
        When = "when",
        Day = "day",
        /// A whole number: exact, estimate or range.
        Count = "count",
        Hours = "hours",
        Money = "money",
        YesNo = "yes_no",
        One = "one",
        Many = "many",
        Person = "person",
        Role = "role",
        Place = "place",
        /// A step of the playbook.
        Phase = "phase",
        Clause = "clause",
        /// A row of another list, by its label.
        Row = "row",
        /// An entry, or what the playbook wants done and nobody has recorded yet.
        Entry = "entry",
        /// A file that is copied into the case.
        File = "file",
    }
}

words! {
    /// Where the options of a column come from that has none of its own.
    pub enum OptionsOf {
        Methods = "methods",
        DataKinds = "data_kinds",
    }
}

impl Column {
    /// What is asked for it.
    pub fn question(&self) -> &str {
        self.ask.as_ref().unwrap_or(&self.label)
    }

    /// A column of lines that no row must have.
    pub fn line(id: ItemId, label: impl Into<String>) -> Self {
        Self {
            id,
            label: label.into(),
            kind: ColumnKind::Line,
            options: Vec::new(),
            options_of: None,
            list: None,
            needed: false,
            needed_if: None,
            ask: None,
            aside: false,
        }
    }

    /// Whether a heading or a typed word names this column: its identifier or its label, ignoring case.
    pub fn is_named(&self, word: &str) -> bool {
        let word = word.trim().to_lowercase();
        word == self.id.as_str() || word == self.label.to_lowercase()
    }
}

/// A way of telling somebody, and to which rows it is open.
#[derive(Clone, Debug)]
pub struct Method {
    pub id: ItemId,
    pub label: String,
    /// Positions of the columns that must hold something.
    pub needs: Vec<usize>,
    /// The column that must say this, ignoring case.
    pub only: Option<(usize, String)>,
    pub cite: Vec<ClauseId>,
}

impl Method {
    /// Whether it is open to a row; `cell` gives what a column holds, trimmed.
    pub fn is_open_to<'r>(&self, cell: impl Fn(usize) -> &'r str) -> bool {
        let says = |(column, wanted): &(usize, String)| cell(*column).to_lowercase() == wanted.to_lowercase();
        self.needs.iter().all(|column| !cell(*column).is_empty()) && self.only.as_ref().is_none_or(says)
    }
}

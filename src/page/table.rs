//! Tables and the one figure, as data: what stands in the cells, and how each format may lay it out.

use super::line::Line;

/// A table. Nothing of it may be cut.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<TableRow>,
    /// What stands below the last row: `End of entries: 48, last A-17`.
    pub end: Option<String>,
    /// Empty rows for pencil below the last one.
    pub ruled: u8,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Column {
    pub title: String,
    pub kind: ColumnKind,
    /// Its share of the width that is left when each column has its longest word.
    pub weight: u8,
    /// Where the page is too narrow, columns that need not be kept go to a second line of the row.
    pub keep: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ColumnKind {
    #[default]
    Text,
    /// Set to the right.
    Number,
    /// Not broken between day and time.
    Time,
    /// Written by hand: initials.
    Pencil,
}

/// A row. Each cell is one line below the other.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TableRow {
    pub cells: Vec<Vec<Line>>,
    pub says: Vec<RowMark>,
}

/// What stands in words on a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RowMark {
    /// Recorded later than it happened.
    Late,
    /// Copied from a paper form.
    Transcribed,
    /// Counts no more. The cells say who struck it, when and why.
    Struck,
    /// The policy does not ask for it.
    OutsidePolicy,
}

impl RowMark {
    pub fn word(self) -> &'static str {
        match self {
            Self::Late => "LATE",
            Self::Transcribed => "TRANSCRIBED",
            Self::Struck => "STRUCK OUT",
            Self::OutsidePolicy => "OUTSIDE THE POLICY",
        }
    }
}

impl Column {
    /// A column that stays on the first line of a row.
    pub fn new(title: impl Into<String>, kind: ColumnKind, weight: u8) -> Self {
        Self { title: title.into(), kind, weight, keep: true }
    }
}

/// A drawing in a field 1000 wide and `height` high, from the upper left corner; and what it shows, in words.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Figure {
    pub caption: String,
    /// What a reader who cannot see it is told.
    pub words: String,
    pub height: u16,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    Line {
        from: (u16, u16),
        to: (u16, u16),
        dashed: bool,
    },
    /// An open end of a bar has no edge.
    Bar {
        at: (u16, u16),
        size: (u16, u16),
        filled: bool,
        open_left: bool,
        open_right: bool,
    },
    Dot {
        at: (u16, u16),
        filled: bool,
    },
    /// The text begins, is centred or ends at a point of its base line; `size` in units of the field.
    Words {
        at: (u16, u16),
        size: u16,
        place: Place,
        text: String,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Begins,
    Centred,
    Ends,
}

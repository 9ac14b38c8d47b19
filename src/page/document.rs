//! What is said, as a tree: drawn by the screen, printed by the plain walk, laid out on paper. Texts stand in it as they were
//! recorded; each driver makes them inert for its own medium.

use super::line::Line;
use super::state::State;
use super::table::{Figure, Table};
use crate::judge::picture::agenda::Target;
use crate::record::Verb;

/// A text with its structure.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
}

/// A part of a document. A driver says in a `match` without `_` what it does with each.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// What a page or a part of it is about; 1 is the page.
    Heading(u8, Line),
    /// A paragraph.
    Text(Line),
    /// A paragraph behind a word that says what it is.
    Labelled(String, Line),
    /// What must not be cut or broken, on a line of its own: a telephone number, a seal.
    Apart(Line),
    /// A row of a list.
    Row(Row),
    /// Blocks of one kind that stand apart from the rest.
    Callout(Callout, Vec<Block>),
    /// What can be done here.
    Does(Vec<Does>),
    /// An empty line, unless one stands there.
    Gap,
    /// Points, one below the other.
    List(Vec<Line>),
    Table(Table),
    Figure(Figure),
    /// Who signs, a slot each: name, role, date and time are written by hand.
    Sign(Vec<Line>),
    /// Empty lines for pencil.
    Ruled(u8),
    /// What a camera takes off the page.
    Qr(String),
    /// Blocks that stand on one page.
    Keep(Vec<Block>),
    PageBreak,
}

/// What sets a callout apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Callout {
    DoNot,
    /// The policy does not say it.
    Silence,
    /// Not the policy's, or only a help: people decide.
    Suggestion,
    Warning,
    /// What a page should hold and does not.
    Missing,
    NotLegal,
}

/// A row: a sign, what it is, and at the right edge how it stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// How deep it stands in a tree; 0 is the top.
    pub level: u8,
    pub state: Option<State>,
    pub what: Line,
    pub word: Line,
    /// Where it leads.
    pub to: Option<Link>,
}

/// Where something leads: places in the playbook and in the log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Link {
    Item(usize),
    Silence(usize),
    Rule(usize),
    Scale(usize),
    Entry(usize),
    Role(usize),
}

/// Something that can be recorded here. The screen writes its key, the plain walk its word.
#[derive(Clone, PartialEq, Debug)]
pub struct Does {
    pub verb: &'static Verb,
    /// The choice that it begins with: its stored form.
    pub preset: Option<String>,
    pub label: String,
}

impl Document {
    pub fn add(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    pub fn text(&mut self, line: impl Into<Line>) -> &mut Self {
        self.add(Block::Text(line.into()))
    }

    pub fn labelled(&mut self, label: &str, line: impl Into<Line>) -> &mut Self {
        self.add(Block::Labelled(label.to_owned(), line.into()))
    }

    pub fn gap(&mut self) -> &mut Self {
        self.add(Block::Gap)
    }

    pub fn append(&mut self, other: Self) -> &mut Self {
        self.blocks.extend(other.blocks);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl FromIterator<Block> for Document {
    fn from_iter<I: IntoIterator<Item = Block>>(blocks: I) -> Self {
        Self { blocks: blocks.into_iter().collect() }
    }
}

impl From<Row> for Block {
    fn from(row: Row) -> Self {
        Self::Row(row)
    }
}

impl Row {
    /// A row without a sign: a text at the left edge and one at the right.
    pub fn sides(what: impl Into<Line>, word: impl Into<Line>) -> Self {
        Self { what: what.into(), word: word.into(), ..Self::default() }
    }

    #[must_use]
    pub fn to(self, link: impl Into<Option<Link>>) -> Self {
        Self { to: link.into(), ..self }
    }
}

impl From<Target> for Link {
    fn from(target: Target) -> Self {
        match target {
            Target::Item(at) => Self::Item(at),
            Target::Silence(at) => Self::Silence(at),
        }
    }
}

impl Link {
    /// The item or silence that it leads to.
    pub fn target(self) -> Option<Target> {
        match self {
            Self::Item(at) => Some(Target::Item(at)),
            Self::Silence(at) => Some(Target::Silence(at)),
            _ => None,
        }
    }
}

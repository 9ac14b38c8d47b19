//! A file of rows that was taken into a register: what is kept of it in the journal. The file itself lies in the case.

use super::stored::Flat;
use crate::base::ItemId;
use crate::base::written::{Word, words};
use crate::journal::{Field, Fields};

/// What an import counted. Rows are never named here: whoever needs a name opens the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// The file's name as it was given, without its folder.
    pub file: String,
    /// SHA-256 of its bytes, as 64 lower-case hex digits; it lies in the case as `files/<sha256>.csv`.
    pub sha256: String,
    pub bytes: u64,
    /// How many rows it has, the headings not counted.
    pub rows: u64,
    /// How many rows hold which value, for each tallied column.
    pub tallies: Vec<Tallied>,
    /// How many rows each method is open to.
    pub methods: Vec<(ItemId, u64)>,
    /// How many rows no method is open to.
    pub no_method: u64,
    /// Headings that the register does not know: kept in the file, not counted.
    pub ignored: Vec<String>,
    /// How many rows the file says too little of to know whether a method is open to them; a column is missing.
    pub cannot_say: Vec<(ItemId, u64)>,
    /// How many rows no method is open to as far as the file says.
    pub not_said: u64,
    /// Columns of the register that the file does not have. Entries from before they were written say nothing of them.
    pub lacks: Vec<ItemId>,
    /// How the file was understood; entries from before it was written have none.
    pub read_as: Option<Box<ReadAs>>,
}

/// How a file was understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadAs {
    /// The word of the encoding.
    pub encoding: String,
    /// The line of its headings.
    pub heading_line: u64,
    /// Which heading is which column: `name=Last`, `name=First`, in the order in which they are joined.
    pub columns: Vec<String>,
    /// How many rows were not counted, by the word of the reason.
    pub bad: Vec<(String, u64)>,
    /// What became of persons who were there twice, and of how many.
    pub doubles: Option<(Doubles, u64)>,
    /// Headings whose columns are not in the copy that is kept.
    pub without: Vec<String>,
    /// SHA-256 of the file as it was given, where the copy is without some of it.
    pub given: Option<String>,
}

words! {
    /// What becomes of persons who are in a file twice, or were in an earlier one.
    pub enum Doubles {
        /// Each counts once.
        Once = "once",
        /// Each row counts.
        All = "all",
    }
}

impl Import {
    /// How many rows of the file were not counted because something is wrong with them.
    pub fn bad_rows(&self) -> u64 {
        let bad = self.read_as.iter().flat_map(|read| &read.bad);
        bad.fold(0, |sum, (_, rows)| sum.saturating_add(*rows))
    }

    /// Whether a file with this SHA-256 is the one that was taken in.
    pub fn is_of(&self, sha256: &str) -> bool {
        let given = self.read_as.as_ref().and_then(|read| read.given.as_deref());
        given.unwrap_or(&self.sha256) == sha256
    }
}

/// How many rows hold a value in a column.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tallied {
    pub column: ItemId,
    /// The value, perhaps empty; `None` is every value that is not listed by itself.
    pub value: Option<String>,
    pub rows: u64,
}

/// What stands before the digest, as in the header of a journal.
const SHA256: &str = "sha256:";

/// A number of rows as the journal holds it; files are bounded far below.
fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Flat for Import {
    const KEYS: &[&str] = &[
        "file",
        "digest",
        "bytes",
        "rows",
        "tallies",
        "methods",
        "no_method",
        "ignored",
        "cannot_say",
        "not_said",
        "lacks",
        "encoding",
        "heading_line",
        "columns",
        "bad",
        "doubles",
        "without",
        "given_digest",
    ];

    fn put(&self, f: Fields) -> Fields {
        let tallies = self.tallies.iter().map(|tallied| {
            let value = tallied.value.as_ref().map_or_else(String::new, |value| format!("={value}"));
            format!("{} {}{value}", tallied.rows, tallied.column)
        });
        let counted = |all: &[(ItemId, u64)]| all.iter().map(|(id, rows)| format!("{rows} {id}")).collect::<Vec<_>>();
        let f = f
            .text("file", &self.file)
            .text("digest", format!("{SHA256}{}", self.sha256))
            .int("bytes", stored(self.bytes))
            .int("rows", stored(self.rows))
            .list("tallies", tallies)
            .list("methods", counted(&self.methods))
            .int("no_method", stored(self.no_method))
            .list("ignored", &self.ignored);
        let Some(read) = &self.read_as else { return f };
        let doubles = read.doubles.map(|(doubles, rows)| format!("{rows} {}", doubles.word()));
        f.list("cannot_say", counted(&self.cannot_say))
            .int("not_said", stored(self.not_said))
            .list("lacks", self.lacks.iter().map(ToString::to_string))
            .text("encoding", &read.encoding)
            .int("heading_line", stored(read.heading_line))
            .list("columns", &read.columns)
            .list("bad", read.bad.iter().map(|(reason, rows)| format!("{rows} {reason}")))
            .text_if("doubles", doubles)
            .list("without", &read.without)
            .text_if("given_digest", read.given.as_ref().map(|given| format!("{SHA256}{given}")))
    }

    fn read(f: &Fields) -> Option<Self> {
        let number = |key: &str| u64::try_from(f.get_int(key)?).ok();
        let list = |key: &str| f.get_list(key).unwrap_or_default();
        let counted = |text: &str| {
            let (rows, rest) = text.split_once(' ')?;
            Some((rows.parse::<u64>().ok()?, rest.to_owned()))
        };
        let tallied = |text: &String| {
            let (rows, rest) = counted(text)?;
            let (column, value) = match rest.split_once('=') {
                Some((column, value)) => (column, Some(value.to_owned())),
                None => (rest.as_str(), None),
            };
            Some(Tallied { column: ItemId::new(column)?, value, rows })
        };
        let method = |text: &String| {
            let (rows, id) = counted(text)?;
            Some((ItemId::new(&id)?, rows))
        };
        let doubles = |text: &str| {
            let (rows, word) = counted(text)?;
            Some((Doubles::of_word(&word)?, rows))
        };
        let read_as = || {
            Some(Box::new(ReadAs {
                encoding: f.get_text("encoding")?.to_owned(),
                heading_line: number("heading_line").unwrap_or_default(),
                columns: list("columns").to_vec(),
                bad: list("bad").iter().filter_map(|text| counted(text).map(|(rows, reason)| (reason, rows))).collect(),
                doubles: f.get_text("doubles").and_then(doubles),
                without: list("without").to_vec(),
                given: sound(f, "given_digest").map(str::to_owned),
            }))
        };
        Some(Self {
            file: f.get_text("file")?.to_owned(),
            sha256: digest(f)?.to_owned(),
            bytes: number("bytes")?,
            rows: number("rows")?,
            tallies: list("tallies").iter().filter_map(tallied).collect(),
            methods: list("methods").iter().filter_map(method).collect(),
            no_method: number("no_method")?,
            ignored: list("ignored").to_vec(),
            cannot_say: list("cannot_say").iter().filter_map(method).collect(),
            not_said: number("not_said").unwrap_or_default(),
            lacks: list("lacks").iter().filter_map(|id| ItemId::new(id)).collect(),
            read_as: read_as(),
        })
    }
}

/// The SHA-256 of a file that an entry names: 64 lower-case hex digits, or nothing.
pub(super) fn digest(f: &Fields) -> Option<&str> {
    sound(f, "digest")
}

fn sound<'f>(f: &'f Fields, key: &str) -> Option<&'f str> {
    let Some(Field::Text(text)) = f.get(key) else { return None };
    let hex = text.strip_prefix(SHA256)?;
    let sound = hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    sound.then_some(hex)
}

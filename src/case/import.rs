//! A file of rows that was taken into a register: what is kept of it in the journal. The file itself lies in the case.

use super::EntryKind;
use super::stored::Flat;
use crate::base::ItemId;
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
    const KEYS: &[&str] = &["file", "digest", "bytes", "rows", "tallies", "methods", "no_method", "ignored"];

    fn put(&self, f: Fields) -> Fields {
        let tallies = self.tallies.iter().map(|tallied| {
            let value = tallied.value.as_ref().map_or_else(String::new, |value| format!("={value}"));
            format!("{} {}{value}", tallied.rows, tallied.column)
        });
        let methods = self.methods.iter().map(|(method, rows)| format!("{rows} {method}"));
        f.text("file", &self.file)
            .text("digest", format!("{SHA256}{}", self.sha256))
            .int("bytes", stored(self.bytes))
            .int("rows", stored(self.rows))
            .list("tallies", tallies)
            .list("methods", methods)
            .int("no_method", stored(self.no_method))
            .list("ignored", &self.ignored)
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
        Some(Self {
            file: f.get_text("file")?.to_owned(),
            sha256: digest(f)?.to_owned(),
            bytes: number("bytes")?,
            rows: number("rows")?,
            tallies: list("tallies").iter().filter_map(tallied).collect(),
            methods: list("methods").iter().filter_map(method).collect(),
            no_method: number("no_method")?,
            ignored: list("ignored").to_vec(),
        })
    }
}

/// The SHA-256 of a file that an entry names: 64 lower-case hex digits, or nothing.
fn digest(f: &Fields) -> Option<&str> {
    let Some(Field::Text(text)) = f.get("digest") else { return None };
    let hex = text.strip_prefix(SHA256)?;
    let sound = hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    sound.then_some(hex)
}

/// The SHA-256 of the file that an entry names and that has to lie in the case, for whoever checks the case.
pub fn named_file<'f>(kind: &str, fields: &'f Fields) -> Option<&'f str> {
    (kind == EntryKind::RowsImported.word()).then(|| digest(fields)).flatten()
}

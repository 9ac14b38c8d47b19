//! Who was there before: the same name with the same e-mail address, postal address or telephone number. Only short digests are kept,
//! so that hundreds of thousands of rows fit into little memory.

use super::cells::Cells;
use super::synonyms::Kind;
use crate::base::ItemId;
use crate::case::{CaseState, Fact, Import, ListRow};
use crate::playbook::register::Register;
use crate::source::table::fold::bare;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// Most digests that are kept.
const MOST: usize = 2_000_000;

/// A digest is spread already.
#[derive(Default, Clone)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }
}

type Digests = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// Who is known.
#[derive(Default)]
pub struct Known {
    earlier: Digests,
    inside: Digests,
    /// Something was not looked at: a file that could not be read again, or more rows than are kept.
    pub incomplete: bool,
}

/// What is in a list already.
pub enum There<'a> {
    /// A file that was taken in.
    File(&'a Import),
    /// A row that was typed.
    Row(&'a ListRow),
}

/// What is in a list already and counts.
pub fn there<'a>(state: &'a CaseState, list: &ItemId) -> Vec<There<'a>> {
    let there = |at: usize| match &state.at(at).fact {
        Fact::RowsImported { import, .. } => Some(There::File(import)),
        Fact::RowAdded { .. } => state.row(&state.at(at).id).map(There::Row),
        _ => None,
    };
    state.counting(list.as_str()).filter_map(there).collect()
}

/// Where somebody was before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Before {
    Inside,
    Earlier,
}

impl Known {
    /// Takes note of a row of an earlier list.
    pub fn was(&mut self, digests: &[u64]) {
        if self.has_room() {
            self.earlier.extend(digests);
        }
    }

    /// Takes note of a row; says whether the person was there before.
    pub fn is(&mut self, digests: &[u64]) -> Option<Before> {
        let before = if digests.iter().any(|digest| self.earlier.contains(digest)) {
            Some(Before::Earlier)
        } else if digests.iter().any(|digest| self.inside.contains(digest)) {
            Some(Before::Inside)
        } else {
            None
        };
        if self.has_room() {
            self.inside.extend(digests);
        }
        before
    }

    fn has_room(&mut self) -> bool {
        let room = self.earlier.len() + self.inside.len() < MOST;
        self.incomplete |= !room;
        room
    }
}

/// What tells the persons of a list apart.
pub struct Persons {
    /// Columns with a way to reach somebody.
    ways: Vec<(usize, Kind)>,
}

impl Persons {
    pub fn of(register: &Register) -> Self {
        let way = |(at, column)| {
            let kind = Kind::of(column)?;
            matches!(kind, Kind::Email | Kind::Address | Kind::Phone).then_some((at, kind))
        };
        Self { ways: register.columns.iter().enumerate().skip(1).filter_map(way).collect() }
    }

    /// The digests of a row, one for each way to reach somebody; none where there is no way.
    pub fn digests(&self, cells: &Cells<'_>) -> Vec<u64> {
        self.of_texts(|column| cells.get(column))
    }

    pub fn of_texts<'t>(&self, cell: impl Fn(usize) -> &'t str) -> Vec<u64> {
        let name = name(cell(0));
        let digest = |(column, kind): &(usize, Kind)| {
            let way = match kind {
                Kind::Phone => cell(*column).chars().filter(char::is_ascii_digit).collect(),
                Kind::Email => cell(*column).to_lowercase(),
                _ => bare(cell(*column)),
            };
            let mut hasher = DefaultHasher::new();
            (&name, kind, &way).hash(&mut hasher);
            (!way.is_empty()).then(|| hasher.finish())
        };
        self.ways.iter().filter_map(digest).collect()
    }
}

/// `Example, Ann` and `Ann Example` are one.
fn name(text: &str) -> String {
    match text.split_once(',') {
        Some((last, first)) if !first.contains(',') => bare(first) + &bare(last),
        _ => bare(text),
    }
}

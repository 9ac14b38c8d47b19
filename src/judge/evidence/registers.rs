//! Registers: what was added up, row by row and file by file. What was struck out does not count; silence is not zero.

use super::counting::Counting;
use super::files_say::{self, by, in_a_sentence, not_counted};
use crate::base::text::{counted, singular};
use crate::base::{ItemId, Money, Now, span};
use crate::case::cells::AMOUNT;
use crate::case::{CaseState, Cell, Fact, Import, ListRow};
use crate::judge::types::answer::Answer;
use crate::judge::types::cells::{self, Contradiction};
use crate::judge::types::listed::{Listed, key};
use crate::playbook::Playbook;
use crate::playbook::register::{Register, RegisterKind};
use crate::source::table::fold::fold;
use std::collections::BTreeMap;

/// Most values of one column that are listed by themselves; the rest is counted together.
pub const MAX_VALUES: usize = 50;

/// Most values of one column that are said in a line.
const VALUES_SAID: usize = 8;

/// Most entries of a register that are shown beside it; the log holds all.
pub const ENTRIES_SHOWN: usize = 5;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Total {
    Count(u64),
    /// Time, in seconds.
    Seconds(u64),
    /// Money, each currency by itself.
    Money(Vec<Money>),
    Rows(u64),
}

/// How many rows hold which value of a column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Position of the column.
    pub column: usize,
    /// The values, most frequent first, at most [`MAX_VALUES`]; the empty text is "nothing in it".
    pub values: Vec<(String, u64)>,
    /// Rows with a value that is not listed.
    pub other: u64,
    /// Rows of files that do not have the column.
    pub cannot_say: u64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisterStatus {
    /// Everything together; `None` before the first entry that counts.
    pub total: Option<Total>,
    pub entries: usize,
    /// For a list: its tallies, in the order of the playbook.
    pub tallies: Vec<Tally>,
    /// For a list: how many rows each method is open to, in the order of the playbook.
    pub methods: Vec<u64>,
    /// For a list: how many rows come from files that say too little of it, by method.
    pub cannot_say: Vec<u64>,
    /// For a list with methods: rows to which none is open.
    pub no_method: u64,
    /// For a list with methods: rows to which none is open as far as their file says.
    pub not_said: u64,
    /// For a list: rows of files that were not counted, because something is wrong with them.
    pub bad_rows: u64,
    /// All entries, those that were struck out too, oldest first, as positions in the log.
    pub log: Vec<usize>,
}

pub fn work_out<'a>(id: &ItemId, register: &Register, state: impl Into<Counting<'a>>) -> RegisterStatus {
    let state = state.into();
    let mut sum = Sum::new(register);
    let mut entries = 0;
    for at in state.counting(id.as_str()) {
        let recorded = state.at(at);
        match &recorded.fact {
            Fact::Counted { amount, .. } => match state.row(&recorded.id).map(|row| state.cell(row, AMOUNT)) {
                // Amounts that contradict each other are listed; whichever is right, neither is added.
                Some(Cell::Contradicts(_)) => {}
                Some(Cell::Holds(amount)) => sum.amount(amount),
                None => sum.amount(amount),
            },
            Fact::RowAdded { .. } => state.row(&recorded.id).into_iter().for_each(|row| sum.row(&state, row)),
            Fact::RowsImported { import, .. } => sum.import(import),
            // A change of a row adds none.
            _ => continue,
        }
        entries += 1;
    }
    let log = state.register(id.as_str()).to_vec();
    let (total, tallies) = (sum.total(entries), sum.tallies());
    RegisterStatus {
        total,
        entries,
        tallies,
        methods: sum.methods,
        cannot_say: sum.cannot_say,
        no_method: sum.no_method,
        not_said: sum.not_said,
        bad_rows: sum.bad_rows,
        log,
    }
}

/// Every cell of a list in which entries contradict each other, and every entry that was put right twice, unseen.
pub fn contradictions(playbook: &Playbook, list: &ItemId, state: &CaseState, now: Now) -> Vec<Contradiction> {
    let cells = state.rows(list.as_str()).flat_map(|row| cells::contradictions(playbook, state, row, now));
    cells.chain(put_right_twice(playbook, list, state, now)).collect()
}

/// Where two count in the place of one, both are added up until people strike out the wrong one.
fn put_right_twice(playbook: &Playbook, list: &ItemId, state: &CaseState, now: Now) -> Vec<Contradiction> {
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in state.counting(list.as_str()) {
        for settled in state.stands_for(at) {
            places.entry(settled).or_default().push(at);
        }
    }
    let twice = places.into_iter().filter(|(_, by)| by.len() > 1);
    let says = |at: usize| self::says(Some(playbook), &state.at(at).fact, now);
    let told = twice.map(|(row, by)| Contradiction {
        row,
        name: state.name(row),
        column: String::new(),
        said: by.into_iter().map(|at| (at, says(at))).collect(),
    });
    told.collect()
}

/// Adding up, entry by entry.
struct Sum<'a> {
    register: &'a Register,
    number: u64,
    money: Vec<Money>,
    values: Vec<BTreeMap<String, (String, u64)>>,
    others: Vec<u64>,
    unsaid: Vec<u64>,
    methods: Vec<u64>,
    cannot_say: Vec<u64>,
    no_method: u64,
    not_said: u64,
    bad_rows: u64,
}

impl<'a> Sum<'a> {
    fn new(register: &'a Register) -> Self {
        Self {
            register,
            number: 0,
            money: Vec::new(),
            values: vec![BTreeMap::new(); register.tally.len()],
            others: vec![0; register.tally.len()],
            unsaid: vec![0; register.tally.len()],
            methods: vec![0; register.methods.len()],
            cannot_say: vec![0; register.methods.len()],
            no_method: 0,
            not_said: 0,
            bad_rows: 0,
        }
    }

    /// What the frozen playbook cannot read any more adds nothing, and stays readable in the log.
    fn amount(&mut self, stored: &str) {
        match Amount::read(self.register, stored) {
            Some(Amount::Number(number)) => self.number = self.number.saturating_add(number),
            Some(Amount::Money(money)) => match self.money.iter_mut().find(|sum| sum.currency == money.currency) {
                Some(sum) => sum.cents = sum.cents.saturating_add(money.cents),
                None => self.money.push(money),
            },
            None => {}
        }
    }

    fn row(&mut self, state: &CaseState, row: &ListRow) {
        let cell = |column: usize| state.cell(row, self.register.columns[column].id.as_str()).text().trim();
        self.number = self.number.saturating_add(1);
        for (place, column) in self.register.tally.iter().enumerate() {
            match state.cell(row, self.register.columns[*column].id.as_str()) {
                Cell::Holds(text) => {
                    count(&mut self.values[place], self.register.counted_as(*column, text.trim()), 1);
                }
                Cell::Contradicts(_) => self.others[place] = self.others[place].saturating_add(1),
            }
        }
        let mut open = self.register.methods.is_empty();
        for (place, method) in self.register.methods.iter().enumerate() {
            if method.is_open_to(cell) {
                open = true;
                self.methods[place] = self.methods[place].saturating_add(1);
            }
        }
        self.no_method = self.no_method.saturating_add(u64::from(!open));
    }

    fn import(&mut self, import: &Import) {
        self.number = self.number.saturating_add(import.rows);
        for (place, column) in self.register.tally.iter().enumerate() {
            let id = &self.register.columns[*column].id;
            if import.lacks.contains(id) {
                self.unsaid[place] = self.unsaid[place].saturating_add(import.rows);
            }
            for tallied in import.tallies.iter().filter(|tallied| tallied.column == *id) {
                match &tallied.value {
                    // A file that an earlier version took in has the words as they stood in it.
                    Some(value) => {
                        count(&mut self.values[place], self.register.counted_as(*column, value), tallied.rows);
                    }
                    None => self.others[place] = self.others[place].saturating_add(tallied.rows),
                }
            }
        }
        for (place, method) in self.register.methods.iter().enumerate() {
            let of = |all: &[(ItemId, u64)]| all.iter().find(|(id, _)| *id == method.id).map_or(0, |(_, rows)| *rows);
            self.methods[place] = self.methods[place].saturating_add(of(&import.methods));
            self.cannot_say[place] = self.cannot_say[place].saturating_add(of(&import.cannot_say));
        }
        self.no_method = self.no_method.saturating_add(import.no_method);
        self.not_said = self.not_said.saturating_add(import.not_said);
        self.bad_rows = self.bad_rows.saturating_add(import.bad_rows());
    }

    fn total(&self, entries: usize) -> Option<Total> {
        (entries > 0).then(|| match self.register.kind {
            RegisterKind::Count => Total::Count(self.number),
            RegisterKind::Hours => Total::Seconds(self.number),
            RegisterKind::Money => Total::Money(self.money.clone()),
            RegisterKind::List => Total::Rows(self.number),
        })
    }

    fn tallies(&self) -> Vec<Tally> {
        let each = self.register.tally.iter().zip(&self.values).zip(&self.others).zip(&self.unsaid);
        each.map(|(((column, values), other), cannot_say)| {
            let mut values: Vec<(String, u64)> = values.values().cloned().collect();
            values.sort_by(|(one, few), (another, many)| many.cmp(few).then_with(|| one.cmp(another)));
            let rest = values.split_off(values.len().min(MAX_VALUES));
            let rest = rest.iter().fold(*other, |sum, (_, rows)| sum.saturating_add(*rows));
            Tally { column: *column, values, other: rest, cannot_say: *cannot_say }
        })
        .collect()
    }
}

/// Counts a value; spellings that differ only in case, accents and blanks are one, shown as it came first.
fn count(values: &mut BTreeMap<String, (String, u64)>, value: &str, rows: u64) {
    let (_, sum) = values.entry(fold(value)).or_insert_with(|| (value.to_owned(), 0));
    *sum = sum.saturating_add(rows);
}

/// What one entry adds to a counter, to time spent or to an amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    /// Things or seconds.
    Number(u64),
    Money(Money),
}

impl Amount {
    /// Reads what was typed or stored; `None` if it is not an amount of this kind, or of a list.
    pub fn read(register: &Register, text: &str) -> Option<Self> {
        match register.kind {
            RegisterKind::Count => match crate::base::Count::parse_typed(text)? {
                crate::base::Count::Exact(number) => Some(Self::Number(number)),
                _ => None,
            },
            RegisterKind::Hours => span::parse_typed(text).map(Self::Number),
            RegisterKind::Money => Money::parse_typed(text, register.currency).map(Self::Money),
            RegisterKind::List => None,
        }
    }

    /// Whether it adds nothing.
    pub fn is_nothing(self) -> bool {
        matches!(self, Self::Number(0) | Self::Money(Money { cents: 0, .. }))
    }

    /// The stored form, which [`Amount::read`] reads back.
    pub fn to_text(self, kind: RegisterKind) -> String {
        match (self, kind) {
            (Self::Number(seconds), RegisterKind::Hours) => Answer::Duration(seconds).to_text(),
            (Self::Number(number), _) => number.to_string(),
            (Self::Money(money), _) => money.to_string(),
        }
    }
}

/// `14 e-mails`, `3 h 20 min`, `USD 1,500.00`, `512 rows; 480 by letter, 120 by e-mail, 3 by none`.
pub fn say(register: &Register, status: &RegisterStatus) -> Option<String> {
    Some(match status.total.as_ref()? {
        Total::Count(number) => with_unit(*number, register.unit.as_deref()),
        Total::Seconds(seconds) => hours(*seconds),
        Total::Money(sums) => sums.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + "),
        Total::Rows(rows) => {
            let rows = match register.unit.as_deref() {
                Some(unit) => with_unit(*rows, Some(unit)),
                None => counted(usize::try_from(*rows).unwrap_or(usize::MAX), "row", "rows"),
            };
            let methods = by_method(register, status);
            let says = if methods.is_empty() { rows } else { format!("{rows}; {methods}") };
            not_counted(says, status.bad_rows)
        }
    })
}

/// `State of residence: Missouri 480, Illinois 20, nothing 12, others 3`; the most frequent values only.
pub fn say_tally(register: &Register, tally: &Tally) -> String {
    let shown = tally.values.iter().take(VALUES_SAID);
    let name = |value: &str| if value.is_empty() { "nothing".to_owned() } else { value.to_owned() };
    let mut parts: Vec<_> = shown.map(|(value, rows)| format!("{} {rows}", name(value))).collect();
    let rest = tally.values.iter().skip(VALUES_SAID).map(|(_, rows)| *rows);
    let others = rest.fold(tally.other, u64::saturating_add);
    if others > 0 {
        parts.push(format!("others {others}"));
    }
    if tally.cannot_say > 0 {
        parts.push(format!("cannot say {}", tally.cannot_say));
    }
    let label = &register.columns[tally.column].label;
    if parts.is_empty() { format!("{label}: none yet") } else { format!("{label}: {}", parts.join(", ")) }
}

/// What an entry adds to a list: the amount and what of, the cells of a row, or a file of rows.
pub fn says(playbook: Option<&Playbook>, fact: &Fact, now: Now) -> String {
    match fact {
        Fact::Counted { register, amount, what, cells, .. } => {
            let what = what.as_ref().map_or_else(String::new, |what| format!("; {what}"));
            let more = cells::words(playbook, register.as_str(), &cells.0, now);
            let more = if more.is_empty() { more } else { format!("; {more}") };
            say_amount(playbook, register, amount) + &what + &more
        }
        Fact::RowAdded { register, cells, .. } => cells::words(playbook, register.as_str(), cells, now),
        Fact::RowsImported { register, import } => files_say::import(playbook, register, import),
        _ => String::new(),
    }
}

/// One amount in words: `2 e-mails`, `1 h 30 min`.
fn say_amount(playbook: Option<&Playbook>, register: &ItemId, stored: &str) -> String {
    let known = playbook.and_then(|playbook| playbook.register(register.as_str()));
    let read = known.and_then(|register| Some((register, Amount::read(register, stored)?)));
    match read {
        Some((register, Amount::Number(seconds))) if register.kind == RegisterKind::Hours => hours(seconds),
        Some((register, Amount::Number(number))) => with_unit(number, register.unit.as_deref()),
        Some((_, Amount::Money(money))) => money.to_string(),
        None => stored.to_owned(),
    }
}

/// A span with hours as its largest unit: what was worked is not counted in days.
pub fn hours(seconds: u64) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match (hours, minutes) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02} min"),
    }
}

fn with_unit(number: u64, unit: Option<&str>) -> String {
    let number_of = |unit: &str| if number == 1 { format!("1 {}", singular(unit)) } else { format!("{number} {unit}") };
    unit.map_or_else(|| number.to_string(), number_of)
}

/// `480 by letter, 120 by e-mail, 3 by none`; empty without methods.
fn by_method(register: &Register, status: &RegisterStatus) -> String {
    if register.methods.is_empty() {
        return String::new();
    }
    let each = register.methods.iter().zip(status.methods.iter().zip(&status.cannot_say));
    let mut parts: Vec<_> =
        each.map(|(method, (rows, unsaid))| by(*rows, *unsaid, &in_a_sentence(&method.label))).collect();
    parts.push(by(status.no_method, status.not_said, "none"));
    parts.join(", ")
}

/// The rows of a list, one by one; a file that was taken in is one of them, by its name, because its rows are many and stand only
/// in the file.
pub(in crate::judge) fn rows(register: &ItemId, state: Counting<'_>) -> Vec<Listed> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let listed = |at: usize| match &state.at(at).fact {
        Fact::RowAdded { .. } => state.row(&state.at(at).id).map(|row| {
            let names = state.names_of(row).map(key).collect();
            Listed::added(state.row_name(row), state.at(at).id.clone(), names)
        }),
        Fact::RowsImported { import, .. } => {
            // Two files of one name are told apart by their digest.
            let first = files.entry(import.file.clone()).or_insert_with(|| import.sha256.clone());
            let own = *first == import.sha256;
            let short = import.sha256.get(..6).unwrap_or_default();
            let name = if own { import.file.clone() } else { format!("{} ({short})", import.file) };
            Some(Listed::file(name, import.rows))
        }
        _ => None,
    };
    state.counting(register.as_str()).filter_map(listed).collect()
}

//! Which methods are open to a row: yes, no, or not to be said because the file lacks a column.

use super::cells::Cells;
use super::synonyms::Kind;
use crate::playbook::register::{Method, Register};
use crate::source::table::cell::{is_address, is_not_known};
use crate::source::table::fold::bare;

/// Counts of rows by method.
pub struct Reach<'a> {
    methods: &'a [Method],
    /// Columns of e-mail addresses.
    emails: Vec<bool>,
    pub open: Vec<u64>,
    pub cannot_say: Vec<u64>,
    pub no_method: u64,
    pub not_said: u64,
    pub no_addresses: u64,
}

impl<'a> Reach<'a> {
    pub fn new(register: &'a Register) -> Self {
        let methods = &register.methods;
        let none = vec![0; methods.len()];
        let emails = register.columns.iter().map(|column| Kind::of(column) == Some(Kind::Email)).collect();
        let (no_method, not_said, no_addresses) = (0, 0, 0);
        Self { methods, emails, open: none.clone(), cannot_say: none, no_method, not_said, no_addresses }
    }

    pub fn add(&mut self, cells: &Cells<'_>) {
        for (column, is_email) in self.emails.iter().enumerate() {
            let cell = cells.get(column);
            self.no_addresses += u64::from(*is_email && !is_not_known(cell) && !is_address(cell));
        }
        let (mut any, mut unsaid) = (self.methods.is_empty(), false);
        for (at, method) in self.methods.iter().enumerate() {
            match self.is_open(method, cells) {
                Some(true) => {
                    any = true;
                    self.open[at] += 1;
                }
                Some(false) => {}
                None => {
                    unsaid = true;
                    self.cannot_say[at] += 1;
                }
            }
        }
        self.no_method += u64::from(!any && !unsaid);
        self.not_said += u64::from(!any && unsaid);
    }

    /// Whether a method is open to a row; nothing where it cannot be said.
    pub fn is_open(&self, method: &Method, cells: &Cells<'_>) -> Option<bool> {
        let holds = |column: &usize| {
            if cells.lacks(*column) {
                return None;
            }
            let cell = cells.get(*column);
            Some(!is_not_known(cell) && (!self.emails[*column] || is_address(cell)))
        };
        let mut open = Some(true);
        for column in &method.needs {
            match holds(column) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => open = None,
            }
        }
        let Some((column, wanted)) = &method.only else { return open };
        if cells.lacks(*column) {
            return None;
        }
        match says(cells.get(*column), wanted) {
            Some(true) => open,
            other => other,
        }
    }
}

/// Whether a cell says what is wanted. Programs write yes and no in many ways; of what is neither, nothing can be said.
fn says(cell: &str, wanted: &str) -> Option<bool> {
    if is_not_known(cell) {
        return Some(false);
    }
    let (cell, wanted) = (bare(cell), bare(wanted));
    if cell == wanted {
        return Some(true);
    }
    let truth = |word: &str| match word {
        "yes" | "y" | "true" | "t" | "1" | "x" => Some(true),
        "no" | "n" | "false" | "f" | "0" => Some(false),
        _ => None,
    };
    match truth(&wanted) {
        Some(wanted) => truth(&cell).map(|said| said == wanted),
        None => Some(false),
    }
}

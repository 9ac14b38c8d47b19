//! Registers, lowered: columns are found by their identifier, and keys that a kind does not use are reported.

use super::resolve::Taken;
use super::{Lowering, resolve};
use crate::base::{ItemId, NO_CURRENCY};
use crate::playbook::raw::register::{RawColumn, RawMethod, RawRegister};
use crate::playbook::register::{
    Column, ColumnKind, MAX_COLUMNS, MAX_METHODS, MAX_TALLIES, Method, Register, RegisterKind,
};
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem};

/// The column that every list has.
const NAME: (&str, &str) = ("name", "Name");

impl Lowering<'_> {
    pub(super) fn register(&mut self, raw: &RawRegister) -> Register {
        let kind = raw.kind.value;
        // A kind that is missing or misspelt says nothing about what belongs to it.
        if raw.kind.sound {
            self.keys_of_the_kind(raw, kind);
        }
        let columns = if kind == RegisterKind::List { self.columns(&raw.columns) } else { Vec::new() };
        let tally = raw.tally.iter().filter_map(|line| self.column(line, &columns)).collect();
        let methods = self.methods(&raw.methods, &columns);
        let written = raw.currency.as_ref().and_then(|code| code.text.as_bytes().try_into().ok());
        Register {
            prompt: raw.prompt.text.clone(),
            kind,
            unit: raw.unit.as_ref().map(|unit| unit.text.clone()),
            currency: written.or(self.currency).unwrap_or(NO_CURRENCY),
            columns,
            tally,
            methods,
        }
    }

    fn keys_of_the_kind(&mut self, raw: &RawRegister, kind: RegisterKind) {
        let word = kind.word();
        let of_lists = !raw.columns.is_empty() || !raw.tally.is_empty() || !raw.methods.is_empty();
        if kind != RegisterKind::List && of_lists {
            let message = format!("A register of kind `{word}` has no columns, tally or methods.");
            self.problem(Code::OptionsUnwanted, raw.kind.span, message);
        }
        if let Some(unit) = &raw.unit
            && matches!(kind, RegisterKind::Hours | RegisterKind::Money)
        {
            self.problem(Code::OptionsUnwanted, unit.span, format!("`{word}` has a unit of its own."));
        }
        match &raw.currency {
            Some(code) => self.currency_code(code, kind),
            None if kind == RegisterKind::Money && self.currency.is_none() => {
                let message = "A register of money needs a `currency`: the jurisdiction does not tell it.";
                self.problem(Code::MissingKey, raw.place(), message);
            }
            None => {}
        }
        let counts = [
            (raw.columns.len(), MAX_COLUMNS, "columns"),
            (raw.tally.len(), MAX_TALLIES, "tallied columns"),
            (raw.methods.len(), MAX_METHODS, "methods"),
        ];
        for (found, most, what) in counts {
            if found > most {
                let message = format!("A register has at most {most} {what}; this one has {found}.");
                self.problem(Code::NumberOutOfRange, raw.place(), message);
            }
        }
    }

    fn currency_code(&mut self, code: &Line, kind: RegisterKind) {
        let valid = code.text.len() == 3 && code.text.bytes().all(|b| b.is_ascii_uppercase());
        if !valid {
            let message = format!("`{}` is not a three-letter currency code in capitals.", code.text);
            let problem = Problem::new(Code::UnknownWord, code.span, message);
            self.problems.add(problem.help("The codes are those of ISO 4217, such as AUD, EUR or USD."));
        } else if kind != RegisterKind::Money {
            let message = format!("A register of kind `{}` has no currency.", kind.word());
            self.problem(Code::OptionsUnwanted, code.span, message);
        }
    }

    fn columns(&mut self, raw: &[RawColumn]) -> Vec<Column> {
        let name = ItemId::new(NAME.0).expect("it is made of lower-case letters");
        let mut columns = vec![Column { needed: true, ..Column::line(name, NAME.1) }];
        for column in raw.iter().take(MAX_COLUMNS) {
            let id = &column.id;
            if !id.is_missing() && ItemId::new(&id.text).is_none() {
                self.bad_id(id, ItemId::RULE);
            } else if columns.iter().any(|other| other.id.as_str() == id.text) {
                let message = format!("There is already a column `{}`.", id.text);
                self.problem(Code::DuplicateId, id.span, message);
            }
            let label = &column.label;
            if !label.text.is_empty() && columns.iter().any(|other| other.is_named(&label.text)) {
                let message = format!("There is already a column called \"{}\".", label.text);
                self.problem(Code::SameLabel, label.span, message);
            }
            let kind = column.r#type.as_ref().map_or(ColumnKind::Line, |kind| kind.value);
            let sound = column.r#type.as_ref().is_none_or(|kind| kind.sound);
            let options: Vec<_> = column.options.iter().map(|option| option.text.clone()).collect();
            if sound && kind == ColumnKind::One && options.is_empty() {
                self.problem(Code::OptionsMissing, column.place(), "`one` needs options to choose from.");
            } else if sound && kind != ColumnKind::One && !options.is_empty() {
                let message = format!("`{}` has no options to choose from.", kind.word());
                self.problem(Code::OptionsUnwanted, column.place(), message);
            }
            let needed = column.needed.unwrap_or(false);
            columns.push(Column { id: resolve::id(id), label: label.text.clone(), kind, options, needed });
        }
        columns
    }

    /// Where a column stands that is named.
    fn column(&mut self, line: &Line, columns: &[Column]) -> Option<usize> {
        let found = columns.iter().position(|column| column.id.as_str() == line.text);
        if found.is_none() && !line.is_missing() && !columns.is_empty() {
            let message = format!("There is no column `{}`.", line.text);
            let known = columns.iter().map(|column| column.id.as_str());
            let problem = Problem::new(Code::UnknownColumn, line.span, message);
            self.problems.add_similar(problem, &line.text, known);
        }
        found
    }

    fn methods(&mut self, raw: &[RawMethod], columns: &[Column]) -> Vec<Method> {
        let mut taken = Taken::default();
        let mut methods = Vec::new();
        for method in raw.iter().take(MAX_METHODS) {
            self.tell_apart("a method", &method.id, &method.label, &mut taken);
            let only =
                method.only.as_ref().and_then(|only| Some((self.column(&only.column, columns)?, only.is.text.clone())));
            methods.push(Method {
                id: resolve::id(&method.id),
                label: method.label.text.clone(),
                needs: method.needs.iter().filter_map(|line| self.column(line, columns)).collect(),
                only,
                cite: self.cites(&method.cite),
            });
        }
        methods
    }
}

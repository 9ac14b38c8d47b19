//! Columns, lowered: those of a preset with what a register adds to them or calls otherwise, or a register's own.

use super::{Lowering, resolve};
use crate::base::ItemId;
use crate::playbook::raw::register::{Pairs, RawColumn, RawRegister};
use crate::playbook::register::Preset;
use crate::playbook::register::{Column, ColumnKind, MAX_COLUMNS, OptionsOf, RegisterKind};
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem, Problems};

/// The column that every list has.
pub(super) const NAME: (&str, &str) = ("name", "Name");

/// The name, which no row of a list goes without.
fn name() -> Column {
    let id = ItemId::new(NAME.0).expect("it is made of lower-case letters");
    Column { needed: true, ..Column::line(id, NAME.1) }
}

/// What is written of a column, as it stands.
fn column(raw: &RawColumn) -> Column {
    let needed_if = raw
        .needed_if
        .as_ref()
        .map(|only| (resolve::id(&only.column), only.is.iter().map(|word| word.text.clone()).collect()));
    Column {
        id: resolve::id(&raw.id),
        label: raw.label.text.clone(),
        kind: raw.r#type.as_ref().map_or(ColumnKind::Line, |kind| kind.value),
        options: raw.options.iter().map(|option| option.text.clone()).collect(),
        options_of: raw.options_of.as_ref().map(|of| of.value),
        list: raw.list.as_ref().map(resolve::id),
        needed: raw.needed.unwrap_or(false),
        needed_if,
        ask: raw.ask.as_ref().map(|ask| ask.text.clone()),
        aside: raw.aside.unwrap_or(false),
    }
}

/// The columns of a preset, the name first where it is a list.
pub(in crate::playbook) fn of_preset(kind: RegisterKind, raw: &[RawColumn], problems: &mut Problems) -> Vec<Column> {
    let mut columns = if kind == RegisterKind::List { vec![name()] } else { Vec::new() };
    for raw in raw {
        let column = column(raw);
        match columns.iter_mut().find(|known| known.id == column.id) {
            Some(known) if known.id.as_str() == NAME.0 => (known.label, known.ask) = (column.label, column.ask),
            Some(_) => problems.add(Problem::new(Code::DuplicateId, raw.id.span, "There is already such a column.")),
            None => columns.push(column),
        }
    }
    columns
}

impl Lowering<'_> {
    /// The columns of a register: those of its preset, with other labels where it says so, then its own.
    pub(super) fn columns(&mut self, raw: &RawRegister, kind: RegisterKind, preset: Option<&Preset>) -> Vec<Column> {
        let own = if kind == RegisterKind::List { vec![name()] } else { Vec::new() };
        let mut columns = preset.map_or(own, |preset| preset.columns.clone());
        let of_preset = if preset.is_some() { columns.len() } else { 0 };
        if preset.is_none() && kind != RegisterKind::List {
            return columns;
        }
        for raw in raw.columns.iter().take(MAX_COLUMNS) {
            let id = &raw.id;
            let known = columns.iter().position(|other| other.id.as_str() == id.text);
            let label = &raw.label;
            let alike = columns.iter().enumerate().any(|(at, other)| Some(at) != known && other.is_named(&label.text));
            if !label.text.is_empty() && alike {
                let message = format!("There is already a column called \"{}\".", label.text);
                self.problem(Code::SameLabel, label.span, message);
            }
            if let Some(at) = known.filter(|at| *at < of_preset) {
                self.renamed(raw, &mut columns[at]);
                continue;
            }
            if !id.is_missing() && ItemId::new(&id.text).is_none() {
                self.bad_id(id, ItemId::RULE);
            } else if known.is_some() {
                let message = format!("There is already a column `{}`.", id.text);
                self.problem(Code::DuplicateId, id.span, message);
            }
            let read = column(raw);
            self.fits_its_type(raw, &read);
            columns.push(read);
        }
        columns
    }

    /// A column of the preset under another label; its type stays.
    fn renamed(&mut self, raw: &RawColumn, known: &mut Column) {
        if raw.r#type.is_some() || !raw.options.is_empty() || raw.list.is_some() || raw.options_of.is_some() {
            let message = format!("The column `{}` has the type of its preset.", known.id);
            let problem = Problem::new(Code::OptionsUnwanted, raw.place(), message);
            self.problems.add(problem.help("A register can give it another label and `needed = true`, nothing else."));
        }
        known.label.clone_from(&raw.label.text);
        known.ask = raw.ask.as_ref().map(|ask| ask.text.clone());
        known.needed |= raw.needed.unwrap_or(false);
    }

    fn fits_its_type(&mut self, raw: &RawColumn, column: &Column) {
        let sound = raw.r#type.as_ref().is_none_or(|kind| kind.sound);
        if !sound {
            return;
        }
        let word = column.kind.word();
        let chooses = matches!(column.kind, ColumnKind::One | ColumnKind::Many);
        if chooses && column.options.is_empty() && column.options_of.is_none() {
            self.problem(Code::OptionsMissing, raw.place(), format!("`{word}` needs options to choose from."));
        } else if !chooses && (!column.options.is_empty() || column.options_of.is_some()) {
            self.problem(Code::OptionsUnwanted, raw.place(), format!("`{word}` has no options to choose from."));
        }
        if column.kind == ColumnKind::Row && raw.list.is_none() {
            let message = "`row` needs the list whose rows it names: list = \"evidence\".";
            self.problem(Code::OptionsMissing, raw.place(), message);
        } else if column.kind != ColumnKind::Row && raw.list.is_some() {
            self.problem(Code::OptionsUnwanted, raw.place(), format!("`{word}` names no rows of a list."));
        }
    }

    /// What `options_of` stands for, once methods are known: a column without any options takes words.
    pub(super) fn options_of(columns: &mut [Column], methods: &[String], data_kinds: &[String]) {
        for column in columns {
            let Some(of) = column.options_of else { continue };
            let options = match of {
                OptionsOf::Methods => methods,
                OptionsOf::DataKinds => data_kinds,
            };
            column.options = options.to_vec();
            if options.is_empty() {
                column.kind = ColumnKind::Line;
            }
        }
    }

    /// What every row has and no form asks.
    pub(super) fn fixed(&mut self, pairs: Option<&Pairs>, columns: &[Column]) -> Vec<(usize, String)> {
        let mut fixed = Vec::new();
        for (key, value) in pairs.iter().flat_map(|pairs| &pairs.0) {
            let Some(at) = self.column(key, columns) else { continue };
            let column = &columns[at];
            match column.kind {
                _ if column.id.as_str() == NAME.0 => self.cannot_be_fixed(key, "A name is no row's alone."),
                ColumnKind::One => {
                    let found = column.options.iter().find(|option| option.eq_ignore_ascii_case(&value.text));
                    match found {
                        Some(option) => fixed.push((at, option.clone())),
                        None => {
                            let message = format!("`{}` is not one of its options.", value.text);
                            let problem = Problem::new(Code::UnknownOption, value.span, message);
                            let known = column.options.iter().map(String::as_str);
                            self.problems.add_similar(problem, &value.text, known);
                        }
                    }
                }
                ColumnKind::Line | ColumnKind::Words | ColumnKind::Person | ColumnKind::Place => {
                    fixed.push((at, value.text.clone()));
                }
                _ => self.cannot_be_fixed(key, "Words, persons, places and one of several options can be."),
            }
        }
        fixed
    }

    fn cannot_be_fixed(&mut self, key: &Line, help: &str) {
        let message = format!("`{}` cannot be the same in every row.", key.text);
        self.problems.add(Problem::new(Code::UnsuitableItem, key.span, message).help(help));
    }
}
